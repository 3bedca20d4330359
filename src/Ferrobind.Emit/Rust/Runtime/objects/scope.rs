//! What is lent to a closure of the caller's, for the time of one call of it.
//!
//! A closure that gets a `&T` of a type behind handles gets a handle whose cell borrows it, and
//! whose owners are the [scope](Scope)'s. Whatever is borrowed from it has, in the end, those owners
//! for its own, and is noted. When the closure has returned, all that was noted is closed, and the
//! crate goes on when the owners are gone: nothing can use what was lent any more, on whichever
//! thread.

use std::mem;
use std::ptr;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::cell::{Content, Form, HandleCell};
use super::object::{Object, is_bound};
use super::owners::{Owner, Owners};
use super::{keeper, release, state, threads};

/// How long to wait for other threads before looking whether they have left something to this one.
const PATIENCE: Duration = Duration::from_millis(5);

/// What handles there are to what was lent, and to what was borrowed from it.
pub struct Scope {
    thread: u64,
    state: Mutex<State>,
    ended: Condvar,
}

struct State {
    /// In the order in which they were made, so that what borrows comes after what it borrows from.
    made: Vec<u64>,
    /// How many to have before those that were closed are left out.
    many: usize,
    /// The closure has returned: what comes now is closed at once.
    is_over: bool,
    /// The owners are gone, and with them all that could borrow.
    has_ended: bool,
}

impl Scope {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Notes a handle, before anybody knows it.
    pub(super) fn note(&self, token: u64, is_bound: bool) {
        let mut state = self.state();
        if state.is_over {
            drop(state);
            // The caller's call still has the lease from which this was borrowed, so it is waited
            // for.
            release::close(token);
        } else {
            if state.made.len() == state.many {
                state.made.retain(|&token| is_open(token));
                state.many = 2 * state.made.len().max(32);
            }
            state.made.push(token);
            drop(state);
        }
        if is_bound && threads::number() != self.thread {
            // The closure's thread could not end it.
            release::close(token);
            elsewhere();
        }
    }
}

fn is_open(token: u64) -> bool {
    HandleCell::of(token).is_some_and(|cell| {
        state::is_open(cell.state.load(std::sync::atomic::Ordering::Relaxed), token)
    })
}

#[cold]
#[inline(never)]
fn elsewhere() -> ! {
    panic!(
        "what is not Send can be borrowed from a closure's argument by the closure's thread only"
    )
}

/// Says, as it is dropped, that the owners of what was lent are gone.
pub struct End(Arc<Scope>);

impl Drop for End {
    fn drop(&mut self) {
        self.0.state().has_ended = true;
        self.0.ended.notify_all();
    }
}

impl End {
    pub(super) fn scope(&self) -> &Arc<Scope> {
        &self.0
    }
}

/// One call of a closure to which something is lent. As it is dropped, all of that is over.
pub struct Lending {
    scope: Arc<Scope>,
    owners: Option<Arc<Owners>>,
}

impl Lending {
    pub fn new() -> Self {
        let scope = Arc::new(Scope {
            thread: threads::number(),
            state: Mutex::new(State {
                made: Vec::new(),
                many: 32,
                is_over: false,
                has_ended: false,
            }),
            ended: Condvar::new(),
        });
        let owners = Owners::new(Some(Owner::Scope(End(scope.clone()))), Vec::new());
        Self {
            scope,
            owners: Some(Arc::new(owners.of_what_is_lent())),
        }
    }

    /// A handle to a value that is there as long as this is.
    ///
    /// # Safety
    ///
    /// The value is there, and nobody else uses it against the form's rules, until this is dropped.
    pub unsafe fn lend<'a, X: Object>(&self, form: Form, value: *const X::At<'a>) -> u64
    where
        X::At<'a>: Sized,
    {
        keeper::fill(Content {
            value: value.cast_mut().cast(),
            facts: const { &X::FACTS },
            owners: self.owners.clone(),
            form,
            is_bound: is_bound::<X>(form),
        })
    }

    /// A handle to a value that borrows from what is there as long as this is.
    pub fn lend_whole<'a, X: Object>(&self, value: X::At<'a>) -> u64
    where
        X::At<'a>: Sized,
    {
        let value: *const X::At<'a> = Box::into_raw(Box::new(value));
        // SAFETY: the value is the cell's own.
        unsafe { self.lend::<X>(Form::Owned, value) }
    }
}

impl Drop for Lending {
    fn drop(&mut self) {
        self.owners = None;
        let made = {
            let mut state = self.scope.state();
            state.is_over = true;
            mem::take(&mut state.made)
        };
        for token in made.into_iter().rev() {
            release::close(token);
        }
        // What another thread uses at this moment, it uses for the time of one call. To go on
        // without waiting for it would free what it uses.
        let mut state = self.scope.state();
        while !state.has_ended {
            drop(state);
            threads::drain();
            state = self.scope.state();
            if !state.has_ended {
                let waited = self.scope.ended.wait_timeout(state, PATIENCE);
                state = waited.unwrap_or_else(PoisonError::into_inner).0;
            }
        }
    }
}

/// The scopes that something belongs to which has these owners: those of all that it borrows from.
pub(super) fn scopes_of<'a>(owners: impl Iterator<Item = &'a Owner>) -> Vec<Arc<Scope>> {
    let mut scopes: Vec<Arc<Scope>> = Vec::new();
    let mut add = |scope: &Arc<Scope>| {
        if !scopes.iter().any(|known| ptr::eq(&**known, &**scope)) {
            scopes.push(scope.clone());
        }
    };
    for owner in owners {
        match owner {
            Owner::Scope(end) => add(end.scope()),
            Owner::Owners(owners) => owners.scopes().iter().for_each(&mut add),
            Owner::Lease(lease) => {
                // SAFETY: there is the lease.
                if let Some(owners) = unsafe { lease.cell().owners() } {
                    owners.scopes().iter().for_each(&mut add);
                }
            }
            Owner::Copy(_) | Owner::Value(_) => {}
        }
    }
    scopes
}
