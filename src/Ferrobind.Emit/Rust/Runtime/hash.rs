//! Hashes, of types whose values stay in Rust.

use std::hash::{DefaultHasher, Hash, Hasher};

/// What a type's `Hash` says of a value: the same for equal values, within one run of one library.
pub fn hash_of<T: Hash + ?Sized>(value: &T) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}
