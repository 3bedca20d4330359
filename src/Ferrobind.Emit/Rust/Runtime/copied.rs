//! Results that lie in a value behind a handle. The call gives its lease back before the caller
//! reads, and by then another call may have changed or freed the value: so they are copied.

use std::borrow::Cow;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::abi::Memory;
use super::element::Element;
use super::frame::Frame;
use super::lower::Lower;

/// A result, to be copied.
pub struct Copied<T>(pub T);

impl<T> Lower<'_> for Copied<Option<T>>
where
    Copied<T>: for<'f> Lower<'f, Lowered = Memory>,
{
    type Lowered = Option<Memory>;

    #[inline]
    fn lower(self, frame: &Frame<'_>) -> Option<Memory> {
        self.0.map(|value| Copied(value).lower(frame))
    }
}

macro_rules! copied {
    ($([$($element:ident)?] $holder:ty => $elements:ident),+ $(,)?) => {$(
        impl$(<$element: Element + Copy>)? Lower<'_> for Copied<$holder> {
            type Lowered = Memory;

            #[inline]
            fn lower(self, frame: &Frame<'_>) -> Memory {
                Memory::copied(frame, self.0.$elements())
            }
        }
    )+};
}

copied! {
    [] &str => as_bytes,
    [] &String => as_bytes,
    [] &Box<str> => as_bytes,
    [] Cow<'_, str> => as_bytes,
    [T] &[T] => as_ref,
    [T] &mut [T] => as_ref,
    [T] &Vec<T> => as_slice,
    [T] Cow<'_, [T]> => as_ref,
}

/// What is owned is handed over.
macro_rules! owned {
    ($([$($element:ident)?] $holder:ty),+ $(,)?) => {$(
        impl$(<$element: Element + Copy>)? Lower<'_> for Copied<$holder> {
            type Lowered = Memory;

            #[inline]
            fn lower(self, frame: &Frame<'_>) -> Memory {
                self.0.lower(frame)
            }
        }
    )+};
}

owned! {
    [] String,
    [] Box<str>,
    [T] Vec<T>,
    [T] Box<[T]>,
}

/// The value of a type's `Hash`: the same for equal values, within one run of one library.
pub fn hash_of<T: Hash + ?Sized>(value: &T) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}
