//! Data: what comes in goes out again, as it is. None is inlined, so that neither side of a row sees that it could have kept
//! what it has.

use std::collections::HashMap;

/// Four numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quad {
    pub a: f64,
    pub b: f64,
    pub c: f64,
    pub d: f64,
}

/// Five texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    pub name: String,
    pub street: String,
    pub city: String,
    pub country: String,
    pub email: String,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    Quit,
    Key { code: u32 },
    Resize { width: u32, height: u32 },
    Paste { text: String },
}

/// Plain: it crosses by value.
#[must_use]
#[inline(never)]
pub fn echo_quad(value: Quad) -> Quad {
    value
}

/// Many of them.
#[must_use]
#[inline(never)]
pub fn echo_quads(values: Vec<Quad>) -> Vec<Quad> {
    values
}

/// Many short texts.
#[must_use]
#[inline(never)]
pub fn echo_texts(values: Vec<String>) -> Vec<String> {
    values
}

/// A few texts in a record.
#[must_use]
#[inline(never)]
pub fn echo_contact(value: Contact) -> Contact {
    value
}

/// A map of texts to numbers.
#[must_use]
#[inline(never)]
pub fn echo_counts(values: HashMap<String, u64>) -> HashMap<String, u64> {
    values
}

/// One of several kinds.
#[must_use]
#[inline(never)]
pub fn echo_event(value: Event) -> Event {
    value
}

/// Choices inside of choices.
#[must_use]
#[inline(never)]
pub fn echo_nested(
    value: Option<Result<Option<String>, u32>>,
) -> Option<Result<Option<String>, u32>> {
    value
}
