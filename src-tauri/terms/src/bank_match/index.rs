//! Open items by number, reference, amount and client.

use super::names::{self, Names};
use super::numbers::{self, Written};
use super::{BankLine, EnteredPayment, Evidence, KnownPayer, OpenItem};
use crate::money::Money;
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

/// Places of items in the list, by what they are looked up by.
pub(super) struct Index {
    by_core: HashMap<String, Vec<(usize, Written)>>,
    by_reference: HashMap<String, Vec<usize>>,
    numbers: Vec<String>,
    by_amount: HashMap<Money, Vec<usize>>,
    by_client: HashMap<i64, Vec<usize>>,
    accounts: HashMap<String, i64>,
    known_names: HashMap<String, i64>,
    names: Names,
}

impl Index {
    pub(super) fn of(items: &[OpenItem], entered: &[EnteredPayment], known: &[KnownPayer]) -> Self {
        let owing = items.iter().map(|item| (item.client, item.client_name.as_str()));
        let paying = entered.iter().map(|payment| (payment.client, payment.client_name.as_str()));
        let mut index = Self {
            by_core: HashMap::new(),
            by_reference: HashMap::new(),
            numbers: items.iter().map(|item| item.number.clone()).collect(),
            by_amount: HashMap::new(),
            by_client: HashMap::new(),
            accounts: HashMap::new(),
            known_names: HashMap::new(),
            names: Names::of(owing.chain(paying).collect::<BTreeMap<_, _>>()),
        };
        for (at, item) in items.iter().enumerate().filter(|(_, item)| item.open.is_positive()) {
            if let Some(number) = numbers::of_item(&item.number) {
                index.by_core.entry(number.core.clone()).or_default().push((at, number));
            }
            let reference = item.reference.as_deref().map(numbers::reference);
            if let Some(reference) = reference.filter(|reference| reference.len() >= 4) {
                index.by_reference.entry(reference).or_default().push(at);
            }
            index.by_amount.entry(item.open).or_default().push(at);
            index.by_client.entry(item.client).or_default().push(at);
        }
        for payer in known {
            match payer {
                KnownPayer::Account { account, client } => {
                    index.accounts.insert(numbers::reference(account), *client);
                }
                KnownPayer::Name { name, client } => {
                    index.known_names.extend(names::key(name).map(|key| (key, *client)));
                }
            }
        }
        // Instalments and invoices in the order they fall due, so that the earliest is met first.
        let due = |at: &usize| items.get(*at).map(|item| (item.due, item.target));
        index
            .by_reference
            .values_mut()
            .chain(index.by_amount.values_mut())
            .for_each(|all| all.sort_by_key(due));
        index.by_core.values_mut().for_each(|all| all.sort_by_key(|(at, _)| due(at)));
        index
    }

    /// The items a line names, whether each is named whole, and how. A reference that fits leaves nothing to
    /// look for in the text.
    pub(super) fn named(&self, line: &BankLine) -> Vec<(usize, bool, Evidence)> {
        let asked = line.reference.as_deref().map(numbers::reference);
        let by_reference = asked.and_then(|reference| Some((self.by_reference.get(&reference)?, reference)));
        if let Some((places, reference)) = by_reference {
            return places
                .iter()
                .map(|&at| (at, true, Evidence::ReferenceExact { reference: reference.clone() }))
                .collect();
        }
        let mut found: BTreeMap<usize, bool> = BTreeMap::new();
        let texts = [line.reference.as_deref(), Some(line.text.as_str())];
        for text in texts.into_iter().flatten() {
            self.find(text, &mut found);
        }
        // A number in the text says more than a count or a year that happens to be one too.
        let any_whole = found.values().any(|whole| *whole);
        let name = |at: usize| self.numbers.get(at).cloned().unwrap_or_default();
        found
            .into_iter()
            .filter(|(_, whole)| *whole || !any_whole)
            .map(|(at, whole)| (at, whole, Evidence::NumberInText { number: name(at) }))
            .collect()
    }

    /// Notes the items a text names. Words that make one number make no other: in `RE 2024 0007` is no 7.
    fn find(&self, text: &str, found: &mut BTreeMap<usize, bool>) {
        let mut taken: Vec<Range<usize>> = Vec::new();
        for spot in numbers::in_text(text) {
            let Some(all) = self.by_core.get(&spot.number.core) else { continue };
            if taken.iter().any(|words| words.start < spot.words.end && spot.words.start < words.end) {
                continue;
            }
            // Where one has the very number, another with the same digits is not meant.
            let very = all.iter().any(|(_, own)| own.whole == spot.number.whole);
            for (at, own) in all.iter().filter(|(_, own)| !very || own.whole == spot.number.whole) {
                let whole = spot.number.tells || own.whole == spot.number.whole && own.tells;
                *found.entry(*at).or_default() |= whole;
            }
            taken.push(spot.words);
        }
    }

    /// The clients a line's payer may be, and how that is known.
    pub(super) fn payers(&self, line: &BankLine) -> Option<(Vec<i64>, Evidence)> {
        let account = line.payer_account.as_deref().map(numbers::reference);
        let by_account = account.and_then(|account| self.accounts.get(&account));
        let payer = line.payer.as_deref();
        let by_name = || payer.and_then(names::key).and_then(|key| self.known_names.get(&key));
        if let Some(client) = by_account.or_else(by_name) {
            return Some((vec![*client], Evidence::PayerKnown));
        }
        let alike = self.names.alike(payer?);
        let (_, name) = *alike.first()?;
        let clients = alike.iter().map(|(client, _)| *client).collect();
        Some((clients, Evidence::PayerAlike { client: name.to_owned() }))
    }

    /// A client's items.
    pub(super) fn of_client(&self, client: i64) -> &[usize] {
        self.by_client.get(&client).map(Vec::as_slice).unwrap_or_default()
    }

    /// Items of which exactly so much is open.
    pub(super) fn of_amount(&self, amount: Money) -> &[usize] {
        self.by_amount.get(&amount).map(Vec::as_slice).unwrap_or_default()
    }
}
