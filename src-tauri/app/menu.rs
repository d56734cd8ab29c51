//! The menu bar of macOS and Windows, from the plan in [`plan`]. What the window does, it only passes on.

mod plan;

use crate::tidings::{Tiding, tell};
use crate::words::Language;
use plan::{Column, Line, Platform, System, plan};
use serde::Deserialize;
use std::sync::{Mutex, PoisonError};
use tauri::menu::{
    HELP_SUBMENU_ID, Menu, MenuBuilder, MenuEvent, MenuItemBuilder, Submenu, SubmenuBuilder,
    WINDOW_SUBMENU_ID,
};
use tauri::{AppHandle, Manager as _, Runtime, State};

pub use plan::verbs;

/// The one line that is ours to do.
const QUIT: &str = "quit";

/// How the bar stands.
#[derive(Debug, Default)]
pub(crate) struct Bar(Mutex<Standing>);

#[derive(Debug, Default, Clone, Copy)]
struct Standing {
    language: Language,
    book_open: bool,
    /// Whether the program has one at all.
    hung: bool,
}

impl Bar {
    /// The window's language, as far as it has said.
    pub(crate) fn language(&self) -> Language {
        self.standing().language
    }

    fn standing(&self) -> Standing {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn change(&self, how: impl FnOnce(&mut Standing)) -> Standing {
        let mut standing = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        how(&mut standing);
        *standing
    }
}

/// The language the window speaks.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Speaks {
    language: Language,
}

/// Whether a book lies open.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct BookOpen {
    open: bool,
}

/// The window speaks another language: so does the bar, and every dialog from now on.
#[tauri::command]
pub(crate) fn shell_language<R: Runtime>(
    app: AppHandle<R>,
    bar: State<'_, Bar>,
    args: Speaks,
) -> tauri::Result<()> {
    draw(&app, bar.change(|bar| bar.language = args.language))
}

/// A book was opened or locked: what needs one can be chosen, or no longer.
#[tauri::command]
pub(crate) fn shell_book_open<R: Runtime>(
    app: AppHandle<R>,
    bar: State<'_, Bar>,
    args: BookOpen,
) -> tauri::Result<()> {
    draw(&app, bar.change(|bar| bar.book_open = args.open))
}

/// Hangs the bar where the system has a place for one. Windows of a Linux desktop have none today: what they
/// can do is in the window itself.
pub(crate) fn hang<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<()> {
    if Platform::HERE.is_none() {
        return Ok(());
    }
    draw(app, app.state::<Bar>().change(|bar| bar.hung = true))
}

/// Does what was chosen: ends the program, or tells the window.
pub(crate) fn hear<R: Runtime>(app: &AppHandle<R>, event: MenuEvent) {
    match event.id().as_ref() {
        QUIT => app.exit(0),
        id => tell(app, Tiding::Menu { id: id.to_owned() }),
    }
}

fn draw<R: Runtime>(app: &AppHandle<R>, standing: Standing) -> tauri::Result<()> {
    if let (Some(platform), true) = (Platform::HERE, standing.hung) {
        app.set_menu(bar(app, platform, standing)?)?;
    }
    Ok(())
}

fn bar<R: Runtime>(app: &AppHandle<R>, platform: Platform, standing: Standing) -> tauri::Result<Menu<R>> {
    let mut bar = MenuBuilder::new(app);
    for each in plan(platform) {
        bar = bar.item(&column(app, &each, standing)?);
    }
    bar.build()
}

fn column<R: Runtime>(app: &AppHandle<R>, column: &Column, standing: Standing) -> tauri::Result<Submenu<R>> {
    let name = column.name.of(standing.language);
    let mut menu = match column.role {
        plan::Role::Plain => SubmenuBuilder::new(app, name),
        // By these names macOS finds the columns it adds lines of its own to.
        plan::Role::Window => SubmenuBuilder::with_id(app, WINDOW_SUBMENU_ID, name),
        plan::Role::Help => SubmenuBuilder::with_id(app, HELP_SUBMENU_ID, name),
    };
    for line in column.lines {
        menu = match line {
            Line::Rule => menu.separator(),
            Line::Own(which, words) => system(menu, *which, words.of(standing.language)),
            Line::Verb { id, words, key, in_book } => {
                let mut item = MenuItemBuilder::with_id(*id, words.of(standing.language))
                    .enabled(standing.book_open || !in_book);
                if let Some(key) = key {
                    item = item.accelerator(key);
                }
                menu.item(&item.build(app)?)
            }
        };
    }
    menu.build()
}

/// A line the system itself knows what to do with.
fn system<'m, R: Runtime>(
    menu: SubmenuBuilder<'m, R, AppHandle<R>>,
    which: System,
    words: &str,
) -> SubmenuBuilder<'m, R, AppHandle<R>> {
    match which {
        System::Undo => menu.undo_with_text(words),
        System::Redo => menu.redo_with_text(words),
        System::Cut => menu.cut_with_text(words),
        System::Copy => menu.copy_with_text(words),
        System::Paste => menu.paste_with_text(words),
        System::SelectAll => menu.select_all_with_text(words),
        System::Services => menu.services_with_text(words),
        System::Hide => menu.hide_with_text(words),
        System::HideOthers => menu.hide_others_with_text(words),
        System::ShowAll => menu.show_all_with_text(words),
        System::Quit => menu.quit_with_text(words),
        System::Minimise => menu.minimize_with_text(words),
        System::Zoom => menu.maximize_with_text(words),
        System::FullScreen => menu.fullscreen_with_text(words),
        System::ToFront => menu.bring_all_to_front_with_text(words),
        System::Close => menu.close_window_with_text(words),
    }
}
