//! Doubles for tests: a keychain that keeps secrets in memory and can fail in every way.

use crate::keychain::{Keychain, KeychainError};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use zeroize::Zeroizing;

/// How the double behaves from now on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mood {
    /// Keeps and hands out.
    #[default]
    Helpful,
    /// Answers every question with this.
    Fails(KeychainError),
    /// Never answers, as a locked one whose prompt nobody sees.
    NeverAnswers,
    /// Says yes to writing and keeps nothing.
    KeepsNothing,
    /// Hands out something that is not a key.
    HandsOutGarbage,
    /// Dies in the middle of answering.
    Dies,
}

/// A keychain in memory. Clones are the same keychain.
#[derive(Debug, Clone, Default)]
pub struct MemoryKeychain(Arc<Mutex<(Mood, HashMap<String, String>)>>);

impl MemoryKeychain {
    /// From now on it behaves like this.
    pub fn be(&self, mood: Mood) {
        self.inside().0 = mood;
    }

    /// How many secrets it keeps.
    pub fn count(&self) -> usize {
        self.inside().1.len()
    }

    fn inside(&self) -> MutexGuard<'_, (Mood, HashMap<String, String>)> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn mood(&self) -> Result<Mood, KeychainError> {
        let mood = self.inside().0;
        match mood {
            Mood::Fails(why) => Err(why),
            Mood::NeverAnswers => loop {
                std::thread::park();
            },
            Mood::Dies => std::panic::resume_unwind(Box::new("the keychain double was told to die")),
            other => Ok(other),
        }
    }
}

impl Keychain for MemoryKeychain {
    fn write(&self, name: &str, secret: &str) -> Result<(), KeychainError> {
        if self.mood()? != Mood::KeepsNothing {
            self.inside().1.insert(name.to_owned(), secret.to_owned());
        }
        Ok(())
    }

    fn read(&self, name: &str) -> Result<Zeroizing<String>, KeychainError> {
        if self.mood()? == Mood::HandsOutGarbage {
            return Ok(Zeroizing::new("correct horse battery staple".to_owned()));
        }
        self.inside().1.get(name).cloned().map(Zeroizing::new).ok_or(KeychainError::NoEntry)
    }

    fn delete(&self, name: &str) -> Result<(), KeychainError> {
        self.mood()?;
        self.inside().1.remove(name).map(drop).ok_or(KeychainError::NoEntry)
    }
}
