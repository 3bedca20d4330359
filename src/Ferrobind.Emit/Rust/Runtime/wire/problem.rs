//! What may be wrong with a buffer.

use std::fmt::{self, Display, Formatter};

/// Proof that a [`super::Reader`] has noted a problem. It has no size: what a check leaves in the
/// way of good data is a compare and a branch.
pub struct Malformed(pub(super) ());

/// What is wrong, and at which byte: a sentence whose subject is the parameter's name.
#[derive(Clone, Copy)]
pub struct Problem {
    pub(super) offset: usize,
    pub(super) reason: Reason,
}

#[derive(Clone, Copy)]
pub(super) enum Reason {
    Truncated,
    Rest,
    TooMany,
    TooDeep,
    NotUtf8,
    Invalid(&'static str),
}

impl Display for Problem {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let offset = self.offset;
        match self.reason {
            Reason::Truncated => write!(f, "is cut off at byte {offset}"),
            Reason::Rest => write!(f, "goes on behind its end, at byte {offset}"),
            Reason::TooMany => write!(f, "counts more than it has, at byte {offset}"),
            Reason::TooDeep => write!(f, "nests too deep, at byte {offset}"),
            Reason::NotUtf8 => write!(f, "is not UTF-8 at byte {offset}"),
            Reason::Invalid(kind) => write!(f, "has no valid {kind} at byte {offset}"),
        }
    }
}
