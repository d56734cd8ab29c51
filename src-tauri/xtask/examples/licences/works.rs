//! Everything of other people that is in the app: crates, npm packages, fonts.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

/// Every desktop the app is made for.
pub(crate) const DESKTOPS: [&str; 4] =
    ["x86_64-unknown-linux-gnu", "x86_64-pc-windows-msvc", "aarch64-apple-darwin", "x86_64-apple-darwin"];

/// Somebody's work, and on what terms it is here.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Work {
    pub(crate) name: String,
    pub(crate) version: String,
    pub(crate) licence: String,
    /// Where it lies on this machine, with its texts.
    folder: PathBuf,
}

/// All of it, by name, each once.
pub(crate) fn all(root: &Path, platforms: &[&str]) -> Vec<Work> {
    let crates = platforms.iter().flat_map(|platform| crates(root, platform));
    let mut works: Vec<Work> = crates.chain(packages(root)).chain(fonts(root)).collect();
    works.sort();
    works.dedup_by(|a, b| (&a.name, &a.version) == (&b.name, &b.version));
    works
}

/// The list as the About page reads it.
pub(crate) fn list(works: &[Work]) -> String {
    let lines: Vec<String> = works
        .iter()
        .map(|work| {
            let [name, version, licence] =
                [&work.name, &work.version, &work.licence].map(|word| json!(word).to_string());
            format!("  {{ \"name\": {name}, \"version\": {version}, \"licence\": {licence} }}")
        })
        .collect();
    format!("[\n{}\n]\n", lines.join(",\n"))
}

/// The texts, each once, below the names of those it belongs to.
pub(crate) fn texts(works: &[Work]) -> String {
    let mut owners: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for work in works {
        for text in texts_in(&work.folder) {
            owners.entry(text).or_default().insert(format!("{} {}", work.name, work.version));
        }
    }
    let rule = "=".repeat(78);
    let chapters = owners.iter().map(|(text, names)| {
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        format!("{rule}\n{}\n{rule}\n\n{text}\n\n", names.join(", "))
    });
    chapters.collect()
}

/// Crates in the app's code on one platform, and what they are built with.
pub(crate) fn crates(root: &Path, platform: &str) -> Vec<Work> {
    let mut command = Command::new("cargo");
    command.args(["metadata", "--format-version", "1", "--locked", "--filter-platform", platform]);
    let output = command.current_dir(root).output().expect("cargo is there");
    assert!(output.status.success(), "cargo metadata: {}", String::from_utf8_lossy(&output.stderr));
    let told: Value = serde_json::from_slice(&output.stdout).expect("cargo prints JSON");
    let needs: BTreeMap<&str, &Value> =
        each(&told["resolve"]["nodes"]).map(|node| (text(&node["id"]), node)).collect();
    let mut seen = BTreeSet::new();
    let mut open = vec![text(&told["resolve"]["root"])];
    while let Some(id) = open.pop() {
        let ours = |dep: &&Value| each(&dep["dep_kinds"]).any(|kind| kind["kind"] != "dev");
        let next = needs.get(id).into_iter().flat_map(|node| each(&node["deps"])).filter(ours);
        open.extend(next.map(|dep| text(&dep["pkg"])).filter(|id| seen.insert(*id)));
    }
    each(&told["packages"])
        .filter(|package| package["source"].is_string() && seen.contains(text(&package["id"])))
        .map(|package| {
            let manifest = Path::new(text(&package["manifest_path"]));
            let folder = manifest.parent().expect("a manifest lies somewhere").to_owned();
            let licence = package["license"].as_str().map(str::to_owned);
            let (name, version) = (text(&package["name"]), text(&package["version"]));
            work(name, version, licence, folder)
        })
        .collect()
}

/// The interface's packages that are not only for building or testing it.
pub(crate) fn packages(root: &Path) -> Vec<Work> {
    let lock = std::fs::read_to_string(root.join("ui/package-lock.json")).expect("npm's lock");
    let lock: Value = serde_json::from_str(&lock).expect("npm writes JSON");
    let packages = lock["packages"].as_object().expect("npm's lock lists packages");
    let shipped = packages.iter().filter(|(at, package)| !at.is_empty() && package["dev"] != true);
    shipped
        .map(|(at, package)| {
            let (_, name) = at.rsplit_once("node_modules/").expect("it is installed there");
            let licence = package["license"].as_str().map(str::to_owned);
            work(name, text(&package["version"]), licence, root.join("ui").join(at))
        })
        .collect()
}

/// The fonts that papers are set in, as their README lists them.
pub(crate) fn fonts(root: &Path) -> Vec<Work> {
    let folder = root.join("src-tauri/paper/fonts");
    let told = std::fs::read_to_string(folder.join("README.md")).expect("the fonts are described");
    let found: Vec<Work> = told
        .lines()
        .filter_map(|line| {
            let (_, package) = line.strip_suffix(" |")?.rsplit_once("| ")?;
            let (name, version) = package.split_once(' ')?;
            let listed = name.starts_with('@');
            listed.then(|| work(name, version, Some("OFL-1.1".to_owned()), folder.clone()))
        })
        .collect();
    assert!(!found.is_empty(), "the fonts' README lists them in a table");
    found
}

fn work(name: &str, version: &str, licence: Option<String>, folder: PathBuf) -> Work {
    let licence = licence.unwrap_or_else(|| by_its_text(&folder));
    // A slash is an older way to write it.
    let licence = licence.replace('/', " OR ").split_whitespace().collect::<Vec<_>>().join(" ");
    Work { name: name.to_owned(), version: version.to_owned(), licence, folder }
}

/// What a text calls itself, where the package does not say.
fn by_its_text(folder: &Path) -> String {
    let texts = texts_in(folder).join("\n");
    let known = [("MIT License", "MIT"), ("Apache License", "Apache-2.0"), ("ISC License", "ISC")];
    let found = known.iter().find(|(title, _)| texts.contains(title));
    found.unwrap_or_else(|| panic!("{}: on what terms is it here?", folder.display())).1.to_owned()
}

/// Licences and notices that lie in a folder.
fn texts_in(folder: &Path) -> Vec<String> {
    let is_text = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_uppercase();
        let stem = ["LICENSE", "LICENCE", "COPYING", "COPYRIGHT", "NOTICE", "UNLICENSE"];
        path.is_file() && (stem.iter().any(|start| name.starts_with(start)) || name.ends_with("-OFL.TXT"))
    };
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(is_text)
        .collect();
    files.sort();
    files
        .iter()
        .filter_map(|file| std::fs::read_to_string(file).ok())
        .map(|it| it.trim().to_owned())
        .collect()
}

fn each(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn text(value: &Value) -> &str {
    value.as_str().expect("a word")
}
