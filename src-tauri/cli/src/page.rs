//! Long lists, a page at a time.

use crate::failure;
use clap::Args;
use goodterms_desk::Answer;
use serde::Serialize;

/// How much of a list, and from where on.
#[derive(Debug, Default, Args)]
pub(crate) struct Page {
    /// At most so many of a list [default: all].
    #[arg(long, global = true, value_name = "N", help_heading = "Everywhere")]
    limit: Option<u64>,
    /// Only what comes after this one in a list: the `next` of the page before, or an id.
    #[arg(long, global = true, value_name = "CURSOR", help_heading = "Everywhere")]
    after: Option<String>,
}

/// A list, and where its next page begins.
#[derive(Debug, Serialize)]
pub(crate) struct Paged<T> {
    /// The list.
    #[serde(flatten)]
    pub(crate) list: T,
    /// What to say after `--after` for the next page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) next: Option<String>,
}

impl Page {
    /// Refuses a page of what is no list.
    ///
    /// # Errors
    /// When one is asked for.
    pub(crate) fn refuse(&self) -> Answer<()> {
        let field = match (&self.limit, &self.after) {
            (None, None) => return Ok(()),
            (Some(_), _) => "limit",
            (None, Some(_)) => "after",
        };
        Err(failure::slip("This answer is not a list.", "Leave --limit and --after out.", Some(field)))
    }

    /// At most so many.
    pub(crate) const fn limit(&self) -> Option<u64> {
        self.limit
    }

    /// The number of what comes before, where a list is numbered.
    ///
    /// # Errors
    /// When the cursor is not a number.
    pub(crate) fn after_number(&self) -> Answer<Option<i64>> {
        let unusable = |_| {
            let message = format!(
                "\u{201c}{}\u{201d} is not a number of this list.",
                self.after.as_deref().unwrap_or_default()
            );
            failure::slip(&message, "Give the next of the page before.", Some("after"))
        };
        self.after.as_deref().map(|after| after.trim().parse().map_err(unusable)).transpose()
    }

    /// Cuts the page out of the rows and answers the cursor of the next one, if there is one.
    ///
    /// # Errors
    /// When no row has the cursor's id.
    pub(crate) fn cut<T>(&self, rows: &mut Vec<T>, id: impl Fn(&T) -> &str) -> Answer<Option<String>> {
        if let Some(after) = &self.after {
            let place =
                rows.iter().position(|row| id(row).eq_ignore_ascii_case(after.trim())).ok_or_else(|| {
                    failure::slip(
                        &format!("Nothing in this list is called \u{201c}{after}\u{201d}."),
                        "Give the next of the page before, with the same filters.",
                        Some("after"),
                    )
                })?;
            rows.drain(..=place);
        }
        let limit = self.limit.and_then(|limit| usize::try_from(limit).ok()).unwrap_or(usize::MAX);
        let more = rows.len() > limit;
        rows.truncate(limit);
        Ok(rows.last().filter(|_| more).map(|row| id(row).to_owned()))
    }

    /// The line that says how to go on.
    pub(crate) fn onward(next: Option<&String>) -> String {
        next.map(|next| format!("\n\nThere is more: --after {next}")).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_follow_one_another_without_gap_or_repeat() {
        let all = ["a", "b", "c", "d", "e"];
        let (mut seen, mut after) = (Vec::new(), None);
        loop {
            let mut rows = all.to_vec();
            let page = Page { limit: Some(2), after };
            after = page.cut(&mut rows, |row| row).unwrap();
            seen.extend(rows);
            if after.is_none() {
                break;
            }
        }
        assert_eq!(seen, all);
        let lost = Page { limit: None, after: Some("z".into()) };
        assert_eq!(lost.cut(&mut all.to_vec(), |row| row).unwrap_err().exit_code(), 2);
    }

    #[test]
    fn a_limit_of_nothing_shows_nothing() {
        let mut rows = vec!["a"];
        assert_eq!(Page { limit: Some(0), after: None }.cut(&mut rows, |row| row).unwrap(), None);
        assert!(rows.is_empty());
    }
}
