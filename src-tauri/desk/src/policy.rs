//! The business's policy.

use crate::desk::Desk;
use crate::error::Answer;
use goodterms_ledger::business;
use goodterms_terms::Day;
use goodterms_terms::history::{Change, Happening};
use goodterms_terms::policy::{KEYS, Policy};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Everything decided, as text by key.
#[derive(Debug, Serialize, TS)]
pub struct PolicyView {
    /// Key to value; the empty text where nothing is decided.
    pub policy: BTreeMap<String, String>,
}

impl PolicyView {
    fn of(policy: &Policy) -> Self {
        let value = |key: &&str| Some(((*key).to_owned(), policy.get(key)?));
        Self { policy: KEYS.iter().filter_map(value).collect() }
    }
}

/// Asks for the policy.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PolicyShow {}

/// Decides one key.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PolicySet {
    /// Which.
    pub key: String,
    /// What it shall be.
    pub value: String,
    /// The business day; today when none is given.
    #[ts(optional, type = "string")]
    pub as_of: Option<Day>,
}

/// The policy.
///
/// # Errors
/// When no book is open or it cannot be read.
pub async fn policy_show(desk: &Desk, _: PolicyShow) -> Answer<PolicyView> {
    Ok(PolicyView::of(&desk.look(None).await?.policy().await?))
}

/// Decides one key and answers the whole policy.
///
/// # Errors
/// When the key or the value is refused, or the book cannot be written.
pub async fn policy_set(desk: &Desk, ask: PolicySet) -> Answer<PolicyView> {
    let mut doing = desk.begin(ask.as_of).await?;
    let key = ask.key.trim().to_ascii_lowercase();
    let before = doing.policy.get(&key).unwrap_or_default();
    doing.policy.set(&key, &ask.value)?;
    let after = doing.policy.get(&key).unwrap_or_default();
    let view = PolicyView::of(&doing.policy);
    if before != after {
        business::decide(&mut doing.act, &key, &after).await?;
        let change = Change { field: key, before, after };
        doing.tell(&Happening::PolicySet { change }, "policy", None).await?;
        doing.done().await?;
    }
    Ok(view)
}
