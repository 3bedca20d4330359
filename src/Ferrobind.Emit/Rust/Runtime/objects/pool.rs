//! Cells that wait for a value.
//!
//! There is no lock that anybody waits for: a list that is being worked on is passed over for the
//! next one, and where all of them are empty, there is a new chunk of cells. The cell that a thread
//! vacated last is not in a list, but at hand for that thread's next value.

use std::array;
use std::cell::Cell;
use std::hint;
use std::ptr;
use std::sync::atomic::{AtomicPtr, Ordering};

use super::cell::HandleCell;
use super::state;

const SHARDS: usize = 16;
/// Cells in a chunk: four kilobytes.
const CHUNK: usize = 64;

#[repr(align(128))]
struct Shard {
    /// The first cell, null, or `TAKEN`.
    first: AtomicPtr<HandleCell>,
}

/// Stands in a list's place while somebody has the list.
const TAKEN: *mut HandleCell = ptr::without_provenance_mut(1);

static POOL: [Shard; SHARDS] = [const {
    Shard {
        first: AtomicPtr::new(ptr::null_mut()),
    }
}; SHARDS];

/// Cells that were allocated together. They are never freed.
struct Chunk {
    cells: [HandleCell; CHUNK],
    /// The chunk before this one.
    next: *const Chunk,
}

/// The last chunk.
static CHUNKS: AtomicPtr<Chunk> = AtomicPtr::new(ptr::null_mut());

thread_local! {
    static SPARE: Spare = const { Spare(Cell::new(None)) };
}

/// A vacant cell of a thread's own, as long as the thread runs.
struct Spare(Cell<Option<&'static HandleCell>>);

impl Drop for Spare {
    fn drop(&mut self) {
        if let Some(cell) = self.0.take() {
            push(home(), (cell, cell));
        }
    }
}

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
    // Late in a thread's end there is none.
    if let Ok(Some(cell)) = SPARE.try_with(|spare| spare.0.take()) {
        return cell;
    }
    let home = home();
    POOL[home].pop().unwrap_or_else(|| steal(home))
}

/// Vacates a cell, whose value is gone: its handles are over, and it can have another value.
#[inline]
pub fn give_back(cell: &'static HandleCell) {
    let Some(generation) = state::after(cell.state.load(Ordering::Relaxed)) else {
        // Its generations are used up.
        cell.state.store(state::VACANT, Ordering::Release);
        return;
    };
    cell.state
        .store(generation | state::VACANT, Ordering::Release);
    let spared = SPARE.try_with(|spare| match spare.0.get() {
        None => spare.0.set(Some(cell)),
        Some(_) => push(home(), (cell, cell)),
    });
    if spared.is_err() {
        push(home(), (cell, cell));
    }
}

/// The values that are alive. It looks at every cell: it is for tests.
pub fn live() -> usize {
    let mut live = 0;
    let mut chunk = CHUNKS.load(Ordering::Acquire).cast_const();
    // SAFETY: chunks are never freed, and do not change once they are in the list.
    while let Some(here) = unsafe { chunk.as_ref() } {
        let is_alive = |cell: &&HandleCell| cell.state.load(Ordering::Relaxed) & state::VACANT == 0;
        live += here.cells.iter().filter(is_alive).count();
        chunk = here.next;
    }
    live
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

    /// Puts the list back.
    #[inline]
    fn unlock(&self, first: *const HandleCell) {
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
            self.unlock(first);
            return None;
        };
        // SAFETY: those in the list are the list's.
        self.unlock(unsafe { *cell.next.get() });
        Some(cell)
    }

    /// Puts cells in front, unless somebody has the list.
    #[inline]
    fn push(&self, (head, last): Chain) -> bool {
        let Some(first) = self.lock() else {
            return false;
        };
        // SAFETY: the chain is the caller's.
        unsafe { *last.next.get() = first };
        self.unlock(head);
        true
    }
}

#[inline]
fn push(home: usize, chain: Chain) {
    let mut shard = home;
    while !POOL[shard].push(chain) {
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
    let chunk = Box::into_raw(Box::new(Chunk {
        cells: array::from_fn(|_| HandleCell::new()),
        next: ptr::null(),
    }));
    // SAFETY: it is never freed.
    let cells: &'static [HandleCell; CHUNK] = unsafe { &(*chunk).cells };
    let end = cells[CHUNK - 1].address();
    assert!(
        end & !state::ADDRESS == 0,
        "memory at {end:#x} is too far up for a handle"
    );
    let mut last = CHUNKS.load(Ordering::Relaxed);
    loop {
        // SAFETY: nobody else knows the chunk before it is in the list.
        unsafe { (*chunk).next = last };
        match CHUNKS.compare_exchange_weak(last, chunk, Ordering::Release, Ordering::Relaxed) {
            Ok(_) => break,
            Err(now) => last = now,
        }
    }
    for pair in cells[1..].windows(2) {
        // SAFETY: nobody else has them yet.
        unsafe { *pair[0].next.get() = &raw const pair[1] };
    }
    push(home, (&cells[1], &cells[CHUNK - 1]));
    &cells[0]
}
