//! What only points to a value is that value.

use std::borrow::Cow;
use std::rc::Rc;
use std::sync::Arc;

use super::{Decode, Encode, Extent, Malformed, Reader, Writer};

macro_rules! pointers {
    ($($pointer:ty),+) => {$(
        impl<T: Extent + ?Sized> Extent for $pointer {
            const LEAST: usize = T::LEAST;
            const IS_FIXED: bool = T::IS_FIXED;
        }

        impl<T: Encode + ?Sized> Encode for $pointer {
            #[inline]
            fn encode(&self, out: &mut Writer) {
                (**self).encode(out);
            }
        }
    )+};
}

pointers!(&T, &mut T, Box<T>, Rc<T>, Arc<T>);

impl<T: Extent + ToOwned + ?Sized> Extent for Cow<'_, T> {
    const LEAST: usize = T::LEAST;
    const IS_FIXED: bool = T::IS_FIXED;
}

impl<T: Encode + ToOwned + ?Sized> Encode for Cow<'_, T> {
    #[inline]
    fn encode(&self, out: &mut Writer) {
        (**self).encode(out);
    }
}

macro_rules! decoded {
    ($($pointer:ident),+) => {$(
        impl<'f, T: Decode<'f>> Decode<'f> for $pointer<T> {
            #[inline]
            fn decode(reader: &mut Reader<'f>) -> Result<Self, Malformed> {
                T::decode_boxed(reader).map(Into::into)
            }
        }
    )+};
}

decoded!(Box, Rc, Arc);

impl<'f, T: Decode<'f> + Clone> Decode<'f> for Cow<'_, T> {
    #[inline]
    fn decode(reader: &mut Reader<'f>) -> Result<Self, Malformed> {
        T::decode(reader).map(Cow::Owned)
    }
}
