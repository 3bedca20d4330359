//! What the benchmark calls. An ordinary crate: it knows nothing of the languages that it is called from. Each function
//! does as little as its row of the table allows, so that what is measured is the way there and back.

pub mod objects;
pub mod values;

use std::error::Error;
use std::fmt;

/// The sum, wrapped around at the ends.
///
/// ```
/// assert_eq!(fbbench::add(i64::MAX, 1), i64::MIN);
/// ```
#[must_use]
pub fn add(a: i64, b: i64) -> i64 {
    a.wrapping_add(b)
}

/// The length of a text in bytes.
#[must_use]
pub fn text_len(text: &str) -> u64 {
    text.len() as u64
}

/// One of four names of 16 bytes each.
///
/// ```
/// assert_eq!(fbbench::text_out(1), "grasshopper-warb");
/// assert_eq!(fbbench::text_out(5), fbbench::text_out(1));
/// ```
#[must_use]
// As a function that makes a text of any interest is not: inlined, this one would be so transparent that the compiler drops
// the allocation that the row is about, on whichever side it happens to see through it.
#[inline(never)]
pub fn text_out(index: u32) -> String {
    const NAMES: [&str; 4] = [
        "icterine-warbler",
        "grasshopper-warb",
        "bearded-reedling",
        "golden-orioles-4",
    ];
    NAMES[index as usize % NAMES.len()].to_owned()
}

/// The length, plus the first byte: something that needs the bytes, but not all of them.
#[must_use]
pub fn bytes_in(bytes: &[u8]) -> u64 {
    bytes.len() as u64 + u64::from(bytes.first().copied().unwrap_or_default())
}

/// `len` bytes, each of them `0x5a`.
#[must_use]
pub fn bytes_out(len: usize) -> Vec<u8> {
    vec![0x5a; len]
}

/// The number that a text of decimal digits stands for.
///
/// # Errors
///
/// The first byte that is no digit, or that makes the number too large.
pub fn parse(text: &str) -> Result<i64, ParseFailure> {
    let mut value = 0_i64;
    for (position, byte) in text.bytes().enumerate() {
        value = Some(byte)
            .filter(u8::is_ascii_digit)
            .and_then(|digit| value.checked_mul(10)?.checked_add(i64::from(digit - b'0')))
            .ok_or(ParseFailure { position })?;
    }
    Ok(value)
}

/// Why a text is no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParseFailure {
    position: usize,
}

impl fmt::Display for ParseFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the number ends at byte {}", self.position)
    }
}

impl Error for ParseFailure {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_have_16_bytes() {
        assert!((0..4).all(|index| text_len(&text_out(index)) == 16));
    }

    #[test]
    fn bytes_come_out_as_they_go_in() {
        assert_eq!(bytes_in(&bytes_out(1 << 20)), (1 << 20) + 0x5a);
        assert_eq!(bytes_in(&[]), 0);
    }

    #[test]
    fn a_number_is_read_to_its_first_fault() {
        assert_eq!(parse("1234"), Ok(1234));
        assert_eq!(parse("9223372036854775807"), Ok(i64::MAX));
        assert_eq!(
            parse("9223372036854775808"),
            Err(ParseFailure { position: 18 })
        );
        assert_eq!(
            parse("12x4").unwrap_err().to_string(),
            "the number ends at byte 2"
        );
    }
}
