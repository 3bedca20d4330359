//! Plain records and enums without data, which go by value: as a mirror that C knows.

use std::num::{NonZero, Saturating, Wrapping};
use std::rc::Rc;
use std::sync::Arc;

use super::abi::Bool;

/// A field, a record or an enum that has a form in C.
pub trait ToC {
    type C: Copy + Default;

    fn to_c(&self) -> Self::C;
}

/// One that also comes in.
pub trait FromC: ToC + Sized {
    fn from_c(c: Self::C) -> Result<Self, NoValue>;
}

/// A type of the crate, rather than a scalar: its mirror is what an export returns.
pub trait Mirrored: ToC {}

macro_rules! references {
    ($($reference:ty),+) => {$(
        impl<T: ToC> ToC for $reference {
            type C = T::C;

            #[inline]
            fn to_c(&self) -> T::C {
                (**self).to_c()
            }
        }
    )+};
}

references!(&T, &mut T);

macro_rules! mirrored {
    ($($pointer:ty),+) => {$(
        impl<T: Mirrored> Mirrored for $pointer {}
    )+};
}

mirrored!(&T, &mut T, Box<T>, Rc<T>, Arc<T>);

/// What arrived is no value of this type.
pub struct NoValue(pub &'static str);

macro_rules! scalars {
    ($($scalar:ty),+) => {$(
        impl ToC for $scalar {
            type C = $scalar;

            #[inline]
            fn to_c(&self) -> $scalar {
                *self
            }
        }

        impl FromC for $scalar {
            #[inline]
            fn from_c(c: $scalar) -> Result<Self, NoValue> {
                Ok(c)
            }
        }
    )+};
}

scalars!(i8, i16, i32, i64, isize, u8, u16, u32, u64, usize, f32, f64);

impl ToC for bool {
    type C = Bool;

    #[inline]
    fn to_c(&self) -> Bool {
        Bool((*self).into())
    }
}

/// Inside of a record, only 0 and 1 are: it may also be seen where it lies.
impl FromC for bool {
    #[inline]
    fn from_c(c: Bool) -> Result<Self, NoValue> {
        match c.0 {
            0 => Ok(false),
            1 => Ok(true),
            _ => Err(NoValue("bool")),
        }
    }
}

impl ToC for char {
    type C = u32;

    #[inline]
    fn to_c(&self) -> u32 {
        (*self).into()
    }
}

impl FromC for char {
    #[inline]
    fn from_c(c: u32) -> Result<Self, NoValue> {
        char::from_u32(c).ok_or(NoValue("char"))
    }
}

macro_rules! nonzero {
    ($($scalar:ident),+) => {$(
        impl ToC for NonZero<$scalar> {
            type C = $scalar;

            #[inline]
            fn to_c(&self) -> $scalar {
                self.get()
            }
        }

        impl FromC for NonZero<$scalar> {
            #[inline]
            fn from_c(c: $scalar) -> Result<Self, NoValue> {
                NonZero::new(c).ok_or(NoValue(concat!("NonZero<", stringify!($scalar), ">")))
            }
        }
    )+};
}

nonzero!(i8, i16, i32, i64, isize, u8, u16, u32, u64, usize);

macro_rules! wrappers {
    ($($wrapper:ident($inside:tt) $new:path),+ $(,)?) => {$(
        impl<T: ToC> ToC for $wrapper<T> {
            type C = T::C;

            #[inline]
            fn to_c(&self) -> T::C {
                wrappers!($inside self).to_c()
            }
        }

        impl<T: FromC> FromC for $wrapper<T> {
            #[inline]
            fn from_c(c: T::C) -> Result<Self, NoValue> {
                T::from_c(c).map($new)
            }
        }
    )+};
    (0 $value:ident) => { $value.0 };
    (* $value:ident) => { (**$value) };
}

wrappers! {
    Wrapping(0) Wrapping,
    Saturating(0) Saturating,
    Box(*) Box::new,
    Rc(*) Rc::new,
    Arc(*) Arc::new,
}
