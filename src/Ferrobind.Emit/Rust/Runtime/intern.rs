//! Values that have to be there for the rest of the program: each is kept once, however often it comes.

use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, PoisonError};

use super::wire::{Encode, Writer};

type Interned = HashMap<(TypeId, Box<[u8]>), Box<dyn Any + Send>>;

/// What there is, by its type and its bytes on the wire.
static INTERNED: LazyLock<Mutex<Interned>> = LazyLock::new(Mutex::default);

/// What there is of the types that have no bytes on the wire, by type.
static LIKES: LazyLock<Mutex<Likes>> = LazyLock::new(Mutex::default);

type Likes = HashMap<TypeId, Vec<Box<dyn Any + Send>>>;

/// A reference to a value that is like this one.
pub fn intern<T: Encode + Sync + 'static>(value: T) -> &'static T {
    let mut bytes = Writer::new(None, 0);
    bytes.put(&value);
    let key = (TypeId::of::<T>(), bytes.written().into());
    let mut interned = INTERNED.lock().unwrap_or_else(PoisonError::into_inner);
    let kept = interned
        .entry(key)
        .or_insert_with(|| Box::new(&*Box::leak(Box::new(value))));
    kept.downcast_ref::<&'static T>()
        .expect("the key has the type")
}

/// A reference to a value that is equal to this one.
pub fn intern_like<T: Clone + PartialEq + Sync + 'static>(value: &T) -> &'static T {
    // Not under the lock: what a type's own code does may do anything. Two threads may keep
    // one each.
    let known = || {
        let likes = LIKES.lock().unwrap_or_else(PoisonError::into_inner);
        let of_type = likes.get(&TypeId::of::<T>());
        of_type.map_or_else(Vec::new, |all| all.iter().filter_map(kept::<T>).collect())
    };
    if let Some(equal) = known().into_iter().find(|&like| like == value) {
        return equal;
    }
    let new: &'static T = Box::leak(Box::new(value.clone()));
    let mut likes = LIKES.lock().unwrap_or_else(PoisonError::into_inner);
    likes
        .entry(TypeId::of::<T>())
        .or_default()
        .push(Box::new(new));
    new
}

fn kept<T: Sync + 'static>(like: &Box<dyn Any + Send>) -> Option<&'static T> {
    like.downcast_ref::<&'static T>().copied()
}
