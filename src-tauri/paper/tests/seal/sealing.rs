//! Sealing, and honest signatures that join.

use super::tools::{Folder, content, pyhanko, run};
use super::{agreement, harbour, moment, order, sealed, sent, small};
use goodterms_paper::seal::{Change, Findings, Judgement, SealOrder, Vouched, judge, seal, verify};
use goodterms_terms::Code;
use sha2::{Digest, Sha256};

fn clean(file: &[u8]) -> Findings {
    let findings = verify(file);
    assert_eq!(findings.problems, []);
    findings
}

#[test]
fn a_seal_says_who_when_and_over_what() {
    let findings = clean(sent());
    let [found] = findings.signatures.as_slice() else { panic!("{findings:?}") };
    assert_eq!((found.field.as_str(), found.name.as_str()), ("business", "Harbour & Lane Catering Ltd."));
    assert_eq!(found.key, harbour().fingerprint());
    assert_eq!(found.claimed, Some(moment()));
    assert_eq!((found.reason.as_str(), found.covers), ("Seal of the agreement", sent().len()));
    assert_eq!((&found.vouched, &found.time_stamp), (&Vouched::BySelf, &None));
    assert!(findings.whole);
    assert_eq!(findings.changes, [Change::Signed { field: "business".into() }]);
    assert_eq!(judge(&findings, sent(), sent()), Judgement::Unchanged);
}

#[test]
fn nothing_is_written_anew_and_little_is_added() {
    assert!(sent().starts_with(agreement()));
    let grown = sent().len() - agreement().len();
    assert!(grown <= 8_000, "{grown} bytes");
    assert_eq!(sealed(agreement()).bytes, sent(), "the same seal is the same bytes");
}

/// Whoever changes this number changes what a seal is: look at the file with other tools before.
#[test]
fn a_seal_is_the_same_on_every_computer() {
    let hash = Sha256::digest(&sealed(&small()).bytes);
    let hash: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(hash, "eea6f2cdacb1b906ee61054258358a26569bf3db7f73578f3a693097a76e9ab8");
}

#[test]
fn both_parties_can_seal() {
    let both = seal(sent(), &harbour(), &order("client")).unwrap().bytes;
    let findings = clean(&both);
    assert_eq!(findings.signatures.len(), 2);
    let Judgement::Signed(added) = judge(&findings, &both, sent()) else { panic!("{findings:?}") };
    assert_eq!(added.len(), 1);
    assert_eq!(added[0].field, "client");
    assert!(matches!(judge(&findings, &both, agreement()), Judgement::Signed(added) if added.len() == 2));
}

#[test]
fn a_place_is_sealed_once() {
    for (file, field) in [(sent(), "business"), (agreement(), "nobody")] {
        let refusal = seal(file, &harbour(), &order(field)).unwrap_err();
        assert_eq!(refusal.code, Code::SignatureFieldMissing);
    }
    let no_form = small().iter().map(|byte| if *byte == b'3' { b'1' } else { *byte }).collect::<Vec<u8>>();
    for file in [b"%PDF-1.7".as_slice(), b"", b"words", &no_form] {
        assert_eq!(seal(file, &harbour(), &order("business")).unwrap_err().code, Code::SealRefused);
    }
}

#[test]
fn names_and_reasons_of_any_script_are_kept() {
    let order = SealOrder { reason: "Sceau (apposé) \\ печать", ..order("business") };
    let findings = clean(&seal(&small(), &harbour(), &order).unwrap().bytes);
    assert_eq!(findings.signatures[0].reason, order.reason);
}

#[test]
fn other_judges_agree() {
    let folder = Folder::new();
    let file = folder.put("sealed.pdf", sent());
    let own = folder.put("own.der", &harbour().certificates()[0]);
    if let Some(said) = content("qpdf", &["--check", &file]) {
        assert!(said.contains("No syntax or stream encoding errors"), "{said}");
    }
    if let Some(said) =
        run("pdfsig", &[&file]).map(|output| String::from_utf8_lossy(&output.stdout).into_owned())
    {
        for words in [
            "Signature is Valid",
            "Total document signed",
            "ETSI.CAdES.detached",
            "Harbour & Lane Catering Ltd.",
        ] {
            assert!(said.contains(words), "{said}");
        }
    }
    if let Some(said) = pyhanko("judge.py", &[&file, &own]) {
        assert_eq!(said.trim(), "business VALID ENTIRE_FILE NONE AdES OK");
    }
}

#[test]
fn openssl_verifies_the_signature_alone() {
    let folder = Folder::new();
    let bytes = sent();
    let start = bytes.windows(10).rposition(|window| window == b"/Contents<").unwrap() + 9;
    let end = start + bytes[start..].iter().position(|byte| *byte == b'>').unwrap() + 1;
    let digits = &bytes[start + 1..end - 1];
    let cms: Vec<u8> = digits
        .chunks(2)
        .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap())
        .collect();
    let covered = folder.put("covered", &[&bytes[..start], &bytes[end..]].concat());
    let cms = folder.put("signature.der", &cms);
    let own = folder.put("own.der", &harbour().certificates()[0]);
    let pem = folder.path("own.pem");
    if content("openssl", &["x509", "-inform", "DER", "-in", &own, "-out", &pem]).is_none() {
        return;
    }
    let arguments =
        ["cms", "-verify", "-inform", "DER", "-in", &cms, "-content", &covered, "-binary", "-CAfile", &pem];
    let out = folder.path("out");
    content("openssl", &[&arguments[..], &["-purpose", "any", "-out", &out, "-no_check_time"]].concat());
}

/// The client signs in the empty field with a program of their own, sealed or not, in each of the common ways.
#[test]
fn an_honest_second_signature_is_accepted() {
    let folder = Folder::new();
    let (sealed_file, plain) = (folder.put("sealed.pdf", sent()), folder.put("plain.pdf", agreement()));
    let own = folder.put("own.der", &harbour().certificates()[0]);
    let kinds = [("rsa:2048", "", "sha256"), ("ec", "P-256", "sha512"), ("ec", "P-384", "sha384")];
    for (at, (kind, curve, hash)) in kinds.into_iter().enumerate() {
        let (key, certificate) = (folder.path(&format!("{at}.key")), folder.path(&format!("{at}.pem")));
        let curve = format!("ec_paramgen_curve:{curve}");
        let mut request = vec!["req", "-x509", "-newkey", kind, "-nodes", "-days", "3650"];
        if kind == "ec" {
            request.extend(["-pkeyopt", &curve]);
        }
        request.extend(["-keyout", &key, "-out", &certificate, "-subj", "/CN=Lena Fournier"]);
        request.extend(["-addext", "keyUsage=critical,digitalSignature,nonRepudiation"]);
        if content("openssl", &request).is_none() {
            return;
        }
        for (source, kind) in [(&sealed_file, "etsi"), (&sealed_file, "adobe"), (&plain, "etsi")] {
            let back = folder.path("back.pdf");
            let Some(_) = pyhanko("sign.py", &[source, &back, &key, &certificate, kind, hash]) else {
                return;
            };
            let back_bytes = folder.read("back.pdf");
            let findings = clean(&back_bytes);
            let sent = if *source == plain { agreement() } else { sent() };
            let Judgement::Signed(added) = judge(&findings, &back_bytes, sent) else {
                panic!("{findings:?}")
            };
            assert_eq!(added.len(), 1);
            assert_eq!((added[0].name.as_str(), added[0].field.as_str()), ("Lena Fournier", "client"));
            assert!(findings.whole);
            if let Some(said) = pyhanko("judge.py", &[&back, &own, &certificate]) {
                assert!(said.lines().all(|line| line.contains(" VALID ")), "{said}");
            }
        }
    }
}
