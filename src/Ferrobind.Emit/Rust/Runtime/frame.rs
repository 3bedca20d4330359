//! What arrives: checks of everything that the caller could get wrong, and views of its memory.

use std::any;
use std::cell::Cell;
use std::fmt::Display;
use std::marker::PhantomData;
use std::ptr::NonNull;
use std::slice;

use super::abi::{self, Bool, Scratch};
use super::element::Element;
use super::failure::{Details, Raised};
use super::lower::Lower;
use super::mirror::{FromC, NoValue};
use super::refusal::Refusal;
use super::utf8;
use super::wire::{Decode, Reader, Writer};

/// One call in progress. `'f` is the time until it returns: views of the caller's memory live as
/// long, and nothing that the export makes itself does.
///
/// It is invariant. A frame whose lifetime could shrink would let a result borrow from a local of
/// the export.
pub struct Frame<'f> {
    pub(super) scratch: Option<NonNull<Scratch>>,
    /// What lives for `'f` is there when the call has returned, too, so that it can be lent.
    pub(super) lends: bool,
    lifetime: PhantomData<Cell<&'f ()>>,
}

impl<'f> Frame<'f> {
    #[inline]
    pub(super) fn new(scratch: Option<&'f mut Scratch>) -> Self {
        Self {
            scratch: scratch.map(NonNull::from),
            lends: true,
            lifetime: PhantomData,
        }
    }

    /// A frame in which there are leases, too. They end with the call, so their values are not for
    /// the caller to look at.
    #[inline]
    pub(super) fn copying(scratch: Option<&'f mut Scratch>) -> Self {
        Self {
            lends: false,
            ..Self::new(scratch)
        }
    }

    /// The result of a function that cannot fail.
    #[inline]
    pub fn value<T: Lower<'f>>(&self, value: T) -> Result<T::Lowered, Raised> {
        Ok(value.lower(self))
    }

    /// The result of a function that can fail: its error's `Display` becomes the failure's message.
    #[inline]
    pub fn result<T: Lower<'f>, E: Display>(
        &self,
        result: Result<T, E>,
    ) -> Result<T::Lowered, Raised> {
        self.ok(result).map(|value| value.lower(self))
    }

    /// The value of a result, or its error's `Display`.
    #[inline]
    pub fn ok<T, E: Display>(&self, result: Result<T, E>) -> Result<T, Raised> {
        self.ok_with(result, |_| Details::default())
    }

    /// The value of a result, or its error's `Display`, with the error as a value or the messages
    /// of its sources.
    #[inline]
    pub fn ok_with<T, E: Display>(
        &self,
        result: Result<T, E>,
        details: impl FnOnce(&E) -> Details<'_>,
    ) -> Result<T, Raised> {
        match result {
            Ok(value) => Ok(value),
            Err(error) => {
                let raised = Raised::new(self.scratch, abi::ERROR, "", &error, details(&error));
                // Here, and not as the function returns: if it panics, what is raised is dropped,
                // which rustc does not do to a return value (rust-lang/rust#47949).
                drop(error);
                Err(raised)
            }
        }
    }

    /// A buffer for values that come back by wire.
    #[inline]
    pub fn writer(&self) -> Writer {
        Writer::new(self.scratch, 0)
    }

    /// A plain record, or an enum without data.
    #[inline]
    pub fn named<T: FromC>(&self, name: &str, c: T::C) -> Result<T, Raised> {
        T::from_c(c).map_err(|NoValue(kind)| self.refuse(name, Refusal::NoValue { kind }))
    }

    /// A value on the wire. It may borrow from the caller's memory.
    ///
    /// # Safety
    ///
    /// As for [`Self::slice`].
    #[inline]
    pub unsafe fn wire<T: Decode<'f>>(
        &self,
        name: &str,
        data: *const u8,
        len: usize,
    ) -> Result<T, Raised> {
        // SAFETY: the caller's promise.
        self.read(name, unsafe { self.slice(name, data, len)? })
    }

    /// Data that came in, and may borrow from these bytes.
    #[inline]
    pub fn read<'b, T: Decode<'b>>(&self, name: &str, bytes: &'b [u8]) -> Result<T, Raised> {
        let mut reader = Reader::new(bytes);
        let value = T::decode(&mut reader).and_then(|value| reader.finish().map(|()| value));
        value.map_err(|error| self.refuse(name, Refusal::Malformed(reader.problem(error))))
    }

    /// A `char`: not every `u32` is one.
    #[inline]
    pub fn char(&self, name: &str, value: u32) -> Result<char, Raised> {
        match char::from_u32(value) {
            Some(value) => Ok(value),
            None => Err(self.refuse(name, Refusal::NoChar { value })),
        }
    }

    /// A `char` that may be missing.
    #[inline]
    pub fn optional_char(
        &self,
        name: &str,
        value: u32,
        some: Bool,
    ) -> Result<Option<char>, Raised> {
        if bool::from(some) {
            self.char(name, value).map(Some)
        } else {
            Ok(None)
        }
    }

    /// A view of text.
    ///
    /// # Safety
    ///
    /// As for [`Self::slice`].
    #[inline]
    pub unsafe fn text(&self, name: &str, data: *const u8, len: usize) -> Result<&'f str, Raised> {
        // SAFETY: the caller's promise.
        let bytes = unsafe { self.slice(name, data, len)? };
        utf8::text(bytes).map_err(|at| {
            let why = |index| Refusal::NotUtf8 { index };
            refuse_at(self.scratch, name, why, at)
        })
    }

    /// A view of text that may be missing.
    ///
    /// # Safety
    ///
    /// As for [`Self::slice`], where it is not missing.
    #[inline]
    pub unsafe fn optional_text(
        &self,
        name: &str,
        data: *const u8,
        len: usize,
        some: Bool,
    ) -> Result<Option<&'f str>, Raised> {
        // SAFETY: the caller's promise.
        if bool::from(some) {
            unsafe { self.text(name, data, len).map(Some) }
        } else {
            Ok(None)
        }
    }

    /// A view of scalars or plain records.
    ///
    /// # Safety
    ///
    /// `data` is null, or points to `len` elements that nobody writes to before the call returns.
    #[inline]
    pub unsafe fn slice<T: Element>(
        &self,
        name: &str,
        data: *const T,
        len: usize,
    ) -> Result<&'f [T], Raised> {
        // SAFETY: checked, and for the rest the caller's promise.
        unsafe {
            let data = self.checked(name, data, len)?;
            Ok(slice::from_raw_parts(data.as_ptr(), len))
        }
    }

    /// A view of scalars that may be missing.
    ///
    /// # Safety
    ///
    /// As for [`Self::slice`], where it is not missing.
    #[inline]
    pub unsafe fn optional_slice<T: Element>(
        &self,
        name: &str,
        data: *const T,
        len: usize,
        some: Bool,
    ) -> Result<Option<&'f [T]>, Raised> {
        // SAFETY: the caller's promise.
        if bool::from(some) {
            unsafe { self.slice(name, data, len).map(Some) }
        } else {
            Ok(None)
        }
    }

    /// A view of scalars or plain records that Rust may write to.
    ///
    /// # Safety
    ///
    /// `data` is null, or points to `len` elements that nobody else reads or writes before the call
    /// returns. That no other view of the same call does is what [`Self::disjoint`] checks.
    #[inline]
    pub unsafe fn slice_mut<T: Element>(
        &self,
        name: &str,
        data: *mut T,
        len: usize,
    ) -> Result<&'f mut [T], Raised> {
        // SAFETY: checked, and for the rest the caller's promise.
        unsafe {
            let data = self.checked(name, data, len)?;
            Ok(slice::from_raw_parts_mut(data.as_ptr(), len))
        }
    }

    /// Refuses two views (name, data, length) that share memory: Rust writes to the first, and may
    /// take it for granted that the second does not change.
    #[inline]
    pub fn disjoint<T, U>(
        &self,
        (name, data, len): (&str, *mut T, usize),
        (other, other_data, other_len): (&str, *const U, usize),
    ) -> Result<(), Raised> {
        let end = data
            .addr()
            .saturating_add(len.saturating_mul(size_of::<T>()));
        let other_end = other_data
            .addr()
            .saturating_add(other_len.saturating_mul(size_of::<U>()));
        let (start, other_start) = (data.addr(), other_data.addr());
        if len != 0 && other_len != 0 && start < other_end && other_start < end {
            return Err(self.refuse(name, Refusal::Overlap { other }));
        }
        Ok(())
    }

    /// What a view must be before it is a reference. An empty one may come with any pointer, so it
    /// gets another.
    #[inline]
    unsafe fn checked<T: Element>(
        &self,
        name: &str,
        data: *const T,
        len: usize,
    ) -> Result<NonNull<T>, Raised> {
        // One comparison for two checks.
        if len.wrapping_sub(1) >= isize::MAX as usize / size_of::<T>().max(1) {
            return match len {
                0 => Ok(NonNull::dangling()),
                _ if data.is_null() => Err(self.refuse_null(name)),
                _ => Err(refuse_at(self.scratch, name, |_| Refusal::TooLong, 0)),
            };
        }
        let data = self.located(name, data, len)?;
        // SAFETY: the pointer and the length are checked, and any bits are valid ones.
        let bits = unsafe { slice::from_raw_parts(data.cast::<T::Bits>().as_ptr(), len) };
        if let Some(index) = bits.iter().position(|&bits| !T::is_valid(bits)) {
            return Err(self.refuse(
                name,
                Refusal::NoElement {
                    index,
                    kind: any::type_name::<T>(),
                },
            ));
        }
        Ok(data)
    }

    #[inline]
    fn refuse_null(&self, name: &str) -> Raised {
        refuse_at(self.scratch, name, |_| Refusal::Null, 0)
    }

    /// What a pointer and a length must be.
    #[inline]
    pub(super) fn located<T>(
        &self,
        name: &str,
        data: *const T,
        len: usize,
    ) -> Result<NonNull<T>, Raised> {
        let Some(data) = NonNull::new(data.cast_mut()) else {
            return Err(self.refuse_null(name));
        };
        if len > isize::MAX as usize / size_of::<T>().max(1) {
            return Err(refuse_at(self.scratch, name, |_| Refusal::TooLong, 0));
        }
        if !data.is_aligned() {
            return Err(refuse_at(self.scratch, name, |_| Refusal::Misaligned, 0));
        }
        Ok(data)
    }

    /// An argument that has no valid value in Rust.
    #[cold]
    #[inline(never)]
    pub(super) fn refuse(&self, name: &str, why: Refusal<'_>) -> Raised {
        Raised::new(self.scratch, abi::ARGUMENT, name, &why, Details::default())
    }
}

/// An argument that has no valid value in Rust, from parts that are in registers: a refusal that is
/// made where the check is takes room on the stack, in every call. For the same reason it does not
/// unwind (what makes a text of a refusal cannot panic): where nothing else does, there is nothing
/// to catch.
#[cold]
#[inline(never)]
#[expect(
    improper_ctypes_definitions,
    reason = "it is for Rust; C's do not unwind"
)]
extern "C" fn refuse_at(
    scratch: Option<NonNull<Scratch>>,
    name: &str,
    why: fn(usize) -> Refusal<'static>,
    at: usize,
) -> Raised {
    Raised::new(scratch, abi::ARGUMENT, name, &why(at), Details::default())
}
