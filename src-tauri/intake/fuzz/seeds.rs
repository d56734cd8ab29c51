//! What mutation starts from: a small file of every kind, made here, and the samples where they are.

use lopdf::{Document, Object, Stream, dictionary};
use std::io::{Cursor, Read as _, Write as _};
use std::path::PathBuf;

/// A file before it is mutated. What is packed is mutated first and packed after, or hardly anything would
/// get past the checksums.
#[derive(Clone)]
pub(crate) enum Seed {
    Plain(Vec<u8>),
    /// The parts of a ZIP archive.
    Zip(Vec<(String, Vec<u8>)>),
    /// The stream of an old workbook.
    Compound(Vec<u8>),
}

impl Seed {
    /// The part that is mutated: its bytes, by a number that chooses among several.
    pub(crate) fn part(&mut self, choice: usize) -> &mut Vec<u8> {
        match self {
            Self::Plain(bytes) | Self::Compound(bytes) => bytes,
            Self::Zip(parts) => {
                let at = choice % parts.len();
                &mut parts[at].1
            }
        }
    }

    /// The file.
    pub(crate) fn packed(&self) -> Vec<u8> {
        match self {
            Self::Plain(bytes) => bytes.clone(),
            Self::Zip(parts) => zipped(parts),
            Self::Compound(stream) => compound(stream),
        }
    }
}

pub(crate) fn zipped(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, bytes) in parts {
        zip.start_file(name.as_str(), stored).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

pub(crate) fn compound(stream: &[u8]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    file.create_stream("/Workbook").unwrap().write_all(stream).unwrap();
    file.flush().unwrap();
    file.into_inner().into_inner()
}

/// The records of a small workbook of Excel 97: text, numbers and a day.
pub(crate) fn records(rows: &[&[&str]]) -> Vec<u8> {
    let record = |kind: u16, data: &[u8]| {
        let length = u16::try_from(data.len()).unwrap();
        [&kind.to_le_bytes(), &length.to_le_bytes(), data].concat()
    };
    let bof = |kind: u8| record(0x0809, &[0, 6, kind, 0, 0, 0, 0xCC, 7, 0, 0, 0, 0, 6, 0, 0, 0]);
    let end = record(0x000A, &[]);
    let format = |number: u16| {
        let mut xf = [0_u8; 20];
        xf[2..4].copy_from_slice(&number.to_le_bytes());
        record(0x00E0, &xf)
    };
    let name = b"\x06\x00Sheet1";
    let head = [bof(5), record(0x0042, &[0xB0, 4]), format(0), format(14)].concat();
    let start = u32::try_from(head.len() + 4 + 6 + name.len() + end.len()).unwrap();
    let listed = record(0x0085, &[&start.to_le_bytes()[..], &[0, 0], name].concat());
    let mut sheet = bof(0x10);
    for (y, row) in rows.iter().enumerate() {
        for (x, text) in row.iter().enumerate() {
            let place = |style: u16| [y as u16, x as u16, style].map(u16::to_le_bytes).concat();
            let cell = match (text.parse::<f64>(), text.strip_prefix('@')) {
                (_, Some(day)) => {
                    let day: f64 = day.parse().unwrap();
                    record(0x0203, &[place(1), day.to_le_bytes().to_vec()].concat())
                }
                (Ok(number), None) => record(0x0203, &[place(0), number.to_le_bytes().to_vec()].concat()),
                (Err(_), None) => {
                    let length = u16::try_from(text.len()).unwrap().to_le_bytes();
                    record(0x0204, &[place(0), length.to_vec(), vec![0], text.as_bytes().to_vec()].concat())
                }
            };
            sheet.extend(cell);
        }
    }
    [head, listed, end.clone(), sheet, end].concat()
}

const ROWS: &[&[&str]] = &[
    &["Invoice Number", "Client", "Invoice Date", "Due Date", "Total"],
    &["A-1", "Ann Ltd", "@46000", "@46030", "1234.5"],
    &["A-2", "Bo", "31/01/2026", "28/02/2026", "7.25"],
];

const TABLES: &[&str] = &[
    "Invoice Number,Client,Invoice Date,Due Date,Total,Balance,Currency,Status,Email\n1,\"Ann, Ltd\",2026-01-03,2026-02-03,\"1,234.50\",5.00,EUR,Sent,a@b.ca\n2,Bo,31/01/2026,28/02/2026,$7.25,,USD,Paid,\n",
    "\u{feff}Rechnungsnummer;Kunde;Rechnungsdatum;F\u{e4}llig am;Betrag brutto\r\n007;M\u{fc}ller;3.1.2026;3.2.2026;1.234,50 \u{20ac}\r\n",
    "Acme\nA/R Aging Detail\n\n,Date,Transaction type,Num,Customer full name,Due date,Amount,Open balance\nCURRENT,,,,,,,\n,01/13/2026,Invoice,5,Bo,02/13/2026,10.00,9.00\n,01/14/2026,Payment,,Bo,,-3.00,-3.00\nTotal for CURRENT,,,,,,,6.00\nTOTAL,,,,,,,$6.00\n",
    "Customer,First Name,Last Name,Email,Phone,Street,City\nAnn Ltd,Ann,Lee,a@b.ca,555,1 Main,Oak\n",
    "Payment Date\tClient\tInvoice Number\tPayment Amount\n2026-03-01\tAnn\t1\t(5.00)\n",
    "*InvoiceNo,*Customer,*InvoiceDate,*DueDate,ItemQuantity,ItemRate,Line Total\n1,Ann,2026-01-01,2026-02-01,1,2,2.00\n1,,,,1,3,3.00\n",
    "Date;Description;Debit;Credit;Balance\n01.02.2026;Rent;500,00;;1.000,00\n02.02.2026;Ann;;20,00;1.020,00\n",
];

const OFX: &str = "OFXHEADER:100\r\nDATA:OFXSGML\r\nVERSION:102\r\n\r\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>USD<BANKACCTFROM><ACCTID>12</BANKACCTFROM><BANKTRANLIST><STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20260105120000[-5:EST]<TRNAMT>12.50<FITID>1<NAME>Ann & Co<MEMO>Invoice 7</STMTTRN></BANKTRANLIST><LEDGERBAL><BALAMT>100.00<DTASOF>20260131</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>";
const CAMT: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\"><BkToCstmrStmt><GrpHdr><MsgId>1</MsgId></GrpHdr><Stmt><Id>1</Id><Acct><Id><IBAN>DE89370400440532013000</IBAN></Id><Ccy>EUR</Ccy></Acct><Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">10.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-01-01</Dt></Dt></Bal><Ntry><Amt Ccy=\"EUR\">5.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-01-02</Dt></BookgDt><NtryDtls><TxDtls><Refs><EndToEndId>E1</EndToEndId></Refs><RltdPties><Dbtr><Nm>Ann</Nm></Dbtr></RltdPties><RmtInf><Ustrd>Invoice 7</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry></Stmt></BkToCstmrStmt></Document>";
const MT940: &str = "{1:F01X}{4:\r\n:20:STARTUMS\r\n:25:12345678/1020304050\r\n:28C:1/1\r\n:60F:C260101EUR444,29\r\n:61:2601020102CR5,00N051NONREF//B1\r\n:86:166?00CREDIT?20SVWZ+Invoice 7?32ANN?31DE89370400440532013000\r\n:62F:C260131EUR449,29\r\n-}";
const QIF: &str = "!Type:Bank\nD31/1/26\nT-1,234.50\nPAnn\nMInvoice 7\nN12\n^\nD1/2'26\nT5.00\n^\n";
const CARD: &str = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Lee;Ann;;;\r\nFN:Ann Lee\r\nORG:Ann Ltd\r\nitem1.EMAIL;TYPE=work:a@b.ca\r\nTEL:555\r\nADR:;;1 Main;Oak;ON;A1A;Canada\r\nNOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:caf=C3=A9=\r\n end\r\nEND:VCARD\r\n";
const MAIL: &str = "From: Ann <ann@b.example>\r\nTo: me@x.example\r\nSubject: =?utf-8?Q?Re:_Invoice_7?=\r\nDate: Mon, 5 Jan 2026 10:00:00 +0100\r\nMessage-ID: <1@b>\r\nIn-Reply-To: <0@x>\r\nContent-Type: multipart/alternative; boundary=q\r\n\r\n--q\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nPaid today.\r\n--q\r\nContent-Type: text/html\r\n\r\n<p>Paid &amp; done</p>\r\n--q--\r\n";
const UBL: &str = "<?xml version=\"1.0\"?><Invoice xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2\" xmlns:cbc=\"urn:c\" xmlns:cac=\"urn:a\"><cbc:ID>7</cbc:ID><cbc:IssueDate>2026-01-05</cbc:IssueDate><cbc:DueDate>2026-02-05</cbc:DueDate><cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode><cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode><cac:AccountingSupplierParty><cac:Party><cac:PartyName><cbc:Name>Me</cbc:Name></cac:PartyName></cac:Party></cac:AccountingSupplierParty><cac:AccountingCustomerParty><cac:Party><cac:PartyName><cbc:Name>Ann</cbc:Name></cac:PartyName></cac:Party></cac:AccountingCustomerParty><cac:PaymentTerms><cbc:Note>#SKONTO#TAGE=7#PROZENT=2.00#</cbc:Note></cac:PaymentTerms><cac:LegalMonetaryTotal><cbc:TaxInclusiveAmount currencyID=\"EUR\">119.00</cbc:TaxInclusiveAmount><cbc:PrepaidAmount currencyID=\"EUR\">19.00</cbc:PrepaidAmount><cbc:PayableAmount currencyID=\"EUR\">100.00</cbc:PayableAmount></cac:LegalMonetaryTotal></Invoice>";
const CII: &str = "<?xml version=\"1.0\"?><rsm:CrossIndustryInvoice xmlns:rsm=\"urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100\" xmlns:ram=\"urn:r\" xmlns:udt=\"urn:u\"><rsm:ExchangedDocument><ram:ID>7</ram:ID><ram:TypeCode>380</ram:TypeCode><ram:IssueDateTime><udt:DateTimeString format=\"102\">20260105</udt:DateTimeString></ram:IssueDateTime></rsm:ExchangedDocument><rsm:SupplyChainTradeTransaction><ram:ApplicableHeaderTradeAgreement><ram:SellerTradeParty><ram:Name>Me</ram:Name></ram:SellerTradeParty><ram:BuyerTradeParty><ram:Name>Ann</ram:Name></ram:BuyerTradeParty></ram:ApplicableHeaderTradeAgreement><ram:ApplicableHeaderTradeSettlement><ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode><ram:SpecifiedTradeSettlementHeaderMonetarySummation><ram:GrandTotalAmount>119.00</ram:GrandTotalAmount><ram:DuePayableAmount>119.00</ram:DuePayableAmount></ram:SpecifiedTradeSettlementHeaderMonetarySummation></ram:ApplicableHeaderTradeSettlement></rsm:SupplyChainTradeTransaction></rsm:CrossIndustryInvoice>";

/// Names of the parsers, each with the samples' folders it also starts from.
pub(crate) const PARSERS: &[(&str, &[&str])] = &[
    ("table", &["invoices", "csv", "bank-csv"]),
    ("xlsx", &["invoices", "xlsx", "bank-csv"]),
    ("xls", &["xlsx"]),
    ("ods", &["xlsx"]),
    ("zip", &[]),
    ("ubl", &["ubl"]),
    ("cii", &["cii"]),
    ("pdf", &["facturx"]),
    ("vcard", &["vcard"]),
    ("mail", &["eml"]),
    ("ofx", &["ofx"]),
    ("camt", &["camt"]),
    ("mt940", &["mt940"]),
    ("qif", &["qif"]),
];

/// What a parser starts from.
pub(crate) fn seeds(parser: &str) -> Vec<Seed> {
    let plain = |text: &str| Seed::Plain(text.as_bytes().to_vec());
    let mut seeds = match parser {
        "table" => TABLES.iter().map(|text| plain(text)).collect(),
        "xlsx" => vec![unzipped(&workbook()).unwrap()],
        "xls" => vec![Seed::Compound(records(ROWS))],
        "ods" => vec![Seed::Zip(open_document())],
        "zip" => vec![
            Seed::Zip(vec![("a.xml".into(), CAMT.into()), ("b.xml".into(), CAMT.replace("E1", "E2").into())]),
            Seed::Zip(vec![("a.xml".into(), UBL.into()), ("d/b.xml".into(), CII.into())]),
            Seed::Plain(zipped(&[("a.csv".into(), TABLES[0].into())])),
        ],
        "ubl" => vec![plain(UBL)],
        "cii" => vec![plain(CII)],
        "pdf" => vec![
            Seed::Plain(carrier()),
            plain(
                "%PDF-1.7\n1 0 obj\n<</Type/Catalog/Names<</EmbeddedFiles<</Names[(factur-x.xml) 2 0 R]>>>>>>\nendobj\n2 0 obj\n<</Type/Filespec/F(factur-x.xml)/EF<</F 3 0 R>>>>\nendobj\n3 0 obj\n<</Length 9>>\nstream\n<a>b</a>\n\nendstream\nendobj\ntrailer\n<</Root 1 0 R/Size 4>>\nstartxref\n0\n%%EOF\n",
            ),
        ],
        "vcard" => vec![plain(CARD)],
        "mail" => vec![plain(MAIL)],
        "ofx" => {
            vec![
                plain(OFX),
                plain(&OFX.replace(
                    "OFXHEADER:100\r\nDATA:OFXSGML\r\nVERSION:102\r\n\r\n",
                    "<?OFX VERSION=\"200\"?>",
                )),
            ]
        }
        "camt" => vec![plain(CAMT)],
        "mt940" => vec![plain(MT940)],
        _ => vec![plain(QIF)],
    };
    let folders = PARSERS.iter().find(|(name, _)| *name == parser).map_or(&[][..], |(_, folders)| folders);
    seeds.extend(folders.iter().flat_map(|folder| samples(parser, folder)));
    seeds
}

/// Samples of that parser's kind, small ones only: a large file teaches nothing that a small one does not.
fn samples(parser: &str, folder: &str) -> Vec<Seed> {
    let root = std::env::var_os("GOODTERMS_SAMPLES").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/samples"),
        PathBuf::from,
    );
    let Ok(entries) = std::fs::read_dir(root.join(folder)) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    let most = if parser == "pdf" { 40 << 10 } else { 16 << 10 };
    let files = paths.iter().filter_map(|path| std::fs::read(path).ok()).filter(|bytes| bytes.len() < most);
    let wanted = |bytes: &Vec<u8>| {
        let (zip, old) = (bytes.starts_with(b"PK"), bytes.starts_with(&[0xD0, 0xCF]));
        let mimetype = bytes.windows(12).take(60).any(|w| w == b"mimetypeappl");
        match parser {
            "xlsx" => zip && !mimetype,
            "ods" => zip && mimetype,
            "xls" => old,
            _ => !zip && !old,
        }
    };
    files
        .filter(wanted)
        .filter_map(|bytes| match parser {
            "xlsx" | "ods" => unzipped(&bytes),
            _ => Some(Seed::Plain(bytes)),
        })
        .collect()
}

fn unzipped(bytes: &[u8]) -> Option<Seed> {
    zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut parts = parts(bytes);
    parts.retain(|(name, _)| !name.contains("theme") && !name.contains("docProps"));
    Some(Seed::Zip(parts))
}

/// The parts of a whole archive.
pub(crate) fn parts(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = Vec::new();
    for at in 0..zip.len() {
        let name = zip.name_for_index(at).unwrap().unwrap().into_owned();
        let mut part = Vec::new();
        zip.by_index(at).unwrap().read_to_end(&mut part).unwrap();
        parts.push((name, part));
    }
    parts
}

/// A PDF that carries an electronic invoice.
fn carrier() -> Vec<u8> {
    let name = || Object::string_literal("factur-x.xml");
    let mut pdf = Document::with_version("1.7");
    let file = pdf.add_object(Stream::new(dictionary! { "Type" => "EmbeddedFile" }, CII.into()));
    let spec = pdf.add_object(dictionary! { "F" => name(), "EF" => dictionary! { "F" => file } });
    let names = dictionary! { "EmbeddedFiles" => dictionary! { "Names" => vec![name(), spec.into()] } };
    let root = pdf.add_object(dictionary! { "Type" => "Catalog", "Names" => names });
    pdf.trailer.set("Root", root);
    let mut bytes = Vec::new();
    pdf.save_to(&mut bytes).unwrap();
    bytes
}

fn workbook() -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let day = rust_xlsxwriter::Format::new().set_num_format("dd/mm/yyyy");
    let sheet = book.add_worksheet();
    for (y, row) in ROWS.iter().enumerate() {
        for (x, text) in row.iter().enumerate() {
            let (y, x) = (y as u32, x as u16);
            match (text.parse::<f64>(), text.strip_prefix('@').map(|day| day.parse::<f64>().unwrap())) {
                (_, Some(number)) => drop(sheet.write_number_with_format(y, x, number, &day)),
                (Ok(number), None) => drop(sheet.write_number(y, x, number)),
                (Err(_), None) => drop(sheet.write_string(y, x, *text)),
            }
        }
    }
    book.save_to_buffer().unwrap()
}

/// An OpenDocument workbook, as parts.
pub(crate) fn open_document() -> Vec<(String, Vec<u8>)> {
    let cell = |text: &str| {
        match (text.parse::<f64>(), text.strip_prefix('@')) {
        (_, Some(_)) => "<table:table-cell office:value-type=\"date\" office:date-value=\"2026-01-05\"><text:p>5.1.26</text:p></table:table-cell>".to_owned(),
        (Ok(_), None) => format!("<table:table-cell office:value-type=\"float\" office:value=\"{text}\"><text:p>{text}</text:p></table:table-cell>"),
        (Err(_), None) => format!("<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"),
    }
    };
    let row = |row: &&[&str]| {
        format!(
            "<table:table-row>{}</table:table-row>",
            row.iter().map(|text| cell(text)).collect::<String>()
        )
    };
    let rows: String = ROWS.iter().map(row).collect();
    let content = format!(
        "<?xml version=\"1.0\"?><office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\"><office:body><office:spreadsheet><table:table table:name=\"Sheet1\"><table:table-column table:number-columns-repeated=\"5\"/>{rows}<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"
    );
    vec![
        ("mimetype".into(), b"application/vnd.oasis.opendocument.spreadsheet".to_vec()),
        ("content.xml".into(), content.into_bytes()),
    ]
}
