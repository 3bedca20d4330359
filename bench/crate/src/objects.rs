//! Values that stay in Rust.

/// Something to call a method of, and to go through.
#[derive(Debug)]
pub struct Meter {
    offset: i64,
    names: Vec<String>,
}

impl Meter {
    /// One without names.
    #[must_use]
    pub fn new(offset: i64) -> Self {
        Self {
            offset,
            names: Vec::new(),
        }
    }

    /// One with so many names of some letters each.
    #[must_use]
    pub fn with_names(offset: i64, count: u32) -> Self {
        Self {
            offset,
            names: (0..count).map(|index| format!("meter-{index}")).collect(),
        }
    }

    /// The sum, wrapped around at the ends.
    #[must_use]
    pub fn read(&self, value: i64) -> i64 {
        self.offset.wrapping_add(value)
    }

    /// So many numbers.
    pub fn readings(&self, count: u32) -> impl Iterator<Item = i64> {
        (0..count).map(|index| self.read(index.into()))
    }

    /// The names.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str)
    }
}
