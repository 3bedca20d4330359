//! What `ferrobind bench` calls: functions that do little, so that what is measured is the way there and back.

/// The sum, wrapped around at the ends.
pub fn add(a: i64, b: i64) -> i64 {
    a.wrapping_add(b)
}

/// A hash of eight bytes at a time; what is left over does not count.
pub fn hash(bytes: &[u8]) -> u64 {
    bytes.chunks_exact(8).fold(0, |hash: u64, word| {
        let word = u64::from_le_bytes([
            word[0], word[1], word[2], word[3], word[4], word[5], word[6], word[7],
        ]);
        (hash.rotate_left(5) ^ word).wrapping_mul(0x517c_c1b7_2722_0a95)
    })
}

/// Whether the bytes are UTF-8.
pub fn is_text(bytes: &[u8]) -> bool {
    str::from_utf8(bytes).is_ok()
}

/// The length of a text in bytes.
pub fn text_len(text: &str) -> u64 {
    text.len() as u64
}

/// A text of 16 bytes.
pub fn greet(name: &str) -> String {
    ["Hello, ", name].concat()
}

/// A type that is no data.
pub struct Counter {
    value: u64,
}

impl Counter {
    pub fn new(value: u64) -> Self {
        Self { value }
    }

    pub fn value(&self) -> u64 {
        self.value
    }
}
