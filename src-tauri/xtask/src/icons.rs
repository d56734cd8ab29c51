//! Icons in every size a system asks for, drawn from the two pictures in src-tauri/icons.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use crate::command::run;
use crate::house;
use crate::report::{Trouble, step};

/// Sizes the small picture is drawn for: there the large one's lines would fall between the pixels. The first of
/// them is what Windows shows while one develops.
const SMALL: [u32; 4] = [32, 16, 20, 24];
/// Sizes of the large picture in Windows' one file.
const LARGE: [u32; 5] = [40, 48, 64, 128, 256];

/// `cargo xtask icons`.
pub(crate) fn icons(words: &[String]) -> Result<ExitCode, Trouble> {
    if !words.is_empty() {
        return Err(Trouble::new("icons takes no words.", "cargo xtask icons"));
    }
    let folder = house::root().join("src-tauri/icons");
    step("Icons", || {
        let [whole, small, large] = ["whole", "small", "large"]
            .map(|name| house::debug_builds().map(|it| it.join("icons").join(name)));
        let (whole, small, large) = (whole?, small?, large?);
        draw("icon.svg", &whole, &[])?;
        draw("icon-small.svg", &small, &SMALL)?;
        draw("icon.svg", &large, &LARGE)?;
        for picture in pictures(&whole)? {
            keep(&picture, &folder)?;
        }
        keep(&small.join("32x32.png"), &folder)?;
        let sizes = SMALL.map(|size| (size, &small)).into_iter().chain(LARGE.map(|size| (size, &large)));
        let drawn: Vec<(u32, Vec<u8>)> = sizes
            .map(|(size, at)| {
                let file = at.join(format!("{size}x{size}.png"));
                fs::read(&file).map(|png| (size, png)).map_err(|cause| Trouble::file(&file, &cause))
            })
            .collect::<Result<_, _>>()?;
        write(&folder.join("icon.ico"), &ico(&drawn))
    })?;
    Ok(ExitCode::SUCCESS)
}

/// Tauri's own command line draws; without sizes, all that any system wants, telephones included.
fn draw(picture: &str, into: &Path, sizes: &[u32]) -> Result<(), Trouble> {
    let mut command = Command::new("node");
    command.args(["ui/node_modules/@tauri-apps/cli/tauri.js", "icon"]).current_dir(house::root());
    command.arg(format!("src-tauri/icons/{picture}")).arg("--output").arg(into);
    for size in sizes {
        command.arg("--png").arg(size.to_string());
    }
    run(&mut command)
}

/// What a desktop wants: the telephones' are in folders of their own.
fn pictures(folder: &Path) -> Result<Vec<PathBuf>, Trouble> {
    let entries = fs::read_dir(folder).map_err(|cause| Trouble::file(folder, &cause))?;
    Ok(entries.flatten().map(|entry| entry.path()).filter(|path| path.is_file()).collect())
}

fn keep(picture: &Path, folder: &Path) -> Result<(), Trouble> {
    let bytes = fs::read(picture).map_err(|cause| Trouble::file(picture, &cause))?;
    write(&folder.join(picture.file_name().unwrap_or_default()), &bytes)
}

#[expect(clippy::disallowed_methods, reason = "a generated file; the next run writes it again")]
fn write(file: &Path, bytes: &[u8]) -> Result<(), Trouble> {
    fs::write(file, bytes).map_err(|cause| Trouble::file(file, &cause))
}

/// Windows' container: a head, a line for each picture, the pictures as PNG.
fn ico(pictures: &[(u32, Vec<u8>)]) -> Vec<u8> {
    let short = |number: usize| u16::try_from(number).unwrap_or(u16::MAX).to_le_bytes();
    let long = |number: usize| u32::try_from(number).unwrap_or(u32::MAX).to_le_bytes();
    let mut file = [[0, 0], [1, 0], short(pictures.len())].concat();
    let mut at = 6 + 16 * pictures.len();
    for (size, png) in pictures {
        // 256 pixels are written as 0, all that fits in a byte.
        let side = u8::try_from(*size).unwrap_or(0);
        file.extend([side, side, 0, 0, 1, 0, 32, 0]);
        file.extend(long(png.len()));
        file.extend(long(at));
        at += png.len();
    }
    file.extend(pictures.iter().flat_map(|(_, png)| png));
    file
}

#[cfg(test)]
mod tests {
    use super::ico;

    #[test]
    fn windows_finds_each_picture_where_the_head_says() {
        let file = ico(&[(16, b"small".to_vec()), (256, b"large one".to_vec())]);
        assert_eq!(&file[..6], [0, 0, 1, 0, 2, 0], "two pictures");
        assert_eq!(&file[6..22], [16, 16, 0, 0, 1, 0, 32, 0, 5, 0, 0, 0, 38, 0, 0, 0]);
        assert_eq!(file[22], 0, "256 does not fit in a byte");
        assert_eq!(&file[38..], b"smalllarge one");
    }
}
