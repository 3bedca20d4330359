//! The types that cross, as the header declares them.

use std::mem::MaybeUninit;
use std::ptr;

/// A failed call. Its parts lie directly behind it, in the same block and in the order of their
/// lengths. There are no pointers to them: the block may be on a stack that moves.
#[repr(C)]
pub struct Failure {
    pub kind: u32,
    pub location_len: u32,
    pub message_len: u32,
    /// Of the error as a value on the wire, where it is data.
    pub payload_len: u32,
    /// Of the messages along `source()` on the wire: a list of texts.
    pub sources_len: u32,
    pub reserved: u32,
    /// The bytes to release; 0 where the block is the caller's scratch block.
    pub allocated: usize,
}

/// Rust returned `Err`.
pub const ERROR: u32 = 1;
/// Rust panicked.
pub const PANIC: u32 = 2;
/// An argument has no valid value in Rust.
pub const ARGUMENT: u32 = 3;
/// A handle was closed, or consumed.
pub const CLOSED: u32 = 4;
/// A handle's value is in use.
pub const IN_USE: u32 = 5;
/// A call that could write to a handle's value panicked.
pub const POISONED: u32 = 6;
/// A handle's value belongs to another thread.
pub const THREAD: u32 = 7;
/// A handle's value is only borrowed.
pub const READ_ONLY: u32 = 8;

/// A closure of the caller's failed. Its language has the reason.
pub const CLOSURE: u32 = 9;

/// Where a closure's answer goes.
#[repr(C)]
pub struct Answer {
    /// Has room for `capacity` bytes.
    pub data: *mut u8,
    pub capacity: usize,
    /// What is written of them.
    pub len: usize,
}

/// 128 bytes of the caller's, for a small result or failure. Go clears them for each call.
#[repr(C)]
pub struct Scratch(pub [MaybeUninit<u64>; 16]);

/// C's `bool` as it arrives. A Rust `bool` would be undefined behaviour for any byte but 0 and 1,
/// so it is read as a byte, and every byte but 0 is true.
#[repr(transparent)]
#[derive(Clone, Copy, Default)]
pub struct Bool(pub u8);

impl Bool {
    /// The argument of an optional parameter that needs no check.
    #[inline]
    pub fn then_some<T>(self, value: T) -> Option<T> {
        bool::from(self).then_some(value)
    }
}

impl From<Bool> for bool {
    #[inline]
    fn from(value: Bool) -> Self {
        value.0 != 0
    }
}

/// The halves of a `u128`, whose own alignment C compilers do not agree on.
#[repr(C)]
#[derive(Clone, Copy, Default)]
pub struct U128 {
    pub low: u64,
    pub high: u64,
}

impl From<U128> for u128 {
    #[inline]
    fn from(value: U128) -> Self {
        Self::from(value.high) << 64 | Self::from(value.low)
    }
}

impl From<u128> for U128 {
    #[inline]
    fn from(value: u128) -> Self {
        Self {
            low: value as u64,
            high: (value >> 64) as u64,
        }
    }
}

/// The halves of an `i128`; the high one has the sign.
#[repr(C)]
#[derive(Clone, Copy, Default)]
pub struct I128 {
    pub low: u64,
    pub high: i64,
}

impl From<I128> for i128 {
    #[inline]
    fn from(value: I128) -> Self {
        Self::from(value.high) << 64 | Self::from(value.low)
    }
}

impl From<i128> for I128 {
    #[inline]
    fn from(value: i128) -> Self {
        Self {
            low: value as u64,
            high: (value >> 64) as i64,
        }
    }
}

/// Text or scalars that come back.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Memory {
    /// Null if empty: a dangling pointer would stop the Go runtime.
    pub data: *mut u8,
    /// In elements.
    pub len: usize,
    /// In bytes; 0 where there is nothing to release.
    pub capacity: usize,
}

impl Default for Memory {
    fn default() -> Self {
        Self {
            data: ptr::null_mut(),
            len: 0,
            capacity: 0,
        }
    }
}

/// A value and a failure; the value means something only where the failure is null. Up to 64 bits
/// of value, it comes back in two registers.
#[repr(C)]
pub struct Returned<T> {
    pub value: T,
    pub failure: *mut Failure,
}

/// The same for a value that may be missing.
#[repr(C)]
pub struct Optional<T> {
    pub value: T,
    pub failure: *mut Failure,
    pub some: bool,
}

pub type Buffer = Returned<Memory>;
pub type OptionBuffer = Optional<Memory>;
