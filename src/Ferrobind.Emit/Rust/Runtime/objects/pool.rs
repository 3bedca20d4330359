//! Cells that wait for a value.
//!
//! There is no lock that anybody waits for: a list that is being worked on is passed over for the
//! next one, and where all of them are empty, there is a new chunk of cells.

use std::hint;
use std::ptr;
use std::sync::atomic::{AtomicIsize, AtomicPtr, Ordering};

use super::cell::HandleCell;
use super::state;

const SHARDS: usize = 16;
/// Cells in a chunk: four kilobytes.
const CHUNK: usize = 64;

#[repr(align(128))]
struct Shard {
    /// The first cell, null, or `TAKEN`.
    first: AtomicPtr<HandleCell>,
    /// How many values were made here, less those that ended here. Who has the list counts.
    live: AtomicIsize,
}

/// Stands in a list's place while somebody has the list.
const TAKEN: *mut HandleCell = ptr::without_provenance_mut(1);

static POOL: [Shard; SHARDS] = [const {
    Shard {
        first: AtomicPtr::new(ptr::null_mut()),
        live: AtomicIsize::new(0),
    }
}; SHARDS];

/// The list that a thread tries first. Threads have different stacks, so no thread local is needed
/// to tell them apart.
#[inline]
fn home() -> usize {
    let here = 0u8;
    let stack = (&raw const here).addr() as u64 >> 16;
    (stack.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 60) as usize % SHARDS
}

/// A vacant cell, for a value that is alive from now on.
#[inline]
pub fn take() -> &'static HandleCell {
    let home = home();
    POOL[home].pop().unwrap_or_else(|| steal(home))
}

/// Vacates a cell, whose value is gone: its handles are over, and it can have another value.
#[inline]
pub fn give_back(cell: &'static HandleCell) {
    let (state, chain) = match state::after(cell.state.load(Ordering::Relaxed)) {
        Some(generation) => (generation | state::VACANT, Some((cell, cell))),
        // Its generations are used up.
        None => (state::VACANT, None),
    };
    cell.state.store(state, Ordering::Release);
    push(home(), chain, -1);
}

/// The values that are alive.
pub fn live() -> usize {
    let live = |shard: &Shard| shard.live.load(Ordering::Relaxed);
    POOL.iter().map(live).sum::<isize>().max(0).unsigned_abs()
}

/// Cells, each of which leads to the next one.
type Chain = (&'static HandleCell, &'static HandleCell);

impl Shard {
    /// Takes the list, unless somebody has it.
    #[inline]
    fn lock(&self) -> Option<*const HandleCell> {
        let first = self.first.swap(TAKEN, Ordering::Acquire);
        (first != TAKEN).then_some(first.cast_const())
    }

    /// Puts the list back, and counts values.
    #[inline]
    fn unlock(&self, first: *const HandleCell, live: isize) {
        // Nobody else writes to it.
        let before = self.live.load(Ordering::Relaxed);
        self.live.store(before + live, Ordering::Relaxed);
        self.first.store(first.cast_mut(), Ordering::Release);
    }

    #[inline]
    fn pop(&self) -> Option<&'static HandleCell> {
        // What is empty or taken is not worth a write.
        let seen = self.first.load(Ordering::Relaxed);
        if seen.is_null() || seen == TAKEN {
            return None;
        }
        let first = self.lock()?;
        // SAFETY: cells are never freed.
        let Some(cell) = (unsafe { first.as_ref() }) else {
            self.unlock(first, 0);
            return None;
        };
        // SAFETY: those in the list are the list's.
        self.unlock(unsafe { *cell.next.get() }, 1);
        Some(cell)
    }

    /// Puts cells in front, and counts values, unless somebody has the list.
    #[inline]
    fn push(&self, chain: Option<Chain>, live: isize) -> bool {
        let Some(mut first) = self.lock() else {
            return false;
        };
        if let Some((head, last)) = chain {
            // SAFETY: the chain is the caller's.
            unsafe { *last.next.get() = first };
            first = head;
        }
        self.unlock(first, live);
        true
    }
}

#[inline]
fn push(home: usize, chain: Option<Chain>, live: isize) {
    let mut shard = home;
    while !POOL[shard].push(chain, live) {
        hint::spin_loop();
        shard = (shard + 1) % SHARDS;
    }
}

#[cold]
#[inline(never)]
fn steal(home: usize) -> &'static HandleCell {
    (1..SHARDS)
        .find_map(|i| POOL[(home + i) % SHARDS].pop())
        .unwrap_or_else(|| allocate(home))
}

/// A new chunk, of which one cell is returned, and the others go to the pool.
fn allocate(home: usize) -> &'static HandleCell {
    let chunk: &'static [HandleCell] = Box::leak(
        (0..CHUNK)
            .map(|_| HandleCell::new())
            .collect::<Box<[HandleCell]>>(),
    );
    let end = chunk[CHUNK - 1].address();
    assert!(
        end & !state::ADDRESS == 0,
        "memory at {end:#x} is too far up for a handle"
    );
    for pair in chunk[1..].windows(2) {
        // SAFETY: nobody else has them yet.
        unsafe { *pair[0].next.get() = &raw const pair[1] };
    }
    push(home, Some((&chunk[1], &chunk[CHUNK - 1])), 1);
    &chunk[0]
}
