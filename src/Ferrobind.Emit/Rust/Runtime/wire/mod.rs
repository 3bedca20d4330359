//! Data that has no form of its own in C crosses as one packed buffer: `docs/wire.md` of Ferrobind
//! has the bytes of each type. Here are those of the standard library; the bridge's `types.rs` has
//! the crate's own.

mod choices;
mod lists;
mod maps;
mod net;
mod pointers;
mod problem;
mod ranges;
mod reader;
mod scalars;
mod short;
mod text;
mod time;
mod tuples;
mod writer;

use std::array;

pub use problem::{Malformed, Problem};
pub use reader::Reader;
pub use writer::{Wire, Writer};

/// How deep values of types that contain themselves may nest.
const MAX_DEPTH: u32 = 128;

/// How many elements a list may have whose elements take no bytes.
const MAX_EMPTY: usize = i32::MAX as usize;

/// How much of the wire a value takes.
pub trait Extent {
    /// The least bytes of any value: a count that asks for more than is left is refused at once.
    const LEAST: usize;
    /// Every value takes `LEAST` bytes, so that a list needs one check, and not one an element.
    const IS_FIXED: bool = false;
}

/// A value that goes out.
pub trait Encode: Extent {
    fn encode(&self, out: &mut Writer);

    /// How many bytes it takes, as far as that is known at a glance: a list makes room ahead.
    #[inline]
    fn size(&self) -> usize {
        Self::LEAST
    }

    /// The elements of a list, without its count.
    #[inline]
    fn encode_all(values: &[Self], out: &mut Writer)
    where
        Self: Sized,
    {
        out.reserve(if Self::IS_FIXED {
            values.len().saturating_mul(Self::LEAST)
        } else {
            values
                .iter()
                .fold(0, |size, value| size.saturating_add(value.size()))
        });
        for value in values {
            if Self::IS_FIXED {
                out.part(Self::LEAST, |part| value.encode(part));
            } else {
                value.encode(out);
            }
        }
    }
}

/// A value that comes in. It may borrow from the caller's buffer, for the time of the call.
pub trait Decode<'f>: Extent + Sized {
    fn decode(reader: &mut Reader<'f>) -> Result<Self, Malformed>;

    /// The elements of a list, whose count has been read.
    #[inline]
    fn decode_all(reader: &mut Reader<'f>, count: usize) -> Result<Vec<Self>, Malformed> {
        let mut values = Vec::with_capacity(reader.capacity::<Self>(count));
        if Self::IS_FIXED && Self::LEAST != 0 {
            reader.parts(count, Self::LEAST, |part| {
                values.push(Self::decode(part)?);
                Ok(())
            })?;
        } else {
            for _ in 0..count {
                values.push(Self::decode(reader)?);
            }
        }
        Ok(values)
    }

    #[inline]
    fn decode_array<const N: usize>(reader: &mut Reader<'f>) -> Result<[Self; N], Malformed> {
        let mut failed = None;
        let values = array::from_fn(|_| match failed {
            None => Self::decode(reader)
                .map_err(|error| failed = Some(error))
                .ok(),
            Some(_) => None,
        });
        match failed {
            None => Ok(values.map(|value: Option<Self>| value.expect("each of them was read"))),
            Some(error) => Err(error),
        }
    }

    /// A value on the heap: one that is large need not be on the stack first.
    #[inline]
    fn decode_boxed(reader: &mut Reader<'f>) -> Result<Box<Self>, Malformed> {
        Self::decode(reader).map(Box::new)
    }
}
