//! The number of a handle, and the word that says in which state a cell is.
//!
//! Both have the generation in the same bits. In between, the number has the cell's address, and
//! the word has who uses the value. So one compare tells whether a handle may be used, and one
//! exchange takes a lease: a cell that serves another value by then has another word.

/// Bits 63–48 and 5–0.
pub const GENERATION: u64 = 0xffff_0000_0000_003f;
/// Bits 47–6: a cell is aligned to 64 bytes, and lies in the lower 2⁴⁸.
pub const ADDRESS: u64 = !GENERATION;

/// One shared lease. There is room for 2³² of them, and more than half as many are refused.
pub const SHARED: u64 = 1 << 6;
const CROWDED: u64 = SHARED << 31;
const COUNT: u64 = (SHARED << 32) - SHARED;

/// The exclusive lease.
pub const EXCLUSIVE: u64 = 1 << 40;
/// The handle is closed. The value ends with the last lease.
pub const CLOSING: u64 = 1 << 41;
/// A call that could write panicked.
pub const POISONED: u64 = 1 << 42;
/// There is no value.
pub const VACANT: u64 = 1 << 43;

/// What keeps a value from ending.
pub const LEASES: u64 = COUNT | EXCLUSIVE;
/// What a shared lease looks at: none of these may be set, and the generation is the handle's.
const BARS_SHARED: u64 = GENERATION | CROWDED | EXCLUSIVE | CLOSING | POISONED | VACANT;
/// An exclusive one wants to be the only one, too.
const BARS_EXCLUSIVE: u64 = BARS_SHARED | COUNT;

#[inline(always)]
pub fn allows_shared(state: u64, token: u64) -> bool {
    state & BARS_SHARED == token & GENERATION
}

#[inline(always)]
pub fn allows_exclusive(state: u64, token: u64) -> bool {
    state & BARS_EXCLUSIVE == token & GENERATION
}

/// The handle's value is there, and nobody has closed it.
#[inline]
pub fn is_open(state: u64, token: u64) -> bool {
    state & (GENERATION | CLOSING | VACANT) == token & GENERATION
}

/// The first generation; that of no handle is 0, whose bits a retired cell has for ever.
pub const FIRST: u64 = 1;

/// The generation after this one, where there is one.
#[inline]
pub fn after(generation: u64) -> Option<u64> {
    const LOW: u64 = GENERATION & 63;
    const HIGH: u64 = GENERATION & !63;
    match generation & GENERATION {
        GENERATION => None,
        full if full & LOW == LOW => Some((full & HIGH) + (1 << 48)),
        other => Some(other + 1),
    }
}
