//! The desk behind a plain browser, for looking at the window while working on it: real answers over a real
//! book, on this computer only.
//!
//! `serve HOME` keeps the app's own files in HOME, writes the port it listens at, and answers
//! `POST /desk/<command>` until its input ends. The clock stands still at the sample's usual day.

use goodterms_desk::{Clock, Desk, DeskError};
use serde_json::{Value, json};
use std::io::Read as _;
use std::path::PathBuf;

macro_rules! answers {
    ($(($name:ident, $run:path, $ask:ty, $answer:ty))*) => {
        async fn answer(desk: &Desk, name: &str, args: Value) -> Result<Value, Value> {
            let refused = |error: DeskError| json!(error);
            let unexpected = |why: String| json!({ "code": "unexpected", "kind": "machine", "message": why });
            match name {
                $(stringify!($name) => {
                    let ask: $ask = serde_json::from_value(args).map_err(|why| unexpected(why.to_string()))?;
                    let answer = $run(desk, ask).await.map_err(refused)?;
                    serde_json::to_value(answer).map_err(|why| unexpected(why.to_string()))
                })*
                other => Err(unexpected(format!("there is no command {other}"))),
            }
        }
    };
}

goodterms_desk::with_commands!(answers);

#[expect(clippy::print_stdout, reason = "whoever started it reads the port")]
fn main() -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    let home = PathBuf::from(std::env::args_os().nth(1).ok_or("name a folder for the app's own files")?);
    let at = std::env::var("GOODTERMS_CLOCK").unwrap_or_else(|_| "2026-11-17T13:05:00Z".to_owned());
    let desk = Desk::new(home, Clock::Frozen(at.parse()?), "Nora Whitfield");
    let runtime = tokio::runtime::Runtime::new()?;
    let server = tiny_http::Server::http("127.0.0.1:0")?;
    println!("{}", server.server_addr().to_ip().ok_or("no address")?.port());
    std::thread::spawn(|| {
        // Whoever started it has gone: so does this.
        let _ = std::io::stdin().read_to_end(&mut Vec::new());
        std::process::exit(0);
    });
    // One thread for each question, so that long work can be asked about while it lasts.
    std::thread::scope(|scope| {
        for mut request in server.incoming_requests() {
            let (desk, runtime) = (&desk, &runtime);
            scope.spawn(move || {
                let mut body = String::new();
                let name = request.url().trim_start_matches("/desk/").to_owned();
                let read = request.as_reader().read_to_string(&mut body);
                let args =
                    read.ok().and_then(|_| serde_json::from_str(&body).ok()).unwrap_or_else(|| json!({}));
                let (status, answer) = match runtime.block_on(answer(desk, &name, args)) {
                    Ok(answer) => (200, answer),
                    Err(error) => (422, error),
                };
                let response = tiny_http::Response::from_string(answer.to_string()).with_status_code(status);
                // Nobody may be waiting any more.
                let _ = request.respond(response);
            });
        }
    });
    Ok(())
}
