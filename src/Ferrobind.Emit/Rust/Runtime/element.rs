//! What a view or a result may consist of.

use std::num::{NonZero, Saturating, Wrapping};

use super::mirror::ToC;

/// A scalar, or a plain record, in memory that both sides see.
///
/// # Safety
///
/// `Bits` has the layout of `Self`, every pattern of bytes is a valid `Bits`, and it is a valid
/// `Self` where `is_valid` says so.
pub unsafe trait Element: 'static {
    type Bits: Copy;

    fn is_valid(bits: Self::Bits) -> bool;
}

macro_rules! elements {
    ($($element:ty as $bits:ty: $is_valid:expr),+ $(,)?) => {$(
        // SAFETY: the table below has the layouts and the valid values that the Rust reference
        // gives.
        unsafe impl Element for $element {
            type Bits = $bits;

            #[inline]
            fn is_valid(bits: $bits) -> bool {
                let is_valid: fn($bits) -> bool = $is_valid;
                is_valid(bits)
            }
        }
    )+};
}

elements! {
    i8 as u8: |_| true,
    i16 as u16: |_| true,
    i32 as u32: |_| true,
    i64 as u64: |_| true,
    isize as usize: |_| true,
    u8 as u8: |_| true,
    u16 as u16: |_| true,
    u32 as u32: |_| true,
    u64 as u64: |_| true,
    usize as usize: |_| true,
    f32 as u32: |_| true,
    f64 as u64: |_| true,
    bool as u8: |bits| bits <= 1,
    char as u32: |bits| char::from_u32(bits).is_some(),
}

/// Checks, as it compiles, that a field is laid out as the one in the record's mirror.
/// An element is as large as what it is in C, and no pointer.
pub fn same_layout<T: Element + ToC>(_: &T, _: &T::C) {}

macro_rules! nonzero {
    ($($scalar:ident),+) => {$(
        // SAFETY: it is laid out as the scalar, and 0 is not valid.
        unsafe impl Element for NonZero<$scalar> {
            type Bits = $scalar;

            #[inline]
            fn is_valid(bits: $scalar) -> bool {
                bits != 0
            }
        }
    )+};
}

nonzero!(i8, i16, i32, i64, isize, u8, u16, u32, u64, usize);

macro_rules! wrappers {
    ($($wrapper:ident),+) => {$(
        // SAFETY: it is `repr(transparent)`.
        unsafe impl<T: Element> Element for $wrapper<T> {
            type Bits = T::Bits;

            #[inline]
            fn is_valid(bits: T::Bits) -> bool {
                T::is_valid(bits)
            }
        }
    )+};
}

wrappers!(Wrapping, Saturating);
