//! Sequences and sets.

use std::borrow::Cow;
use std::collections::{BTreeSet, BinaryHeap, HashSet, LinkedList, VecDeque};
use std::hash::{BuildHasher, Hash};
use std::rc::Rc;
use std::sync::Arc;

use super::{Decode, Encode, Extent, Malformed, Reader, Writer};

impl<T> Extent for [T] {
    const LEAST: usize = 4;
}

impl<T: Encode> Encode for [T] {
    #[inline]
    fn encode(&self, out: &mut Writer) {
        out.count(self.len(), T::LEAST);
        T::encode_all(self, out);
    }
}

/// Bytes are the one list that can be seen where it lies: nothing on the wire is aligned.
impl<'f> Decode<'f> for &'f [u8] {
    #[inline]
    fn decode(reader: &mut Reader<'f>) -> Result<Self, Malformed> {
        reader.bytes()
    }
}

impl<T> Extent for Vec<T> {
    const LEAST: usize = 4;
}

impl<T: Encode> Encode for Vec<T> {
    #[inline]
    fn encode(&self, out: &mut Writer) {
        self.as_slice().encode(out);
    }
}

impl<'f, T: Decode<'f>> Decode<'f> for Vec<T> {
    #[inline]
    fn decode(reader: &mut Reader<'f>) -> Result<Self, Malformed> {
        let count = reader.count(T::LEAST)?;
        T::decode_all(reader, count)
    }
}

impl<T: Extent, const N: usize> Extent for [T; N] {
    const LEAST: usize = T::LEAST.saturating_mul(N);
    const IS_FIXED: bool = T::IS_FIXED || N == 0;
}

impl<T: Encode, const N: usize> Encode for [T; N] {
    #[inline]
    fn encode(&self, out: &mut Writer) {
        T::encode_all(self, out);
    }
}

impl<'f, T: Decode<'f>, const N: usize> Decode<'f> for [T; N] {
    #[inline]
    fn decode(reader: &mut Reader<'f>) -> Result<Self, Malformed> {
        T::decode_array(reader)
    }

    #[inline]
    fn decode_boxed(reader: &mut Reader<'f>) -> Result<Box<Self>, Malformed> {
        let values = T::decode_all(reader, N)?.into_boxed_slice();
        Ok(values.try_into().ok().expect("there are N of them"))
    }
}

/// Holders that a vector turns into.
macro_rules! holders {
    ($($holder:ty),+ $(,)?) => {$(
        impl<'f, T: Decode<'f>> Decode<'f> for $holder {
            #[inline]
            fn decode(reader: &mut Reader<'f>) -> Result<Self, Malformed> {
                Vec::decode(reader).map(Into::into)
            }
        }
    )+};
}

holders!(Box<[T]>, Rc<[T]>, Arc<[T]>, VecDeque<T>);

impl<'f, T: Decode<'f> + Clone> Decode<'f> for Cow<'_, [T]> {
    #[inline]
    fn decode(reader: &mut Reader<'f>) -> Result<Self, Malformed> {
        Vec::decode(reader).map(Cow::Owned)
    }
}

/// Collections that are encoded in their own order.
macro_rules! collections {
    ($($collection:ident<T $(, $hasher:ident)?>),+) => {$(
        impl<T $(, $hasher)?> Extent for $collection<T $(, $hasher)?> {
            const LEAST: usize = 4;
        }

        impl<T: Encode $(, $hasher)?> Encode for $collection<T $(, $hasher)?> {
            #[inline]
            fn encode(&self, out: &mut Writer) {
                out.count(self.len(), T::LEAST);
                for value in self {
                    value.encode(out);
                }
            }
        }
    )+};
}

collections!(VecDeque<T>, LinkedList<T>, BinaryHeap<T>, BTreeSet<T>, HashSet<T, S>);

/// Collections that are made of a list.
macro_rules! collected {
    ($($collection:ident $(: $bound:ident)?),+) => {$(
        impl<'f, T: Decode<'f> $(+ $bound)?> Decode<'f> for $collection<T> {
            #[inline]
            fn decode(reader: &mut Reader<'f>) -> Result<Self, Malformed> {
                Ok(Vec::decode(reader)?.into_iter().collect())
            }
        }
    )+};
}

collected!(LinkedList, BinaryHeap: Ord, BTreeSet: Ord);

impl<'f, T, S> Decode<'f> for HashSet<T, S>
where
    T: Decode<'f> + Eq + Hash,
    S: BuildHasher + Default,
{
    #[inline]
    fn decode(reader: &mut Reader<'f>) -> Result<Self, Malformed> {
        let count = reader.count(T::LEAST)?;
        let mut set = Self::with_capacity_and_hasher(reader.capacity::<T>(count), S::default());
        for _ in 0..count {
            set.insert(T::decode(reader)?);
        }
        Ok(set)
    }
}
