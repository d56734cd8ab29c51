//! The list of other people's work is what is in the app today.

use std::collections::BTreeSet;
use std::process::Command;

use serde_json::Value;

use crate::files::{file, root};
use crate::works;

#[test]
fn everybody_whose_work_is_in_the_app_is_named() {
    let listed: Value = serde_json::from_str(&file("ui/src/about/licences.json").text).expect("it is JSON");
    let listed: BTreeSet<(String, String)> = listed
        .as_array()
        .expect("it is a list")
        .iter()
        .map(|work| {
            let word = |name: &str| work[name].as_str().expect("a word").to_owned();
            assert!(!word("licence").is_empty(), "{work}");
            (word("name"), word("version"))
        })
        .collect();
    // Only this machine's part of the tree can be asked for; the rest may not be downloaded.
    let told = Command::new("rustc").arg("-vV").output().expect("rustc is there");
    let told = String::from_utf8(told.stdout).expect("rustc prints text");
    let host = told.lines().find_map(|line| line.strip_prefix("host: ")).expect("rustc names its host");
    let here = works::all(&root(), &[host]);
    let remedy = "`cargo xtask licences` writes ui/src/about/licences.json anew";

    let missing: Vec<_> = here
        .iter()
        .map(|work| (work.name.clone(), work.version.clone()))
        .filter(|work| !listed.contains(work))
        .collect();
    assert!(missing.is_empty(), "in the app and not on the list: {missing:?}; {remedy}");

    let lock = file("Cargo.lock").text;
    let gone: Vec<_> = listed
        .iter()
        .filter(|(name, version)| !lock.contains(&format!("name = \"{name}\"\nversion = \"{version}\"\n")))
        .filter(|(name, version)| !here.iter().any(|work| (&work.name, &work.version) == (name, version)))
        .collect();
    assert!(gone.is_empty(), "on the list and no longer in the app: {gone:?}; {remedy}");
}
