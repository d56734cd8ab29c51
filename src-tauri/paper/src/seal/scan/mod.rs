//! The agreement that was printed, signed with a pen and scanned: which version it is, and whether it is whole.
//!
//! Each page is known by the code at its foot ([`PageMark`]). What the pen wrote is for people to judge.

mod bilevel;
mod codes;
mod pages;
mod picture;
mod samples;

use crate::mark::PageMark;
use goodterms_terms::{Code, Refusal};
use std::collections::BTreeSet;

/// What was read from a scan.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scan {
    /// The scanned pages, in the order of the file.
    pub pages: Vec<ScannedPage>,
}

/// What was read from one scanned page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ScannedPage {
    /// It bears the code of this page of an agreement.
    Known(PageMark),
    /// No code was found on it: a blank back, or a page that is not of the agreement.
    NoCode,
    /// It is compressed in a way that is not read here, by this name.
    KindUnknown(String),
    /// Its picture is damaged.
    Damaged,
}

/// Why a scan is not the agreement that was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ScanProblem {
    /// No page bears a code that can be read.
    NoCode,
    /// A page cannot be read; which ones, counted from 1 in the order of the file.
    Unreadable(Vec<usize>),
    /// Pages of several agreements or versions.
    Mixed(Vec<PageMark>),
    /// It is another agreement.
    OtherAgreement(PageMark),
    /// It is another version of the agreement, or another text that bears the same number.
    OtherVersion(PageMark),
    /// These pages of the agreement are not there.
    PagesMissing(Vec<u32>),
}

impl ScanProblem {
    /// The name that never changes.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NoCode => "scan_no_code",
            Self::Unreadable(_) => "scan_unreadable",
            Self::Mixed(_) => "scan_mixed",
            Self::OtherAgreement(_) => "scan_other_agreement",
            Self::OtherVersion(_) => "scan_other_version",
            Self::PagesMissing(_) => "scan_pages_missing",
        }
    }

    /// What is the matter and what to do, in one or two plain sentences.
    pub fn sentence(&self) -> String {
        let counted = |numbers: &[String]| {
            let word = if numbers.len() == 1 { "Page" } else { "Pages" };
            format!("{word} {}", numbers.join(", "))
        };
        let named = |mark: &PageMark| format!("{}, version {}", mark.reference, mark.version);
        match self {
            Self::NoCode => {
                "No page bears the code that stands at the foot of our agreements. Scan it at 200 dots \
                             an inch or more, with the whole foot of each page."
                    .to_owned()
            }
            Self::Unreadable(pages) => {
                let pages: Vec<String> = pages.iter().map(ToString::to_string).collect();
                format!(
                    "{} of the scan cannot be read. Save the scan as a PDF with JPEG pictures, or as PNG.",
                    counted(&pages)
                )
            }
            Self::Mixed(marks) => {
                let names: BTreeSet<String> = marks.iter().map(named).collect();
                let names: Vec<String> = names.into_iter().collect();
                format!(
                    "The scan holds pages of different agreements: {}. Scan each by itself.",
                    names.join("; ")
                )
            }
            Self::OtherAgreement(mark) => format!("The scan is of another agreement: {}.", named(mark)),
            Self::OtherVersion(mark) => format!("The scan is of another version: {}.", named(mark)),
            Self::PagesMissing(pages) => {
                let pages: Vec<String> = pages.iter().map(ToString::to_string).collect();
                let is = if pages.len() == 1 { "is" } else { "are" };
                format!(
                    "{} of the agreement {is} not in the scan. Scan all of it, the back of each sheet as well.",
                    counted(&pages)
                )
            }
        }
    }
}

/// Reads a scan: a PDF whose pages are pictures, or a PNG or JPEG picture of one page.
///
/// # Errors
/// [`Code::ScanUnreadable`] when it is none of these, is protected by a password, or is too
/// large.
pub fn read(file: &[u8]) -> Result<Scan, Refusal> {
    if file.starts_with(b"%PDF") {
        return Ok(Scan { pages: pages::of_pdf(file)? });
    }
    match picture::read(file) {
        Err(picture::Unseen::Unknown(kind)) if kind.is_empty() => {
            Err(Refusal::input(Code::ScanUnreadable, "The file is neither a PDF nor a PNG or JPEG picture.")
                .hint("Scan the agreement anew, as a PDF, PNG or JPEG file."))
        }
        picture => Ok(Scan { pages: vec![codes::page([picture])] }),
    }
}

impl Scan {
    /// The agreement that the pages are of.
    ///
    /// # Errors
    /// [`ScanProblem::NoCode`], [`ScanProblem::Unreadable`] or [`ScanProblem::Mixed`].
    pub fn agreement(&self) -> Result<&PageMark, ScanProblem> {
        let marks: Vec<&PageMark> = self.marks().map(|(_, mark)| mark).collect();
        let Some(first) = marks.first() else {
            let unreadable = self.unreadable();
            return Err(if unreadable.is_empty() {
                ScanProblem::NoCode
            } else {
                ScanProblem::Unreadable(unreadable)
            });
        };
        if marks.iter().all(|mark| mark.is_beside(first)) {
            Ok(first)
        } else {
            Err(ScanProblem::Mixed(marks.into_iter().cloned().collect()))
        }
    }

    /// Where each page of the agreement stands in the scan, counted from 0, in the agreement's order, if all of
    /// them are there and are of the version that was sent. The mark may be that of any of its pages.
    ///
    /// # Errors
    /// The [`ScanProblem`] that stands in the way.
    pub fn judge(&self, sent: &PageMark) -> Result<Vec<usize>, ScanProblem> {
        let mark = self.agreement()?;
        if mark.reference != sent.reference {
            return Err(ScanProblem::OtherAgreement(mark.clone()));
        }
        if !mark.is_beside(sent) {
            return Err(ScanProblem::OtherVersion(mark.clone()));
        }
        let found = |page: &u32| self.marks().find(|(_, mark)| mark.page == *page).map(|(at, _)| at);
        let missing: Vec<u32> = (1..=mark.pages).filter(|page| found(page).is_none()).collect();
        if missing.is_empty() {
            return Ok((1..=mark.pages).filter_map(|page| found(&page)).collect());
        }
        let unreadable = self.unreadable();
        Err(if unreadable.is_empty() {
            ScanProblem::PagesMissing(missing)
        } else {
            ScanProblem::Unreadable(unreadable)
        })
    }

    fn marks(&self) -> impl Iterator<Item = (usize, &PageMark)> {
        self.pages.iter().enumerate().filter_map(|(at, page)| match page {
            ScannedPage::Known(mark) => Some((at, mark)),
            _ => None,
        })
    }

    /// The pages that cannot be read, counted from 1.
    fn unreadable(&self) -> Vec<usize> {
        let cannot = |page: &ScannedPage| matches!(page, ScannedPage::KindUnknown(_) | ScannedPage::Damaged);
        self.pages.iter().zip(1..).filter(|(page, _)| cannot(page)).map(|(_, number)| number).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn mark(version: u32, page: u32, pages: u32) -> PageMark {
        PageMark {
            reference: "PLAN-2026-014".into(),
            version,
            fingerprint: "7K3M9QWX-4T2P-8HBN-R5VD".into(),
            page,
            pages,
        }
    }

    fn scan(pages: &[(u32, u32)]) -> Scan {
        Scan {
            pages: pages.iter().map(|(version, page)| ScannedPage::Known(mark(*version, *page, 3))).collect(),
        }
    }

    #[test]
    fn pages_in_any_order_make_the_agreement_whole() {
        let mut scan = scan(&[(1, 3), (1, 1), (1, 2), (1, 1)]);
        scan.pages.insert(1, ScannedPage::NoCode);
        assert_eq!(scan.judge(&mark(1, 1, 3)).unwrap(), [2, 3, 0]);
    }

    #[test]
    fn what_is_not_the_agreement_is_refused() {
        let sent = mark(1, 1, 3);
        let code = |scan: &Scan, sent: &PageMark| scan.judge(sent).unwrap_err().code();
        assert_eq!(code(&Scan::default(), &sent), "scan_no_code");
        assert_eq!(code(&scan(&[(1, 1), (2, 2), (1, 3)]), &sent), "scan_mixed");
        assert_eq!(code(&scan(&[(2, 1), (2, 2), (2, 3)]), &sent), "scan_other_version");
        assert_eq!(code(&scan(&[(1, 1)]), &mark(1, 1, 4)), "scan_other_version");
        let other = PageMark { reference: "PLAN-2026-015".into(), ..sent.clone() };
        assert_eq!(code(&scan(&[(1, 1)]), &other), "scan_other_agreement");
        assert_eq!(scan(&[(1, 2)]).judge(&sent), Err(ScanProblem::PagesMissing(vec![1, 3])));
        let mut torn = scan(&[(1, 1), (1, 2)]);
        torn.pages.push(ScannedPage::KindUnknown("JPXDecode".into()));
        assert_eq!(torn.judge(&sent), Err(ScanProblem::Unreadable(vec![3])));
        for problem in
            [ScanProblem::NoCode, ScanProblem::PagesMissing(vec![2]), ScanProblem::Mixed(vec![sent])]
        {
            assert!(problem.sentence().ends_with('.'), "{}", problem.sentence());
        }
    }

    #[test]
    fn what_is_no_scan_is_refused() {
        assert_eq!(read(b"%PDF-1.7 nothing").unwrap_err().code, Code::ScanUnreadable);
        assert_eq!(read(b"GIF89a").unwrap_err().code, Code::ScanUnreadable);
        assert_eq!(read(&[0xFF, 0xD8, 0xFF, 0]).unwrap().pages, [ScannedPage::Damaged]);
    }

    proptest! {
        #[test]
        fn reading_never_panics(start in prop::sample::select(vec![&b"%PDF-1.7\n"[..], b"\xFF\xD8\xFF", b"\x89PNG\r\n\x1A\n", b""]),
                                rest in proptest::collection::vec(any::<u8>(), 0..300)) {
            let _ = read(&[start, &rest].concat());
        }
    }
}
