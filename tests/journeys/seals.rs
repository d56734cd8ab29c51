//! The business's seal: a key from an authority, and time stamps from another. openssl plays both.

use crate::place::{PASSPHRASE, Place, day};
use goodterms_desk::plans::{
    PlanCreate, PlanMatch, PlanSeal, PlanSign, QuoteAsk, Signing, plan_create, plan_match, plan_seal,
    plan_sign,
};
use goodterms_desk::policy::{PolicySet, policy_set};
use goodterms_desk::seals::{SealAsk, SealImport, seal_import, seal_view};
use std::path::Path;
use std::process::Command;
use std::sync::mpsc::{Sender, channel};
use std::time::Duration;

const ON: &str = "2026-11-17";

/// Runs openssl in a folder; says so where there is none.
fn openssl(folder: &Path, words: &str) -> bool {
    match Command::new("openssl").args(words.split(' ')).current_dir(folder).output() {
        Ok(done) if done.status.success() => true,
        Ok(done) => panic!("openssl {words}: {}", String::from_utf8_lossy(&done.stderr)),
        Err(_) => {
            println!("SKIPPED: openssl is not installed here");
            false
        }
    }
}

/// A plan both have signed.
async fn signed(place: &Place) {
    place.client("Quarry Road Brewing").await;
    place.invoice("Quarry Road", "INV-1187", "5280.00", "2026-08-14", "2026-09-13").await;
    let ask = PlanCreate {
        client: "Quarry Road".into(),
        schedule: QuoteAsk { count: Some(3), ..QuoteAsk::default() },
        as_of: Some(day(ON)),
        ..PlanCreate::default()
    };
    plan_create(&place.desk, ask).await.unwrap();
    for (party, name) in [("business", "Ruth Birch"), ("client", "Mara Singh")] {
        let ask = PlanSign {
            plan: "PP-2026-0001".into(),
            party: party.into(),
            name: name.into(),
            role: None,
            signing: Signing::Typed,
            as_of: Some(day(ON)),
        };
        plan_sign(&place.desk, ask).await.unwrap();
    }
}

async fn sealed(place: &Place) -> goodterms_desk::Answer<goodterms_desk::plans::PlanSealed> {
    let out = Some(place.out("signed.pdf"));
    plan_seal(&place.desk, PlanSeal { plan: "PP-2026-0001".into(), out, as_of: Some(day(ON)) }).await
}

fn imported(place: &Place, password: &str) -> SealImport {
    SealImport { path: place.out("key.p12"), password: password.to_owned().into() }
}

#[tokio::test]
async fn a_key_from_an_authority_becomes_the_seal() {
    let mut place = Place::new().await;
    assert!(seal_view(&place.desk, SealAsk {}).await.unwrap().seal.is_none());
    let folder = place.folder.path();
    let request = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3650 -subj /CN=Birch -keyout key.pem -out own.pem";
    if !openssl(folder, request) {
        return;
    }
    openssl(folder, "pkcs12 -export -inkey key.pem -in own.pem -out key.p12 -passout pass:open-sesame");
    place.by_the_machines_clock().await;
    let wrong = seal_import(&place.desk, imported(&place, "open")).await.unwrap_err();
    assert_eq!(wrong.code, "key_password_wrong");
    let view = seal_import(&place.desk, imported(&place, "open-sesame")).await.unwrap();
    let seal = view.seal.unwrap();
    assert!(seal.imported && seal.name == "Birch" && seal.key.len() > 64, "{seal:?}");
    let again = seal_import(&place.desk, imported(&place, "open-sesame")).await.unwrap_err();
    assert_eq!(again.code, "key_in_use");
    signed(&place).await;
    assert_eq!(sealed(&place).await.unwrap().seal.subject, "Birch");
    place.is_whole().await;
}

/// An authority that answers so many requests, each when it is told to, and never when nobody can tell it any more.
struct Authority {
    address: String,
    may_answer: Sender<()>,
}

/// One for a test that does not make it wait.
fn authority(folder: &Path, answers: usize) -> Option<String> {
    let Authority { address, may_answer } = waiting_authority(folder, answers)?;
    (0..answers).for_each(|_| may_answer.send(()).unwrap());
    Some(address)
}

fn waiting_authority(folder: &Path, answers: usize) -> Option<Authority> {
    let request = "req -x509 -newkey rsa:2048 -nodes -days 3650 -subj /CN=Clock -addext extendedKeyUsage=critical,timeStamping -addext keyUsage=critical,digitalSignature -keyout tsa.key -out tsa.pem";
    if !openssl(folder, request) {
        return None;
    }
    std::fs::write(folder.join("serial"), "01").unwrap();
    let settings = "[tsa]\ndefault_tsa=here\n[here]\nserial=serial\ndigests=sha256\nsigner_digest=sha256\n\
                    default_policy=1.2.3.4.1\nordering=yes\ntsa_name=yes\ness_cert_id_alg=sha256\n";
    std::fs::write(folder.join("tsa.cnf"), settings).unwrap();
    let server = tiny_http::Server::http("127.0.0.1:0").unwrap();
    let address = format!("http://{}/stamp", server.server_addr());
    let folder = folder.to_owned();
    let (may_answer, told) = channel();
    std::thread::spawn(move || {
        for mut request in server.incoming_requests().take(answers) {
            let mut asked = Vec::new();
            request.as_reader().read_to_end(&mut asked).unwrap();
            std::fs::write(folder.join("asked"), asked).unwrap();
            std::fs::write(folder.join("heard"), "").unwrap();
            told.recv().unwrap();
            openssl(
                &folder,
                "ts -reply -config tsa.cnf -queryfile asked -inkey tsa.key -signer tsa.pem -out reply",
            );
            let reply = std::fs::read(folder.join("reply")).unwrap();
            request.respond(tiny_http::Response::from_data(reply)).unwrap();
        }
    });
    Some(Authority { address, may_answer })
}

async fn stamped_by(place: &Place, authority: &str) {
    let (key, value) = ("time_stamp_authority".into(), authority.into());
    policy_set(&place.desk, PolicySet { key, value, as_of: Some(day(ON)) }).await.unwrap();
}

/// Waits until the authority was asked, and forgets that it was.
async fn asked(place: &Place) {
    while std::fs::remove_file(place.folder.path().join("heard")).is_err() {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

#[tokio::test]
async fn others_write_while_an_authority_takes_its_time() {
    let place = Place::new().await;
    signed(&place).await;
    let Some(clock) = waiting_authority(place.folder.path(), 1) else { return };
    stamped_by(&place, &clock.address).await;
    let meanwhile = async {
        asked(&place).await;
        // Were the book held, this would wait for the very answer that comes after it.
        place.client("Granite Bay Foods").await;
        clock.may_answer.send(()).unwrap();
    };
    let (made, ()) = tokio::join!(sealed(&place), meanwhile);
    assert_eq!(made.unwrap().seal.subject, "Birch & Ferry Millwork");
    place.is_whole().await;
}

#[tokio::test]
async fn what_changes_while_an_authority_is_awaited_is_sealed_anew() {
    let mut place = Place::new().await;
    let folder = place.folder.path().to_owned();
    let request = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3650 -subj /CN=Birch -keyout key.pem -out own.pem";
    if !openssl(&folder, request) {
        return;
    }
    openssl(&folder, "pkcs12 -export -inkey key.pem -in own.pem -out key.p12 -passout pass:open-sesame");
    place.by_the_machines_clock().await;
    signed(&place).await;
    let clock = waiting_authority(&folder, 2).unwrap();
    stamped_by(&place, &clock.address).await;
    let meanwhile = async {
        asked(&place).await;
        seal_import(&place.desk, imported(&place, "open-sesame")).await.unwrap();
        clock.may_answer.send(()).unwrap();
        asked(&place).await;
        clock.may_answer.send(()).unwrap();
    };
    let (made, ()) = tokio::join!(sealed(&place), meanwhile);
    assert_eq!(made.unwrap().seal.subject, "Birch", "by the seal in use when it is kept");
    let key = seal_view(&place.desk, SealAsk {}).await.unwrap().seal.unwrap();
    assert!(key.imported, "the key made for the first try was never kept");
    place.is_whole().await;
}

#[tokio::test]
async fn sealed_twice_at_once_it_is_one_seal() {
    let place = Place::new().await;
    signed(&place).await;
    let Some(clock) = waiting_authority(place.folder.path(), 2) else { return };
    stamped_by(&place, &clock.address).await;
    let meanwhile = async {
        asked(&place).await;
        clock.may_answer.send(()).unwrap();
        asked(&place).await;
        clock.may_answer.send(()).unwrap();
    };
    let again = async {
        let ask = PlanSeal { plan: "PP-2026-0001".into(), out: None, as_of: Some(day(ON)) };
        plan_seal(&place.desk, ask).await.unwrap()
    };
    let (one, other, ()) = tokio::join!(sealed(&place), again, meanwhile);
    let one = one.unwrap();
    assert_eq!((&one.sha256, &one.seal.key), (&other.sha256, &other.seal.key));
    place.is_whole().await;
}

#[tokio::test]
async fn a_seal_is_time_stamped_where_the_policy_names_an_authority() {
    let place = Place::new().await;
    signed(&place).await;
    let Some(address) = authority(place.folder.path(), 1) else { return };
    // Nobody listens there: nothing is sealed, and nothing is written.
    stamped_by(&place, "http://127.0.0.1:9/").await;
    let refused = sealed(&place).await.unwrap_err();
    assert_eq!(refused.code, "time_stamp_unreachable", "{refused}");
    assert!(!Path::new(&place.out("signed.pdf")).exists());

    stamped_by(&place, &address).await;
    sealed(&place).await.unwrap();
    let bytes = std::fs::read(place.out("signed.pdf")).unwrap();
    // id-aa-timeStampToken, in hexadecimal as the signature is.
    let token = "060b2a864886f70d010910020e";
    let text = String::from_utf8_lossy(&bytes).to_lowercase();
    assert!(text.contains(token), "the seal bears a time stamp");
    let ask = PlanMatch { path: place.out("signed.pdf"), keep: None, as_of: Some(day(ON)) };
    assert_eq!(plan_match(&place.desk, ask).await.unwrap().kind, "sealed");
    assert!(!String::from_utf8_lossy(&bytes).contains(PASSPHRASE));
    place.is_whole().await;
}
