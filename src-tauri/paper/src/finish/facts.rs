//! What the file says about itself, twice: in the old way and as XMP. The two must agree.

use super::{set_text, text};
use crate::document::Facts;
use goodterms_terms::Day;
use lopdf::Dictionary;

const TOOL: &str = "Goodterms";
const PRODUCER: &str = "Goodterms, with printpdf";

/// The information dictionary.
pub(super) fn info(facts: &Facts) -> Dictionary {
    let mut info = Dictionary::new();
    set_text(&mut info, "Title", &facts.title);
    set_text(&mut info, "Author", &facts.author);
    set_text(&mut info, "Subject", &facts.subject);
    set_text(&mut info, "Creator", TOOL);
    set_text(&mut info, "Producer", PRODUCER);
    let stamp = facts.day.format("D:%Y%m%d000000Z").to_string();
    info.set("CreationDate", text(&stamp));
    info.set("ModDate", text(&stamp));
    info
}

/// The XMP packet, with what makes the file PDF/A-3a and PDF/UA-1.
pub(super) fn xmp(facts: &Facts) -> String {
    let Facts { title, author, subject, language, day } = facts;
    let stamp = stamp(*day);
    let [title, author, subject] = [title, author, subject].map(|words| escaped(words));
    let described = if subject.is_empty() {
        String::new()
    } else {
        format!(
            "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">{subject}</rdf:li></rdf:Alt></dc:description>\n"
        )
    };
    let by = if author.is_empty() {
        String::new()
    } else {
        format!("<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>\n")
    };
    format!(
        "<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n\
         <x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n\
         <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n\
         <rdf:Description rdf:about=\"\"\n\
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n\
         xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\n\
         xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"\n\
         xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"\n\
         xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"\n\
         xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"\n\
         xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"\n\
         xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n\
         <dc:format>application/pdf</dc:format>\n\
         <dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{title}</rdf:li></rdf:Alt></dc:title>\n\
         {by}{described}\
         <dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>\n\
         <xmp:CreatorTool>{TOOL}</xmp:CreatorTool>\n\
         <xmp:CreateDate>{stamp}</xmp:CreateDate>\n\
         <xmp:ModifyDate>{stamp}</xmp:ModifyDate>\n\
         <xmp:MetadataDate>{stamp}</xmp:MetadataDate>\n\
         <pdf:Producer>{PRODUCER}</pdf:Producer>\n\
         <pdfaid:part>3</pdfaid:part>\n\
         <pdfaid:conformance>A</pdfaid:conformance>\n\
         <pdfuaid:part>1</pdfuaid:part>\n\
         <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n\
         <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\n\
         <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n\
         <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n\
         <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n\
         <pdfaProperty:name>part</pdfaProperty:name>\n\
         <pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n\
         <pdfaProperty:category>internal</pdfaProperty:category>\n\
         <pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>\n\
         </rdf:li></rdf:Seq></pdfaSchema:property>\n\
         </rdf:li></rdf:Bag></pdfaExtension:schemas>\n\
         </rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>"
    )
}

fn stamp(day: Day) -> String {
    day.format("%Y-%m-%dT00:00:00Z").to_string()
}

fn escaped(words: &str) -> String {
    words
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace(['\u{FFFE}', '\u{FFFF}'], "\u{FFFD}")
}
