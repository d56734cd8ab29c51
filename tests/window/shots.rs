//! Every screen in every light: a picture, axe's findings, and no scrolling sideways.
//!
//! `cargo xtask shots [NAME…]` takes all pictures, or those whose name begins so, and asks axe about each. A
//! plain run of the tests takes English in light and French in dark, which together show every word and every
//! colour; there axe, which takes most of the time, looks at all of the first and at the colours of the second.

use std::path::PathBuf;

use serde_json::{Value, json};

use crate::desk::Desk;
use crate::inspection::{Inspection, Look};
use crate::scenes::{SCENES, Scene, Step, Words};
use crate::stage::kept_in;

const SIZES: [(u32, u32); 2] = [(1280, 800), (1024, 700)];
const SAMPLE: Words = ("Try with sample data", "Essayer avec un exemple");

/// A way the window can look.
#[derive(Clone, Copy)]
struct Light {
    language: &'static str,
    theme: &'static str,
}

impl Light {
    const fn new(language: &'static str, theme: &'static str) -> Self {
        Self { language, theme }
    }

    fn say(self, (english, french): Words) -> &'static str {
        if self.language == "fr" { french } else { english }
    }
}

const TWO: [Light; 2] = [Light::new("en", "light"), Light::new("fr", "dark")];
const FOUR: [Light; 4] = [TWO[0], Light::new("en", "dark"), Light::new("fr", "light"), TWO[1]];

/// Someone who walks through all scenes and writes down what is wrong.
struct Photographer {
    desk: Desk,
    inspection: Inspection,
    folder: PathBuf,
    light: Light,
    /// Whether every picture is asked about.
    thorough: bool,
    /// Whether the page is as it was loaded, but for its address.
    clean: bool,
    findings: Vec<String>,
}

#[test]
fn every_screen_stands_in_every_light() {
    let wanted = std::env::var("GOODTERMS_SHOTS").ok();
    let names: Vec<&str> = wanted.iter().flat_map(|names| names.split_whitespace()).collect();
    let lights: &[Light] = if wanted.is_some() { &FOUR } else { &TWO };
    let scenes: Vec<&Scene> = SCENES
        .iter()
        .filter(|scene| names.is_empty() || names.iter().any(|name| scene.name.starts_with(name)))
        .collect();
    assert!(!scenes.is_empty(), "no scene is called {names:?}");
    let Some(desk) = Desk::open_on_the_sample_day("shots", &[]) else { return };
    let mut photographer = Photographer {
        desk,
        inspection: Inspection::new(),
        folder: kept_in("shots"),
        light: FOUR[0],
        thorough: wanted.is_some(),
        clean: false,
        findings: Vec::new(),
    };
    for light in lights {
        photographer.prefer(*light);
        for scene in &scenes {
            photographer.visit(scene);
        }
    }
    let Photographer { findings, folder, .. } = &photographer;
    eprintln!("{} pictures in {}", lights.len() * SIZES.len() * scenes.len(), folder.display());
    assert!(findings.is_empty(), "{} findings:\n{}", findings.len(), findings.join("\n"));
}

impl Photographer {
    /// Chooses language and theme as the display menu would, for the next time the page is loaded.
    fn prefer(&mut self, light: Light) {
        const REMEMBER: &str = "for (const [key, value] of Object.entries(arguments[0])) \
            localStorage.setItem(`goodterms.${key}`, value);";
        let preferences = json!({ "language": light.language, "theme": light.theme });
        self.desk.driver.script(REMEMBER, &[preferences]);
        self.light = light;
        self.clean = false;
    }

    /// Goes where the scene is, does what it says, and takes it at every size.
    fn visit(&mut self, scene: &Scene) {
        self.desk.driver.resize(SIZES[0].0, SIZES[0].1);
        self.stand_at(scene);
        self.rest(scene.name);
        for step in scene.steps {
            self.clean = false;
            match step {
                Step::Press(words) => self.desk.press(self.light.say(*words)),
                Step::Keys(keys) => self.desk.keys(keys),
                Step::Fill(label, text) => self.desk.fill(self.light.say(*label), text),
            }
        }
        for size in SIZES {
            self.take(scene, size);
        }
    }

    fn take(&mut self, scene: &Scene, (width, height): (u32, u32)) {
        self.desk.driver.resize(width, height);
        let Light { language, theme } = self.light;
        let name = format!("{}-{language}-{theme}-{width}x{height}", scene.name);
        self.rest(&name);
        let file = self.folder.join(format!("{name}.png"));
        self.desk.driver.picture_into(&file).unwrap_or_else(|no| panic!("no picture of {name}: {no:?}"));
        let look = match (self.thorough, (width, height) == SIZES[0], theme) {
            (true, ..) | (_, true, "light") => Look::Whole,
            (_, true, _) => Look::Colours,
            _ => Look::Size,
        };
        for line in self.inspection.findings(&self.desk.driver, look) {
            self.note(&name, &line);
        }
    }

    /// Waits until nothing moves any more.
    fn rest(&mut self, name: &str) {
        if !Inspection::rest(&self.desk.driver) {
            self.note(name, "does not come to rest");
        }
    }

    fn note(&mut self, name: &str, line: &str) {
        eprintln!("{name}: {line}");
        self.findings.push(format!("{name}: {line}"));
    }

    /// Goes where the scene is, over a page on which nothing is open or half typed.
    fn stand_at(&mut self, scene: &Scene) {
        if !self.clean || scene.at.is_none() {
            self.desk.driver.script("location.hash = '';", &[]);
            self.desk.driver.refresh();
            self.desk.pressable(self.light.say(SAMPLE));
        }
        let Some(address) = scene.at else {
            self.clean = false;
            return;
        };
        if !self.clean {
            self.desk.press(self.light.say(SAMPLE));
            self.desk.driver.find("nav");
            self.clean = true;
        }
        let address = self.resolve(address);
        self.desk.driver.script("location.hash = arguments[0];", &[address.into()]);
    }

    /// An address with ids in place of names.
    fn resolve(&self, address: &str) -> String {
        let Some((before, rest)) = address.split_once('{') else { return address.to_owned() };
        let (meant, after) = rest.split_once('}').expect("a name ends somewhere");
        let (kind, name) = meant.split_once(' ').expect("a kind and a name");
        let id = match kind {
            "client" => self.desk.ask("find", &json!({ "search": name }))["clients"][0]["id"].clone(),
            "invoice" => self.desk.ask("invoice_view", &json!({ "invoice": name }))["invoice"]["id"].clone(),
            "paper" => {
                let papers = self.desk.ask("document_list", &json!({}));
                let of_kind = |paper: &&Value| paper["kind"] == name;
                let paper = papers["documents"].as_array().and_then(|all| all.iter().find(of_kind).cloned());
                paper.unwrap_or_default()["id"].clone()
            }
            other => panic!("an address names no {other}"),
        };
        let id = id.as_str().unwrap_or_else(|| panic!("the sample has no {meant}"));
        format!("{before}{id}{after}")
    }
}
