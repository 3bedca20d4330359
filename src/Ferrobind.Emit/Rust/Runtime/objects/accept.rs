//! Values that come in, and may have handles in them.

use std::borrow::Cow;
use std::cmp::{Ordering, Reverse};
use std::collections::{BTreeMap, BTreeSet, BinaryHeap, HashMap, HashSet, LinkedList, VecDeque};
use std::convert::Infallible;
use std::ffi::OsString;
use std::hash::{BuildHasher, Hash};
use std::marker::PhantomData;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV4, SocketAddrV6};
use std::num::{NonZero, Saturating, Wrapping};
use std::ops::{Bound, Range, RangeFrom, RangeFull, RangeInclusive, RangeTo, RangeToInclusive};
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime};

use super::desk::Desk;
use crate::runtime::wire::{Decode, Extent, Malformed, Reader};

/// A value that comes in, in the form that [`Give`](super::Give) has for it.
///
/// It is read twice. First it is checked, and a lease is taken for each handle: so all of them can
/// be had, or the call takes none. Then it is made, and handles whose values move into it are
/// closed.
pub trait Accept<'r>: Extent + Sized {
    fn check(reader: &mut Reader<'r>, desk: &mut Desk<'r>) -> Result<(), Malformed>;

    /// The same bytes again.
    fn accept(reader: &mut Reader<'r>, desk: &mut Desk<'r>) -> Result<Self, Malformed>;
}

/// Checks a field whose type nobody has to write down.
#[inline]
pub fn check_field<'r, S, T: Accept<'r>>(
    _: fn(&S) -> &T,
    reader: &mut Reader<'r>,
    desk: &mut Desk<'r>,
) -> Result<(), Malformed> {
    T::check(reader, desk)
}

/// Data: `accept_data!(::geometry::Point)`.
macro_rules! accept_data {
    (<$($generic:ident),*> $type:ty) => {
        impl<'r, $($generic),*> $crate::runtime::Accept<'r> for $type
        where
            Self: $crate::runtime::Decode<'r>,
        {
            #[inline]
            fn check(
                reader: &mut $crate::runtime::Reader<'r>,
                _: &mut $crate::runtime::Desk<'r>,
            ) -> Result<(), $crate::runtime::Malformed> {
                <Self as $crate::runtime::Decode<'r>>::decode(reader).map(drop)
            }

            #[inline]
            fn accept(
                reader: &mut $crate::runtime::Reader<'r>,
                _: &mut $crate::runtime::Desk<'r>,
            ) -> Result<Self, $crate::runtime::Malformed> {
                $crate::runtime::Decode::decode(reader)
            }
        }
    };
    ($($type:ty),+ $(,)?) => {$(
        $crate::runtime::accept_data!(<> $type);
    )+};
}

pub(crate) use accept_data;

accept_data! {
    (), bool, char, i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64,
    NonZero<i8>, NonZero<i16>, NonZero<i32>, NonZero<i64>, NonZero<i128>, NonZero<isize>,
    NonZero<u8>, NonZero<u16>, NonZero<u32>, NonZero<u64>, NonZero<u128>, NonZero<usize>,
    &'r str, &'r [u8], String, OsString, PathBuf, Box<str>, Rc<str>, Arc<str>, Cow<'r, str>,
    Duration, Instant, SystemTime, Ipv4Addr, Ipv6Addr, IpAddr, SocketAddrV4, SocketAddrV6, SocketAddr,
    Ordering, Infallible, RangeFull,
}

accept_data!(<T> Wrapping<T>);
accept_data!(<T> Saturating<T>);
accept_data!(<T> Reverse<T>);
accept_data!(<T> Bound<T>);
accept_data!(<T> Range<T>);
accept_data!(<T> RangeFrom<T>);
accept_data!(<T> RangeTo<T>);
accept_data!(<T> RangeInclusive<T>);
accept_data!(<T> RangeToInclusive<T>);
accept_data!(<T> PhantomData<T>);

/// What points to data is made of that data.
macro_rules! pointers {
    ($($pointer:ident),+) => {$(
        impl<'r, T: Decode<'r>> Accept<'r> for $pointer<T> {
            #[inline]
            fn check(reader: &mut Reader<'r>, _: &mut Desk<'r>) -> Result<(), Malformed> {
                T::decode(reader).map(drop)
            }

            #[inline]
            fn accept(reader: &mut Reader<'r>, _: &mut Desk<'r>) -> Result<Self, Malformed> {
                T::decode(reader).map(Self::new)
            }
        }
    )+};
}

pointers!(Rc, Arc);

impl<'r, T: Accept<'r>> Accept<'r> for Box<T> {
    #[inline]
    fn check(reader: &mut Reader<'r>, desk: &mut Desk<'r>) -> Result<(), Malformed> {
        T::check(reader, desk)
    }

    #[inline]
    fn accept(reader: &mut Reader<'r>, desk: &mut Desk<'r>) -> Result<Self, Malformed> {
        T::accept(reader, desk).map(Self::new)
    }
}

impl<'r, T: Accept<'r>> Accept<'r> for Option<T> {
    #[inline]
    fn check(reader: &mut Reader<'r>, desk: &mut Desk<'r>) -> Result<(), Malformed> {
        match bool::decode(reader)? {
            false => Ok(()),
            true => T::check(reader, desk),
        }
    }

    #[inline]
    fn accept(reader: &mut Reader<'r>, desk: &mut Desk<'r>) -> Result<Self, Malformed> {
        match bool::decode(reader)? {
            false => Ok(None),
            true => T::accept(reader, desk).map(Some),
        }
    }
}

impl<'r, T: Accept<'r>, E: Accept<'r>> Accept<'r> for Result<T, E> {
    #[inline]
    fn check(reader: &mut Reader<'r>, desk: &mut Desk<'r>) -> Result<(), Malformed> {
        match bool::decode(reader)? {
            false => T::check(reader, desk),
            true => E::check(reader, desk),
        }
    }

    #[inline]
    fn accept(reader: &mut Reader<'r>, desk: &mut Desk<'r>) -> Result<Self, Malformed> {
        match bool::decode(reader)? {
            false => T::accept(reader, desk).map(Ok),
            true => E::accept(reader, desk).map(Err),
        }
    }
}

impl<'r, T: Accept<'r>> Accept<'r> for Vec<T> {
    fn check(reader: &mut Reader<'r>, desk: &mut Desk<'r>) -> Result<(), Malformed> {
        for _ in 0..reader.count(T::LEAST)? {
            T::check(reader, desk)?;
        }
        Ok(())
    }

    fn accept(reader: &mut Reader<'r>, desk: &mut Desk<'r>) -> Result<Self, Malformed> {
        let count = reader.count(T::LEAST)?;
        let mut values = Self::with_capacity(reader.capacity::<T>(count));
        for _ in 0..count {
            values.push(T::accept(reader, desk)?);
        }
        Ok(values)
    }
}

impl<'r, T: Accept<'r>, const N: usize> Accept<'r> for [T; N] {
    fn check(reader: &mut Reader<'r>, desk: &mut Desk<'r>) -> Result<(), Malformed> {
        for _ in 0..N {
            T::check(reader, desk)?;
        }
        Ok(())
    }

    fn accept(reader: &mut Reader<'r>, desk: &mut Desk<'r>) -> Result<Self, Malformed> {
        let mut values = Vec::with_capacity(N);
        for _ in 0..N {
            values.push(T::accept(reader, desk)?);
        }
        Ok(values.try_into().ok().expect("there are N of them"))
    }
}

/// Collections that are made of a list.
macro_rules! collected {
    ($(<T $(: $bound:ident $(+ $more:ident)*)? $(, $hasher:ident)?> $collection:ty;)+) => {$(
        impl<'r, T $(, $hasher: BuildHasher + Default)?> Accept<'r> for $collection
        where
            T: Accept<'r> $(+ $bound $(+ $more)*)?,
        {
            #[inline]
            fn check(reader: &mut Reader<'r>, desk: &mut Desk<'r>) -> Result<(), Malformed> {
                Vec::<T>::check(reader, desk)
            }

            #[inline]
            fn accept(reader: &mut Reader<'r>, desk: &mut Desk<'r>) -> Result<Self, Malformed> {
                Ok(Vec::<T>::accept(reader, desk)?.into_iter().collect())
            }
        }
    )+};
}

collected! {
    <T> Box<[T]>;
    <T> Rc<[T]>;
    <T> Arc<[T]>;
    <T> VecDeque<T>;
    <T> LinkedList<T>;
    <T: Ord> BinaryHeap<T>;
    <T: Ord> BTreeSet<T>;
    <T: Eq + Hash, S> HashSet<T, S>;
}

macro_rules! maps {
    ($($map:ident<K: $bound:ident $(+ $more:ident)*, V $(, $hasher:ident)?>;)+) => {$(
        impl<'r, K, V $(, $hasher: BuildHasher + Default)?> Accept<'r> for $map<K, V $(, $hasher)?>
        where
            K: Accept<'r> + $bound $(+ $more)*,
            V: Accept<'r>,
        {
            #[inline]
            fn check(reader: &mut Reader<'r>, desk: &mut Desk<'r>) -> Result<(), Malformed> {
                Vec::<(K, V)>::check(reader, desk)
            }

            #[inline]
            fn accept(reader: &mut Reader<'r>, desk: &mut Desk<'r>) -> Result<Self, Malformed> {
                Ok(Vec::<(K, V)>::accept(reader, desk)?.into_iter().collect())
            }
        }
    )+};
}

maps! {
    BTreeMap<K: Ord, V>;
    HashMap<K: Eq + Hash, V, S>;
}

macro_rules! tuples {
    ($($($field:ident),+;)+) => {$(
        impl<'r, $($field: Accept<'r>),+> Accept<'r> for ($($field,)+) {
            #[inline]
            fn check(reader: &mut Reader<'r>, desk: &mut Desk<'r>) -> Result<(), Malformed> {
                $($field::check(reader, desk)?;)+
                Ok(())
            }

            #[inline]
            fn accept(reader: &mut Reader<'r>, desk: &mut Desk<'r>) -> Result<Self, Malformed> {
                Ok(($($field::accept(reader, desk)?,)+))
            }
        }
    )+};
}

tuples! {
    A;
    A, B;
    A, B, C;
    A, B, C, D;
    A, B, C, D, E;
    A, B, C, D, E, F;
    A, B, C, D, E, F, G;
    A, B, C, D, E, F, G, H;
    A, B, C, D, E, F, G, H, I;
    A, B, C, D, E, F, G, H, I, J;
    A, B, C, D, E, F, G, H, I, J, K;
    A, B, C, D, E, F, G, H, I, J, K, L;
}
