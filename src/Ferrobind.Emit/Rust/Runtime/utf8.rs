//! The check that bytes are UTF-8. Most of what crosses is short, and ASCII: that is one question,
//! which takes a half to a fifth of the standard library's check.

use std::str;

/// The text; or, where it is none, the index of the first byte that is not part of one.
#[inline]
pub fn text(bytes: &[u8]) -> Result<&str, usize> {
    if is_ascii(bytes) {
        // SAFETY: ASCII is UTF-8.
        return Ok(unsafe { str::from_utf8_unchecked(bytes) });
    }
    str::from_utf8(bytes).map_err(|error| error.valid_up_to())
}

// No branch hangs on what the bytes are, and words may be looked at twice rather than bytes one by
// one.
#[inline]
fn is_ascii(bytes: &[u8]) -> bool {
    let len = bytes.len();
    if len < 8 {
        return bytes.iter().fold(0, |all, byte| all | byte) < 0x80;
    }
    if len <= 16 {
        return is_ascii_word(word(bytes, 0) | word(bytes, len - 8));
    }
    is_long_ascii(bytes)
}

fn is_long_ascii(bytes: &[u8]) -> bool {
    let len = bytes.len();
    let mut all = word(bytes, 0) | word(bytes, 8) | word(bytes, len - 16) | word(bytes, len - 8);
    for step in bytes.chunks_exact(32) {
        all |= word(step, 0) | word(step, 8) | word(step, 16) | word(step, 24);
    }
    if len >= 32 {
        all |= word(bytes, len - 32) | word(bytes, len - 24);
    }
    is_ascii_word(all)
}

#[inline]
fn is_ascii_word(word: u64) -> bool {
    word & 0x8080_8080_8080_8080 == 0
}

#[inline]
fn word(bytes: &[u8], at: usize) -> u64 {
    let eight = bytes[at..at + 8].try_into().expect("eight are eight");
    u64::from_ne_bytes(eight)
}
