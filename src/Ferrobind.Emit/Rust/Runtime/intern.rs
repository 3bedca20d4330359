//! Values that have to be there for the rest of the program: each is kept once, however often it comes.

use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, PoisonError};

use super::wire::{Encode, Writer};

type Interned = HashMap<(TypeId, Box<[u8]>), Box<dyn Any + Send>>;

/// What there is, by its type and its bytes on the wire.
static INTERNED: LazyLock<Mutex<Interned>> = LazyLock::new(Mutex::default);

/// What there is of a type that has no bytes on the wire: a `Vec<&'static T>` for each.
static LIKES: LazyLock<Mutex<HashMap<TypeId, Box<dyn Any + Send>>>> = LazyLock::new(Mutex::default);

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
    let mut likes = LIKES.lock().unwrap_or_else(PoisonError::into_inner);
    let kept = likes
        .entry(TypeId::of::<T>())
        .or_insert_with(|| Box::new(Vec::<&'static T>::new()))
        .downcast_mut::<Vec<&'static T>>()
        .expect("the key is the type");
    if let Some(equal) = kept.iter().find(|like| **like == value) {
        return equal;
    }
    let new = &*Box::leak(Box::new(value.clone()));
    kept.push(new);
    new
}
