//! Time stamps, with openssl as the authority.

use super::tools::{Folder, content, pyhanko};
use super::{agreement, harbour, order, sent};
use goodterms_paper::seal::{Judgement, SealOrder, Sealed, TimeStampRequest, judge, seal, verify};
use goodterms_terms::Code;

/// What openssl, as an authority, answers to a request; nothing without openssl.
fn answer(folder: &Folder, request: &TimeStampRequest) -> Option<Vec<u8>> {
    let path = |name: &str| folder.path(name);
    let (key, own, asked, reply) =
        (path("tsa.key"), path("tsa.pem"), folder.put("asked", &request.to_bytes()), path("reply"));
    let settings = format!(
        "[tsa]\ndefault_tsa=here\n[here]\nserial={}\ndigests=sha256\nsigner_digest=sha256\ndefault_policy=1.2.3.4.1\n\
         accuracy=secs:1\nordering=yes\ntsa_name=yes\ness_cert_id_alg=sha256\n",
        folder.put("serial", b"01"),
    );
    let settings = folder.put("tsa.cnf", settings.as_bytes());
    let request =
        ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "3650", "-keyout", &key, "-out", &own];
    let usage = [
        "-subj",
        "/CN=Horloge",
        "-addext",
        "extendedKeyUsage=critical,timeStamping",
        "-addext",
        "keyUsage=critical,digitalSignature",
    ];
    content("openssl", &[&request[..], &usage].concat())?;
    let arguments =
        ["ts", "-reply", "-config", &settings, "-queryfile", &asked, "-inkey", &key, "-signer", &own];
    content("openssl", &[&arguments[..], &["-out", &reply]].concat())?;
    Some(folder.read("reply"))
}

fn roomy() -> Sealed {
    seal(agreement(), &harbour(), &SealOrder { time_stamp: true, ..order("business") }).unwrap()
}

#[test]
fn a_time_stamp_joins_the_seal() {
    let folder = Folder::new();
    let sealed = roomy();
    let request = sealed.time_stamp_request(&[0x91, 2, 3, 4, 5, 6, 7, 8]);
    let Some(reply) = answer(&folder, &request) else { return };
    let stamp = request.answered(&reply).unwrap();
    assert_eq!(stamp.by, "Horloge");
    let stamped = sealed.clone().with_time_stamp(&stamp).unwrap();
    assert_eq!(stamped.bytes.len(), sealed.bytes.len(), "only the room that was kept is filled");
    let findings = verify(&stamped.bytes);
    // The sample's certificate begins at the sample's moment, which may lie after the clock of this computer.
    let in_time = stamp.moment >= super::moment();
    if in_time {
        assert_eq!(findings.problems, []);
        assert_eq!(findings.signatures[0].time_stamp.as_ref(), Some(&stamp));
        assert_eq!(judge(&findings, &stamped.bytes, &stamped.bytes), Judgement::Unchanged);
    } else {
        assert_eq!(findings.problems[0].reason.code(), "certificate_out_of_time");
    }
    let own = folder.put("own.der", &harbour().certificates()[0]);
    let (file, tsa) = (folder.put("stamped.pdf", &stamped.bytes), folder.path("tsa.pem"));
    if let Some(said) = pyhanko("judge.py", &[&file, &own, &tsa]) {
        assert!(said.starts_with("business VALID ENTIRE_FILE NONE") || !in_time, "{said}");
    }
    assert_eq!(stamped.with_time_stamp(&stamp).unwrap_err().code, Code::TimeStampRefused, "a second one");

    // The same answer to another question.
    for other in
        [sealed.time_stamp_request(&[1]), TimeStampRequest::new(b"other", &[0x91, 2, 3, 4, 5, 6, 7, 8])]
    {
        assert_eq!(other.answered(&reply).unwrap_err().code, Code::TimeStampRefused);
    }
    for at in (0..reply.len()).step_by(7) {
        let mut changed = reply.clone();
        changed[at] ^= 0x40;
        let same = request
            .answered(&changed)
            .is_ok_and(|other| other.moment == stamp.moment && other.by == stamp.by);
        assert!(same || request.answered(&changed).is_err(), "byte {at}");
    }
    let tight = seal(agreement(), &harbour(), &order("business")).unwrap();
    assert_eq!(tight.with_time_stamp(&stamp).unwrap_err().code, Code::TimeStampRefused, "no room was kept");
}

#[test]
fn what_is_no_time_stamp_is_refused() {
    let request = roomy().time_stamp_request(&[1; 8]);
    // Status 2 (rejection), and status 0 without a token.
    for reply in [&b""[..], b"<html>", &[0x30, 5, 0x30, 3, 2, 1, 2], &[0x30, 5, 0x30, 3, 2, 1, 0]] {
        assert_eq!(request.answered(reply).unwrap_err().code, Code::TimeStampRefused);
    }
}

/// The room for a time stamp is there only when it was asked for.
#[test]
fn room_is_kept_only_when_asked_for() {
    assert!(roomy().bytes.len() > sent().len() + 20_000);
    assert_eq!(verify(&roomy().bytes).problems, []);
}
