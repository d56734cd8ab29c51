//! Long work: how far it has come, and stopping it.
//!
//! Whoever waits asks for [`work_view`] now and then. Stopping is a wish: the work looks for it between its
//! steps and then ends as a refusal, with nothing written.

use crate::desk::Desk;
use crate::error::Answer;
use goodterms_terms::{Code, Refusal};
use serde::{Deserialize, Serialize};
use std::sync::atomic::{AtomicBool, AtomicU8, AtomicU64, Ordering};
use ts_rs::TS;

/// What is being done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// Nothing.
    Idle,
    /// A file is read.
    Reading,
    /// What was read is matched with the book.
    Matching,
    /// It is written.
    Writing,
    /// Papers are drawn.
    Drawing,
}

impl Phase {
    const ALL: [Self; 5] = [Self::Idle, Self::Reading, Self::Matching, Self::Writing, Self::Drawing];
}

/// The one long work a desk can be at.
#[derive(Debug, Default)]
pub(crate) struct Work {
    phase: AtomicU8,
    done: AtomicU64,
    of: AtomicU64,
    stop: AtomicBool,
}

impl Work {
    /// Begins; it ends when what is answered is dropped.
    pub(crate) fn begin(&self, phase: Phase, of: u64) -> Working<'_> {
        self.stop.store(false, Ordering::Relaxed);
        self.set(phase, of);
        Working(self)
    }

    fn set(&self, phase: Phase, of: u64) {
        self.phase.store(phase as u8, Ordering::Relaxed);
        self.done.store(0, Ordering::Relaxed);
        self.of.store(of, Ordering::Relaxed);
    }
}

/// Long work in progress.
pub(crate) struct Working<'a>(&'a Work);

impl Working<'_> {
    /// Goes on to the next phase, which has so many steps.
    ///
    /// # Errors
    /// [`Code::Cancelled`] when somebody wants it stopped.
    pub(crate) fn go_on(&self, phase: Phase, of: u64) -> Result<(), Refusal> {
        self.past_stopping()?;
        self.0.set(phase, of);
        Ok(())
    }

    /// Some more steps are done.
    ///
    /// # Errors
    /// [`Code::Cancelled`] when somebody wants it stopped.
    pub(crate) fn done(&self, steps: usize) -> Result<(), Refusal> {
        self.0.done.fetch_add(steps as u64, Ordering::Relaxed);
        self.past_stopping()
    }

    /// The last look at whether somebody wants it stopped.
    ///
    /// # Errors
    /// [`Code::Cancelled`] when somebody does.
    pub(crate) fn past_stopping(&self) -> Result<(), Refusal> {
        if self.0.stop.load(Ordering::Relaxed) {
            return Err(Refusal::rule(Code::Cancelled, "Stopped, as you asked. Nothing was written."));
        }
        Ok(())
    }
}

impl Drop for Working<'_> {
    fn drop(&mut self) {
        self.0.set(Phase::Idle, 0);
    }
}

/// Asks how far the work has come.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WorkAsk {}

/// How far the work has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct WorkView {
    /// What is being done.
    pub phase: Phase,
    /// Steps done of it.
    #[ts(type = "number")]
    pub done: u64,
    /// Of so many; 0 when nobody knows.
    #[ts(type = "number")]
    pub of: u64,
}

/// Wants the work stopped.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WorkCancel {}

/// How far the work has come.
///
/// # Errors
/// None; the signature is that of every query.
pub async fn work_view(desk: &Desk, _: WorkAsk) -> Answer<WorkView> {
    let work = desk.work();
    let phase = Phase::ALL.get(usize::from(work.phase.load(Ordering::Relaxed))).copied();
    Ok(WorkView {
        phase: phase.unwrap_or(Phase::Idle),
        done: work.done.load(Ordering::Relaxed),
        of: work.of.load(Ordering::Relaxed),
    })
}

/// Wants the work stopped; whoever does it is answered [`Code::Cancelled`].
///
/// # Errors
/// None; the signature is that of every mutation.
pub async fn work_cancel(desk: &Desk, _: WorkCancel) -> Answer<()> {
    desk.work().stop.store(true, Ordering::Relaxed);
    Ok(())
}
