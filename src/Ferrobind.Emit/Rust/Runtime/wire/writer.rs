//! The way out: into the caller's scratch block while it fits, then on the heap.

use std::fmt;
use std::mem::{self, ManuallyDrop};
use std::ptr::NonNull;
use std::slice;

use super::short::copy;
use super::{Encode, MAX_DEPTH, MAX_EMPTY};
use crate::runtime::abi::{Memory, Scratch};
use crate::runtime::frame::Frame;
use crate::runtime::lower::Lower;

/// A buffer that is being written.
pub struct Writer {
    /// `room` bytes, the first `len` of them written. On the heap, they are those of a `Vec<u8>`.
    data: NonNull<u8>,
    len: usize,
    room: usize,
    is_heap: bool,
    depth: u32,
}

impl Writer {
    /// Writes to the scratch block, behind `head` bytes that stay free.
    #[inline]
    pub(in crate::runtime) fn new(scratch: Option<NonNull<Scratch>>, head: usize) -> Self {
        let Some(scratch) = scratch else {
            return Self::heap(Vec::new());
        };
        assert!(head <= size_of::<Scratch>());
        Self {
            // SAFETY: still inside of the block, or at its end.
            data: unsafe { scratch.cast::<u8>().add(head) },
            len: 0,
            room: size_of::<Scratch>() - head,
            is_heap: false,
            depth: 0,
        }
    }

    #[inline]
    fn heap(bytes: Vec<u8>) -> Self {
        let mut bytes = ManuallyDrop::new(bytes);
        Self {
            // SAFETY: a vector's pointer is never null.
            data: unsafe { NonNull::new_unchecked(bytes.as_mut_ptr()) },
            len: bytes.len(),
            room: bytes.capacity(),
            is_heap: true,
            depth: 0,
        }
    }

    /// Writes a value.
    #[inline]
    pub fn put<T: Encode + ?Sized>(&mut self, value: &T) {
        value.encode(self);
    }

    /// Writes bytes as they are.
    #[inline]
    pub fn bytes(&mut self, bytes: &[u8]) {
        self.reserve(bytes.len());
        // SAFETY: there is room; and what is written never lies in the buffer itself, which nobody
        // can see before it is done.
        unsafe {
            let end = self.data.add(self.len).as_ptr();
            end.copy_from_nonoverlapping(bytes.as_ptr(), bytes.len());
        }
        self.len += bytes.len();
    }

    /// Writes a length, and the bytes.
    #[inline]
    pub(super) fn text(&mut self, bytes: &[u8]) {
        let Ok(len) = u32::try_from(bytes.len()) else {
            too_long(bytes.len());
        };
        self.reserve(4 + bytes.len());
        // SAFETY: there is room, as above.
        unsafe {
            let end = self.data.add(self.len).as_ptr();
            end.cast::<[u8; 4]>().write(len.to_le_bytes());
            copy(bytes.as_ptr(), end.add(4), bytes.len());
        }
        self.len += 4 + bytes.len();
    }

    /// Writes the count of a list whose elements take at least `least` bytes.
    #[inline]
    pub fn count(&mut self, count: usize, least: usize) {
        match u32::try_from(count) {
            Ok(value) if least != 0 || count <= MAX_EMPTY => self.bytes(&value.to_le_bytes()),
            _ => too_long(count),
        }
    }

    /// Writes the index of a variant.
    #[inline]
    pub fn variant(&mut self, index: u32) {
        self.bytes(&index.to_le_bytes());
    }

    /// A value begins whose type may contain itself. To follow one too deep would overflow the
    /// stack, which nothing can catch.
    #[inline]
    pub fn enter(&mut self) {
        if self.depth == MAX_DEPTH {
            too_deep();
        }
        self.depth += 1;
    }

    /// Such a value has ended.
    #[inline]
    pub fn leave(&mut self) {
        self.depth -= 1;
    }

    /// Makes room for that many bytes more.
    #[inline]
    pub fn reserve(&mut self, more: usize) {
        if self.room - self.len < more {
            self.grow(more);
        }
    }

    /// Writes a value of `size` bytes: the check of one is that of all.
    #[inline]
    pub(super) fn part(&mut self, size: usize, write: impl FnOnce(&mut Self)) {
        self.reserve(size);
        let mut part = Self {
            // SAFETY: there is room.
            data: unsafe { self.data.add(self.len) },
            len: 0,
            room: size,
            is_heap: false,
            depth: self.depth,
        };
        write(&mut part);
        assert!(part.len == size && !part.is_heap);
        self.len += size;
    }

    /// What is written so far.
    #[inline]
    pub fn written(&self) -> &[u8] {
        // SAFETY: the first `len` bytes are.
        unsafe { slice::from_raw_parts(self.data.as_ptr(), self.len) }
    }

    /// Writes over what is written.
    #[inline]
    pub(in crate::runtime) fn patch(&mut self, offset: usize, bytes: &[u8]) {
        // SAFETY: the first `len` bytes are written.
        let written = unsafe { slice::from_raw_parts_mut(self.data.as_ptr(), self.len) };
        written[offset..][..bytes.len()].copy_from_slice(bytes);
    }

    /// Ends the text that begins at `start` after at most `len` bytes, and says after how many: at
    /// the end of a character.
    #[cold]
    pub fn cut(&mut self, start: usize, len: u32) -> u32 {
        let is_inside = |len| matches!(self.written()[start..].get(len as usize), Some(0x80..0xc0));
        let mut len = len;
        while len > 0 && is_inside(len) {
            len -= 1;
        }
        self.len = self.len.min(start + len as usize);
        len
    }

    /// It had to leave the scratch block.
    #[inline]
    pub(in crate::runtime) fn is_heap(&self) -> bool {
        self.is_heap
    }

    #[cold]
    #[inline(never)]
    fn grow(&mut self, more: usize) {
        let (len, depth) = (self.len, self.depth);
        let mut bytes = if self.is_heap {
            // What `reserve` may panic with must not free it a second time.
            let old = ManuallyDrop::new(mem::replace(self, Self::heap(Vec::new())));
            // SAFETY: it was a vector's, and is not used any more.
            unsafe { Vec::from_raw_parts(old.data.as_ptr(), old.len, old.room) }
        } else {
            let mut bytes = Vec::with_capacity((2 * size_of::<Scratch>()).max(len + more));
            bytes.extend_from_slice(self.written());
            bytes
        };
        bytes.reserve(more);
        *self = Self::heap(bytes);
        self.depth = depth;
    }
}

impl Drop for Writer {
    #[inline]
    fn drop(&mut self) {
        if self.is_heap {
            // SAFETY: it was a vector's, and is not used any more.
            drop(unsafe { Vec::from_raw_parts(self.data.as_ptr(), self.len, self.room) });
        }
    }
}

/// Text of failures, as it is formatted.
impl fmt::Write for Writer {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.bytes(text.as_bytes());
        Ok(())
    }
}

/// It is handed over, with all that was written.
impl Lower<'_> for Writer {
    type Lowered = Memory;

    #[inline]
    fn lower(self, _: &Frame<'_>) -> Memory {
        if self.len == 0 {
            return Memory::default();
        }
        let this = ManuallyDrop::new(self);
        Memory {
            data: this.data.as_ptr(),
            len: this.len,
            capacity: if this.is_heap { this.room } else { 0 },
        }
    }
}

/// A result that crosses as one value on the wire.
pub struct Wire<T>(pub T);

impl<'f, T: Encode> Lower<'f> for Wire<T> {
    type Lowered = Memory;

    #[inline]
    fn lower(self, frame: &Frame<'f>) -> Memory {
        let mut out = frame.writer();
        out.put(&self.0);
        out.lower(frame)
    }
}

#[cold]
#[inline(never)]
fn too_long(count: usize) -> ! {
    panic!("{count} elements are more than can cross in one list")
}

#[cold]
#[inline(never)]
fn too_deep() -> ! {
    panic!("a value that nests deeper than {MAX_DEPTH} levels cannot cross")
}
