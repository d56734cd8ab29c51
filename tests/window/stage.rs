//! What stands around the window: a display nobody looks at, a session bus, a keychain, an empty home.
//! All of it is started for one test and gone after it.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, Write};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use tempfile::TempDir;

use crate::driver::wait;

/// What the app finds when it asks the system for its keychain.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Keychain {
    /// A real one (gnome-keyring), unlocked and empty.
    Unlocked,
    /// No session bus, so none at all.
    Absent,
}

/// The keychain's name on the session bus.
pub(crate) const SECRETS: &str = "org.freedesktop.secrets";

/// One test's stage. Only one stands at a time, whatever runs the tests: two windows on a small
/// machine would time each other out.
pub(crate) struct Stage {
    settings: Vec<(&'static str, OsString)>,
    // Dropped in this order: the programs end before their home goes, and then the turn passes on.
    _programs: Vec<Program>,
    home: TempDir,
    _turn: File,
}

/// Something we started, ended with everything it started in turn.
pub(crate) struct Program(Child);

impl Stage {
    /// Sets the stage, or says loudly why not and gives none. Under `CI=true` that is a failure.
    pub(crate) fn set(keychain: Keychain) -> Option<Self> {
        let mut needed = vec!["WebKitWebDriver", "Xvfb"];
        if keychain == Keychain::Unlocked {
            needed.extend(["dbus-daemon", "dbus-send", "gnome-keyring-daemon"]);
        }
        let missing: Vec<_> = needed.into_iter().filter(|program| which(program).is_none()).collect();
        if missing.is_empty() {
            return Some(Self::build(keychain));
        }
        let missing = missing.join(", ");
        assert!(std::env::var_os("CI").is_none_or(|ci| ci != "true"), "{missing} must be installed under CI");
        eprintln!(
            "\n  SKIPPED: {missing} not installed, so no window was opened (`cargo xtask ready` installs it)\n"
        );
        None
    }

    fn build(keychain: Keychain) -> Self {
        let turn = File::create(pictures().join("turn.lock")).expect("the pictures' folder may be written");
        turn.lock().expect("one window at a time");
        let home = TempDir::with_prefix("goodterms-window-").expect("a temporary folder");
        let mut stage = Self { settings: Vec::new(), _programs: Vec::new(), home, _turn: turn };

        // Every place the app, WebKit or the keychain might otherwise find on this machine.
        for (name, folder) in [
            ("HOME", "home"),
            ("GOODTERMS_HOME", "goodterms"),
            ("XDG_CACHE_HOME", "cache"),
            ("XDG_CONFIG_HOME", "config"),
            ("XDG_DATA_HOME", "data"),
            ("XDG_RUNTIME_DIR", "run"),
        ] {
            let path = stage.home.path().join(folder);
            fs::create_dir(&path).expect("a folder in our own home");
            fs::set_permissions(&path, fs::Permissions::from_mode(0o700)).expect("ours alone");
            stage.settings.push((name, path.into()));
        }
        stage.settings.push(("GDK_BACKEND", "x11".into()));
        stage.settings.push(("NO_AT_BRIDGE", "1".into()));
        // Without a graphics card, pictures taken through the GPU path show the page as it was seconds ago.
        stage.settings.push(("WEBKIT_SKIA_ENABLE_CPU_RENDERING", "1".into()));
        if crate::TAKES_PICTURES {
            // A page that is drawn without layers never answers the driver's wish for a picture.
            stage.settings.push(("WEBKIT_DISABLE_COMPOSITING_MODE", "0".into()));
        }
        stage.start_display();
        match keychain {
            Keychain::Unlocked => stage.start_keychain(),
            Keychain::Absent => {
                stage.settings.push(("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent".into()))
            }
        }
        stage
    }

    /// What file dialogs answer, one after the other: files of this test's folder.
    pub(crate) fn will_choose(&mut self, files: &[&str]) {
        let paths = files.iter().map(|file| self.home.path().join(file));
        let answers = std::env::join_paths(paths).expect("no separator in a temporary path");
        self.settings.push(("GOODTERMS_DIALOG_ANSWERS", answers));
    }

    /// What time the app believes it is, for good.
    pub(crate) fn clock_stands_at(&mut self, moment: &str) {
        self.settings.push(("GOODTERMS_CLOCK", moment.into()));
    }

    /// A display of our own, so that windows neither disturb the person here nor depend on them.
    fn start_display(&mut self) {
        let words = ["-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp", "-noreset"];
        let number = self.start_and_read_a_line(Command::new("Xvfb").args(words));
        self.settings.push(("DISPLAY", format!(":{number}").into()));
    }

    fn start_keychain(&mut self) {
        let words = ["--session", "--nofork", "--nopidfile", "--print-address=1"];
        let address = self.start_and_read_a_line(Command::new("dbus-daemon").args(words));
        self.settings.push(("DBUS_SESSION_BUS_ADDRESS", address.into()));
        // Unlocked by what stands on its standard input. It says nothing itself, so the bus is asked.
        let mut command = self.command("gnome-keyring-daemon");
        command.args(["--foreground", "--unlock", "--components=secrets"]);
        let mut child = start(command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()));
        child.stdin.take().expect("it was piped").write_all(b"a keychain for one test").expect("it listens");
        self._programs.insert(0, Program(child));
        wait("the keychain", || {
            let answer =
                self.ask_bus("org.freedesktop.DBus", "/", "org.freedesktop.DBus.NameHasOwner", &[SECRETS]);
            answer.contains("boolean true").then_some(())
        });
    }

    /// What the session bus answers to a call, and what it complains of, as `dbus-send` prints them.
    pub(crate) fn ask_bus(&self, who: &str, object: &str, method: &str, words: &[&str]) -> String {
        let mut ask = self.command("dbus-send");
        ask.args(["--session", "--print-reply=literal", &format!("--dest={who}"), object, method]);
        let answer = ask.args(words.iter().map(|word| format!("string:{word}"))).output();
        let answer = answer.expect("dbus-send comes with the bus");
        [answer.stdout, answer.stderr].map(|text| String::from_utf8_lossy(&text).into_owned()).concat()
    }

    fn start_and_read_a_line(&mut self, command: &mut Command) -> String {
        command.envs(self.settings.iter().map(|(name, value)| (name, value)));
        let mut child = start(command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()));
        let line = read_a_line(&mut child);
        // The newest ends first.
        self._programs.insert(0, Program(child));
        line
    }

    /// A program on this stage.
    pub(crate) fn command(&self, program: impl AsRef<Path>) -> Command {
        let mut command = Command::new(program.as_ref());
        command.envs(self.settings.iter().map(|(name, value)| (name, value))).env_remove("WAYLAND_DISPLAY");
        command
    }

    /// The folder everything on this stage is kept in.
    pub(crate) fn folder(&self) -> &Path {
        self.home.path()
    }
}

/// Starts a program as the head of a group of its own.
pub(crate) fn start(command: &mut Command) -> Child {
    let name = command.get_program().to_string_lossy().into_owned();
    command.process_group(0).spawn().unwrap_or_else(|cause| panic!("{name} could not be started: {cause}"))
}

fn read_a_line(child: &mut Child) -> String {
    let output = child.stdout.take().expect("it was piped");
    let mut line = String::new();
    BufReader::new(output).read_line(&mut line).expect("it says where it is");
    let line = line.trim().to_owned();
    assert!(!line.is_empty(), "a program of the stage ended before it was up");
    line
}

impl Program {
    pub(crate) fn new(child: Child) -> Self {
        Self(child)
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // The whole group: a web view is several processes. If it is gone already, all the better.
        let group = format!("-{}", self.0.id());
        let _ = Command::new("kill").args(["-KILL", "--", &group]).stderr(Stdio::null()).status();
        let _ = self.0.wait();
    }
}

/// Where pictures are kept: `window/` in cargo's target folder.
pub(crate) fn pictures() -> PathBuf {
    kept_in("window")
}

/// A folder in cargo's target folder.
pub(crate) fn kept_in(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name(name);
    fs::create_dir_all(&folder).expect("cargo's target folder may be written");
    folder
}

fn which(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file())
}
