//! Exports of the types in `objects`, as the emitter writes them, and as a binding calls them.

use crate::Tree;
use crate::objects::*;
use crate::runtime::{Accept, Buffer, Failure, Incoming, Returned, call_with, next, sequence};
use crate::{Raised, bytes, decoded, returned, scratch, take, unit};

type Handle = Result<u64, Raised>;

pub fn pattern(text: &str) -> u64 {
    let result: Returned<u64> = call_with(None, |frame, handles, _, _| {
        let value = frame.ok(Pattern::new(text))?;
        Ok(handles.give::<Pattern>(value))
    });
    returned(result).unwrap()
}

pub fn pattern_text(pattern: u64) -> Result<String, Raised> {
    let mut scratch = scratch();
    let result: Buffer = call_with(Some(&mut scratch), |frame, handles, _, _| {
        let this = handles.shared::<Pattern>(frame, "self", &handles.free(), pattern)?;
        frame.value(this.text.as_str())
    });
    Ok(bytes(returned(result)?, Some(&scratch)).0)
}

pub fn pattern_push(pattern: u64, text: &str) -> Handle {
    let result: Returned<u64> = call_with(None, |frame, handles, _, _| {
        let own = handles.free();
        let this = handles.kept_exclusive::<Pattern>(frame, "self", &own, pattern)?;
        Ok(handles.give_chained::<Pattern>(&own, this.push(text), pattern))
    });
    returned(result)
}

pub fn find_iter(pattern: u64, text: &str) -> Handle {
    let result: Returned<u64> = call_with(None, |frame, handles, _, _| {
        let this = handles.kept_shared::<Pattern>(frame, "self", &handles.free(), pattern)?;
        let text = handles.kept_text(text);
        Ok(handles.give::<Matches>(this.find_iter(text)))
    });
    returned(result)
}

pub fn next_match(matches: u64) -> Handle {
    let result: Returned<u64> = call_with(None, |frame, handles, own, _| {
        let this = handles.exclusive::<Matches>(frame, "self", &own, matches)?;
        Ok(this.next().map_or(0, |value| handles.give::<Match>(value)))
    });
    returned(result)
}

pub fn match_text(found: u64) -> Result<String, Raised> {
    let mut scratch = scratch();
    let result: Buffer = call_with(Some(&mut scratch), |frame, handles, own, _| {
        let this = handles.copied::<Match>(frame, "self", &own, found)?;
        frame.value(this.as_str())
    });
    Ok(bytes(returned(result)?, Some(&scratch)).0)
}

pub fn half(found: u64) -> Handle {
    let result: Returned<u64> = call_with(None, |frame, handles, own, _| {
        let this = handles.copied::<Match>(frame, "self", &own, found)?;
        Ok(this.half().map_or(0, |value| handles.give::<Match>(value)))
    });
    returned(result)
}

pub fn names() -> u64 {
    let result: Returned<u64> = call_with(None, |_, handles, _, _| {
        Ok(handles.give::<Names>(Names::default()))
    });
    returned(result).unwrap()
}

pub fn names_push(names: u64, name: &str) -> Handle {
    let result: Returned<u64> = call_with(None, |frame, handles, own, _| {
        let this = handles.kept_exclusive::<Names>(frame, "self", &own, names)?;
        let name = handles.stored_text(&own, name);
        Ok(handles.give_chained::<Names>(&own, this.push(name), names))
    });
    returned(result)
}

pub fn names_with(names: u64, name: &str) -> Handle {
    let result: Returned<u64> = call_with(None, |frame, handles, own, _| {
        let this = handles.taken::<Names>(frame, "self", &own, names)?;
        let name = handles.kept_text(name);
        Ok(handles.give::<Names>(this.take().with(name)))
    });
    returned(result)
}

/// A reference to the same names.
pub fn names_again(names: u64) -> Handle {
    let result: Returned<u64> = call_with(None, |frame, handles, own, _| {
        let this = handles.kept_exclusive::<Names>(frame, "self", &own, names)?;
        Ok(handles.give_mut_of::<Names>(&own, this))
    });
    returned(result)
}

pub fn names_text(names: u64) -> Result<Vec<String>, Raised> {
    let mut scratch = scratch();
    let result: Buffer = call_with(Some(&mut scratch), |frame, handles, own, _| {
        let this = handles.shared::<Names>(frame, "self", &own, names)?;
        let mut out = frame.writer();
        out.put(&this.0);
        frame.value(out)
    });
    decoded(&take::<u8>(returned(result)?, Some(&scratch)).0)
}

pub fn boards() -> (u64, u64) {
    let result: Buffer = call_with(None, |frame, handles, _, _| {
        use crate::runtime::Give;
        let mut out = frame.writer();
        Board::pair().give(handles, &mut out);
        frame.value(out)
    });
    decoded(&take::<u8>(returned(result).unwrap(), None).0).unwrap()
}

pub fn board_post(board: u64, text: &str) -> Result<(), Raised> {
    let result: *mut Failure = call_with(None, |frame, handles, own, _| {
        let this = handles.shared::<Board>(frame, "self", &own, board)?;
        let text = handles.stored_text(&own, text);
        this.post(text);
        Ok(())
    });
    unit(result)
}

pub fn board_text(board: u64) -> Result<String, Raised> {
    let result: Buffer = call_with(None, |frame, handles, own, _| {
        let this = handles.shared::<Board>(frame, "self", &own, board)?;
        frame.value(this.read())
    });
    Ok(bytes(returned(result)?, None).0)
}

/// The same board, behind a handle of its own.
pub fn board_clone(board: u64) -> Handle {
    let result: Returned<u64> = call_with(None, |frame, handles, own, _| {
        let this = handles.shared::<Board>(frame, "self", &own, board)?;
        Ok(handles.give_of::<Board>(&own, this.clone()))
    });
    returned(result)
}

pub fn shelf(items: &[u32]) -> u64 {
    let result: Returned<u64> = call_with(None, |_, handles, _, _| {
        let items = items.iter().copied().map(Item).collect();
        Ok(handles.give::<Shelf>(Shelf(items)))
    });
    returned(result).unwrap()
}

pub fn shelf_at(shelf: u64, index: usize) -> Handle {
    let result: Returned<u64> = call_with(None, |frame, handles, _, _| {
        let this = handles.kept_shared::<Shelf>(frame, "self", &handles.free(), shelf)?;
        Ok(this
            .at(index)
            .map_or(0, |value| handles.give_ref::<Item>(value)))
    });
    returned(result)
}

pub fn shelf_at_mut(shelf: u64, index: usize) -> Handle {
    let result: Returned<u64> = call_with(None, |frame, handles, _, _| {
        let this = handles.kept_exclusive::<Shelf>(frame, "self", &handles.free(), shelf)?;
        Ok(this
            .at_mut(index)
            .map_or(0, |value| handles.give_mut::<Item>(value)))
    });
    returned(result)
}

pub fn item(item: u64) -> Result<u32, Raised> {
    let result: Returned<u32> = call_with(None, |frame, handles, _, _| {
        let this = handles.shared::<Item>(frame, "self", &handles.free(), item)?;
        frame.value(this.0)
    });
    returned(result)
}

pub fn item_set(item: u64, value: u32) -> Result<(), Raised> {
    let result: *mut Failure = call_with(None, |frame, handles, _, _| {
        let this = handles.exclusive::<Item>(frame, "self", &handles.free(), item)?;
        assert_ne!(value, u32::MAX, "too much");
        this.0 = value;
        Ok(())
    });
    unit(result)
}

pub fn item_into(item: u64) -> Result<u32, Raised> {
    let result: Returned<u32> = call_with(None, |frame, handles, _, _| {
        let this = handles.taken::<Item>(frame, "self", &handles.free(), item)?;
        frame.value(this.take().0)
    });
    returned(result)
}

pub fn words(pattern: u64) -> Handle {
    let result: Returned<u64> = call_with(None, |frame, handles, _, _| {
        let this = handles.kept_shared::<Pattern>(frame, "self", &handles.free(), pattern)?;
        Ok(sequence!(handles, this.words()))
    });
    returned(result)
}

pub fn matches(pattern: u64, text: &str) -> Handle {
    let result: Returned<u64> = call_with(None, |frame, handles, _, _| {
        let this = handles.kept_shared::<Pattern>(frame, "self", &handles.free(), pattern)?;
        let text = handles.kept_text(text);
        Ok(sequence!(handles, this.find_iter(text)))
    });
    returned(result)
}

pub fn items(shelf: u64) -> Handle {
    let result: Returned<u64> = call_with(None, |frame, handles, _, _| {
        let this = handles.kept_shared::<Shelf>(frame, "self", &handles.free(), shelf)?;
        Ok(sequence!(handles, &this.0))
    });
    returned(result)
}

pub fn items_mut(shelf: u64) -> Handle {
    let result: Returned<u64> = call_with(None, |frame, handles, _, _| {
        let this = handles.kept_exclusive::<Shelf>(frame, "self", &handles.free(), shelf)?;
        Ok(sequence!(handles, &mut this.0))
    });
    returned(result)
}

/// Counts for ever.
pub fn numbers() -> u64 {
    let result: Returned<u64> = call_with(None, |_, handles, _, _| Ok(sequence!(handles, 0u32..)));
    returned(result).unwrap()
}

/// Not `Send`.
pub fn sevens() -> u64 {
    let result: Returned<u64> = call_with(None, |_, handles, _, _| {
        Ok(sequence!(handles, Local(7.into(), None).forever()))
    });
    returned(result).unwrap()
}

/// A batch of items.
pub fn batch<T: for<'f> crate::runtime::Decode<'f>>(
    sequence: u64,
    most: u32,
) -> Result<Vec<T>, Raised> {
    let mut scratch = scratch();
    let memory = returned(next(sequence, most, Some(&mut scratch)))?;
    decoded(&take::<u8>(memory, Some(&scratch)).0)
}

/// An argument with handles in it, for which the call does something.
fn wired<T>(
    wire: &[u8],
    body: impl for<'c, 'k> FnOnce(Incoming<'c, T>) -> u64,
) -> Result<u64, Raised>
where
    T: for<'c> Accept<'c>,
{
    let result: Returned<u64> = call_with(None, |frame, handles, _, _| {
        let value = unsafe { handles.wire::<T>(frame, "value", wire.as_ptr(), wire.len())? };
        Ok(body(value))
    });
    returned(result)
}

/// The sum of all items, which it takes.
pub fn sum(wire: &[u8]) -> Result<u64, Raised> {
    wired::<Vec<Item>>(wire, |items| {
        items.take().into_iter().map(|item| u64::from(item.0)).sum()
    })
}

/// Takes data of all kinds, with items in it.
pub fn sum_deep(wire: &[u8]) -> Result<u64, Raised> {
    type Deep = (String, Vec<(u8, Option<Box<Item>>)>, [Item; 2], Tree);
    wired::<Deep>(wire, |deep| {
        let (text, pairs, items, _) = deep.take();
        let boxed = pairs.into_iter().filter_map(|(_, item)| item);
        let items = items.into_iter().chain(boxed.map(|item| *item));
        text.len() as u64 + items.map(|item| u64::from(item.0)).sum::<u64>()
    })
}

/// Checks the argument, and panics before it is taken.
pub fn check_and_panic(wire: &[u8]) -> Result<u64, Raised> {
    wired::<Vec<Item>>(wire, |_| panic!("not taken"))
}

/// The sum of all items, which it looks at.
pub fn sum_lent(wire: &[u8]) -> Result<u64, Raised> {
    let result: Returned<u64> = call_with(None, |frame, handles, _, _| {
        let (data, len) = (wire.as_ptr(), wire.len());
        let items = unsafe { handles.wire::<Vec<&Item>>(frame, "value", data, len)? };
        Ok(items.take().iter().map(|item| u64::from(item.0)).sum())
    });
    returned(result)
}

/// The greatest item, which stays in its shelf.
pub fn greatest(wire: &[u8]) -> Handle {
    let result: Returned<u64> = call_with(None, |frame, handles, _, _| {
        let (data, len) = (wire.as_ptr(), wire.len());
        let items = unsafe { handles.kept_wire::<Vec<&Item>>(frame, "value", data, len)? };
        let greatest = items.take().into_iter().max_by_key(|item| item.0);
        Ok(greatest.map_or(0, |item| handles.give_ref::<Item>(item)))
    });
    returned(result)
}

/// The lengths of all tags, of which it gets clones.
pub fn tag_lengths(wire: &[u8]) -> Result<u64, Raised> {
    let result: Returned<u64> = call_with(None, |frame, handles, _, _| {
        let (data, len) = (wire.as_ptr(), wire.len());
        let tags = unsafe { handles.cloned_wire::<Vec<Tag>>(frame, "value", data, len)? };
        Ok(tags.take().iter().map(|tag| tag.0.len() as u64).sum())
    });
    returned(result)
}

/// Copies of spots, whose handles stay.
pub fn far(wire: &[u8]) -> Result<u64, Raised> {
    wired::<Vec<Spot>>(wire, |spots| {
        spots.take().into_iter().map(|spot| u64::from(spot.0)).sum()
    })
}
