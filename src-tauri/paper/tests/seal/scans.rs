//! Agreements that were printed, signed with a pen and scanned.

use super::agreement;
use super::tools::{Folder, content};
use goodterms_paper::seal::scan::{ScanProblem, ScannedPage, read};
use goodterms_paper::{PageMark, render_pdf};
use lopdf::{Dictionary, Object, Stream, dictionary};
use std::io::Write;

/// A page of greys, as poppler draws it.
#[derive(Clone)]
struct Sheet {
    wide: usize,
    high: usize,
    greys: Vec<u8>,
}

/// How a picture of a page is packed.
type Packing = fn(&Sheet) -> Stream;

/// The pages of a file at so many dots an inch; nothing without poppler.
fn printed(file: &[u8], dots: &str) -> Option<Vec<Sheet>> {
    let folder = Folder::new();
    let path = folder.put("file.pdf", file);
    content("pdftoppm", &["-r", dots, "-gray", &path, &folder.path("page")])?;
    let mut names: Vec<String> = std::fs::read_dir(folder.path(""))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.ends_with(".pgm"))
        .collect();
    names.sort();
    Some(names.iter().map(|name| Sheet::of_pgm(&folder.read(name))).collect())
}

impl Sheet {
    fn of_pgm(file: &[u8]) -> Self {
        let header: Vec<&[u8]> = file.splitn(4, |byte| byte.is_ascii_whitespace()).collect();
        let number = |text: &[u8]| std::str::from_utf8(text).unwrap().parse().unwrap();
        let (wide, high) = (number(header[1]), number(header[2]));
        let greys = file[file.len() - wide * high..].to_vec();
        Self { wide, high, greys }
    }

    fn at(&self, x: i64, y: i64) -> u8 {
        let inside = usize::try_from(x)
            .ok()
            .zip(usize::try_from(y).ok())
            .filter(|(x, y)| *x < self.wide && *y < self.high);
        inside.map_or(255, |(x, y)| self.greys[y * self.wide + x])
    }

    /// Laid on the glass a little askew: turned about its middle by so many thousandths, each point seen with its neighbours.
    fn askew(&self, thousandths: i64) -> Self {
        let (wide, high) = (i64::try_from(self.wide).unwrap(), i64::try_from(self.high).unwrap());
        let greys = (0..self.high * self.wide).map(|at| {
            let (x, y) = (i64::try_from(at % self.wide).unwrap(), i64::try_from(at / self.wide).unwrap());
            let (x, y) = (x * 1000 + (y - high / 2) * thousandths, y * 1000 - (x - wide / 2) * thousandths);
            let (left, top) = (x.div_euclid(1000), y.div_euclid(1000));
            let (right, bottom) = (x.rem_euclid(1000), y.rem_euclid(1000));
            let row =
                |y| i64::from(self.at(left, y)) * (1000 - right) + i64::from(self.at(left + 1, y)) * right;
            u8::try_from((row(top) * (1000 - bottom) + row(top + 1) * bottom) / 1_000_000).unwrap()
        });
        Self { greys: greys.collect(), ..self.clone() }
    }

    /// Paper that is not white, ink that is not black, dust, and a signature across the lines.
    fn worn(&self) -> Self {
        let mut sheet = self.clone();
        let mut chance = 12_345_u32;
        for grey in &mut sheet.greys {
            chance = chance.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let noise = u8::try_from(chance >> 28).unwrap();
            *grey = 40 + noise + u8::try_from(u32::from(*grey) * 170 / 255).unwrap();
        }
        let (wide, high) = (i64::try_from(self.wide).unwrap(), i64::try_from(self.high).unwrap());
        for step in 0..wide * 4 {
            let x = wide / 8 + step / 8;
            let y = high * 7 / 10 + (step * 37 % 400 - 200).abs() * high / 8_000;
            for at in [(x, y), (x + 1, y), (x, y + 1), (x + 1, y + 1)] {
                let index = usize::try_from(at.1 * wide + at.0).unwrap();
                sheet.greys[index] = 60;
            }
        }
        sheet
    }

    fn png(&self) -> Vec<u8> {
        let mut file = Vec::new();
        let (wide, high) = (u32::try_from(self.wide).unwrap(), u32::try_from(self.high).unwrap());
        let mut encoder = png::Encoder::new(&mut file, wide, high);
        encoder.set_color(png::ColorType::Grayscale);
        encoder.write_header().unwrap().write_image_data(&self.greys).unwrap();
        file
    }

    fn image(&self, filter: &str, bits: i64, data: Vec<u8>, parameters: Option<Dictionary>) -> Stream {
        let mut dict = dictionary! {
            "Type" => "XObject", "Subtype" => "Image", "ColorSpace" => "DeviceGray", "BitsPerComponent" => bits,
            "Width" => i64::try_from(self.wide).unwrap(), "Height" => i64::try_from(self.high).unwrap(),
        };
        if !filter.is_empty() {
            dict.set("Filter", filter);
        }
        if let Some(parameters) = parameters {
            dict.set("DecodeParms", parameters);
        }
        Stream::new(dict, data).with_compression(false)
    }

    /// As a JPEG of this quality, by a tool that knows nothing of us.
    fn jpeg(&self, quality: &str) -> Option<Stream> {
        let folder = Folder::new();
        let header = format!("P5\n{} {}\n255\n", self.wide, self.high);
        let path = folder.put("page.pgm", &[header.as_bytes(), &self.greys].concat());
        let output = super::tools::run("cjpeg", &["-quality", quality, "-grayscale", &path])?;
        Some(self.image("DCTDecode", 8, output.stdout, None))
    }

    fn black_at(&self, x: usize, y: usize) -> bool {
        self.greys[y * self.wide + x] < 130
    }

    /// Put into the feeder the other way round.
    fn upside_down(&self) -> Self {
        Self { greys: self.greys.iter().rev().copied().collect(), ..self.clone() }
    }

    /// On another paper, as printers and scanners fit one onto the other: smaller by so many hundredths.
    fn fitted(&self, hundredths: i64) -> Self {
        let (wide, high) = (i64::try_from(self.wide).unwrap(), i64::try_from(self.high).unwrap());
        let from = |at: i64, length: i64| ((at - length / 2) * 100).div_euclid(hundredths) + length / 2;
        let greys = (0..high).flat_map(|y| (0..wide).map(move |x| self.at(from(x, wide), from(y, high))));
        Self { greys: greys.collect(), ..self.clone() }
    }

    /// The rows as a fax of group 4 packs them.
    fn faxed(&self) -> Vec<u8> {
        let mut encoder = fax::encoder::Encoder::new(fax::VecWriter::new());
        let width = u32::try_from(self.wide).unwrap();
        for y in 0..self.high {
            let row = (0..self.wide)
                .map(|x| if self.black_at(x, y) { fax::Color::Black } else { fax::Color::White });
            encoder.encode_line(row, width).unwrap();
        }
        encoder.finish().unwrap().finish()
    }

    /// As a fax writes it.
    fn fax(&self) -> Stream {
        let parameters = dictionary! {
            "K" => -1, "Columns" => i64::try_from(self.wide).unwrap(), "Rows" => i64::try_from(self.high).unwrap(),
        };
        self.image("CCITTFaxDecode", 1, self.faxed(), Some(parameters))
    }

    /// As JBIG2: a page that is one region, packed as a fax is (ITU-T T.88, 7.4.6 with MMR).
    fn jbig2(&self) -> Stream {
        let number = |number: usize| u32::try_from(number).unwrap().to_be_bytes();
        let segment = |at: u8, kind: u8, data: &[u8]| {
            [&[0, 0, 0, at, kind, 0, 1], &number(data.len())[..], data].concat()
        };
        let size = [number(self.wide), number(self.high)].concat();
        let page = [&size[..], &[0; 11]].concat();
        let region = [&size[..], &[0; 9], &[1], &self.faxed()].concat();
        self.image("JBIG2Decode", 1, [segment(0, 48, &page), segment(1, 38, &region)].concat(), None)
    }

    /// One bit a pixel, deflated; with the filters of PNG if wanted.
    fn bits(&self, filtered: bool) -> Stream {
        let mut rows = Vec::new();
        let mut above = vec![0_u8; self.wide.div_ceil(8)];
        for y in 0..self.high {
            let mut row = vec![0_u8; self.wide.div_ceil(8)];
            for x in (0..self.wide).filter(|x| !self.black_at(*x, y)) {
                row[x / 8] |= 0x80 >> (x % 8);
            }
            if filtered {
                rows.push(2);
                rows.extend(row.iter().zip(&above).map(|(byte, up)| byte.wrapping_sub(*up)));
            } else {
                rows.extend_from_slice(&row);
            }
            above = row;
        }
        let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
        packed.write_all(&rows).unwrap();
        let parameters = filtered.then(|| {
            dictionary! { "Predictor" => 15, "Colors" => 1, "BitsPerComponent" => 1, "Columns" => i64::try_from(self.wide).unwrap() }
        });
        self.image("FlateDecode", 1, packed.finish().unwrap(), parameters)
    }
}

/// A PDF with a picture on each page, as scanners make it.
fn scanned(pictures: Vec<Stream>) -> Vec<u8> {
    let mut file = lopdf::Document::with_version("1.4");
    let pages = file.new_object_id();
    let kids: Vec<Object> = pictures
        .into_iter()
        .map(|picture| {
            let picture = file.add_object(picture);
            let content =
                file.add_object(Stream::new(dictionary! {}, b"q 595 0 0 842 0 0 cm /Im0 Do Q".to_vec()));
            let page = dictionary! {
                "Type" => "Page", "Parent" => pages, "Contents" => content,
                "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
                "Resources" => dictionary! { "XObject" => dictionary! { "Im0" => picture } },
            };
            file.add_object(page).into()
        })
        .collect();
    let count = i64::try_from(kids.len()).unwrap();
    file.objects.insert(pages, dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => count }.into());
    let catalog = file.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
    file.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).unwrap();
    bytes
}

/// The mark of the sample's first page.
fn mark(pages: usize) -> PageMark {
    let plan = super::samples::agreement();
    let PageMark { reference, version, fingerprint, .. } = PageMark {
        reference: plan.reference,
        version: plan.version,
        fingerprint: plan.fingerprint,
        page: 1,
        pages: 1,
    };
    PageMark { reference, version, fingerprint, page: 1, pages: u32::try_from(pages).unwrap() }
}

#[test]
fn a_worn_scan_is_known_again() {
    for (dots, askew) in [("150", 17), ("200", -35), ("300", 26)] {
        let Some(sheets) = printed(agreement(), dots) else { return };
        let sheets: Vec<Sheet> = sheets.iter().map(|sheet| sheet.worn().askew(askew)).collect();
        let order: Vec<usize> = (0..sheets.len()).collect();
        let sent = mark(sheets.len());
        let jpegs: Option<Vec<Stream>> = sheets.iter().map(|sheet| sheet.jpeg("60")).collect();
        if let Some(jpegs) = jpegs {
            assert_eq!(read(&scanned(jpegs)).unwrap().judge(&sent), Ok(order.clone()), "{dots} dots, JPEG");
        }
        // Each way of packing once where it is hardest: at 150 dots what is black and white without any grey.
        let kinds: &[(&str, Packing)] = match dots {
            "150" => &[("fax", Sheet::fax), ("bits", |sheet| sheet.bits(false))],
            "200" => {
                &[("greys", |sheet| sheet.image("", 8, sheet.greys.clone(), None)), ("JBIG2", Sheet::jbig2)]
            }
            _ => &[("filtered bits", |sheet| sheet.bits(true))],
        };
        for (name, kind) in kinds {
            let pictures = sheets.iter().map(kind).collect();
            assert_eq!(
                read(&scanned(pictures)).unwrap().judge(&sent),
                Ok(order.clone()),
                "{dots} dots, {name}"
            );
        }
    }
}

/// What happens between the tray of one machine and the glass of the other, in black and white at 150 dots.
#[test]
fn a_page_is_known_however_it_lay_on_the_glass() {
    let Some(sheets) = printed(agreement(), "150") else { return };
    let sheet = &sheets[0];
    let negative =
        |sheet: &Sheet| Sheet { greys: sheet.greys.iter().map(|grey| !grey).collect(), ..sheet.clone() };
    for (name, picture) in [
        ("upside down", sheet.worn().askew(20).upside_down().fax()),
        ("smaller, on other paper", sheet.fitted(94).worn().jbig2()),
        ("a negative", negative(&sheet.worn().askew(-10)).bits(false)),
    ] {
        let scan = read(&scanned(vec![picture])).unwrap();
        assert_eq!(scan.pages, [ScannedPage::Known(mark(sheets.len()))], "{name}");
    }
}

#[test]
fn a_picture_of_one_page_names_that_page() {
    let Some(sheets) = printed(agreement(), "150") else { return };
    let scan = read(&sheets[1].worn().png()).unwrap();
    let ScannedPage::Known(found) = &scan.pages[0] else { panic!("{scan:?}") };
    assert_eq!(*found, PageMark { page: 2, ..mark(sheets.len()) });
    let missing = (1..=u32::try_from(sheets.len()).unwrap()).filter(|page| *page != 2).collect();
    assert_eq!(scan.judge(&mark(sheets.len())), Err(ScanProblem::PagesMissing(missing)));
}

#[test]
fn pages_of_another_version_are_refused() {
    let mut other = super::samples::agreement();
    other.version = 2;
    let (Some(first), Some(second)) =
        (printed(agreement(), "200"), printed(&render_pdf(&other.document()).bytes, "200"))
    else {
        return;
    };
    let sent = mark(first.len());
    let pages = |sheets: &[&Sheet]| scanned(sheets.iter().map(|sheet| sheet.bits(false)).collect());
    let all: Vec<&Sheet> = second.iter().collect();
    assert_eq!(read(&pages(&all)).unwrap().judge(&sent).unwrap_err().code(), "scan_other_version");
    let mixed = [&first[..1], &second[1..]].concat();
    let mixed: Vec<&Sheet> = mixed.iter().collect();
    assert_eq!(read(&pages(&mixed)).unwrap().judge(&sent).unwrap_err().code(), "scan_mixed");
    // Backwards, with a blank back between.
    let blank = Sheet { greys: vec![250; first[0].greys.len()], ..first[0].clone() };
    let backwards: Vec<&Sheet> = std::iter::once(&blank).chain(first.iter().rev()).collect();
    let order: Vec<usize> = (1..=first.len()).rev().collect();
    assert_eq!(read(&pages(&backwards)).unwrap().judge(&sent), Ok(order));
    assert_eq!(read(&pages(&[&blank])).unwrap().judge(&sent), Err(ScanProblem::NoCode));
}

#[test]
fn a_picture_of_an_unknown_kind_is_named() {
    let Some(sheets) = printed(agreement(), "100") else { return };
    let unknown = sheets[0].image("JPXDecode", 8, vec![0; 100], None);
    let scan = read(&scanned(vec![unknown])).unwrap();
    assert_eq!(scan.pages, [ScannedPage::KindUnknown("JPXDecode".into())]);
    assert_eq!(scan.judge(&mark(3)), Err(ScanProblem::Unreadable(vec![1])));
}
