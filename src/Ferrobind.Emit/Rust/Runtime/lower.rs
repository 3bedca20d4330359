//! The way back: what each Rust type is in C. The emitter writes the same call for all of them.

use std::borrow::Cow;
use std::rc::Rc;
use std::sync::Arc;

use super::abi::{I128, Memory, U128};
use super::element::Element;
use super::frame::Frame;
use super::mirror::Mirrored;

/// A Rust result that crosses. What is borrowed must be so for the whole frame, `'f`, as the
/// caller's memory and statics are: a borrow of something that the export itself made would dangle,
/// and does not compile.
pub trait Lower<'f> {
    type Lowered;

    fn lower(self, frame: &Frame<'f>) -> Self::Lowered;
}

impl Lower<'_> for () {
    type Lowered = ();

    #[inline]
    fn lower(self, _: &Frame<'_>) {}
}

/// Maybe a value, whatever it is.
impl<'f, T: Lower<'f>> Lower<'f> for Option<T> {
    type Lowered = Option<T::Lowered>;

    #[inline]
    fn lower(self, frame: &Frame<'f>) -> Self::Lowered {
        self.map(|value| value.lower(frame))
    }
}

/// Scalars go by value, and so does what a reference to one points to.
macro_rules! scalars {
    ($($scalar:ty => $lowered:ty),+ $(,)?) => {$(
        impl Lower<'_> for $scalar {
            type Lowered = $lowered;

            #[inline]
            fn lower(self, _: &Frame<'_>) -> $lowered {
                self.into()
            }
        }

        impl Lower<'_> for &$scalar {
            type Lowered = $lowered;

            #[inline]
            fn lower(self, _: &Frame<'_>) -> $lowered {
                (*self).into()
            }
        }
    )+};
}

scalars! {
    bool => bool, char => u32,
    i8 => i8, i16 => i16, i32 => i32, i64 => i64, i128 => I128, isize => isize,
    u8 => u8, u16 => u16, u32 => u32, u64 => u64, u128 => U128, usize => usize,
    f32 => f32, f64 => f64,
}

impl<T: Element + Copy> Lower<'_> for Vec<T> {
    type Lowered = Memory;

    #[inline]
    fn lower(self, frame: &Frame<'_>) -> Memory {
        Memory::owned(frame, self)
    }
}

impl<'f, T: Element + Copy> Lower<'f> for &'f [T] {
    type Lowered = Memory;

    #[inline]
    fn lower(self, frame: &Frame<'f>) -> Memory {
        Memory::borrowed(frame, self)
    }
}

impl<'f, T: Element + Copy> Lower<'f> for Cow<'f, [T]> {
    type Lowered = Memory;

    #[inline]
    fn lower(self, frame: &Frame<'f>) -> Memory {
        match self {
            Cow::Borrowed(elements) => elements.lower(frame),
            Cow::Owned(elements) => elements.lower(frame),
        }
    }
}

impl<'f> Lower<'f> for Cow<'f, str> {
    type Lowered = Memory;

    #[inline]
    fn lower(self, frame: &Frame<'f>) -> Memory {
        match self {
            Cow::Borrowed(text) => text.lower(frame),
            Cow::Owned(text) => text.lower(frame),
        }
    }
}

/// Holders that give up what they hold, or lend it, without a copy.
macro_rules! holders {
    ($(<$frame:lifetime $(, $element:ident)?> $holder:ty => $contents:path),+ $(,)?) => {$(
        impl<$frame $(, $element: Element + Copy)?> Lower<$frame> for $holder {
            type Lowered = Memory;

            #[inline]
            fn lower(self, frame: &Frame<$frame>) -> Memory {
                $contents(self).lower(frame)
            }
        }
    )+};
}

holders! {
    <'f> String => String::into_bytes,
    <'f> Box<str> => String::from,
    <'f, T> Box<[T]> => Vec::from,
    <'f> &'f str => str::as_bytes,
    <'f> &'f String => String::as_bytes,
    <'f, T> &'f Vec<T> => Vec::as_slice,
}

/// Holders that may not be the only ones, so what they hold is copied.
macro_rules! shared {
    ($($pointer:ident),+) => {$(
        impl Lower<'_> for $pointer<str> {
            type Lowered = Memory;

            #[inline]
            fn lower(self, frame: &Frame<'_>) -> Memory {
                Memory::copied(frame, self.as_bytes())
            }
        }

        impl<T: Element + Copy> Lower<'_> for $pointer<[T]> {
            type Lowered = Memory;

            #[inline]
            fn lower(self, frame: &Frame<'_>) -> Memory {
                Memory::copied(frame, &self)
            }
        }
    )+};
}

shared!(Rc, Arc);

/// Plain records and enums without data go by value.
impl<T: Mirrored> Lower<'_> for T {
    type Lowered = T::C;

    #[inline]
    fn lower(self, _: &Frame<'_>) -> T::C {
        self.to_c()
    }
}
