//! Looking at a page as those see it who do not see it: axe's findings, and whether it scrolls sideways.

use std::path::Path;

use serde_json::{Value, json};

use crate::driver::Driver;

/// How closely one looks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Look {
    /// At all that axe knows.
    Whole,
    /// At contrast alone.
    Colours,
    /// Only at whether it fits.
    Size,
}

/// What is looked for. An open menu or calendar lies beside the landmarks by its nature.
const WHOLE: &str = "{
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  rules: { region: { enabled: false } },
  resultTypes: ['violations'],
}";
const COLOURS: &str = "{ runOnly: ['color-contrast'], resultTypes: ['violations'] }";

const LOOK: &str = "
const done = arguments[arguments.length - 1];
axe.run(document, WHAT).then(({ violations }) => done(violations
  .filter(({ impact }) => impact === 'serious' || impact === 'critical')
  .flatMap(({ id, impact, nodes }) => nodes.map((node) => {
    const why = node.any[0] ?? node.all[0] ?? node.none[0];
    return `${impact} ${id}: ${node.target.join(' ')} ${why ? why.message : ''}`;
  }))), (thrown) => done([`axe itself failed: ${thrown}`]));
";

/// Collects what goes wrong on the page from now on.
const LISTEN: &str = "
if (window.complaints) return;
window.complaints = [];
addEventListener('error', (event) => complaints.push(`error: ${event.message}`));
addEventListener('unhandledrejection', (event) => complaints.push(`rejected: ${event.reason}`));
document.addEventListener('securitypolicyviolation', (event) =>
  complaints.push(`policy: ${event.violatedDirective} ${event.blockedURI}`));
";

/// Says when the page has come to rest: its fonts are there, nothing moves, nothing changes any more.
const REST: &str = "
const done = arguments[arguments.length - 1];
const still = () => document.getAnimations().every((each) => each.playState !== 'running')
  && !document.querySelector('[role=progressbar]');
let last = performance.now();
const began = last;
const watch = new MutationObserver(() => { last = performance.now(); });
watch.observe(document, { childList: true, subtree: true, characterData: true, attributes: true });
document.fonts.ready.then(() => {
  const tick = setInterval(() => {
    const now = performance.now();
    const rested = now - last > 250 && still();
    if (!rested && now - began < 20000) return;
    clearInterval(tick);
    watch.disconnect();
    done(rested);
  }, 50);
});
";

/// A page under inspection.
pub(crate) struct Inspection {
    axe: String,
}

impl Inspection {
    /// With axe as npm has installed it.
    pub(crate) fn new() -> Self {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/node_modules/axe-core/axe.min.js");
        let text = std::fs::read_to_string(&file);
        Self { axe: text.unwrap_or_else(|no| panic!("{}: {no}; `npm ci` in ui", file.display())) }
    }

    /// Waits for the page to rest. Answers whether it does.
    pub(crate) fn rest(driver: &Driver) -> bool {
        driver.script(LISTEN, &[]);
        driver.patient_script(REST, &[]) == json!(true)
    }

    /// What is wrong with the page as it stands.
    pub(crate) fn findings(&self, driver: &Driver, look: Look) -> Vec<String> {
        let found = match look {
            Look::Whole => self.ask(driver, WHOLE),
            Look::Colours => self.ask(driver, COLOURS),
            Look::Size => json!([]),
        };
        let said = driver.script("return window.complaints.splice(0);", &[]);
        let wide = driver.script("return document.documentElement.scrollWidth - innerWidth;", &[]);
        let sideways = wide.as_i64().filter(|pixels| *pixels > 0);
        let lines = [found, said].into_iter().flat_map(|list| list.as_array().cloned().unwrap_or_default());
        lines
            .map(|line| line.as_str().unwrap_or_default().to_owned())
            .chain(sideways.map(|pixels| format!("scrolls sideways by {pixels} pixels")))
            .collect()
    }

    fn ask(&self, driver: &Driver, what: &str) -> Value {
        // Through the driver, so that the page's content policy stays as strict as it is.
        if driver.script("return typeof axe;", &[]) == json!("undefined") {
            driver.script(&self.axe, &[]);
        }
        driver.patient_script(&LOOK.replace("WHAT", what), &[])
    }
}
