//! Prints the window's TypeScript types: `cargo xtask bindings` keeps them in `ui/src/ipc/wire.ts`.

use std::io::Write as _;

fn main() -> std::io::Result<()> {
    std::io::stdout().write_all(goodterms_desk::wire::typescript().as_bytes())
}
