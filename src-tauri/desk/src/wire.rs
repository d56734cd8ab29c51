//! The window's types, written in TypeScript from the Rust ones.

use crate::error::DeskError;
use goodterms_terms::Code;
use std::collections::BTreeMap;
use ts_rs::{Config, TS, TypeVisitor};

/// The shell's own commands: the system's dialogs, which the desk knows nothing of.
const DIALOGS: &str = "  choose_book_file: { args: Record<string, never>; answer: string | null };
  choose_new_book_file: { args: { suggested_name: string }; answer: string | null };
  choose_import_file: { args: Record<string, never>; answer: string | null };
  choose_logo: { args: Record<string, never>; answer: BusinessView | null };
  choose_returned_copy: { args: Record<string, never>; answer: string | null };
  choose_seal_file: { args: Record<string, never>; answer: string | null };
  export_into: { args: Export; answer: Exported | null };
  print_letters: { args: LetterRun; answer: LettersMade | null };
  save_recovery_sheet: { args: { phrase: string; suggested_name: string }; answer: { path: string } | null };
  save_terms_sheet: { args: { suggested_name: string }; answer: TermsSheetMade | null };
  save_document: { args: { document: string; suggested_name: string; open: boolean }; answer: { path: string } | null };
";

/// Everything `ui/src/ipc/wire.ts` holds. The same sources always give the same text.
pub fn typescript() -> String {
    let config = Config::default().with_large_int("number");
    let mut types = Types { config: &config, declared: BTreeMap::new() };
    let mut commands = String::new();
    macro_rules! add {
        ($(($name:ident, $run:path, $ask:ty, $answer:ty))*) => {$(
            types.visit::<$ask>();
            types.visit::<$answer>();
            commands.push_str(&format!(
                "  {}: {{ args: {}; answer: {} }};\n",
                stringify!($name),
                <$ask as TS>::name(&config),
                <$answer as TS>::name(&config),
            ));
        )*};
    }
    crate::with_commands!(add);
    commands.push_str(DIALOGS);
    types.visit::<crate::export::Export>();
    types.visit::<crate::export::Exported>();
    types.visit::<crate::letters::LetterRun>();
    types.visit::<crate::letters::LettersMade>();
    types.visit::<DeskError>();

    let mut codes: Vec<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
    codes.extend(goodterms_ledger::OpenCode::ALL.iter().map(|code| code.as_str()));
    codes.extend(goodterms_ledger::MachineCode::ALL.iter().map(|code| code.as_str()));
    codes.sort_unstable();
    codes.dedup();
    let codes: String = codes.iter().map(|code| format!("  | '{code}'\n")).collect();

    let on_one_line = |text: &String| text.replace("/**\n * ", "/** ").replace("\n */", " */");
    let declared: String =
        types.declared.values().map(on_one_line).map(|text| format!("export {text}\n\n")).collect();
    format!(
        "// Written by `cargo xtask bindings` from the Rust types. Do not edit.\n\
         // Amounts are decimal strings in the currency's own precision, days are YYYY-MM-DD, ids are opaque.\n\n\
         {declared}\
         /** Every command: what is asked and what is answered. */\n\
         export interface Commands {{\n{commands}}}\n\n\
         /** The name of a command. */\n\
         export type CommandName = keyof Commands;\n\n\
         /** Every code an error can have. */\n\
         export type ErrorCode =\n{};\n",
        codes.trim_end()
    )
}

/// Declarations by name, each type once.
struct Types<'a> {
    config: &'a Config,
    declared: BTreeMap<String, String>,
}

impl TypeVisitor for Types<'_> {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        // Only types of our own have a file to be written to; the rest are TypeScript's.
        if T::output_path().is_some() {
            let name = T::ident(self.config);
            if self.declared.contains_key(&name) {
                return;
            }
            self.declared.insert(name, T::decl(self.config));
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}
