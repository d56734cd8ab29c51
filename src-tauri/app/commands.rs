//! What the window can call: one command for each line of the desk's list, and the two dialogs.

use goodterms_desk::{Desk, DeskError};
use tauri::ipc::Invoke;
use tauri::{Runtime, State};

macro_rules! adapters {
    ($(($name:ident, $run:path, $ask:ty, $answer:ty))*) => {
        $(
            #[tauri::command]
            async fn $name(desk: State<'_, Desk>, args: $ask) -> Result<$answer, DeskError> {
                $run(&desk, args).await
            }
        )*

        /// Sends each call to its command.
        pub(crate) fn handler<R: Runtime>() -> impl Fn(Invoke<R>) -> bool + Send + Sync + 'static {
            tauri::generate_handler![
                $($name,)*
                crate::dialogs::choose_book_file,
                crate::dialogs::choose_new_book_file
            ]
        }
    };
}

goodterms_desk::with_commands!(adapters);
