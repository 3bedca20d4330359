//! fbbench behind a C ABI, written by hand, function by function: what a good engineer who wants speed would write, with
//! the guarantees that Ferrobind gives (texts are checked, panics are caught, errors have their message). See the
//! header for what each function returns.

use std::any::Any;
use std::fmt::{self, Display, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::{ptr, slice, str};

const ERROR: usize = 1;
const PANIC: usize = 2;
const NOT_UTF8: usize = 3;

/// The caller's room for a short text.
#[repr(C)]
pub struct Room([u64; 8]);

const ROOM: usize = size_of::<Room>();

#[repr(C)]
pub struct Bytes {
    data: *mut u8,
    len: usize,
}

#[repr(C)]
pub struct Parsed {
    value: i64,
    failure: usize,
}

/// It cannot panic, so there is nothing to catch.
#[unsafe(no_mangle)]
pub extern "C" fn hand_add(a: i64, b: i64) -> i64 {
    fbbench::add(a, b)
}

/// # Safety
///
/// `text` has `len` readable bytes, or `len` is 0.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hand_text_len(text: *const u8, len: usize) -> i64 {
    match str::from_utf8(unsafe { view(text, len) }) {
        Ok(text) => fbbench::text_len(text) as i64,
        Err(_) => -1,
    }
}

/// # Safety
///
/// `bytes` has `len` readable bytes, or `len` is 0.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hand_bytes_in(bytes: *const u8, len: usize) -> u64 {
    fbbench::bytes_in(unsafe { view(bytes, len) })
}

/// # Safety
///
/// `room` is writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hand_text_out(index: u32, room: *mut Room) -> usize {
    unsafe { give(&fbbench::text_out(index), room) }
}

#[unsafe(no_mangle)]
pub extern "C" fn hand_bytes_out(len: usize) -> Bytes {
    match catch_unwind(|| fbbench::bytes_out(len)) {
        Ok(bytes) => hand_over(bytes.into_boxed_slice()),
        Err(payload) => {
            let Bytes { data, len } = hand_over(message(&*payload).as_bytes().into());
            Bytes {
                data,
                len: len | 1 << (usize::BITS - 1),
            }
        }
    }
}

/// # Safety
///
/// `text` has `len` readable bytes, or `len` is 0; `room` is writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hand_parse(text: *const u8, len: usize, room: *mut Room) -> Parsed {
    let failed = |kind, len| Parsed {
        value: 0,
        failure: len << 2 | kind,
    };
    let Ok(text) = str::from_utf8(unsafe { view(text, len) }) else {
        return failed(NOT_UTF8, 0);
    };
    let parsed = catch_unwind(AssertUnwindSafe(|| match fbbench::parse(text) {
        Ok(value) => Parsed { value, failure: 0 },
        Err(error) => failed(ERROR, unsafe { show(&error, room) }),
    }));
    parsed.unwrap_or_else(|payload| failed(PANIC, unsafe { give(message(&*payload), room) }))
}

/// # Safety
///
/// From this library, and not freed before.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hand_free(data: *mut u8, len: usize) {
    drop(unsafe { Box::from_raw(ptr::slice_from_raw_parts_mut(data, len)) });
}

unsafe fn view<'a>(data: *const u8, len: usize) -> &'a [u8] {
    if len == 0 {
        &[]
    } else {
        unsafe { slice::from_raw_parts(data, len) }
    }
}

fn hand_over(bytes: Box<[u8]>) -> Bytes {
    let len = bytes.len();
    // Go's runtime must never see the dangling pointer of an empty box.
    let data = if len == 0 {
        ptr::null_mut()
    } else {
        Box::into_raw(bytes).cast()
    };
    Bytes { data, len }
}

/// A text in the caller's room, where it fits: one crossing, and nothing to free.
unsafe fn give(text: &str, room: *mut Room) -> usize {
    unsafe {
        if text.len() <= ROOM {
            room.cast::<u8>()
                .copy_from_nonoverlapping(text.as_ptr(), text.len());
        } else {
            room.cast::<*mut u8>()
                .write(hand_over(text.as_bytes().into()).data);
        }
    }
    text.len()
}

/// A value's text, written straight into the caller's room; only one that does not fit is made twice.
unsafe fn show(value: &dyn Display, room: *mut Room) -> usize {
    struct Direct {
        room: *mut u8,
        len: usize,
    }

    impl Write for Direct {
        fn write_str(&mut self, text: &str) -> fmt::Result {
            if text.len() > ROOM - self.len {
                return Err(fmt::Error);
            }
            unsafe {
                self.room
                    .add(self.len)
                    .copy_from_nonoverlapping(text.as_ptr(), text.len())
            };
            self.len += text.len();
            Ok(())
        }
    }

    let mut direct = Direct {
        room: room.cast(),
        len: 0,
    };
    match write!(direct, "{value}") {
        Ok(()) => direct.len,
        Err(_) => unsafe { give(&value.to_string(), room) },
    }
}

fn message(payload: &(dyn Any + Send)) -> &str {
    let text = payload.downcast_ref::<&str>().copied();
    text.or_else(|| payload.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("a panic")
}
