//! The boundary itself: what runs inside of [`call`] cannot unwind out of it.

use std::mem::ManuallyDrop;
use std::panic::{self, AssertUnwindSafe};
use std::ptr;

use super::abi::{Failure, Optional, Returned, Scratch};
use super::failure::Raised;
use super::frame::Frame;
use super::objects::{Handles, Own};
use super::panics;

/// Runs the body of an export, and makes the export's result of what it returns, raises or panics
/// with.
///
/// The body must accept a frame of any lifetime. The views of the caller's memory have that
/// lifetime, so a function that wants a `&'static str`, or keeps what it was given, does not
/// compile.
///
/// There is no state to set up and none to take down: where the compiler sees that the body cannot
/// panic, what is left is the body.
#[inline(always)]
pub fn call<R: Reply>(
    scratch: Option<&mut Scratch>,
    body: impl for<'f> FnOnce(&Frame<'f>) -> Result<R::Value, Raised>,
) -> R {
    let frame = Frame::new(scratch);
    // What a panic leaves half-done is the crate's own affair: it is still memory-safe, and the
    // caller gets told.
    match panic::catch_unwind(AssertUnwindSafe(|| body(&frame))) {
        Ok(Ok(value)) => R::succeeded(value),
        Ok(Err(raised)) => R::failed(raised.into_raw()),
        Err(payload) => R::failed(panics::caught(&frame, payload).into_raw()),
    }
}

/// The same for the body of an export with handles.
///
/// Each of the lifetimes that the body sees is one that it cannot choose: see [`Handles`], and
/// [`Own`]. What it took is given back here, also after a panic: it has no chance to keep any of it.
#[inline(always)]
pub fn call_with<R: Reply>(
    scratch: Option<&mut Scratch>,
    body: impl for<'c, 'k, 'o1, 'o2> FnOnce(
        &Frame<'c>,
        &Handles<'c, 'k>,
        Own<'k, 'o1>,
        Own<'k, 'o2>,
    ) -> Result<R::Value, Raised>,
) -> R {
    let frame = Frame::copying(scratch);
    // It ends in one of two ways, below.
    let handles = ManuallyDrop::new(Handles::new());
    match panic::catch_unwind(AssertUnwindSafe(|| {
        body(&frame, &handles, Own::new(), Own::new())
    })) {
        Ok(Ok(value)) => {
            handles.succeed();
            R::succeeded(value)
        }
        Ok(Err(raised)) => {
            handles.fail(false);
            R::failed(raised.into_raw())
        }
        Err(payload) => {
            // Before anything is dropped, which may panic, too.
            let raised = panics::caught(&frame, payload);
            handles.fail(true);
            R::failed(raised.into_raw())
        }
    }
}

/// What an export returns, in C's terms.
pub trait Reply {
    type Value;

    fn succeeded(value: Self::Value) -> Self;
    fn failed(failure: *mut Failure) -> Self;
}

impl Reply for *mut Failure {
    type Value = ();

    #[inline]
    fn succeeded((): ()) -> Self {
        ptr::null_mut()
    }

    #[inline]
    fn failed(failure: *mut Failure) -> Self {
        failure
    }
}

impl<T: Default> Reply for Returned<T> {
    type Value = T;

    #[inline]
    fn succeeded(value: T) -> Self {
        Self {
            value,
            failure: ptr::null_mut(),
        }
    }

    #[inline]
    fn failed(failure: *mut Failure) -> Self {
        Self {
            value: T::default(),
            failure,
        }
    }
}

impl<T: Default> Reply for Optional<T> {
    type Value = Option<T>;

    #[inline]
    fn succeeded(value: Option<T>) -> Self {
        let some = value.is_some();
        Self {
            value: value.unwrap_or_default(),
            failure: ptr::null_mut(),
            some,
        }
    }

    #[inline]
    fn failed(failure: *mut Failure) -> Self {
        Self {
            value: T::default(),
            failure,
            some: false,
        }
    }
}
