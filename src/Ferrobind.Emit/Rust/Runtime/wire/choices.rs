//! Types with a tag, and those with so few values that they need none.

use std::cmp::{Ordering, Reverse};
use std::convert::Infallible;
use std::marker::PhantomData;
use std::ops::Bound;

use super::{Decode, Encode, Extent, Malformed, Reader, Writer};

impl<T> Extent for Option<T> {
    const LEAST: usize = 1;
}

impl<T: Encode> Encode for Option<T> {
    #[inline]
    fn encode(&self, out: &mut Writer) {
        match self {
            None => out.bytes(&[0]),
            Some(value) => {
                out.bytes(&[1]);
                value.encode(out);
            }
        }
    }
}

impl<'f, T: Decode<'f>> Decode<'f> for Option<T> {
    #[inline]
    fn decode(reader: &mut Reader<'f>) -> Result<Self, Malformed> {
        match reader.array()? {
            [0] => Ok(None),
            [1] => T::decode(reader).map(Some),
            _ => Err(reader.invalid(1, "Option")),
        }
    }
}

impl<T, E> Extent for Result<T, E> {
    const LEAST: usize = 1;
}

impl<T: Encode, E: Encode> Encode for Result<T, E> {
    #[inline]
    fn encode(&self, out: &mut Writer) {
        match self {
            Ok(value) => {
                out.bytes(&[0]);
                value.encode(out);
            }
            Err(error) => {
                out.bytes(&[1]);
                error.encode(out);
            }
        }
    }
}

impl<'f, T: Decode<'f>, E: Decode<'f>> Decode<'f> for Result<T, E> {
    #[inline]
    fn decode(reader: &mut Reader<'f>) -> Result<Self, Malformed> {
        match reader.array()? {
            [0] => T::decode(reader).map(Ok),
            [1] => E::decode(reader).map(Err),
            _ => Err(reader.invalid(1, "Result")),
        }
    }
}

impl<T> Extent for Bound<T> {
    const LEAST: usize = 1;
}

impl<T: Encode> Encode for Bound<T> {
    #[inline]
    fn encode(&self, out: &mut Writer) {
        match self {
            Bound::Included(value) => {
                out.bytes(&[0]);
                value.encode(out);
            }
            Bound::Excluded(value) => {
                out.bytes(&[1]);
                value.encode(out);
            }
            Bound::Unbounded => out.bytes(&[2]),
        }
    }
}

impl<'f, T: Decode<'f>> Decode<'f> for Bound<T> {
    #[inline]
    fn decode(reader: &mut Reader<'f>) -> Result<Self, Malformed> {
        match reader.array()? {
            [0] => T::decode(reader).map(Bound::Included),
            [1] => T::decode(reader).map(Bound::Excluded),
            [2] => Ok(Bound::Unbounded),
            _ => Err(reader.invalid(1, "Bound")),
        }
    }
}

impl Extent for Ordering {
    const LEAST: usize = 1;
    const IS_FIXED: bool = true;
}

impl Encode for Ordering {
    #[inline]
    fn encode(&self, out: &mut Writer) {
        (*self as i8).encode(out);
    }
}

impl<'f> Decode<'f> for Ordering {
    #[inline]
    fn decode(reader: &mut Reader<'f>) -> Result<Self, Malformed> {
        match i8::decode(reader)? {
            -1 => Ok(Ordering::Less),
            0 => Ok(Ordering::Equal),
            1 => Ok(Ordering::Greater),
            _ => Err(reader.invalid(1, "Ordering")),
        }
    }
}

impl<T: Extent> Extent for Reverse<T> {
    const LEAST: usize = T::LEAST;
    const IS_FIXED: bool = T::IS_FIXED;
}

impl<T: Encode> Encode for Reverse<T> {
    #[inline]
    fn encode(&self, out: &mut Writer) {
        self.0.encode(out);
    }
}

impl<'f, T: Decode<'f>> Decode<'f> for Reverse<T> {
    #[inline]
    fn decode(reader: &mut Reader<'f>) -> Result<Self, Malformed> {
        T::decode(reader).map(Reverse)
    }
}

impl Extent for () {
    const LEAST: usize = 0;
    const IS_FIXED: bool = true;
}

impl Encode for () {
    #[inline]
    fn encode(&self, _: &mut Writer) {}
}

impl<'f> Decode<'f> for () {
    #[inline]
    fn decode(_: &mut Reader<'f>) -> Result<Self, Malformed> {
        Ok(())
    }
}

impl<T: ?Sized> Extent for PhantomData<T> {
    const LEAST: usize = 0;
    const IS_FIXED: bool = true;
}

impl<T: ?Sized> Encode for PhantomData<T> {
    #[inline]
    fn encode(&self, _: &mut Writer) {}
}

impl<'f, T: ?Sized> Decode<'f> for PhantomData<T> {
    #[inline]
    fn decode(_: &mut Reader<'f>) -> Result<Self, Malformed> {
        Ok(PhantomData)
    }
}

impl Extent for Infallible {
    const LEAST: usize = 0;
}

impl Encode for Infallible {
    #[inline]
    fn encode(&self, _: &mut Writer) {
        match *self {}
    }
}

impl<'f> Decode<'f> for Infallible {
    #[inline]
    fn decode(reader: &mut Reader<'f>) -> Result<Self, Malformed> {
        Err(reader.invalid(0, "value, for there is none,"))
    }
}
