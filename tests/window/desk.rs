//! The app as a person meets it: what can be pressed and filled is found by its words, never by its
//! markup, so a test reads like instructions to a new colleague and survives a change of layout.

use std::path::Path;

use serde_json::Value;

use crate::driver::{Driver, Element};
use crate::stage::{Keychain, Stage};

/// Finds what is called `arguments[1]` among what matches `arguments[0]`: by its label, else by its
/// words; what is hidden or switched off does not count; a whole match is better than a beginning.
const BY_NAME: &str = r#"
const [kinds, wanted] = arguments;
const tidy = (text) => (text ?? "").replace(/\s+/g, " ").trim();
const referred = (el) => (el.getAttribute("aria-labelledby") ?? "").split(/\s+/)
    .map((id) => tidy(document.getElementById(id)?.innerText)).join(" ").trim();
const labels = (el) => [...(el.labels ?? [])].map((label) => tidy(label.innerText)).join(" ");
const name = (el) => tidy(el.getAttribute("aria-label")) || referred(el) || labels(el)
    || tidy(el.innerText) || tidy(el.value) || tidy(el.getAttribute("placeholder")) || tidy(el.title);
const usable = (el) => el.checkVisibility({ visibilityProperty: true }) && !el.disabled
    && el.getAttribute("aria-disabled") !== "true" && !el.closest("[inert]");
const found = [...document.querySelectorAll(kinds)].filter(usable);
return found.find((el) => name(el) === wanted) ?? found.find((el) => name(el).startsWith(wanted)) ?? null;
"#;

const PRESSABLE: &str = "button, a[href], summary, label, input[type=submit], input[type=button], \
    input[type=checkbox], input[type=radio], [role=button], [role=link], [role=tab], [role=menuitem], \
    [role=option], [role=radio], [role=switch], [role=checkbox], [role=row]";

const FILLABLE: &str =
    "input, textarea, select, [contenteditable=true], [role=textbox], [role=combobox], [role=spinbutton]";

/// The open app, on a stage of its own.
pub(crate) struct Desk {
    /// The test's name, for the picture kept when it fails.
    name: &'static str,
    pub(crate) driver: Driver,
    // After the driver, so that the window closes before its stage is taken down.
    pub(crate) stage: Stage,
}

impl Desk {
    /// Opens the app with an empty home. `None` where no window can be opened; it has been said why.
    ///
    /// No driver reaches a system's file dialog, so what would be chosen there is said beforehand: files of
    /// this test's own folder, in the order they are asked for.
    pub(crate) fn open(name: &'static str, keychain: Keychain, chosen: &[&str]) -> Option<Self> {
        Self::open_over(name, keychain, chosen, |_| {})
    }

    /// The same, over what `before` lays into the test's folder.
    pub(crate) fn open_over(
        name: &'static str,
        keychain: Keychain,
        chosen: &[&str],
        before: impl FnOnce(&Path),
    ) -> Option<Self> {
        let mut stage = Stage::set(keychain)?;
        stage.will_choose(chosen);
        before(stage.folder());
        Some(Self::open_on(name, stage, &[]))
    }

    /// Opens a file of the test's folder with the app, as a double click would.
    pub(crate) fn open_file(
        name: &'static str,
        keychain: Keychain,
        file: &str,
        before: impl FnOnce(&Path),
    ) -> Option<Self> {
        let stage = Stage::set(keychain)?;
        before(stage.folder());
        let file = stage.folder().join(file).display().to_string();
        Some(Self::open_on(name, stage, &[&file]))
    }

    /// Opens the app over the sample's own day, for what must look the same every time.
    pub(crate) fn open_on_the_sample_day(name: &'static str, chosen: &[&str]) -> Option<Self> {
        let mut stage = Stage::set(Keychain::Absent)?;
        stage.will_choose(chosen);
        stage.clock_stands_at("2026-11-17T13:05:00Z");
        Some(Self::open_on(name, stage, &[]))
    }

    fn open_on(name: &'static str, stage: Stage, words: &[&str]) -> Self {
        let driver = Driver::open(&stage, Path::new(env!("CARGO_BIN_EXE_goodterms")), words);
        let desk = Self { name, driver, stage };
        desk.driver.wait("the app's first screen", || (!desk.driver.words().is_empty()).then_some(()));
        desk
    }

    /// Opens any program that shows a web view.
    pub(crate) fn open_program(
        name: &'static str,
        keychain: Keychain,
        program: &Path,
        arguments: &[&str],
    ) -> Option<Self> {
        let stage = Stage::set(keychain)?;
        Some(Self { name, driver: Driver::open(&stage, program, arguments), stage })
    }

    /// Closes the window and opens it again over the same home, as on the next morning.
    pub(crate) fn reopen(&mut self) {
        self.driver.reopen();
    }

    /// The folder everything of this test is kept in.
    pub(crate) fn folder(&self) -> &Path {
        self.stage.folder()
    }

    /// Presses what is called so: a button, a link, a tab, a switch.
    pub(crate) fn press(&self, name: &str) {
        self.driver.wait(&format!("“{name}” to be there and to take a click"), || {
            self.driver.click(&self.called(PRESSABLE, name)?).ok()
        });
    }

    /// What can be pressed and is called so, as an argument for a script.
    pub(crate) fn pressable(&self, name: &str) -> Value {
        self.driver.wait(&format!("“{name}” to be there"), || self.called(PRESSABLE, name)).argument()
    }

    /// Writes into the field with this label, in place of what it held.
    pub(crate) fn fill(&self, label: &str, text: &str) {
        let field = self.field(label);
        self.driver.clear(&field);
        self.driver.type_into(&field, text);
    }

    /// Is there a field with this label now?
    pub(crate) fn asks_for(&self, label: &str) -> bool {
        self.called(FILLABLE, label).is_some()
    }

    /// Asks the app's own Rust side, past the page: for what only it knows, such as an id.
    pub(crate) fn ask(&self, command: &str, args: &Value) -> Value {
        const ASK: &str = "const [command, args, done] = arguments; \
            window.__TAURI_INTERNALS__.invoke(command, { args }).then(done, (refused) => done({ refused }));";
        self.driver.patient_script(ASK, &[Value::from(command), args.clone()])
    }

    /// Chooses an entry of the list with this label.
    pub(crate) fn choose(&self, label: &str, entry: &str) {
        let field = self.field(label);
        self.driver.type_into(&field, entry);
    }

    /// What the field with this label holds.
    pub(crate) fn holds(&self, label: &str) -> String {
        let value = self
            .driver
            .script("return arguments[0].value ?? arguments[0].innerText;", &[self.field(label).argument()]);
        value.as_str().unwrap_or_default().to_owned()
    }

    /// Waits until the page says these words somewhere.
    pub(crate) fn sees(&self, words: &str) {
        self.driver.wait(&format!("“{words}”"), || self.says(words).then_some(()));
    }

    /// Does the page say these words now? Line breaks do not matter, nor does letter case set by style.
    pub(crate) fn says(&self, words: &str) -> bool {
        let tidy = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        tidy(&self.driver.words()).contains(&tidy(words))
    }

    /// Presses keys together: `["Control", "k"]`.
    pub(crate) fn keys(&self, together: &[&str]) {
        self.driver.keys(together);
    }

    fn field(&self, label: &str) -> Element {
        self.driver.wait(&format!("a field “{label}”"), || self.called(FILLABLE, label))
    }

    fn called(&self, kinds: &str, name: &str) -> Option<Element> {
        self.driver.script_element(BY_NAME, &[Value::from(kinds), Value::from(name)])
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        if std::thread::panicking() {
            // A second panic here would hide the first: ask only if the driver still answers.
            match self.driver.try_picture(&format!("FAILED {}", self.name)) {
                Ok(path) => eprintln!("  how it looked: {}", path.display()),
                Err(no) => eprintln!("  no picture of the failure: {no:?}"),
            }
        }
    }
}
