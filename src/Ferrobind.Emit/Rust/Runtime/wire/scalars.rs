//! Scalars, and what stands for one.

use std::array;
use std::num::{NonZero, Saturating, Wrapping};
use std::slice;

use super::{Decode, Encode, Extent, Malformed, Reader, Writer};

/// Their bytes are those in memory, so many of them are a block.
macro_rules! scalars {
    ($($scalar:ident),+) => {$(
        impl Extent for $scalar {
            const LEAST: usize = size_of::<$scalar>();
            const IS_FIXED: bool = true;
        }

        impl Encode for $scalar {
            #[inline]
            fn encode(&self, out: &mut Writer) {
                out.bytes(&self.to_le_bytes());
            }

            #[inline]
            fn encode_all(values: &[Self], out: &mut Writer) {
                if cfg!(target_endian = "little") {
                    // SAFETY: they are bytes, and no padding.
                    out.bytes(unsafe {
                        slice::from_raw_parts(values.as_ptr().cast(), size_of_val(values))
                    });
                } else {
                    values.iter().for_each(|value| value.encode(out));
                }
            }
        }

        impl<'f> Decode<'f> for $scalar {
            #[inline]
            fn decode(reader: &mut Reader<'f>) -> Result<Self, Malformed> {
                reader.array().map(Self::from_le_bytes)
            }

            #[inline]
            fn decode_all(reader: &mut Reader<'f>, count: usize) -> Result<Vec<Self>, Malformed> {
                let block = reader.block(count, Self::LEAST)?;
                Ok(block
                    .chunks_exact(Self::LEAST)
                    .map(|bytes| Self::from_le_bytes(bytes.try_into().expect("the size")))
                    .collect())
            }

            #[inline]
            fn decode_array<const N: usize>(
                reader: &mut Reader<'f>,
            ) -> Result<[Self; N], Malformed> {
                let block = reader.block(N, Self::LEAST)?;
                Ok(array::from_fn(|i| {
                    let bytes = &block[i * Self::LEAST..][..Self::LEAST];
                    Self::from_le_bytes(bytes.try_into().expect("the size"))
                }))
            }
        }
    )+};
}

scalars!(i8, i16, i32, i64, i128, u8, u16, u32, u64, u128, f32, f64);

/// They are as wide on the wire as on the widest machine.
macro_rules! sizes {
    ($($size:ident as $wide:ident),+) => {$(
        impl Extent for $size {
            const LEAST: usize = $wide::LEAST;
            const IS_FIXED: bool = true;
        }

        impl Encode for $size {
            #[inline]
            fn encode(&self, out: &mut Writer) {
                (*self as $wide).encode(out);
            }
        }

        impl<'f> Decode<'f> for $size {
            #[inline]
            fn decode(reader: &mut Reader<'f>) -> Result<Self, Malformed> {
                let wide = $wide::decode(reader)?;
                wide.try_into()
                    .map_err(|_| reader.invalid($wide::LEAST, stringify!($size)))
            }
        }
    )+};
}

sizes!(usize as u64, isize as i64);

impl Extent for bool {
    const LEAST: usize = 1;
    const IS_FIXED: bool = true;
}

impl Encode for bool {
    #[inline]
    fn encode(&self, out: &mut Writer) {
        u8::from(*self).encode(out);
    }
}

impl<'f> Decode<'f> for bool {
    #[inline]
    fn decode(reader: &mut Reader<'f>) -> Result<Self, Malformed> {
        match u8::decode(reader)? {
            0 => Ok(false),
            1 => Ok(true),
            _ => Err(reader.invalid(1, "bool")),
        }
    }
}

impl Extent for char {
    const LEAST: usize = 4;
    const IS_FIXED: bool = true;
}

impl Encode for char {
    #[inline]
    fn encode(&self, out: &mut Writer) {
        u32::from(*self).encode(out);
    }
}

impl<'f> Decode<'f> for char {
    #[inline]
    fn decode(reader: &mut Reader<'f>) -> Result<Self, Malformed> {
        let code = u32::decode(reader)?;
        char::from_u32(code).ok_or_else(|| reader.invalid(4, "char"))
    }
}

macro_rules! nonzero {
    ($($scalar:ident),+) => {$(
        impl Extent for NonZero<$scalar> {
            const LEAST: usize = $scalar::LEAST;
            const IS_FIXED: bool = true;
        }

        impl Encode for NonZero<$scalar> {
            #[inline]
            fn encode(&self, out: &mut Writer) {
                self.get().encode(out);
            }
        }

        impl<'f> Decode<'f> for NonZero<$scalar> {
            #[inline]
            fn decode(reader: &mut Reader<'f>) -> Result<Self, Malformed> {
                let value = $scalar::decode(reader)?;
                NonZero::new(value).ok_or_else(|| {
                    reader.invalid($scalar::LEAST, concat!("NonZero<", stringify!($scalar), ">"))
                })
            }
        }
    )+};
}

nonzero!(
    i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize
);

macro_rules! wrappers {
    ($($wrapper:ident),+) => {$(
        impl<T: Extent> Extent for $wrapper<T> {
            const LEAST: usize = T::LEAST;
            const IS_FIXED: bool = T::IS_FIXED;
        }

        impl<T: Encode> Encode for $wrapper<T> {
            #[inline]
            fn encode(&self, out: &mut Writer) {
                self.0.encode(out);
            }
        }

        impl<'f, T: Decode<'f>> Decode<'f> for $wrapper<T> {
            #[inline]
            fn decode(reader: &mut Reader<'f>) -> Result<Self, Malformed> {
                T::decode(reader).map(Self)
            }
        }
    )+};
}

wrappers!(Wrapping, Saturating);
