//! fbbench's data behind a C ABI, twice: packed by hand, type by type, as a good engineer who wants speed would ([`hand`]);
//! and as JSON, as most people do who have other things to do ([`json`]). The header says what the bytes are.

pub mod hand;
pub mod json;

use std::alloc::{Layout, dealloc};
use std::mem::ManuallyDrop;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::{ptr, slice};

/// What comes back; without data, the length says why.
#[repr(C)]
pub struct Out {
    data: *mut u8,
    len: usize,
    capacity: usize,
}

const MALFORMED: usize = 1;
const PANIC: usize = 2;

impl Out {
    fn failed(why: usize) -> Self {
        Self {
            data: ptr::null_mut(),
            len: why,
            capacity: 0,
        }
    }

    fn owned<T>(values: Vec<T>) -> Self {
        let mut values = ManuallyDrop::new(values);
        Self {
            data: values.as_mut_ptr().cast(),
            len: values.len(),
            capacity: values.capacity() * size_of::<T>(),
        }
    }
}

/// Runs the body; `None` is input that is malformed.
fn run(out: *mut Out, body: impl FnOnce() -> Option<Out>) {
    let result = catch_unwind(AssertUnwindSafe(body));
    let result = result.map_or(Out::failed(PANIC), |done| {
        done.unwrap_or(Out::failed(MALFORMED))
    });
    unsafe { out.write(result) };
}

unsafe fn view<'a, T>(data: *const T, len: usize) -> &'a [T] {
    if len == 0 {
        &[]
    } else {
        unsafe { slice::from_raw_parts(data, len) }
    }
}

/// # Safety
///
/// From this library, and not freed before.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn values_free(data: *mut u8, capacity: usize, align: usize) {
    if capacity != 0 {
        unsafe { dealloc(data, Layout::from_size_align_unchecked(capacity, align)) };
    }
}
