//! Whose the memory of a result is: lent, the caller's scratch block, or handed over.

use std::alloc::{self, Layout};
use std::mem::ManuallyDrop;

use super::abi::{Memory, Scratch};
use super::element::Element;
use super::frame::Frame;

impl Memory {
    /// Memory that outlives the call without anyone's doing: an argument's, or static. Where it may
    /// also be that of a value behind a handle, it is copied.
    #[inline]
    pub(super) fn borrowed<'f, T: Element + Copy>(frame: &Frame<'f>, elements: &'f [T]) -> Self {
        if !frame.lends {
            return Self::copied(frame, elements);
        }
        if elements.is_empty() {
            return Self::default();
        }
        Self {
            data: elements.as_ptr().cast_mut().cast(),
            len: elements.len(),
            capacity: 0,
        }
    }

    /// Memory of Rust's. A little of it is copied and freed here and now, which is cheaper than a
    /// second crossing to release it; more is handed over as it is.
    #[inline]
    pub(super) fn owned<T: Copy>(frame: &Frame<'_>, elements: Vec<T>) -> Self {
        if let Some(memory) = Self::in_scratch(frame, &elements) {
            return memory;
        }
        let mut elements = ManuallyDrop::new(elements);
        Self {
            data: elements.as_mut_ptr().cast(),
            len: elements.len(),
            capacity: elements.capacity() * size_of::<T>(),
        }
    }

    /// A copy of memory that can be neither lent nor handed over.
    #[inline]
    pub(super) fn copied<T: Copy>(frame: &Frame<'_>, elements: &[T]) -> Self {
        Self::in_scratch(frame, elements).unwrap_or_else(|| Self::owned(frame, elements.to_vec()))
    }

    #[inline]
    fn in_scratch<T: Copy>(frame: &Frame<'_>, elements: &[T]) -> Option<Self> {
        const { assert!(align_of::<T>() <= align_of::<Scratch>()) };
        // One comparison for what is most.
        if !(1..=size_of::<Scratch>()).contains(&size_of_val(elements)) {
            return elements.is_empty().then(Self::default);
        }
        let data = frame.scratch?.cast::<T>().as_ptr();
        // SAFETY: it is aligned and large enough, and no argument of the crate's: they do not
        // overlap.
        unsafe { data.copy_from_nonoverlapping(elements.as_ptr(), elements.len()) };
        Some(Self {
            data: data.cast(),
            len: elements.len(),
            capacity: 0,
        })
    }
}

/// Releases memory that was handed over: a result or a failure.
///
/// # Safety
///
/// It is released once, with the capacity that came with it, and the alignment of its element (8
/// for a failure).
#[inline]
pub unsafe fn release(data: *mut u8, capacity: usize, align: usize) {
    if !data.is_null() && capacity != 0 {
        // SAFETY: the caller's promise: this is the layout that it was allocated with.
        unsafe { alloc::dealloc(data, Layout::from_size_align_unchecked(capacity, align)) };
    }
}
