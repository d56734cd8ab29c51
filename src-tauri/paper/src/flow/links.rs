//! Finding what can be followed in a text: e-mail addresses and secure links.

use crate::text::Span;
use crate::tree::{NodeId, Role, Tree};
use std::ops::Range;

/// Parts the spans of a paragraph so that each link is one by itself, with its own node below the paragraph's.
pub(super) fn tagged(spans: Vec<Span>, paragraph: NodeId, tree: &mut Tree) -> Vec<Span> {
    let mut parted = Vec::with_capacity(spans.len());
    for span in spans {
        let found = found(&span.text);
        if found.is_empty() {
            parted.push(span);
            continue;
        }
        let mut from = 0;
        for (range, target) in found {
            let words = span.text.get(range.clone()).unwrap_or_default().to_owned();
            let before = span.text.get(from..range.start).unwrap_or_default();
            if !before.is_empty() {
                parted.push(Span { text: before.to_owned(), ..span });
            }
            from = range.end;
            let node = tree.add(paragraph, Role::Link { target, words: words.clone() });
            let mut style = span.style;
            style.within = Some(node);
            parted.push(Span { text: words, style });
        }
        let after = span.text.get(from..).unwrap_or_default();
        if !after.is_empty() {
            parted.push(Span { text: after.to_owned(), ..span });
        }
    }
    parted
}

/// Where links stand in a text, and where each leads.
fn found(text: &str) -> Vec<(Range<usize>, String)> {
    if !text.contains(['@', ':']) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut start = 0;
    let isolates =
        |c: char| c.is_whitespace() || matches!(c, '\u{2066}'..='\u{2069}' | '<' | '>' | '«' | '»');
    for word in text.split_inclusive(isolates) {
        let seen = word.trim_end_matches(isolates);
        let bare = seen.trim_start_matches(|c: char| "([\u{201C}\u{2018}".contains(c));
        let lead = seen.len() - bare.len();
        let bare = bare.trim_end_matches(|c: char| ".,;:!?)]\u{201D}\u{2019}".contains(c));
        if let Some(target) = target(bare) {
            found.push((start + lead..start + lead + bare.len(), target));
        }
        start += word.len();
    }
    found
}

/// Where a word leads, if it leads anywhere. Only ASCII does: letters that look alike must not mislead.
fn target(word: &str) -> Option<String> {
    if !word.bytes().all(|byte| byte.is_ascii_graphic()) {
        return None;
    }
    if let Some(rest) = word.strip_prefix("https://") {
        return rest.split(['/', '?', '#']).next().filter(|host| host.contains('.')).map(|_| word.to_owned());
    }
    let (user, host) = word.split_once('@')?;
    let named = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    let shaped = !user.is_empty()
        && user.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$&'*+-/=^_`{|}~.".contains(&byte))
        && host.split('.').count() > 1
        && host.split('.').all(named);
    shaped.then(|| format!("mailto:{word}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn targets(text: &str) -> Vec<(String, String)> {
        found(text).into_iter().map(|(range, target)| (text[range].to_owned(), target)).collect()
    }

    #[test]
    fn addresses_and_secure_links_are_found_without_the_points_around_them() {
        let text = "Write to (ines@harbour-lane.example), or pay at https://pay.example/i/7?x=1.";
        let wanted = [
            ("ines@harbour-lane.example", "mailto:ines@harbour-lane.example"),
            ("https://pay.example/i/7?x=1", "https://pay.example/i/7?x=1"),
        ];
        assert_eq!(targets(text), wanted.map(|(a, b)| (a.to_owned(), b.to_owned())));
        assert_eq!(targets("\u{2068}a@b.example\u{2069} x").len(), 1);
    }

    #[test]
    fn what_only_looks_like_a_link_is_left_alone() {
        for text in
            ["a @ b", "@home", "a@b", "http://x.example", "https://", "ines@hаrbour.example", "6:30", ""]
        {
            assert_eq!(targets(text), [], "{text}");
        }
    }
}
