//! Leases: who uses a value, and how it ends when nobody does any more.

use std::fmt::{self, Display, Formatter};
use std::ptr;
use std::sync::atomic::Ordering;

use super::cell::{Form, HandleCell};
use super::release;
use super::state::{self, CLOSING, EXCLUSIVE, LEASES, POISONED, SHARED, VACANT};
use super::threads;
use crate::runtime::abi;

/// Why a handle cannot be used.
#[derive(Clone, Copy)]
pub enum Refused {
    Null,
    Closed,
    Poisoned,
    /// Somebody writes to it.
    Written,
    /// Somebody reads it, and may go on with that.
    Read,
    /// Others have an `Arc` or an `Rc` to it.
    Shared,
    /// It is in use on another thread, and not `Sync`.
    Elsewhere,
    /// It belongs to another thread.
    Foreign,
    /// It is only borrowed, so it cannot be changed,
    Unchangeable,
    /// or consumed,
    Unconsumable,
    /// or put into an `Arc` or an `Rc`.
    Unsharable,
    /// It is no sequence.
    NoSequence,
}

impl Refused {
    pub fn kind(self) -> u32 {
        match self {
            Self::Null | Self::NoSequence => abi::ARGUMENT,
            Self::Closed => abi::CLOSED,
            Self::Poisoned => abi::POISONED,
            Self::Written | Self::Read | Self::Shared | Self::Elsewhere => abi::IN_USE,
            Self::Foreign => abi::THREAD,
            Self::Unchangeable | Self::Unconsumable | Self::Unsharable => abi::READ_ONLY,
        }
    }
}

/// A refusal of a handle to a type of that name: a sentence whose subject is the parameter's name.
pub struct Sentence {
    /// `is`, or `has`, where it is inside of the parameter.
    pub verb: &'static str,
    pub type_name: &'static str,
    pub why: Refused,
}

impl Display for Sentence {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self {
            verb,
            type_name: name,
            why: refused,
        } = *self;
        let article = if name.starts_with(['A', 'E', 'I', 'O', 'U', 'a', 'e', 'i', 'o', 'u']) {
            "an"
        } else {
            "a"
        };
        match refused {
            Refused::Null => {
                return write!(f, "{verb} null, where {article} {name} is needed");
            }
            Refused::NoSequence => return f.write_str("is no sequence"),
            _ => write!(f, "{verb} {article} {name} that ")?,
        }
        f.write_str(match refused {
            Refused::Null | Refused::NoSequence => "",
            Refused::Closed => "was closed",
            Refused::Poisoned => "is poisoned: a call that could write to it panicked",
            Refused::Written => "is in use: a call or a borrow may write to it",
            Refused::Read => "is in use: a call or a borrow reads it",
            Refused::Shared => "is in use: others have a reference to it, too",
            Refused::Elsewhere => "is in use on another thread, and not Sync",
            Refused::Foreign => "belongs to another thread, and is not Send",
            Refused::Unchangeable => "is only borrowed, so it cannot be changed",
            Refused::Unconsumable => "is only borrowed, so it cannot be consumed",
            Refused::Unsharable => "is only borrowed, so it cannot be shared",
        })
    }
}

/// Why a lease cannot be had, where the state does not allow it.
#[cold]
#[inline(never)]
fn why(state: u64, token: u64) -> Refused {
    if !state::is_open(state, token) {
        Refused::Closed
    } else if state & POISONED != 0 {
        Refused::Poisoned
    } else if state & EXCLUSIVE != 0 {
        Refused::Written
    } else {
        Refused::Read
    }
}

/// Takes a shared lease on a value that every thread may see.
///
/// To see what a writer wrote before, taking a lease acquires, and giving it back releases. All
/// that happens to a state is read-modify-write, so that the release of each of many readers
/// reaches whoever comes after the last.
#[inline(always)]
pub fn shared(token: u64) -> Result<&'static HandleCell, Refused> {
    let cell = HandleCell::of(token).ok_or(Refused::Null)?;
    let mut state = cell.state.load(Ordering::Relaxed);
    loop {
        if !state::allows_shared(state, token) {
            return Err(why(state, token));
        }
        match cell.state.compare_exchange_weak(
            state,
            state + SHARED,
            Ordering::Acquire,
            Ordering::Relaxed,
        ) {
            Ok(_) => return Ok(cell),
            Err(now) => state = now,
        }
    }
}

/// Takes a shared lease on a value that may not be seen by every thread.
pub fn shared_apart(token: u64, is_sync: bool) -> Result<&'static HandleCell, Refused> {
    threads::drain();
    let this = threads::number();
    let cell = HandleCell::of(token).ok_or(Refused::Null)?;
    let mut state = cell.state.load(Ordering::Relaxed);
    loop {
        if !state::allows_shared(state, token) {
            return Err(why(state, token));
        }
        // Whoever has the first shared lease says whose the value is, and for that moment has it
        // alone.
        let is_first = !is_sync && state & LEASES == 0;
        let more = if is_first { EXCLUSIVE } else { SHARED };
        match cell.state.compare_exchange_weak(
            state,
            state + more,
            Ordering::Acquire,
            Ordering::Relaxed,
        ) {
            Ok(_) if is_first => {
                // SAFETY: there is a lease.
                if !unsafe { (*cell.content()).is_bound } {
                    cell.thread.store(this, Ordering::Relaxed);
                }
                cell.state
                    .fetch_add(SHARED.wrapping_sub(EXCLUSIVE), Ordering::Release);
                break;
            }
            Ok(_) => break,
            Err(now) => state = now,
        }
    }
    // The lease is there, so whose the value is does not change.
    // SAFETY: there is a lease.
    let is_bound = unsafe { (*cell.content()).is_bound };
    if (is_bound || !is_sync) && cell.thread.load(Ordering::Relaxed) != this {
        Lease::shared(cell).give_back();
        return Err(match is_bound {
            true => Refused::Foreign,
            false => Refused::Elsewhere,
        });
    }
    Ok(cell)
}

/// Takes the exclusive lease.
#[inline(always)]
pub fn exclusive(token: u64) -> Result<&'static HandleCell, Refused> {
    let cell = HandleCell::of(token).ok_or(Refused::Null)?;
    let mut state = cell.state.load(Ordering::Relaxed);
    loop {
        if !state::allows_exclusive(state, token) {
            return Err(why(state, token));
        }
        match cell.state.compare_exchange_weak(
            state,
            state | EXCLUSIVE,
            Ordering::Acquire,
            Ordering::Relaxed,
        ) {
            Ok(_) => return Ok(cell),
            Err(now) => state = now,
        }
    }
}

/// What an exclusive lease is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    Change,
    Consume,
    Share,
}

/// What else an exclusive lease needs: the value's own thread, and nobody who has it from somewhere
/// else. `is_unique` looks at an `Arc` or an `Rc`.
#[cold]
#[inline(never)]
pub fn check_exclusive(
    cell: &'static HandleCell,
    is_unique: unsafe fn(*mut (), Form) -> bool,
    purpose: Purpose,
) -> Result<(), Refused> {
    // SAFETY: the caller has the exclusive lease.
    let (value, form, is_bound) = unsafe {
        let content = cell.content();
        ((*content).value, (*content).form, (*content).is_bound)
    };
    if is_bound && cell.thread.load(Ordering::Relaxed) != threads::number() {
        return Err(Refused::Foreign);
    }
    match (form, purpose) {
        (Form::Owned, _) | (Form::BorrowedMut, Purpose::Change) => Ok(()),
        // SAFETY: it is held like that, and belongs to this thread if it must.
        (Form::Arc | Form::Rc, _) => match unsafe { is_unique(value, form) } {
            true => Ok(()),
            false => Err(Refused::Shared),
        },
        (Form::Borrowed, Purpose::Change) => Err(Refused::Unchangeable),
        (Form::Borrowed | Form::BorrowedMut, Purpose::Consume) => Err(Refused::Unconsumable),
        (Form::Borrowed | Form::BorrowedMut, Purpose::Share) => Err(Refused::Unsharable),
    }
}

/// A lease that was taken: the cell's address, and of what kind it is in the bits below. 0 is none.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Lease(u64);

impl Lease {
    pub const NONE: Self = Self(0);

    /// Nobody else has one.
    const ALONE: u64 = 1;
    /// The result may borrow from the value.
    const KEPT: u64 = 2;
    /// The value borrows, and so may the result, from what the value does.
    const BORROWS: u64 = 4;

    #[inline(always)]
    pub fn shared(cell: &'static HandleCell) -> Self {
        Self(cell.address())
    }

    #[inline(always)]
    pub fn exclusive(cell: &'static HandleCell) -> Self {
        Self(cell.address() | Self::ALONE)
    }

    #[inline(always)]
    pub fn kept(self) -> Self {
        Self(self.0 | Self::KEPT)
    }

    #[inline(always)]
    pub fn borrows(self, borrows: bool) -> Self {
        Self(if borrows {
            self.0 | Self::BORROWS
        } else {
            self.0
        })
    }

    #[inline(always)]
    pub fn is_kept(self) -> bool {
        self.0 & Self::KEPT != 0
    }

    #[inline(always)]
    pub fn does_borrow(self) -> bool {
        self.0 & Self::BORROWS != 0
    }

    #[inline(always)]
    fn is_exclusive(self) -> bool {
        self.0 & Self::ALONE != 0
    }

    /// What it is in the state.
    #[inline(always)]
    fn bits(self) -> u64 {
        if self.is_exclusive() {
            EXCLUSIVE
        } else {
            SHARED
        }
    }

    /// The cell.
    #[inline(always)]
    pub fn cell(self) -> &'static HandleCell {
        // SAFETY: it is the address of one, and cells are never freed.
        unsafe { &*ptr::with_exposed_provenance((self.0 & state::ADDRESS) as usize) }
    }

    /// Gives it back.
    #[inline(always)]
    pub fn give_back(self) {
        let cell = self.cell();
        let lease = self.bits();
        let before = cell.state.fetch_sub(lease, Ordering::Release);
        if before & CLOSING != 0 {
            end_if_last(cell, before - lease);
        }
    }

    /// Gives it back; what it may have written is not to be relied on.
    pub fn give_back_poisoned(self) {
        if let Some(cell) = self.poisoned() {
            release::end(cell);
        }
    }

    /// Gives it back. If it was the last one of a value that is closed, the value is the caller's
    /// to end.
    #[inline]
    pub fn returned(self) -> Option<&'static HandleCell> {
        let cell = self.cell();
        let lease = self.bits();
        let before = cell.state.fetch_sub(lease, Ordering::Release);
        closed_last(cell, before, before - lease)
    }

    /// The same, for a call that panicked.
    pub fn poisoned(self) -> Option<&'static HandleCell> {
        if !self.is_exclusive() {
            return self.returned();
        }
        let cell = self.cell();
        // SAFETY: the lease is still there.
        if let Some(owners) = unsafe { cell.owners() } {
            owners.poison();
        }
        let before = cell
            .state
            .fetch_add(POISONED.wrapping_sub(EXCLUSIVE), Ordering::Release);
        closed_last(cell, before, before - EXCLUSIVE)
    }
}

/// The cell, if it is closed, and the last lease is back: nobody can add to those of a closed one.
fn closed_last(cell: &'static HandleCell, before: u64, after: u64) -> Option<&'static HandleCell> {
    if before & CLOSING == 0 || after & LEASES != 0 {
        return None;
    }
    // What all the others did with the value comes before its end.
    cell.state.load(Ordering::Acquire);
    Some(cell)
}

#[cold]
#[inline(never)]
fn end_if_last(cell: &'static HandleCell, after: u64) {
    if let Some(cell) = closed_last(cell, CLOSING, after) {
        release::end(cell);
    }
}

/// Closes a handle. If there is no lease, the value is the caller's to end.
#[inline]
pub fn close(token: u64) -> Option<&'static HandleCell> {
    let cell = HandleCell::of(token)?;
    let mut state = cell.state.load(Ordering::Relaxed);
    loop {
        if !state::is_open(state, token) {
            return None;
        }
        match cell.state.compare_exchange_weak(
            state,
            state | CLOSING,
            Ordering::Acquire,
            Ordering::Relaxed,
        ) {
            Ok(_) => return Some(cell).filter(|_| state & LEASES == 0),
            Err(now) => state = now,
        }
    }
}

const _: () = assert!(VACANT & LEASES == 0);
