//! The value, and how it crosses.

use crate::runtime::{Decode, Encode, Extent, Malformed, Reader, Writer};

use super::{read, write};

/// How deep lists and objects may nest.
pub(super) const MAX_DEPTH: u32 = 128;

/// Any JSON. Numbers that are whole are integers, as they are in most formats; an object keeps its
/// order.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Json {
    #[default]
    Null,
    Bool(bool),
    Signed(i64),
    /// Above `i64::MAX`.
    Unsigned(u64),
    Float(f64),
    Text(String),
    List(Vec<Json>),
    Object(Vec<(String, Json)>),
}

impl Extent for Json {
    const LEAST: usize = 4;
}

impl Encode for Json {
    fn encode(&self, out: &mut Writer) {
        let mut text = String::new();
        write::write(self, &mut text);
        text.encode(out);
    }
}

impl<'f> Decode<'f> for Json {
    fn decode(reader: &mut Reader<'f>) -> Result<Self, Malformed> {
        let text = <&str>::decode(reader)?;
        read::read(text).ok_or_else(|| reader.invalid(text.len(), "JSON"))
    }
}
