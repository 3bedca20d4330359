//! Values that go out, and may have handles in them.

use std::borrow::Cow;
use std::cmp::{Ordering, Reverse};
use std::collections::{BTreeMap, BTreeSet, BinaryHeap, HashMap, HashSet, LinkedList, VecDeque};
use std::convert::Infallible;
use std::ffi::{OsStr, OsString};
use std::marker::PhantomData;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV4, SocketAddrV6};
use std::num::{NonZero, Saturating, Wrapping};
use std::ops::{Bound, Range, RangeFrom, RangeFull, RangeInclusive, RangeTo, RangeToInclusive};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime};

use super::keeper::Keeper;
use crate::runtime::wire::{Encode, Extent, Writer};

/// A value that goes out, and goes over: as data it is encoded, in the form that
/// [`Encode`](crate::runtime::Encode) has for it, and each value of a type behind handles becomes
/// one, with what it borrows from for an owner.
pub trait Give<'k>: Extent + Sized {
    fn give(self, keeper: &Keeper<'k>, out: &mut Writer);

    /// The elements of a list, without its count.
    #[inline]
    fn give_all(values: Vec<Self>, keeper: &Keeper<'k>, out: &mut Writer) {
        for value in values {
            value.give(keeper, out);
        }
    }
}

/// Data: `give_data!(::geometry::Point)`.
macro_rules! give_data {
    (<$($generic:ident),*> $type:ty) => {
        impl<'k, $($generic),*> $crate::runtime::Give<'k> for $type
        where
            Self: $crate::runtime::Encode,
        {
            #[inline]
            fn give(self, _: &$crate::runtime::Keeper<'k>, out: &mut $crate::runtime::Writer) {
                out.put(&self);
            }

            #[inline]
            fn give_all(
                values: Vec<Self>,
                _: &$crate::runtime::Keeper<'k>,
                out: &mut $crate::runtime::Writer,
            ) {
                <Self as $crate::runtime::Encode>::encode_all(&values, out);
            }
        }
    };
    ($($type:ty),+ $(,)?) => {$(
        $crate::runtime::give_data!(<> $type);
    )+};
}

pub(crate) use give_data;

give_data! {
    (), bool, char, i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64,
    NonZero<i8>, NonZero<i16>, NonZero<i32>, NonZero<i64>, NonZero<i128>, NonZero<isize>,
    NonZero<u8>, NonZero<u16>, NonZero<u32>, NonZero<u64>, NonZero<u128>, NonZero<usize>,
    String, OsString, PathBuf, Box<str>, Box<OsStr>, Box<Path>, Duration, Instant, SystemTime,
    Ipv4Addr, Ipv6Addr, IpAddr, SocketAddrV4, SocketAddrV6, SocketAddr,
    Ordering, Infallible, RangeFull,
}

give_data!(<T> Wrapping<T>);
give_data!(<T> Saturating<T>);
give_data!(<T> Reverse<T>);
give_data!(<T> Bound<T>);
give_data!(<T> Range<T>);
give_data!(<T> RangeFrom<T>);
give_data!(<T> RangeTo<T>);
give_data!(<T> RangeInclusive<T>);
give_data!(<T> RangeToInclusive<T>);

/// What points to data is that data.
macro_rules! pointers {
    ($($pointer:ty),+ $(,)?) => {$(
        impl<'k, T: Encode + ?Sized> Give<'k> for $pointer {
            #[inline]
            fn give(self, _: &Keeper<'k>, out: &mut Writer) {
                out.put(&*self);
            }
        }
    )+};
}

pointers!(&T, &mut T, Rc<T>, Arc<T>);

impl<'k, T: Encode + ToOwned + ?Sized> Give<'k> for Cow<'_, T> {
    #[inline]
    fn give(self, _: &Keeper<'k>, out: &mut Writer) {
        out.put(&self);
    }
}

impl<'k, T: ?Sized> Give<'k> for PhantomData<T> {
    #[inline]
    fn give(self, _: &Keeper<'k>, _: &mut Writer) {}
}

impl<'k, T: Give<'k>> Give<'k> for Box<T> {
    #[inline]
    fn give(self, keeper: &Keeper<'k>, out: &mut Writer) {
        (*self).give(keeper, out);
    }
}

impl<'k, T: Give<'k>> Give<'k> for Option<T> {
    #[inline]
    fn give(self, keeper: &Keeper<'k>, out: &mut Writer) {
        match self {
            None => out.bytes(&[0]),
            Some(value) => {
                out.bytes(&[1]);
                value.give(keeper, out);
            }
        }
    }
}

impl<'k, T: Give<'k>, E: Give<'k>> Give<'k> for Result<T, E> {
    #[inline]
    fn give(self, keeper: &Keeper<'k>, out: &mut Writer) {
        match self {
            Ok(value) => {
                out.bytes(&[0]);
                value.give(keeper, out);
            }
            Err(error) => {
                out.bytes(&[1]);
                error.give(keeper, out);
            }
        }
    }
}

impl<'k, T: Give<'k>> Give<'k> for Vec<T> {
    #[inline]
    fn give(self, keeper: &Keeper<'k>, out: &mut Writer) {
        out.count(self.len(), T::LEAST);
        T::give_all(self, keeper, out);
    }
}

impl<'k, T: Give<'k>> Give<'k> for Box<[T]> {
    #[inline]
    fn give(self, keeper: &Keeper<'k>, out: &mut Writer) {
        Vec::from(self).give(keeper, out);
    }
}

impl<'k, T: Give<'k>, const N: usize> Give<'k> for [T; N] {
    #[inline]
    fn give(self, keeper: &Keeper<'k>, out: &mut Writer) {
        for value in self {
            value.give(keeper, out);
        }
    }
}

macro_rules! collections {
    ($($collection:ident<T $(, $hasher:ident)?>),+) => {$(
        impl<'k, T: Give<'k> $(, $hasher)?> Give<'k> for $collection<T $(, $hasher)?> {
            #[inline]
            fn give(self, keeper: &Keeper<'k>, out: &mut Writer) {
                out.count(self.len(), T::LEAST);
                for value in self {
                    value.give(keeper, out);
                }
            }
        }
    )+};
}

collections!(VecDeque<T>, LinkedList<T>, BinaryHeap<T>, BTreeSet<T>, HashSet<T, S>);

macro_rules! maps {
    ($($map:ident<K, V $(, $hasher:ident)?>),+) => {$(
        impl<'k, K: Give<'k>, V: Give<'k> $(, $hasher)?> Give<'k> for $map<K, V $(, $hasher)?> {
            #[inline]
            fn give(self, keeper: &Keeper<'k>, out: &mut Writer) {
                out.count(self.len(), <(K, V)>::LEAST);
                for (key, value) in self {
                    key.give(keeper, out);
                    value.give(keeper, out);
                }
            }
        }
    )+};
}

maps!(BTreeMap<K, V>, HashMap<K, V, S>);

macro_rules! tuples {
    ($($($field:ident $index:tt),+;)+) => {$(
        impl<'k, $($field: Give<'k>),+> Give<'k> for ($($field,)+) {
            #[inline]
            fn give(self, keeper: &Keeper<'k>, out: &mut Writer) {
                $(self.$index.give(keeper, out);)+
            }
        }
    )+};
}

tuples! {
    A 0;
    A 0, B 1;
    A 0, B 1, C 2;
    A 0, B 1, C 2, D 3;
    A 0, B 1, C 2, D 3, E 4;
    A 0, B 1, C 2, D 3, E 4, F 5;
    A 0, B 1, C 2, D 3, E 4, F 5, G 6;
    A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7;
    A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8;
    A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9;
    A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10;
    A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10, L 11;
}
