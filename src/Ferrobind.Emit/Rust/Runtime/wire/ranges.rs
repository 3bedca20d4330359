//! Ranges: the ends that each kind has.

use std::ops::{Range, RangeFrom, RangeFull, RangeInclusive, RangeTo, RangeToInclusive};

use super::{Decode, Encode, Extent, Malformed, Reader, Writer};

macro_rules! ranges {
    ($($range:ident { $($end:ident),+ }),+ $(,)?) => {$(
        impl<T: Extent> Extent for $range<T> {
            const LEAST: usize = 0 $(+ { let _ = stringify!($end); T::LEAST })+;
            const IS_FIXED: bool = T::IS_FIXED;
        }

        impl<T: Encode> Encode for $range<T> {
            #[inline]
            fn encode(&self, out: &mut Writer) {
                $(self.$end.encode(out);)+
            }
        }

        impl<'f, T: Decode<'f>> Decode<'f> for $range<T> {
            #[inline]
            fn decode(reader: &mut Reader<'f>) -> Result<Self, Malformed> {
                Ok(Self { $($end: T::decode(reader)?),+ })
            }
        }
    )+};
}

ranges! {
    Range { start, end },
    RangeFrom { start },
    RangeTo { end },
    RangeToInclusive { end },
}

impl<T: Extent> Extent for RangeInclusive<T> {
    const LEAST: usize = 2 * T::LEAST;
    const IS_FIXED: bool = T::IS_FIXED;
}

impl<T: Encode> Encode for RangeInclusive<T> {
    #[inline]
    fn encode(&self, out: &mut Writer) {
        self.start().encode(out);
        self.end().encode(out);
    }
}

impl<'f, T: Decode<'f>> Decode<'f> for RangeInclusive<T> {
    #[inline]
    fn decode(reader: &mut Reader<'f>) -> Result<Self, Malformed> {
        let start = T::decode(reader)?;
        Ok(start..=T::decode(reader)?)
    }
}

impl Extent for RangeFull {
    const LEAST: usize = 0;
    const IS_FIXED: bool = true;
}

impl Encode for RangeFull {
    #[inline]
    fn encode(&self, _: &mut Writer) {}
}

impl<'f> Decode<'f> for RangeFull {
    #[inline]
    fn decode(_: &mut Reader<'f>) -> Result<Self, Malformed> {
        Ok(RangeFull)
    }
}
