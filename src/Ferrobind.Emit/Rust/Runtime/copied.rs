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
    ($([$($generics:tt)*] $holder:ty => $elements:expr),+ $(,)?) => {$(
        impl<$($generics)*> Lower<'_> for Copied<$holder> {
            type Lowered = Memory;

            #[inline]
            fn lower(self, frame: &Frame<'_>) -> Memory {
                let elements: fn(&$holder) -> &[_] = $elements;
                Memory::copied(frame, elements(&self.0))
            }
        }
    )+};
}

copied! {
    [] &str => |text| text.as_bytes(),
    [] &String => |text| text.as_bytes(),
    [] &Box<str> => |text| text.as_bytes(),
    [] Cow<'_, str> => |text| text.as_bytes(),
    [T: Element + Copy] &[T] => |elements| elements,
    [T: Element + Copy] &mut [T] => |elements| elements,
    [T: Element + Copy] &Vec<T> => |elements| elements,
    [T: Element + Copy] Cow<'_, [T]> => |elements| elements,
}

/// What is owned is handed over.
macro_rules! owned {
    ($([$($generics:tt)*] $holder:ty),+ $(,)?) => {$(
        impl<$($generics)*> Lower<'_> for Copied<$holder> {
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
    [T: Element + Copy] Vec<T>,
    [T: Element + Copy] Box<[T]>,
}

/// The value of a type's `Hash`: the same for equal values, within one run of one library.
pub fn hash_of<T: Hash + ?Sized>(value: &T) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}
