//! How values end: at once, later on a thread of the library's own, or on the thread that they
//! belong to.

use std::ptr;
use std::sync::atomic::{AtomicPtr, Ordering};
use std::sync::{Arc, OnceLock};
use std::thread::{self, Thread};

use super::cell::HandleCell;
use super::lease;
use super::owners::Owners;
use super::{pool, threads};
use crate::runtime::panics;

/// Ends a handle. Its value is dropped here, unless somebody uses it: then it goes with the last of
/// those.
#[inline]
pub fn close(token: u64) {
    if let Some(owners) = lease::close(token).and_then(end_value) {
        end_owners(owners);
    }
    threads::drain();
}

/// Ends a handle that nobody has any more, without dropping anything here: the caller is a
/// collector.
pub fn forget(token: u64) {
    if let Some(cell) = lease::close(token) {
        end_later(cell);
    }
}

/// Ends the value of a cell that is closed, and that nobody uses any more.
#[cold]
#[inline(never)]
pub fn end(cell: &'static HandleCell) {
    if let Some(owners) = end_value(cell) {
        end_owners(owners);
    }
}

/// The same, but for what the value borrowed from, if it did.
#[inline]
fn end_value(cell: &'static HandleCell) -> Option<Arc<Owners>> {
    // SAFETY: nobody uses the value any more, and the caller has closed it.
    let is_bound = unsafe { (*cell.content()).is_bound };
    if is_bound {
        let thread = cell.thread.load(Ordering::Relaxed);
        if thread != threads::number() {
            threads::leave(cell, thread);
            return None;
        }
    }
    let content = cell.content();
    // SAFETY: as above.
    let (value, facts, form) = unsafe { ((*content).value, (*content).facts, (*content).form) };
    // SAFETY: that is how it is held, and nothing can borrow from it any more.
    panics::contain(|| unsafe { (facts.drop)(value, form) });
    // SAFETY: as above. What the cell keeps is not looked at again.
    let owners = unsafe { (&raw const (*content).owners).read() };
    pool::give_back(cell);
    owners
}

#[inline(never)]
fn end_owners(owners: Arc<Owners>) {
    let mut work = Work::default();
    work.add_owners(owners);
    work.finish();
}

/// What is left to end. The end of one value can be that of others, from which it borrowed.
#[derive(Default)]
pub struct Work {
    /// Most of the time there is just one.
    next: Option<Step>,
    more: Vec<Step>,
}

enum Step {
    Cell(&'static HandleCell),
    Owners(Arc<Owners>),
}

impl Work {
    pub fn add_cell(&mut self, cell: Option<&'static HandleCell>) {
        if let Some(cell) = cell {
            self.add(Step::Cell(cell));
        }
    }

    pub fn add_owners(&mut self, owners: Arc<Owners>) {
        self.add(Step::Owners(owners));
    }

    fn add(&mut self, step: Step) {
        match &self.next {
            None => self.next = Some(step),
            Some(_) => self.more.push(step),
        }
    }

    /// Does it all.
    pub fn finish(mut self) {
        while let Some(step) = self.next.take().or_else(|| self.more.pop()) {
            match step {
                Step::Cell(cell) => {
                    if let Some(owners) = end_value(cell) {
                        self.add_owners(owners);
                    }
                }
                Step::Owners(owners) => {
                    if let Some(owners) = Arc::into_inner(owners) {
                        owners.end(&mut self);
                    }
                }
            }
        }
    }
}

/// The cells that the library's thread has to end.
static LATER: AtomicPtr<HandleCell> = AtomicPtr::new(ptr::null_mut());

/// Leaves a cell to the library's thread, or to its own one.
fn end_later(cell: &'static HandleCell) {
    // SAFETY: nobody uses the value any more, and the caller has closed it.
    if unsafe { (*cell.content()).is_bound } {
        threads::leave(cell, cell.thread.load(Ordering::Relaxed));
        return;
    }
    let mut first = LATER.load(Ordering::Relaxed);
    loop {
        // SAFETY: the cell is this thread's until it is in the queue.
        unsafe { *cell.next.get() = first };
        let this = ptr::from_ref(cell).cast_mut();
        match LATER.compare_exchange_weak(first, this, Ordering::Release, Ordering::Relaxed) {
            Ok(_) => break,
            Err(now) => first = now,
        }
    }
    // Where there are others, whoever put the first of them there wakes the thread.
    if first.is_null() {
        match reaper() {
            Some(reaper) => reaper.unpark(),
            None => end_queued(),
        }
    }
}

/// The library's thread; none, where there can be none. It is never told to stop: where the process
/// ends, it is parked, or ends with it.
fn reaper() -> Option<&'static Thread> {
    static REAPER: OnceLock<Option<Thread>> = OnceLock::new();
    let spawn = || {
        let thread = thread::Builder::new().name("ferrobind-release".into());
        let spawned = thread.spawn(|| {
            loop {
                end_queued();
                thread::park();
            }
        });
        spawned.ok().map(|handle| handle.thread().clone())
    };
    REAPER.get_or_init(spawn).as_ref()
}

/// Ends what is in the queue, in the order in which it came.
fn end_queued() {
    let mut cell = LATER.swap(ptr::null_mut(), Ordering::Acquire).cast_const();
    let mut first: *const HandleCell = ptr::null();
    // SAFETY: cells are never freed, and those that were in the queue are this thread's.
    unsafe {
        while let Some(this) = cell.as_ref() {
            cell = this.next.get().replace(first);
            first = this;
        }
        while let Some(this) = first.as_ref() {
            first = *this.next.get();
            end(this);
        }
    }
}
