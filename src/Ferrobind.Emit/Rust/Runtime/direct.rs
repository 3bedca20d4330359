//! Direct exports: the second way into a function, for callers that cannot afford the first.
//!
//! A direct export does what the ordinary one does, or declines: where an argument has no valid
//! value, it says so by a number, before the crate's function has run, and the caller makes the
//! ordinary call, which explains it. So there is nothing to format and nothing to allocate, and
//! where the crate's function needs no more than its registers, neither does the export.
//!
//! Nothing is caught here. A direct export is called only where its machine code proves that it
//! reaches no panic (docs/direct.md); one that does panic ends the process, as Rust has it.

use std::process;
use std::slice;
use std::str;

use super::abi::Bool;
use super::element::Element;
use super::frame::Frame;
use super::lower::Lower;
use super::mirror::FromC;

/// The value is there.
pub const DONE: usize = 0;
/// Nothing has happened: the caller makes the ordinary call.
pub const DECLINED: usize = 1;
/// There is no value: `None`.
pub const NONE: usize = 2;

/// What a direct export returns, in two registers. The value means something only where the state
/// is [`DONE`].
#[repr(C)]
pub struct Attempt<T> {
    pub value: T,
    pub state: usize,
}

/// The same for a value that may be missing.
#[repr(C)]
pub struct OptionalAttempt<T> {
    pub value: T,
    pub state: usize,
}

/// An argument has no valid value.
pub struct Declined;

/// Runs the body of a direct export.
#[inline(always)]
pub fn attempt<R: Outcome>(
    body: impl for<'f> FnOnce(&Straight<'f>) -> Result<R::Value, Declined>,
) -> R {
    let frame = Straight(Frame::new(None));
    match body(&frame) {
        Ok(value) => R::done(value),
        Err(Declined) => R::declined(),
    }
}

/// The same for a body that has nothing to decline: the value comes back alone.
#[inline(always)]
pub fn certain<T>(body: impl for<'f> FnOnce(&Straight<'f>) -> Result<T, Declined>) -> T {
    match body(&Straight(Frame::new(None))) {
        Ok(value) => value,
        Err(Declined) => process::abort(),
    }
}

/// The frame of a direct call. Its checks are those of a [`Frame`], which has the comments.
pub struct Straight<'f>(Frame<'f>);

impl<'f> Straight<'f> {
    #[inline]
    pub fn value<T: Lower<'f>>(&self, value: T) -> Result<T::Lowered, Declined> {
        Ok(value.lower(&self.0))
    }

    #[inline]
    pub fn named<T: FromC>(&self, _: &str, c: T::C) -> Result<T, Declined> {
        T::from_c(c).map_err(|_| Declined)
    }

    #[inline]
    pub fn char(&self, _: &str, value: u32) -> Result<char, Declined> {
        char::from_u32(value).ok_or(Declined)
    }

    #[inline]
    pub fn optional_char(&self, _: &str, value: u32, some: Bool) -> Result<Option<char>, Declined> {
        if bool::from(some) {
            self.char("", value).map(Some)
        } else {
            Ok(None)
        }
    }

    /// # Safety
    ///
    /// As for [`Self::slice`].
    #[inline]
    pub unsafe fn text(
        &self,
        name: &str,
        data: *const u8,
        len: usize,
    ) -> Result<&'f str, Declined> {
        // SAFETY: the caller's promise.
        let bytes = unsafe { self.slice(name, data, len)? };
        // The standard library's check alone has the fewest ways through it, all of which are looked at.
        str::from_utf8(bytes).map_err(|_| Declined)
    }

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
    ) -> Result<Option<&'f str>, Declined> {
        if bool::from(some) {
            // SAFETY: the caller's promise.
            unsafe { self.text(name, data, len).map(Some) }
        } else {
            Ok(None)
        }
    }

    /// # Safety
    ///
    /// `data` is null, or points to `len` elements that nobody writes to before the call returns.
    #[inline]
    pub unsafe fn slice<T: Element>(
        &self,
        _: &str,
        data: *const T,
        len: usize,
    ) -> Result<&'f [T], Declined> {
        if len == 0 {
            return Ok(&[]);
        }
        if data.is_null() || !data.is_aligned() || len > isize::MAX as usize / size_of::<T>().max(1)
        {
            return Err(Declined);
        }
        // SAFETY: the pointer and the length are checked, and any bits are valid ones.
        let bits = unsafe { slice::from_raw_parts(data.cast::<T::Bits>(), len) };
        if !bits.iter().all(|&bits| T::is_valid(bits)) {
            return Err(Declined);
        }
        // SAFETY: so are the values, and for the rest the caller's promise.
        Ok(unsafe { slice::from_raw_parts(data, len) })
    }

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
    ) -> Result<Option<&'f [T]>, Declined> {
        if bool::from(some) {
            // SAFETY: the caller's promise.
            unsafe { self.slice(name, data, len).map(Some) }
        } else {
            Ok(None)
        }
    }
}

/// What a direct export returns, in C's terms.
pub trait Outcome {
    type Value;

    fn done(value: Self::Value) -> Self;
    fn declined() -> Self;
}

/// Nothing but the state.
impl Outcome for usize {
    type Value = ();

    #[inline]
    fn done((): ()) -> Self {
        DONE
    }

    #[inline]
    fn declined() -> Self {
        DECLINED
    }
}

impl<T: Default> Outcome for Attempt<T> {
    type Value = T;

    #[inline]
    fn done(value: T) -> Self {
        Self { value, state: DONE }
    }

    #[inline]
    fn declined() -> Self {
        Self {
            value: T::default(),
            state: DECLINED,
        }
    }
}

impl<T: Default> Outcome for OptionalAttempt<T> {
    type Value = Option<T>;

    #[inline]
    fn done(value: Option<T>) -> Self {
        match value {
            Some(value) => Self { value, state: DONE },
            None => Self {
                value: T::default(),
                state: NONE,
            },
        }
    }

    #[inline]
    fn declined() -> Self {
        Self {
            value: T::default(),
            state: DECLINED,
        }
    }
}
