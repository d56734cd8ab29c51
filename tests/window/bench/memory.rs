//! How much of the machine's memory the app takes, its web view's programs included.

use std::fs;
use std::path::Path;

/// The programs of the app whose home is there, by name, each with its share (PSS) in megabytes.
pub(crate) fn memory(home: &Path) -> Vec<(String, f64)> {
    let ours = format!("GOODTERMS_HOME={}\0", home.display());
    let entries = fs::read_dir("/proc").into_iter().flatten().flatten();
    let found = entries.filter_map(|entry| {
        let read = |file: &str| fs::read(entry.path().join(file)).ok();
        let surroundings = String::from_utf8_lossy(&read("environ")?).into_owned();
        let name = String::from_utf8_lossy(&read("comm")?).trim().to_owned();
        // The driver and the display stand beside the app.
        let of_the_app =
            surroundings.contains(&ours) && !["WebKitWebDriver", "Xvfb"].contains(&name.as_str());
        let share = String::from_utf8(read("smaps_rollup").filter(|_| of_the_app)?).ok()?;
        let share = share.lines().find_map(|line| line.strip_prefix("Pss:"))?;
        let kilobytes: f64 = share.trim().strip_suffix(" kB")?.trim().parse().ok()?;
        Some((name, kilobytes / 1024.0))
    });
    found.collect()
}
