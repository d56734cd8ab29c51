//! What the web view draws with.

/// On Linux a web view puts its picture together from layers. With no graphics card that is work for the
/// processor, some 60 MB of memory, and less smooth. WebKit reads the setting when a program begins, so
/// without a card this one begins anew with it. Whoever has set it already knows better.
#[cfg(target_os = "linux")]
pub(crate) fn suit_the_machine() {
    use std::os::unix::process::CommandExt as _;

    const PLAINLY: &str = "WEBKIT_DISABLE_COMPOSITING_MODE";
    if std::env::var_os(PLAINLY).is_some() || has_card() {
        return;
    }
    if let Ok(program) = std::env::current_exe() {
        // Returns only if it could not be done, and then everything is as it was: a little slower.
        let _slower =
            std::process::Command::new(program).args(std::env::args_os().skip(1)).env(PLAINLY, "1").exec();
    }
}

#[cfg(target_os = "linux")]
fn has_card() -> bool {
    std::fs::read_dir("/dev/dri").is_ok_and(|cards| {
        cards.flatten().any(|card| card.file_name().to_string_lossy().starts_with("renderD"))
    })
}

/// Other systems' web views find out by themselves.
#[cfg(not(target_os = "linux"))]
pub(crate) const fn suit_the_machine() {}
