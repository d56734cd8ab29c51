//! Tells Tauri which commands there are, so that each needs its own permission.

include!("desk/src/command_list.rs");

macro_rules! names {
    ($(($name:ident, $run:path, $ask:ty, $answer:ty))*) => {
        &[
            $(stringify!($name),)*
            // The shell's own.
            "choose_book_file",
            "choose_new_book_file",
            "choose_import_file",
            "choose_logo",
            "choose_returned_copy",
            "choose_seal_file",
            "export_into",
            "print_letters",
            "save_document",
            "save_recovery_sheet",
            "save_terms_sheet",
            "shell_listen",
            "shell_language",
            "shell_book_open",
            "shell_title",
            "shell_quit",
        ]
    };
}

fn main() {
    println!("cargo:rerun-if-changed=src-tauri/desk/src/command_list.rs");
    const COMMANDS: &[&str] = with_commands!(names);
    let manifest = tauri_build::AppManifest::new().commands(COMMANDS);
    let attributes = tauri_build::Attributes::new().app_manifest(manifest);
    #[expect(clippy::panic, reason = "a build script fails by panicking")]
    if let Err(why) = tauri_build::try_build(attributes) {
        panic!("{why:#}");
    }
}
