//! Which thread is which, and values that only their own thread may drop.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::mem;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::cell::HandleCell;
use super::release;

/// The cells that wait for their threads, of each thread that ever had a value of its own and still
/// runs.
static QUEUES: Mutex<BTreeMap<u64, Vec<&'static HandleCell>>> = Mutex::new(BTreeMap::new());

/// How many cells are in the queues.
static WAITING: AtomicUsize = AtomicUsize::new(0);

thread_local! {
    // These have no destructor, so they are there as long as the thread is.
    static NUMBER: Cell<u64> = const { Cell::new(0) };
    static HAS_QUEUE: Cell<bool> = const { Cell::new(false) };
    static QUEUE: Queue = Queue::open();
}

/// This thread's number. It is no other thread's, not even later.
#[inline]
pub fn number() -> u64 {
    NUMBER.with(|number| match number.get() {
        0 => {
            static LAST: AtomicU64 = AtomicU64::new(0);
            number.set(LAST.fetch_add(1, Ordering::Relaxed) + 1);
            number.get()
        }
        known => known,
    })
}

/// This thread's number, for a value that is going to belong to it.
pub fn bind() -> u64 {
    // Late in a thread's end there is no queue; what is made then is dropped here, or kept.
    let _ = QUEUE.try_with(|_| ());
    number()
}

/// A thread's queue, as long as the thread runs.
struct Queue(u64);

impl Queue {
    fn open() -> Self {
        let number = number();
        queues().insert(number, Vec::new());
        HAS_QUEUE.set(true);
        Self(number)
    }
}

impl Drop for Queue {
    fn drop(&mut self) {
        loop {
            let mut queues = queues();
            let Some(cells) = queues.get_mut(&self.0).filter(|cells| !cells.is_empty()) else {
                // Whoever comes later finds no queue.
                queues.remove(&self.0);
                break;
            };
            let cells = mem::take(cells);
            drop(queues);
            end_all(cells);
        }
    }
}

/// Leaves a cell to its thread. If that is gone, its value is kept: nobody may drop it.
#[cold]
pub fn leave(cell: &'static HandleCell, thread: u64) {
    if let Some(queue) = queues().get_mut(&thread) {
        queue.push(cell);
        WAITING.fetch_add(1, Ordering::Relaxed);
    }
}

/// Ends what waits for this thread.
#[inline]
pub fn drain() {
    if WAITING.load(Ordering::Relaxed) != 0 {
        drain_now();
    }
}

// Apart with all that is the thread's own, which is not free to look at.
#[cold]
#[inline(never)]
fn drain_now() {
    if !HAS_QUEUE.get() {
        return;
    }
    let cells = queues().get_mut(&number()).map(mem::take);
    end_all(cells.unwrap_or_default());
}

fn end_all(cells: Vec<&'static HandleCell>) {
    WAITING.fetch_sub(cells.len(), Ordering::Relaxed);
    cells.into_iter().for_each(release::end);
}

fn queues() -> MutexGuard<'static, BTreeMap<u64, Vec<&'static HandleCell>>> {
    QUEUES.lock().unwrap_or_else(PoisonError::into_inner)
}
