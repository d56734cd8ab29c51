//! What the window can call: one command for each line of the desk's list, and the shell's own.

use crate::places;
use crate::{dialogs, menu, tidings, window};
use goodterms_desk::{Answer, Desk, DeskError, ErrorKind};
use tauri::ipc::Invoke;
use tauri::{AppHandle, Manager as _, Runtime};
use tokio::sync::Semaphore;

macro_rules! adapters {
    ($(($name:ident, $run:path, $ask:ty, $answer:ty))*) => {
        $(
            #[tauri::command]
            async fn $name<R: Runtime>(app: AppHandle<R>, args: $ask) -> Answer<$answer> {
                by_itself(app, async |desk| $run(desk, args).await).await
            }
        )*

        /// Sends a call to its command.
        fn answer<R: Runtime>(call: Invoke<R>) -> bool {
            let commands: fn(Invoke<R>) -> bool = tauri::generate_handler![
                $($name,)*
                dialogs::choose_book_file,
                dialogs::choose_new_book_file,
                dialogs::choose_import_file,
                dialogs::choose_logo,
                dialogs::choose_returned_copy,
                dialogs::choose_seal_file,
                dialogs::export_into,
                dialogs::print_letters,
                dialogs::save_document,
                dialogs::save_recovery_sheet,
                dialogs::save_terms_sheet,
                tidings::shell_listen,
                menu::shell_language,
                menu::shell_book_open,
                window::shell_title,
                window::shell_quit
            ];
            commands(call)
        }
    };
}

goodterms_desk::with_commands!(adapters);

/// How many pieces of work are done at once. Each opens the book for itself and warms a cache of its own, so
/// that a list dragged from end to end would otherwise take all the memory there is.
const AT_ONCE: usize = 4;

/// Who may begin: each in the order of asking.
static HANDS: Semaphore = Semaphore::const_new(AT_ONCE);

/// Does one piece of work on a thread of its own: setting a paper takes a while, keeps its thread busy, and
/// what it holds meanwhile may not change threads.
pub(crate) async fn by_itself<R: Runtime, T: Send + 'static>(
    app: AppHandle<R>,
    work: impl AsyncFnOnce(&Desk) -> Answer<T> + Send + 'static,
) -> Answer<T> {
    // Never closed, so there is always a turn.
    let _turn = HANDS.acquire().await;
    let here = tokio::runtime::Handle::current();
    let done = tauri::async_runtime::spawn_blocking(move || here.block_on(work(&app.state::<Desk>())));
    done.await.unwrap_or_else(|_| {
        let message = "The program made a mistake, and what you asked for was not done.";
        Err(error("unexpected", ErrorKind::Machine, message.to_owned()))
    })
}

/// An error of the shell's own, in the desk's shape.
pub(crate) fn error(code: &str, kind: ErrorKind, message: String) -> DeskError {
    DeskError {
        code: code.to_owned(),
        kind,
        message,
        hint: None,
        file: None,
        row: None,
        field: None,
        candidates: Vec::new(),
    }
}

/// Answers each call, unless it names a file that nobody has chosen.
pub(crate) fn handler<R: Runtime>() -> impl Fn(Invoke<R>) -> bool + Send + Sync + 'static {
    |call| {
        let Some(place) = places::named_in(&call) else { return answer(call) };
        tauri::async_runtime::spawn(async move {
            let app = call.message.webview_ref().app_handle().clone();
            match places::refuse_strange(&app, &place).await {
                // Only a command the window may call has come as far as here.
                Ok(()) => drop(answer(call)),
                Err(no) => call.resolver.reject(no),
            }
        });
        true
    }
}
