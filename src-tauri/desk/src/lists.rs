//! Long lists, a page at a time. Which rows a list holds, in what order, and what they come to is worked out
//! once and kept for as long as nothing in the book changes; a page then costs no more than its own rows.

use crate::desk::Look;
use crate::error::Answer;
use goodterms_ledger::Head;
use goodterms_ledger::reading::Whole;
use goodterms_ledger::reading::invoices::ListTotal;
use goodterms_ledger::reading::payments::PaymentTotal;
use goodterms_terms::Day;
use std::fmt::Debug;
use std::sync::{Arc, Mutex};
use tokio::sync::OnceCell;

/// How many lists of a kind are kept: a filter tried out and taken off again, twice.
const KEPT: usize = 4;

/// The lists somebody looks at.
#[derive(Debug, Default)]
pub(crate) struct Lists {
    pub(crate) invoices: Shelf<ListTotal>,
    pub(crate) payments: Shelf<PaymentTotal>,
}

/// Lists of one kind, the latest last.
#[derive(Debug)]
pub(crate) struct Shelf<Total>(Mutex<Vec<Kept<Total>>>);

impl<Total> Default for Shelf<Total> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

#[derive(Debug)]
struct Kept<Total> {
    label: Label,
    whole: Arc<OnceCell<Arc<Whole<Total>>>>,
}

/// What makes a list what it is: the book as it stands, the day, and what was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Label {
    head: Head,
    on: Day,
    asked: String,
}

impl<Total> Shelf<Total> {
    /// The list that answers `asked` on that look, by `work_out` if it is not at hand. Asked twice at a time,
    /// it is worked out once.
    ///
    /// # Errors
    /// When the book cannot be read.
    pub(crate) async fn list(
        &self,
        look: &mut Look,
        asked: &impl Debug,
        work_out: impl AsyncFnOnce(&mut Look) -> Answer<Whole<Total>>,
    ) -> Answer<Arc<Whole<Total>>> {
        let head = Head::of(&mut look.reader).await?;
        let cell = self.place(Label { head, on: look.on, asked: format!("{asked:?}") });
        Ok(cell.get_or_try_init(async || work_out(look).await.map(Arc::new)).await?.clone())
    }

    fn place(&self, label: Label) -> Arc<OnceCell<Arc<Whole<Total>>>> {
        let mut kept = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        // What was true of the book before is of no use to anybody.
        kept.retain(|list| list.label.head == label.head);
        let found = kept.iter().position(|list| list.label == label).map(|at| kept.remove(at));
        let list = found.unwrap_or_else(|| Kept { label, whole: Arc::default() });
        let whole = Arc::clone(&list.whole);
        if kept.len() == KEPT {
            kept.remove(0);
        }
        kept.push(list);
        whole
    }
}

/// The rows of a page; all when neither an offset nor a limit is asked for.
pub(crate) fn page<Total>(whole: &Whole<Total>, offset: Option<u64>, limit: Option<u64>) -> Option<Vec<i64>> {
    let number = |n: u64| usize::try_from(n).unwrap_or(usize::MAX);
    match (offset, limit) {
        (None, None) => None,
        (offset, limit) => {
            let rows = whole.rows.iter().skip(number(offset.unwrap_or(0)));
            Some(rows.take(limit.map_or(usize::MAX, number)).copied().collect())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn label(seq: i64, asked: &str) -> Label {
        Label { head: Head { seq, hash: [0; 32] }, on: Day::default(), asked: asked.to_owned() }
    }

    #[test]
    fn a_list_is_kept_until_the_book_changes() {
        let shelf = Shelf::<()>::default();
        let first = shelf.place(label(1, "all"));
        assert!(Arc::ptr_eq(&first, &shelf.place(label(1, "all"))));
        assert!(!Arc::ptr_eq(&first, &shelf.place(label(1, "late"))));
        assert!(Arc::ptr_eq(&first, &shelf.place(label(1, "all"))));
        assert!(!Arc::ptr_eq(&first, &shelf.place(label(2, "all"))), "the book has changed");
        assert!(!Arc::ptr_eq(&first, &shelf.place(label(1, "all"))), "what it was before is not kept");
    }

    #[test]
    fn the_list_looked_at_longest_ago_goes_first() {
        let shelf = Shelf::<()>::default();
        let all = shelf.place(label(1, "all"));
        let late = shelf.place(label(1, "late"));
        for asked in ["all", "paid", "open", "void"] {
            shelf.place(label(1, asked));
        }
        assert!(Arc::ptr_eq(&all, &shelf.place(label(1, "all"))));
        assert!(!Arc::ptr_eq(&late, &shelf.place(label(1, "late"))));
    }

    #[test]
    fn a_page_is_a_part_of_the_list() {
        let whole = Whole { rows: (1..=5).collect(), totals: vec![(); 0] };
        assert_eq!(page(&whole, None, None), None);
        assert_eq!(page(&whole, Some(1), Some(2)), Some(vec![2, 3]));
        assert_eq!(page(&whole, Some(4), Some(9)), Some(vec![5]));
        assert_eq!(page(&whole, None, Some(0)), Some(vec![]));
        assert_eq!(page(&whole, Some(u64::MAX), None), Some(vec![]));
    }
}
