//! What an argument may be refused for.

use std::fmt::{self, Display, Formatter};

use super::wire::Problem;

/// Why an argument has no valid value in Rust: a sentence whose subject is the parameter's name.
///
/// A value rather than text, so that what a check leaves in the way of a good argument is a compare
/// and a branch.
pub(super) enum Refusal<'a> {
    Null,
    TooLong,
    Misaligned,
    NotUtf8 { index: usize },
    NoChar { value: u32 },
    NoValue { kind: &'static str },
    NoElement { index: usize, kind: &'static str },
    Overlap { other: &'a str },
    Malformed(Problem),
}

impl Display for Refusal<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("is null, and not empty"),
            Self::TooLong => f.write_str("is longer than memory can be"),
            Self::Misaligned => f.write_str("is not aligned as its elements must be"),
            Self::NotUtf8 { index } => write!(f, "is not UTF-8 at byte {index}"),
            Self::NoChar { value } => write!(f, "is {value:#x}, which is no char"),
            Self::NoValue { kind } => write!(f, "has no valid {kind}"),
            Self::NoElement { index, kind } => write!(f, "has no valid {kind} at index {index}"),
            Self::Overlap { other } => write!(f, "is written to, and shares memory with {other}"),
            Self::Malformed(problem) => problem.fmt(f),
        }
    }
}
