//! Texts and bytes that a caller keeps in Rust, for the functions whose results borrow from them:
//! they are checked and copied once.

use std::fmt;

/// UTF-8 text.
pub struct KeptText(Box<str>);

impl KeptText {
    pub fn new(text: &str) -> Self {
        Self(text.into())
    }

    /// In bytes.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    #[inline(always)]
    pub fn view(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for KeptText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Bytes.
pub struct KeptBytes(Box<[u8]>);

impl KeptBytes {
    pub fn new(bytes: &[u8]) -> Self {
        Self(bytes.into())
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// A copy.
    pub fn bytes(&self) -> Vec<u8> {
        self.0.to_vec()
    }

    #[inline(always)]
    pub fn view(&self) -> &[u8] {
        &self.0
    }
}
