//! Greets, on the standard output, whoever speaks C.

use std::ffi::{CStr, c_char};

/// Prints a greeting: `Hello name!`
///
/// # Safety
///
/// `name` must point to a string that ends with a NUL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hello(name: *const c_char) {
    // SAFETY: the caller promises it.
    println!("Hello {}!", unsafe { text(name) });
}

/// Prints a message in a low voice: `(message)`
///
/// # Safety
///
/// `message` must point to a string that ends with a NUL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn whisper(message: *const c_char) {
    // SAFETY: the caller promises it.
    println!("({})", unsafe { text(message) });
}

/// The length of a string in characters, or -1 if it is not UTF-8.
///
/// # Safety
///
/// `string` must point to a string that ends with a NUL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hello_characters(string: *const c_char) -> i64 {
    // SAFETY: the caller promises it.
    let bytes = unsafe { CStr::from_ptr(string) };
    match bytes.to_str() {
        Ok(text) => text.chars().count() as i64,
        Err(_) => -1,
    }
}

/// Adds two numbers, and wraps around.
#[unsafe(no_mangle)]
pub extern "C" fn hello_add(a: i32, b: i32) -> i32 {
    a.wrapping_add(b)
}

/// The version of this library, a string that lives as long as the program.
#[unsafe(no_mangle)]
pub extern "C" fn hello_version() -> *const c_char {
    c"0.1.0".as_ptr()
}

/// # Safety
///
/// `string` must point to a string that ends with a NUL.
unsafe fn text<'a>(string: *const c_char) -> std::borrow::Cow<'a, str> {
    // SAFETY: the caller promises it.
    unsafe { CStr::from_ptr(string) }.to_string_lossy()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_characters() {
        // SAFETY: a C string literal ends with a NUL.
        assert_eq!(unsafe { hello_characters(c"h\u{e9}llo".as_ptr()) }, 5);
    }

    #[test]
    fn text_that_is_not_utf8_has_no_characters() {
        // SAFETY: a C string literal ends with a NUL.
        assert_eq!(unsafe { hello_characters(c"\xff".as_ptr()) }, -1);
    }
}
