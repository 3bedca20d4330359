//! Maps: key and value in turn.

use std::collections::{BTreeMap, HashMap};
use std::hash::{BuildHasher, Hash};

use super::{Decode, Encode, Extent, Malformed, Reader, Writer};

macro_rules! maps {
    ($($map:ident<K, V $(, $hasher:ident)?>),+) => {$(
        impl<K, V $(, $hasher)?> Extent for $map<K, V $(, $hasher)?> {
            const LEAST: usize = 4;
        }

        impl<K: Encode, V: Encode $(, $hasher)?> Encode for $map<K, V $(, $hasher)?> {
            #[inline]
            fn encode(&self, out: &mut Writer) {
                out.count(self.len(), <(K, V)>::LEAST);
                out.reserve(self.iter().fold(0, |size, (key, value)| {
                    size.saturating_add(key.size()).saturating_add(value.size())
                }));
                for (key, value) in self {
                    key.encode(out);
                    value.encode(out);
                }
            }
        }
    )+};
}

maps!(BTreeMap<K, V>, HashMap<K, V, S>);

/// Made of a list at once, which is quickest where that is sorted, as a `BTreeMap` is.
impl<'f, K: Decode<'f> + Ord, V: Decode<'f>> Decode<'f> for BTreeMap<K, V> {
    #[inline]
    fn decode(reader: &mut Reader<'f>) -> Result<Self, Malformed> {
        Ok(Vec::<(K, V)>::decode(reader)?.into_iter().collect())
    }
}

impl<'f, K, V, S> Decode<'f> for HashMap<K, V, S>
where
    K: Decode<'f> + Eq + Hash,
    V: Decode<'f>,
    S: BuildHasher + Default,
{
    #[inline]
    fn decode(reader: &mut Reader<'f>) -> Result<Self, Malformed> {
        let count = reader.count(<(K, V)>::LEAST)?;
        let capacity = reader.capacity::<(K, V)>(count);
        let mut map = Self::with_capacity_and_hasher(capacity, S::default());
        for _ in 0..count {
            let key = K::decode(reader)?;
            map.insert(key, V::decode(reader)?);
        }
        Ok(map)
    }
}
