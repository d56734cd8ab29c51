//! What the shell tells the window of its own accord. Until the window listens, it is kept.

use serde::{Deserialize, Serialize};
use std::sync::{Mutex, PoisonError};
use tauri::ipc::Channel;
use tauri::{AppHandle, Manager as _, Runtime, State};

/// One thing the window did not ask for.
#[derive(Debug, Clone, Serialize, Deserialize, PartialEq, Eq)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Tiding {
    /// A line of the menu was chosen.
    Menu {
        /// Which.
        id: String,
    },
    /// Files are held over the window, or no longer.
    Drag {
        /// Whether they are.
        over: bool,
    },
    /// Files were let go over the window.
    Dropped {
        /// Where they lie.
        paths: Vec<String>,
    },
    /// A file was opened with this program from outside.
    OpenBook {
        /// Where it lies.
        path: String,
    },
}

/// The way to the window, or what waits for it.
#[derive(Default)]
pub(crate) struct Tidings(Mutex<Way>);

#[derive(Default)]
struct Way {
    channel: Option<Channel<Tiding>>,
    waiting: Vec<Tiding>,
}

impl Tidings {
    /// Tells the window now, or as soon as it listens.
    pub(crate) fn tell(&self, tiding: Tiding) {
        let mut way = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let sent = way.channel.as_ref().is_some_and(|channel| channel.send(tiding.clone()).is_ok());
        if !sent {
            way.waiting.push(tiding);
        }
    }

    fn listen(&self, channel: Channel<Tiding>) {
        let mut way = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        way.waiting.retain(|tiding| channel.send(tiding.clone()).is_err());
        way.channel = Some(channel);
    }
}

/// Tells the window.
pub(crate) fn tell<R: Runtime>(app: &AppHandle<R>, tiding: Tiding) {
    app.state::<Tidings>().tell(tiding);
}

/// The window listens, from now on and to what has waited. Whoever listened before no longer does.
#[tauri::command]
pub(crate) fn shell_listen(tidings: State<'_, Tidings>, channel: Channel<Tiding>) {
    tidings.listen(channel);
}
