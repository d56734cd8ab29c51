//! Names of people and firms, as they can be compared: without legal forms, accents, order or punctuation.

use std::collections::{BTreeMap, HashMap};

/// What a firm is in law, which one party writes and the other does not.
const LEGAL_FORMS: [&str; 44] = [
    "GMBH",
    "UG",
    "AG",
    "KG",
    "OHG",
    "GBR",
    "EK",
    "EV",
    "EG",
    "KGAA",
    "MBH",
    "CO",
    "COMPANY",
    "CORP",
    "CORPORATION",
    "INC",
    "INCORPORATED",
    "LLC",
    "LLP",
    "LP",
    "LTD",
    "LIMITED",
    "PLC",
    "PTY",
    "PTE",
    "SA",
    "SAS",
    "SARL",
    "EURL",
    "SNC",
    "SRL",
    "SPA",
    "SL",
    "BV",
    "NV",
    "AB",
    "AS",
    "APS",
    "OY",
    "OYJ",
    "LDA",
    "THE",
    "MR",
    "MRS",
];

/// Two names are alike from here on.
const ALIKE: f64 = 0.92;

/// A name without what does not tell firms apart: its words, sorted, and in the order written.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Plain {
    written: String,
    sorted: String,
}

fn plain(name: &str) -> Option<Plain> {
    let latin = deunicode::deunicode(name).to_ascii_uppercase();
    // `S.A.` and `Ltd.` lose their dots before words are told apart.
    let undotted: String = latin.chars().filter(|c| !matches!(c, '.' | '\'')).collect();
    let words: Vec<&str> = undotted
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty() && !LEGAL_FORMS.contains(word))
        .take(12)
        .collect();
    let written = words.join(" ");
    let mut sorted = words;
    sorted.sort_unstable();
    (written.len() >= 3 && written.len() <= 120).then(|| Plain { sorted: sorted.join(" "), written })
}

/// A name to look up exactly.
pub(super) fn key(name: &str) -> Option<String> {
    plain(name).map(|plain| plain.sorted)
}

/// Clients by name.
#[derive(Default)]
pub(super) struct Names {
    clients: Vec<(i64, String, Plain)>,
    by_key: HashMap<String, Vec<usize>>,
    /// Names that begin alike, and names that share a word.
    by_start: HashMap<String, Vec<usize>>,
    by_word: HashMap<String, Vec<usize>>,
}

impl Names {
    pub(super) fn of(clients: BTreeMap<i64, &str>) -> Self {
        let mut names = Self::default();
        for (client, name) in clients {
            let Some(plain) = plain(name) else { continue };
            let at = names.clients.len();
            names.by_key.entry(plain.sorted.clone()).or_default().push(at);
            names.by_start.entry(start(&plain.written)).or_default().push(at);
            for word in long_words(&plain.written) {
                names.by_word.entry(word.to_owned()).or_default().push(at);
            }
            names.clients.push((client, name.to_owned(), plain));
        }
        names
    }

    /// The clients whose names are most like this one, with their names; none where none is alike.
    pub(super) fn alike(&self, payer: &str) -> Vec<(i64, &str)> {
        let Some(payer) = plain(payer) else { return Vec::new() };
        let named = |at: &usize| self.clients.get(*at).map(|(client, name, _)| (*client, name.as_str()));
        if let Some(same) = self.by_key.get(&payer.sorted) {
            return same.iter().filter_map(named).collect();
        }
        let mut near: Vec<usize> = self.by_start.get(&start(&payer.written)).cloned().unwrap_or_default();
        for word in long_words(&payer.written) {
            // A word that very many names share tells nothing.
            near.extend(self.by_word.get(word).filter(|places| places.len() <= 200).into_iter().flatten());
        }
        near.sort_unstable();
        near.dedup();
        let mut alike: Vec<(f64, usize)> = near
            .into_iter()
            .filter_map(|at| {
                let (.., client) = self.clients.get(at)?;
                let near = strsim::jaro_winkler(&payer.written, &client.written)
                    .max(strsim::jaro_winkler(&payer.sorted, &client.sorted));
                (near >= ALIKE).then_some((near, at))
            })
            .collect();
        alike.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        alike.iter().take(3).filter_map(|(_, at)| named(at)).collect()
    }
}

fn start(name: &str) -> String {
    name.chars().take(3).collect()
}

fn long_words(name: &str) -> impl Iterator<Item = &str> {
    name.split(' ').filter(|word| word.len() >= 4)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_alike_without_legal_forms_accents_and_order() {
        let names = Names::of(BTreeMap::from([
            (1, "M\u{fc}ller & S\u{f6}hne GmbH"),
            (2, "Northwind Traders Ltd."),
            (3, "Hans Maier"),
        ]));
        let clients =
            |payer: &str| names.alike(payer).into_iter().map(|(client, _)| client).collect::<Vec<_>>();
        assert_eq!(clients("MUELLER UND SOEHNE"), Vec::<i64>::new());
        assert_eq!(clients("MULLER SOHNE"), [1]);
        assert_eq!(clients("Northwind Trader Inc"), [2]);
        assert_eq!(clients("MAIER HANS"), [3]);
        assert_eq!(clients("Southwind"), Vec::<i64>::new());
        assert_eq!(clients("GmbH"), Vec::<i64>::new());
        assert_eq!(key("Acme S.A."), key("ACME"));
    }
}
