//! Who may know whom, as cargo itself sees it.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use serde_json::Value;

use crate::files::{file, root};

/// What each crate's code may name directly. Tests may reach for anything below them.
const MAY_KNOW: [(&str, &[&str]); 8] = [
    ("goodterms", &["goodterms-desk"]),
    ("goodterms-cli", &["goodterms-desk"]),
    ("goodterms-desk", &["goodterms-ledger", "goodterms-paper", "goodterms-intake", "goodterms-terms"]),
    ("goodterms-ledger", &["goodterms-terms"]),
    ("goodterms-paper", &["goodterms-terms"]),
    ("goodterms-intake", &["goodterms-terms"]),
    ("goodterms-terms", &[]),
    ("xtask", &[]),
];

/// Libraries that only one crate's code may name directly.
const KNOWN_BY_ONE: [(&str, &str); 9] = [
    ("tauri", "goodterms"),
    ("tauri-build", "goodterms"),
    ("tauri-plugin-dialog", "goodterms"),
    ("tauri-plugin-opener", "goodterms"),
    ("tauri-plugin-single-instance", "goodterms"),
    ("tauri-plugin-window-state", "goodterms"),
    ("sqlx", "goodterms-ledger"),
    ("libsqlite3-sys", "goodterms-ledger"),
    ("printpdf", "goodterms-paper"),
];

/// A web view, however deep: everything below the shell builds and is tested without one.
const WINDOW: [&str; 5] = ["tauri", "wry", "tao", "gtk", "webkit2gtk"];

/// A runtime, a database or a network: the rules of the trade are pure.
const WORLD: [&str; 8] = ["tokio", "sqlx", "libsqlite3-sys", "reqwest", "hyper", "mio", "keyring", "lettre"];

struct House {
    packages: BTreeMap<String, Value>,
    /// Package id → ids of what its code needs (tests left out).
    needs: BTreeMap<String, BTreeSet<String>>,
    members: Vec<String>,
}

impl House {
    fn read() -> Self {
        // Only this machine's part of the tree: the rest may not be downloaded.
        let told = Command::new("rustc").arg("-vV").output().expect("rustc is there");
        let told = String::from_utf8(told.stdout).expect("rustc prints text");
        let host = told.lines().find_map(|line| line.strip_prefix("host: ")).expect("rustc names its host");
        let output = Command::new("cargo")
            .args(["metadata", "--format-version", "1", "--filter-platform", host])
            .current_dir(root())
            .output()
            .expect("cargo is there");
        assert!(output.status.success(), "cargo metadata: {}", String::from_utf8_lossy(&output.stderr));
        let value: Value = serde_json::from_slice(&output.stdout).expect("cargo prints JSON");

        let id = |value: &Value| value["id"].as_str().expect("an id").to_owned();
        let packages =
            list(&value["packages"]).iter().map(|package| (id(package), package.clone())).collect();
        let needs = list(&value["resolve"]["nodes"])
            .iter()
            .map(|node| {
                let needed =
                    list(&node["deps"]).iter().filter(|dep| list(&dep["dep_kinds"]).iter().any(in_code));
                (id(node), needed.map(|dep| dep["pkg"].as_str().expect("an id").to_owned()).collect())
            })
            .collect();
        let members = list(&value["workspace_members"]).iter().filter_map(Value::as_str).map(str::to_owned);
        Self { packages, needs, members: members.collect() }
    }

    fn name(&self, id: &str) -> &str {
        self.packages.get(id).and_then(|package| package["name"].as_str()).expect("every package has a name")
    }

    /// The direct dependencies of a member's code (not of its tests), on any platform.
    fn direct(&self, member: &str) -> Vec<&str> {
        let declared =
            self.packages.get(member).map(|package| list(&package["dependencies"])).unwrap_or_default();
        declared.iter().filter(|dep| in_code(dep)).filter_map(|dep| dep["name"].as_str()).collect()
    }

    /// The names of everything a member's code stands on.
    fn closure(&self, member: &str) -> BTreeSet<&str> {
        let mut seen = BTreeSet::new();
        let mut open = vec![member];
        while let Some(id) = open.pop() {
            for next in self.needs.get(id).into_iter().flatten() {
                if seen.insert(next.as_str()) {
                    open.push(next);
                }
            }
        }
        seen.into_iter().map(|id| self.name(id)).collect()
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

fn in_code(dependency: &Value) -> bool {
    dependency["kind"].as_str() != Some("dev")
}

#[test]
fn knowledge_runs_one_way() {
    let house = House::read();
    let ours: BTreeSet<&str> = MAY_KNOW.iter().map(|(name, _)| *name).collect();
    let members: BTreeSet<&str> = house.members.iter().map(|id| house.name(id)).collect();
    assert_eq!(members, ours, "every crate of the workspace has its place in MAY_KNOW");
    for id in &house.members {
        let name = house.name(id);
        let (_, allowed) =
            MAY_KNOW.iter().find(|(crate_name, _)| *crate_name == name).expect("checked above");
        for other in house.direct(id).into_iter().filter(|other| ours.contains(other)) {
            assert!(allowed.contains(&other), "{name} must not know {other}; it may know {allowed:?}");
        }
    }
}

#[test]
fn some_libraries_are_known_by_one_crate_only() {
    let house = House::read();
    for id in &house.members {
        for library in house.direct(id) {
            if let Some((_, owner)) = KNOWN_BY_ONE.iter().find(|(name, _)| *name == library) {
                assert_eq!(*owner, house.name(id), "{library} is {owner}'s business");
            }
        }
    }
}

#[test]
fn nothing_below_the_shell_needs_a_window_and_the_terms_need_no_world() {
    let house = House::read();
    for id in &house.members {
        let (name, closure) = (house.name(id), house.closure(id));
        if name == "goodterms" {
            assert!(closure.contains("tauri"), "the shell stands on Tauri, or this test reads nothing");
        } else {
            let windows: Vec<_> = WINDOW.iter().filter(|library| closure.contains(*library)).collect();
            assert!(windows.is_empty(), "{name} pulls in {windows:?}");
        }
        if name == "goodterms-terms" {
            let world: Vec<_> = WORLD.iter().filter(|library| closure.contains(*library)).collect();
            assert!(world.is_empty(), "the rules of the trade pull in {world:?}");
        }
    }
}

#[test]
fn the_pdf_writer_brings_no_html_engine() {
    let house = House::read();
    let users: Vec<&Value> = house
        .members
        .iter()
        .filter_map(|id| house.packages.get(id))
        .flat_map(|package| list(&package["dependencies"]))
        .filter(|dep| dep["name"] == "printpdf")
        .collect();
    assert!(!users.is_empty(), "paper writes with printpdf");
    for user in users {
        assert_eq!(user["uses_default_features"], false, "printpdf's default features are an HTML engine");
    }
}

#[test]
fn every_crate_keeps_the_workspace_lints_and_stands_in_the_architecture() {
    let house = House::read();
    let map = file("ARCHITECTURE.md").text;
    for id in &house.members {
        let package = house.packages.get(id).expect("a member is a package");
        let manifest = package["manifest_path"].as_str().expect("it has a manifest");
        let text = std::fs::read_to_string(manifest).expect("it can be read");
        let lints = text.split_once("[lints]").map(|(_, rest)| rest.trim_start());
        assert!(
            lints.is_some_and(|rest| rest.starts_with("workspace = true")),
            "{manifest}: [lints] workspace = true"
        );
        let name = house.name(id);
        assert!(map.contains(&format!("`{name}`")), "ARCHITECTURE.md does not speak of `{name}`");
    }
}
