//! WebDriver's wire: one JSON request over plain HTTP to a driver on this machine, one JSON answer.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::time::Duration;

use serde_json::Value;

/// Longer than any single command may take; a driver that is silent for so long is dead.
const SILENCE: Duration = Duration::from_secs(120);

/// The connection to a driver. Every request is a connection of its own.
#[derive(Clone, Copy)]
pub(crate) struct Wire {
    pub(crate) port: u16,
}

/// The driver answered, and the answer is no.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Refused {
    /// WebDriver's own code, such as `no such element`.
    pub(crate) code: String,
    pub(crate) message: String,
}

impl Wire {
    /// Sends one command and gives back the answer's `value`.
    pub(crate) fn call(self, method: &str, path: &str, body: Option<&Value>) -> Result<Value, Refused> {
        let broken = |cause: std::io::Error| refused("driver unreachable", &cause.to_string());
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).map_err(broken)?;
        stream.set_read_timeout(Some(SILENCE)).map_err(broken)?;
        stream.write_all(&request(method, path, self.port, body)).map_err(broken)?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).map_err(broken)?;
        read_answer(&answer)
    }
}

fn request(method: &str, path: &str, port: u16, body: Option<&Value>) -> Vec<u8> {
    let body = body.map(Value::to_string).unwrap_or_default();
    let length = body.len();
    format!(
        "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\
         Content-Type: application/json; charset=utf-8\r\nContent-Length: {length}\r\n\r\n{body}"
    )
    .into_bytes()
}

fn read_answer(answer: &[u8]) -> Result<Value, Refused> {
    let nonsense = || refused("no WebDriver answer", &String::from_utf8_lossy(answer));
    let gap = answer.windows(4).position(|four| four == b"\r\n\r\n").ok_or_else(nonsense)?;
    let (head, body) = answer.split_at(gap);
    let mut answer: Value = serde_json::from_slice(body).map_err(|_| nonsense())?;
    let value = answer.get_mut("value").map(Value::take).ok_or_else(nonsense)?;
    if head.starts_with(b"HTTP/1.1 200") {
        return Ok(value);
    }
    let word = |name: &str| value.get(name).and_then(Value::as_str).unwrap_or_default();
    Err(refused(word("error"), word("message")))
}

fn refused(code: &str, message: &str) -> Refused {
    Refused { code: code.to_owned(), message: message.to_owned() }
}

#[test]
fn a_request_says_how_long_it_is_in_bytes() {
    let sent = request("POST", "/session/7/url", 4444, Some(&serde_json::json!({ "url": "é" })));
    let sent = String::from_utf8(sent).expect("it is text");
    assert!(sent.starts_with("POST /session/7/url HTTP/1.1\r\n"), "{sent}");
    assert!(sent.contains("Content-Length: 12\r\n"), "é is two bytes: {sent}");
    assert!(sent.ends_with("\r\n\r\n{\"url\":\"é\"}"), "{sent}");
}

#[test]
fn an_answer_is_its_value_and_a_refusal_keeps_its_code() {
    let ok = b"HTTP/1.1 200 OK\r\nContent-Length: 14\r\n\r\n{\"value\":\"hi\"}";
    assert_eq!(read_answer(ok), Ok(Value::from("hi")));
    let no = b"HTTP/1.1 404 Not Found\r\n\r\n{\"value\":{\"error\":\"no such element\",\"message\":\"m\"}}";
    assert_eq!(read_answer(no), Err(refused("no such element", "m")));
    assert_eq!(read_answer(b"garbage").expect_err("not HTTP").code, "no WebDriver answer");
}
