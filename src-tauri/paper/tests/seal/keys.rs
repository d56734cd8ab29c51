//! Keys from certificate authorities, in the files they hand out.

use super::tools::{Folder, content, run};
use super::{moment, small};
use chrono::Duration;
use goodterms_paper::seal::{Seal, SealKey, SealOrder, Vouched, seal, verify};
use goodterms_terms::Code;
use zeroize::Zeroizing;

const PASSWORD: &str = "wörd of some length";

fn password() -> Zeroizing<String> {
    Zeroizing::new(PASSWORD.to_owned())
}

/// An authority of our own and a certificate it gave out, with a key of this kind; nothing without openssl.
fn issued(folder: &Folder, request: &[&str], days: &str) -> Option<(String, String, String)> {
    let path = |name: &str| folder.path(name);
    let (root_key, root, key, asked, own) =
        (path("root.key"), path("root.pem"), path("key"), path("asked"), path("own"));
    let start = [
        "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "4000", "-keyout", &root_key, "-out", &root,
    ];
    content(
        "openssl",
        &[&start[..], &["-subj", "/CN=Bureau des certificats", "-addext", "keyUsage=critical,keyCertSign"]]
            .concat(),
    )?;
    content(
        "openssl",
        &[
            &[
                "req",
                "-new",
                "-nodes",
                "-keyout",
                &key,
                "-out",
                &asked,
                "-utf8",
                "-subj",
                "/CN=Théâtre du Môle",
            ],
            request,
        ]
        .concat(),
    )?;
    let issue = [
        "x509",
        "-req",
        "-in",
        &asked,
        "-CA",
        &root,
        "-CAkey",
        &root_key,
        "-CAcreateserial",
        "-days",
        days,
        "-out",
        &own,
    ];
    content("openssl", &issue)?;
    Some((key, own, root))
}

fn exported(folder: &Folder, (key, own, root): &(String, String, String), more: &[&str]) -> Option<Vec<u8>> {
    let file = folder.path("kept.p12");
    let export = ["pkcs12", "-export", "-inkey", key, "-in", own, "-certfile", root, "-out", &file];
    let output = run("openssl", &[&export[..], &["-passout", &format!("pass:{PASSWORD}")], more].concat())?;
    if !output.status.success() {
        println!("SKIPPED: this openssl does not export with {more:?}");
        return None;
    }
    Some(folder.read("kept.p12"))
}

/// RSA, P-256 and P-384; as openssl encrypts today, and as it and Windows did for decades.
#[test]
fn keys_of_every_kind_are_imported_and_seal() {
    let kinds: [&[&str]; 4] = [
        &["-newkey", "rsa:2048"],
        &["-newkey", "rsa:3072"],
        &["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"],
        &["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-384"],
    ];
    let ways: [&[&str]; 3] =
        [&[], &["-legacy"], &["-keypbe", "PBE-SHA1-3DES", "-certpbe", "PBE-SHA1-3DES", "-macalg", "sha1"]];
    for kind in kinds {
        let folder = Folder::new();
        let Some(issued) = issued(&folder, kind, "3000") else { return };
        // Its time began a moment ago, by the clock of this computer.
        let now = std::time::UNIX_EPOCH.elapsed().unwrap().as_secs();
        let now = chrono::DateTime::from_timestamp(i64::try_from(now).unwrap(), 0).unwrap().fixed_offset();
        for way in ways {
            let Some(file) = exported(&folder, &issued, way) else { continue };
            let own = Seal::from_p12(&file, &password(), now).unwrap();
            assert_eq!((own.name().as_str(), own.certificates().len()), ("Théâtre du Môle", 2));
            let back = SealKey::from_secret_bytes(&own.key().to_secret_bytes()).unwrap();
            let own = Seal::with_certificates(back, own.certificates().to_vec()).unwrap();
            let order = SealOrder { field: "business", moment: now, reason: "", time_stamp: false };
            let sealed = seal(&small(), &own, &order).unwrap();
            let findings = verify(&sealed.bytes);
            assert_eq!(findings.problems, [], "{kind:?} {way:?}");
            assert_eq!(findings.signatures[0].key, own.fingerprint());
            let vouched = Vouched::By { name: "Bureau des certificats".into(), complete: true };
            assert_eq!(findings.signatures[0].vouched, vouched);
            assert_eq!(sealed, seal(&small(), &own, &order).unwrap(), "nothing is left to chance");

            let wrong = Zeroizing::new("another".to_owned());
            assert_eq!(
                Seal::from_p12(&file, &wrong, now).err().unwrap().code,
                Code::KeyPasswordWrong,
                "{way:?}"
            );
            let late = now + Duration::days(3_001);
            assert_eq!(Seal::from_p12(&file, &password(), late).err().unwrap().code, Code::KeyOutOfTime);
            let early = now - Duration::days(1);
            assert_eq!(Seal::from_p12(&file, &password(), early).err().unwrap().code, Code::KeyOutOfTime);
        }
    }
}

#[test]
fn what_cannot_seal_is_refused() {
    let folder = Folder::new();
    let Some(parts) = issued(&folder, &["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"], "3000")
    else {
        return;
    };
    let code = |file: &[u8]| Seal::from_p12(file, &password(), moment()).err().unwrap().code;
    for (more, expected) in [(&["-nokeys"][..], Code::KeyMissing), (&["-nocerts"], Code::KeyDoesNotFit)] {
        if let Some(file) = exported(&folder, &parts, more) {
            assert_eq!(code(&file), expected, "{more:?}");
        }
    }
    for kind in [
        &["-newkey", "ed25519"][..],
        &["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:secp521r1"],
        &["-newkey", "rsa:1024"],
    ] {
        let folder = Folder::new();
        let Some(parts) = issued(&folder, kind, "3000") else { continue };
        let Some(file) = exported(&folder, &parts, &[]) else { continue };
        assert_eq!(code(&file), Code::KeyUnsupported, "{kind:?}");
    }
    assert_eq!(code(b""), Code::KeyFileUnreadable);
    assert_eq!(code(b"no such file"), Code::KeyFileUnreadable);
    assert_eq!(code(&vec![0x30; 1_000_001]), Code::KeyFileUnreadable);
}

#[test]
fn a_certificate_of_another_key_is_refused() {
    let certificates = super::harbour().certificates().to_vec();
    let other = SealKey::from_random_bytes(&[9; 32]);
    assert_eq!(Seal::with_certificates(other, certificates).err().unwrap().code, Code::KeyDoesNotFit);
    let other = SealKey::from_random_bytes(&[9; 32]);
    assert_eq!(Seal::with_certificates(other, Vec::new()).err().unwrap().code, Code::KeyMissing);
}

#[test]
fn a_seal_out_of_its_time_is_refused() {
    let late = moment() + Duration::days(3_700);
    assert_eq!(super::harbour().at(late).err().unwrap().code, Code::KeyOutOfTime);
    assert!(super::harbour().at(moment()).is_ok());
    let order = SealOrder { field: "business", moment: late, reason: "", time_stamp: false };
    let sealed = seal(&small(), &super::harbour(), &order).unwrap();
    assert_eq!(verify(&sealed.bytes).problems[0].reason.code(), "certificate_out_of_time");
}
