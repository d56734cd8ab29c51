//! A hundred thousand rows come in whole. How fast is for `cargo xtask bench` to say, not for a test.

use crate::samples::{options, reading};
use std::fmt::Write;

#[test]
fn a_hundred_thousand_rows_are_read_whole() {
    let mut text = String::from(
        "Invoice Number,Customer,Email,Phone,Address,City,Invoice Date,Due Date,Total,Balance,Currency,Status\n",
    );
    for n in 0..100_000_u32 {
        let (day, month) = (n % 28 + 1, n % 12 + 1);
        let (client, cents) = (n % 2000, n % 100);
        writeln!(
            text,
            "INV-{n:07},\"Client {client}, Ltd\",c{client}@example.com,+1 555 {client:04},{client} Main St,Oaktown,{day:02}/{month:02}/2026,{day:02}/{month:02}/2026,\"1,{:03}.{cents:02}\",{:03}.{cents:02},CAD,Sent",
            n % 1000,
            n % 1000,
        )
        .unwrap();
    }
    let intake = reading(text.as_bytes(), &options()).unwrap();
    assert_eq!((intake.invoices.len(), intake.clients.len()), (100_000, 2000));
}
