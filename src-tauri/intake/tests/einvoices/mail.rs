//! E-mail: replies, automatic answers, and notices of mail that was not delivered.

use crate::samples::{options, reading, sample, samples_in};
use goodterms_intake::{Format, Kind, Letter, Options, read_mail};
use goodterms_terms::Code;

fn letter(text: &str) -> Letter {
    read_mail(text.as_bytes()).unwrap()
}

fn of_sample(name: &str) -> Option<Letter> {
    Some(read_mail(&sample(&format!("eml/{name}.eml"))?).unwrap())
}

#[test]
fn every_sample_is_read_and_none_is_taken_for_a_list() {
    for (path, bytes) in samples_in("eml") {
        let letter = read_mail(&bytes).unwrap();
        assert!(letter.from.is_some() || !letter.to.is_empty(), "{path}");
        let intake = reading(&bytes, &options()).unwrap();
        assert_eq!((intake.reading.kind, intake.reading.format), (Kind::Mail, Format::Mail), "{path}");
        assert_eq!(intake.letters, [letter], "{path}");
        assert!(intake.rows.add_up() && intake.invoices.is_empty() && intake.clients.is_empty(), "{path}");
        let told = Options { as_kind: Some(Kind::Invoices), ..options() };
        assert_eq!(reading(&bytes, &told).unwrap_err().code, Code::KindAmbiguous, "{path}");
    }
}

#[test]
fn a_letter_says_who_when_and_what() {
    let Some(letter) = of_sample("basic_email") else { return };
    let from = letter.from.clone().unwrap();
    assert_eq!((from.name.as_deref(), from.address.as_str()), (Some("Mikel Lindsaar"), "test@lindsaar.net"));
    let sent = letter.sent.unwrap();
    assert_eq!((sent.on.to_string(), sent.hour, sent.minute, sent.ahead), ("2008-11-22".into(), 15, 4, 660));
    assert_eq!(
        (letter.subject.as_str(), letter.text.as_str()),
        ("Testing 123", "Plain email.\n\nHope it works well!\n\nMikel")
    );
    assert!(!letter.is_bounce() && !letter.automatic && letter.attachments.is_empty());
    let Some(korean) = of_sample("raw_email_double_at_in_header") else { return };
    assert_eq!(korean.subject, "NOTE: \u{d55c}\u{ad6d}\u{b9d0}\u{b85c} \u{d558}\u{b294} \u{ac83}");
    let Some(attached) = of_sample("stalwart_legacy_000") else { return };
    assert_eq!(attached.attachments, ["redball.png"]);
}

#[test]
fn bounces_name_the_address_and_the_reason() {
    let Some(failed) = of_sample("report_530") else { return };
    let one = &failed.undelivered[0];
    assert_eq!((one.recipient.as_str(), one.status.as_deref()), ("edwin@zzzzzzz.com", Some("5.3.0")));
    assert_eq!(one.reason.as_deref(), Some("553 5.3.0 <edwin@zzzzzzz.com>... Unknown E-Mail Address"));
    assert!(failed.is_bounce() && !failed.automatic && failed.attachments.is_empty());
    let Some(several) = of_sample("multi_address_bounce1") else { return };
    assert_eq!(several.undelivered.len(), 5);
    assert!(several.undelivered.iter().all(|one| one.status.as_deref() == Some("5.1.1")));
    let Some(waiting) = of_sample("report_422") else { return };
    assert!(!waiting.is_bounce() && waiting.undelivered[0].still_trying);
    let Some(odd) = of_sample("multipart_report_multiple_status") else { return };
    assert_eq!(odd.undelivered.iter().map(|one| one.recipient.as_str()).collect::<Vec<_>>(), ["u@ci.com"]);
}

#[test]
fn replies_name_what_they_answer() {
    let reply = letter(
        "From: \"Ann\" <ann@client.example>\r\nTo: us@business.example\r\nSubject: Re: Invoice\r\n 0042\r\nDate: Tue, 3 Mar 2026 09:05:00 +0100\r\n\
        Message-ID: <r1@client.example>\r\nIn-Reply-To: <m2@business.example>\r\nReferences: <m1@business.example> <m2@business.example>\r\n\
        Content-Type: text/html; charset=utf-8\r\n\r\n<html><head><style>p{color:red}</style></head><body><p>We pay on&nbsp;Friday.</p><script>x()</script></body></html>",
    );
    assert_eq!(reply.answers, ["m2@business.example", "m1@business.example"]);
    assert_eq!(
        (reply.subject.as_str(), reply.message_id.as_deref()),
        ("Re: Invoice 0042", Some("r1@client.example"))
    );
    assert!(
        reply.text.contains("We pay on\u{a0}Friday.") || reply.text.contains("We pay on Friday."),
        "{:?}",
        reply.text
    );
    assert!(!reply.text.contains("color") && !reply.text.contains("x()"), "{:?}", reply.text);
}

#[test]
fn machines_are_told_from_people() {
    let head = "From: a@b.example\nTo: c@d.example\nSubject: Away\n";
    assert!(letter(&format!("{head}Auto-Submitted: auto-replied\n\nI am away.")).automatic);
    assert!(letter(&format!("{head}X-Autoreply: yes\n\nI am away.")).automatic);
    assert!(!letter(&format!("{head}Auto-Submitted: no\n\nHello.")).automatic);
    let plain = letter(
        "From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>\nSubject: Delivery Status Notification (Failure)\nX-Failed-Recipients: gone@x.example\n\nNot found.",
    );
    assert!(plain.is_bounce() && plain.undelivered[0].recipient == "gone@x.example" && !plain.automatic);
    assert!(!letter("From: postmaster@x.example\nSubject: Our new address\n\nHello.").is_bounce());
}

#[test]
fn what_is_no_mail_is_refused() {
    for bytes in [&b""[..], b"a,b\n1,2\n", b"\0\0\0\0"] {
        assert_eq!(read_mail(bytes).unwrap_err().code, Code::FileKindUnsupported);
    }
    let bomb =
        format!("From: a@b.c\nContent-Type: multipart/mixed; boundary=x\n\n{}", "--x\n\n".repeat(100_000));
    assert_eq!(read_mail(bomb.as_bytes()).unwrap_err().code, Code::FileTooLarge);
}
