//! Places that the caller changes: a closure has each, for there is no holding one from the other
//! side.

/// Whether there is one.
pub fn change_optional<T>(place: Option<&mut T>, change: impl FnOnce(&mut T)) -> bool {
    place.map(change).is_some()
}

/// The one that there is, unless the function failed.
pub fn change_result<T, E>(place: Result<&mut T, E>, change: impl FnOnce(&mut T)) -> Result<(), E> {
    place.map(change)
}

/// All of them.
pub fn change_each<'p, T: 'p>(places: impl Iterator<Item = &'p mut T>, change: impl FnMut(&mut T)) {
    places.for_each(change);
}

/// All of them, each with what it belongs to.
pub fn change_pairs<'p, K, T: 'p>(
    places: impl Iterator<Item = (K, &'p mut T)>,
    mut change: impl FnMut(K, &mut T),
) {
    places.for_each(|(key, place)| change(key, place));
}

/// All items of an iterator that may be missing.
pub fn collect_optional<I: Iterator>(items: Option<I>) -> Option<Vec<I::Item>> {
    items.map(Iterator::collect)
}
