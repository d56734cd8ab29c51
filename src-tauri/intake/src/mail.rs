//! An e-mail that came back: a reply, an automatic answer, or a notice that it was not delivered.

use crate::drafts::Intake;
use crate::options::{Kind, MOST_BYTES, Options};
use crate::reading::{Fact, FactName, Format, Reading};
use goodterms_terms::{Code, Day, Refusal, day};
use mail_parser::{Address, HeaderValue, Message, MessageParser, MimeHeaders as _, PartType};

/// The most bytes of text that are kept of a letter: 256 KiB.
const MOST_TEXT: usize = 256 << 10;
/// The most parts a letter may have.
const MOST_PARTS: usize = 5_000;

/// What an e-mail says of itself and says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Letter {
    /// Who wrote it.
    pub from: Option<Mailbox>,
    /// Whom it was written to, copies included.
    pub to: Vec<Mailbox>,
    /// Its subject, in one line.
    pub subject: String,
    /// When it was written, by its sender's clock.
    pub sent: Option<Sent>,
    /// Its own id, without the angle brackets.
    pub message_id: Option<String>,
    /// The ids of the messages it answers, the nearest first.
    pub answers: Vec<String>,
    /// What it says, as plain text.
    pub text: String,
    /// The addresses that mail sent out did not reach, or not yet.
    pub undelivered: Vec<Undelivered>,
    /// A machine answered: away, received, on holiday.
    pub automatic: bool,
    /// The names of the files that came with it.
    pub attachments: Vec<String>,
    /// Which of an archive's files it is, counted from 1.
    pub row: u64,
}

impl Letter {
    /// Whether mail could not be delivered for good.
    pub fn is_bounce(&self) -> bool {
        self.undelivered.iter().any(|one| !one.still_trying)
    }
}

/// A name and an address.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mailbox {
    /// The name beside the address.
    pub name: Option<String>,
    /// The address, as written.
    pub address: String,
}

/// A moment as the sender's clock showed it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sent {
    /// The civil day there.
    pub on: Day,
    /// Hour, 0 to 23.
    pub hour: u8,
    /// Minute, 0 to 59.
    pub minute: u8,
    /// Minutes that the sender's clock is ahead of UTC.
    pub ahead: i16,
}

/// An address that mail did not reach (RFC 3464).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undelivered {
    /// The address; empty where the notice does not say which.
    pub recipient: String,
    /// The status, such as `5.1.1` (RFC 3463).
    pub status: Option<String>,
    /// Why, in the words of the other side's machine.
    pub reason: Option<String>,
    /// The mail waits and will be sent again.
    pub still_trying: bool,
}

/// Reads an e-mail as the one row of a file.
///
/// # Errors
/// What [`read_mail`] refuses; [`Code::KindAmbiguous`] when the file is to be taken for something else.
pub(crate) fn read(bytes: &[u8], row: u64, options: &Options) -> Result<Intake, Refusal> {
    if let Some(kind) = options.as_kind.filter(|&kind| kind != Kind::Mail) {
        return Err(Refusal::input(
            Code::KindAmbiguous,
            format!("This is an e-mail, and cannot be brought in as {}", kind.as_str()),
        )
        .field("as")
        .hint("Leave --as out, or say --as mail."));
    }
    let letter = Letter { row, ..read_mail(bytes)? };
    let mut intake = Intake::of(Reading { facts: facts(&letter), ..Reading::of(Kind::Mail, Format::Mail) });
    intake.rows.read = 1;
    intake.rows.used = 1;
    intake.letters.push(letter);
    Ok(intake)
}

/// What is refused when a table is to be taken for e-mail.
pub(crate) fn no_table() -> Refusal {
    Refusal::input(Code::KindAmbiguous, "This is a table, and cannot be brought in as mail")
        .field("as")
        .hint("Leave --as out, or say what its rows are.")
}

fn facts(letter: &Letter) -> Vec<Fact> {
    let fact = |name: FactName, text: &str, read_as: &str| {
        let (text, read_as) = (text.to_owned(), read_as.to_owned());
        (!text.is_empty()).then_some(Fact { row: letter.row, name, text, read_as })
    };
    let from = letter.from.clone().unwrap_or_default();
    let sent = letter.sent.map(|sent| sent.on.to_string()).unwrap_or_default();
    let lost = letter.undelivered.iter();
    let written =
        from.name.as_ref().map_or(from.address.clone(), |name| format!("{name} <{}>", from.address));
    [
        fact(FactName::Sender, &written, &from.address),
        fact(FactName::Subject, &letter.subject, &letter.subject),
        fact(FactName::Sent, &sent, &sent),
    ]
    .into_iter()
    .chain(lost.map(|one| fact(FactName::Undelivered, &one.recipient, &one.recipient)))
    .flatten()
    .collect()
}

/// Reads an e-mail as it lies in a file (`.eml`).
///
/// # Errors
/// [`Code::FileTooLarge`]; [`Code::FileKindUnsupported`] when it is no e-mail.
pub fn read_mail(bytes: &[u8]) -> Result<Letter, Refusal> {
    let boundaries = bytes.windows(3).filter(|w| *w == b"\n--").count();
    if bytes.len() > MOST_BYTES || boundaries > MOST_PARTS {
        return Err(Refusal::input(
            Code::FileTooLarge,
            "The e-mail is larger than 64 MiB or has too many parts",
        )
        .hint("Note what it says by hand."));
    }
    // The library asserts in debug builds that parts of damaged mail nest as it expects (0.11.9, "Invalid part ID"), and
    // goes on without them otherwise. Catching that is sound: it has no state but these bytes, which it only reads, and
    // what it was making is dropped.
    std::panic::catch_unwind(|| letter(bytes)).unwrap_or_else(|_| Err(no_mail()))
}

fn no_mail() -> Refusal {
    Refusal::input(Code::FileKindUnsupported, "This is not an e-mail as a mail program saves it")
        .hint("Save the message as .eml, or drag it out of the mail program.")
}

fn letter(bytes: &[u8]) -> Result<Letter, Refusal> {
    let message = MessageParser::default().parse(without_mailbox_line(bytes)).ok_or_else(no_mail)?;
    if message.from().is_none() && message.subject().is_none() && message.date().is_none() {
        return Err(no_mail());
    }
    let undelivered = undelivered(&message);
    Ok(Letter {
        from: message.from().and_then(|from| mailboxes(from).into_iter().next()),
        to: message.to().into_iter().chain(message.cc()).flat_map(mailboxes).collect(),
        subject: one_line(message.subject().unwrap_or_default()),
        sent: sent(&message),
        message_id: message.message_id().map(str::to_owned),
        answers: answers(&message),
        text: text(&message),
        automatic: undelivered.is_empty() && is_automatic(&message),
        undelivered,
        attachments: attachments(&message),
        row: 1,
    })
}

/// The files that came with it. What a notice of failure carries of the mail that failed is none of them.
fn attachments(message: &Message<'_>) -> Vec<String> {
    let is_file = |part: &&mail_parser::MessagePart<'_>| {
        part.attachment_name().is_some()
            || !part
                .content_type()
                .is_some_and(|kind| matches!(kind.ctype(), "message" | "text" | "multipart"))
    };
    let name = |part: &mail_parser::MessagePart<'_>| one_line(part.attachment_name().unwrap_or_default());
    message.attachments().filter(is_file).map(name).collect()
}

/// A mailbox file puts a line `From address day` before each message.
fn without_mailbox_line(bytes: &[u8]) -> &[u8] {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if !bytes.starts_with(b"From ") {
        return bytes;
    }
    let end = bytes.iter().position(|&byte| byte == b'\n').map_or(bytes.len(), |at| at + 1);
    bytes.get(end..).unwrap_or_default()
}

fn mailboxes(address: &Address<'_>) -> Vec<Mailbox> {
    let named = |one: &mail_parser::Addr<'_>| {
        let address = one.address.as_deref().unwrap_or_default().trim().to_owned();
        let name = one.name.as_deref().map(one_line).filter(|name| !name.is_empty() && *name != address);
        (!address.is_empty() || name.is_some()).then_some(Mailbox { name, address })
    };
    address.iter().filter_map(named).collect()
}

fn sent(message: &Message<'_>) -> Option<Sent> {
    let date = message.date()?;
    let on = Day::from_ymd_opt(i32::from(date.year), u32::from(date.month), u32::from(date.day))?;
    let ahead = i16::from(date.tz_hour) * 60 + i16::from(date.tz_minute);
    let ahead = if date.tz_before_gmt { -ahead } else { ahead };
    let in_a_day = date.hour < 24 && date.minute < 60;
    day::within_years(on).ok().filter(|_| in_a_day).map(|on| Sent {
        on,
        hour: date.hour,
        minute: date.minute,
        ahead,
    })
}

fn answers(message: &Message<'_>) -> Vec<String> {
    let ids = |value: &HeaderValue<'_>| -> Vec<String> {
        match value {
            HeaderValue::Text(id) => vec![id.to_string()],
            HeaderValue::TextList(ids) => ids.iter().map(ToString::to_string).collect(),
            _ => Vec::new(),
        }
    };
    let mut all = ids(message.in_reply_to());
    all.extend(ids(message.references()).into_iter().rev());
    let mut once: Vec<String> = Vec::new();
    for id in all.into_iter().take(100) {
        if !once.contains(&id) {
            once.push(id);
        }
    }
    once
}

/// The plain text; a message of HTML alone is read without its tags.
fn text(message: &Message<'_>) -> String {
    let whole = message.body_text(0).unwrap_or_default();
    let cut = whole.floor_char_boundary(MOST_TEXT.min(whole.len()));
    let kept = whole.get(..cut).unwrap_or_default();
    kept.replace("\r\n", "\n").replace('\0', "").trim().to_owned()
}

/// `Auto-Submitted` (RFC 3834), and what programs wrote before it.
fn is_automatic(message: &Message<'_>) -> bool {
    let small = |name: &str| raw(message, name).map(|value| value.trim().to_lowercase());
    let submitted =
        small("Auto-Submitted").is_some_and(|value| !value.is_empty() && !value.starts_with("no"));
    let precedence =
        small("Precedence").is_some_and(|value| matches!(value.as_str(), "auto_reply" | "auto-reply"));
    let own_way = ["X-Autoreply", "X-Autorespond", "X-Autoresponder"];
    submitted || precedence || own_way.into_iter().any(|name| raw(message, name).is_some())
}

/// A header as written.
fn raw<'m>(message: &'m Message<'_>, name: &str) -> Option<&'m str> {
    message.headers_raw().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value)
}

/// What the machine-readable part of a notice says; without one, what the notice's headers give away.
fn undelivered(message: &Message<'_>) -> Vec<Undelivered> {
    let reports = message.parts.iter().filter(|part| {
        part.content_type().is_some_and(|kind| {
            kind.ctype().eq_ignore_ascii_case("message")
                && kind.subtype().is_some_and(|sub| sub.eq_ignore_ascii_case("delivery-status"))
        })
    });
    let mut found: Vec<Undelivered> = Vec::new();
    for part in reports {
        let body = match &part.body {
            PartType::Text(text) | PartType::Html(text) => text.to_string(),
            PartType::Binary(bytes) | PartType::InlineBinary(bytes) => {
                String::from_utf8_lossy(bytes).into_owned()
            }
            PartType::Message(_) | PartType::Multipart(_) => continue,
        };
        found.extend(body.replace("\r\n", "\n").split("\n\n").filter_map(report));
    }
    if found.is_empty() && is_from_the_post(message) {
        let failed = raw(message, "X-Failed-Recipients").unwrap_or_default();
        let recipients = failed.split(',').map(str::trim).filter(|address| !address.is_empty());
        found.extend(recipients.map(|recipient| plainly(recipient.to_owned())));
        if found.is_empty() {
            found.push(plainly(String::new()));
        }
    }
    found
}

const fn plainly(recipient: String) -> Undelivered {
    Undelivered { recipient, status: None, reason: None, still_trying: false }
}

/// One recipient's block of a delivery report: fields, folded as headers are.
fn report(block: &str) -> Option<Undelivered> {
    let unfolded = block.replace("\n ", " ").replace("\n\t", " ");
    let field = |name: &str| {
        unfolded.lines().find_map(|line| {
            let (known, value) = line.split_once(':')?;
            known.trim().eq_ignore_ascii_case(name).then(|| one_line(value))
        })
    };
    // `rfc822; address`: what stands before the semicolon says what kind of word follows.
    let behind =
        |value: String| value.split_once(';').map_or(value.clone(), |(_, rest)| rest.trim().to_owned());
    let recipient = field("Final-Recipient").or_else(|| field("Original-Recipient")).map(behind)?;
    let action = field("Action").unwrap_or_default().to_lowercase();
    let status = field("Status").map(|status| status.split(' ').next().unwrap_or_default().to_owned());
    let temporary = status.as_deref().is_some_and(|status| status.starts_with('4'));
    let still_trying = action == "delayed" || action.is_empty() && temporary;
    let failed = action == "failed" || action.is_empty();
    (failed || still_trying).then(|| Undelivered {
        recipient: recipient.trim_matches(['<', '>']).to_owned(),
        status: status.filter(|status| !status.is_empty()),
        reason: field("Diagnostic-Code").map(behind).filter(|reason| !reason.is_empty()),
        still_trying,
    })
}

/// A notice without a machine-readable part: written by the post itself, about mail that failed.
fn is_from_the_post(message: &Message<'_>) -> bool {
    const FAILED: [&str; 8] = [
        "undeliver",
        "returned mail",
        "failure notice",
        "delivery status notification",
        "delivery failure",
        "mail delivery failed",
        "unzustellbar",
        "non remis",
    ];
    let sender = message.from().and_then(|from| mailboxes(from).into_iter().next()).unwrap_or_default();
    let name = sender.address.split('@').next().unwrap_or_default().to_lowercase();
    let from_the_post = matches!(name.as_str(), "mailer-daemon" | "postmaster");
    let subject = message.subject().unwrap_or_default().to_lowercase();
    let failed = raw(message, "X-Failed-Recipients").is_some();
    failed || from_the_post && FAILED.iter().any(|word| subject.contains(word))
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
