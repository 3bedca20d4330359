//! Packed by hand: the texts of a value lie side by side, so that they are checked, and copied in Go, at once.

use std::collections::HashMap;

use fbbench::values::{self, Contact, Event, Quad};

use crate::{Out, run, view};

/// The caller's room for a small result.
#[repr(C)]
pub struct Room([u64; 32]);

const ROOM: usize = size_of::<Room>();

#[repr(C)]
pub struct CQuad {
    a: f64,
    b: f64,
    c: f64,
    d: f64,
}

impl From<Quad> for CQuad {
    fn from(Quad { a, b, c, d }: Quad) -> Self {
        Self { a, b, c, d }
    }
}

impl From<&CQuad> for Quad {
    fn from(&CQuad { a, b, c, d }: &CQuad) -> Self {
        Self { a, b, c, d }
    }
}

/// It cannot panic, so there is nothing to catch.
#[unsafe(no_mangle)]
pub extern "C" fn values_hand_quad(value: CQuad) -> CQuad {
    values::echo_quad(Quad::from(&value)).into()
}

/// # Safety
///
/// As the header says, here and below.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn values_hand_quads(data: *const CQuad, len: usize, out: *mut Out) {
    run(out, || {
        let values = unsafe { view(data, len) }.iter().map(Quad::from).collect();
        // In the memory that it has: the standard library sees that it fits.
        Some(Out::owned(
            values::echo_quads(values)
                .into_iter()
                .map(CQuad::from)
                .collect::<Vec<_>>(),
        ))
    });
}

/// # Safety
///
/// As above.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn values_hand_texts(data: *const u8, len: usize, out: *mut Out) {
    run(out, || {
        let mut input = unsafe { view(data, len) };
        let count = u32(&mut input)? as usize;
        let (lengths, texts) = lengths(input, count)?;
        let mut values = Vec::with_capacity(count);
        let mut at = 0;
        for length in lengths {
            values.push(texts.get(at..at + length)?.to_owned());
            at += length;
        }
        if at != texts.len() {
            return None;
        }

        let values = values::echo_texts(values);
        let size = values.iter().map(String::len).sum::<usize>();
        let mut bytes = Vec::with_capacity(4 + 4 * values.len() + size);
        bytes.extend((values.len() as u32).to_le_bytes());
        values
            .iter()
            .for_each(|text| bytes.extend((text.len() as u32).to_le_bytes()));
        values
            .iter()
            .for_each(|text| bytes.extend_from_slice(text.as_bytes()));
        Some(Out::owned(bytes))
    });
}

/// # Safety
///
/// As above.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn values_hand_contact(
    data: *const u8,
    len: usize,
    room: *mut Room,
    out: *mut Out,
) {
    run(out, || {
        let (lengths, texts) = lengths(unsafe { view(data, len) }, 5)?;
        let mut at = 0;
        let mut next = {
            let mut lengths = lengths;
            move || {
                let end = at + lengths.next()?;
                let text = texts.get(at..end)?.to_owned();
                at = end;
                Some(text)
            }
        };
        let value = values::echo_contact(Contact {
            name: next()?,
            street: next()?,
            city: next()?,
            country: next()?,
            email: next()?,
        });
        let texts = [
            &value.name,
            &value.street,
            &value.city,
            &value.country,
            &value.email,
        ];
        let size = 20 + texts.iter().map(|text| text.len()).sum::<usize>();
        Some(give(size, room, |bytes| {
            let (lengths, mut rest) = bytes.split_at_mut(20);
            for (text, length) in texts.iter().zip(lengths.chunks_exact_mut(4)) {
                length.copy_from_slice(&(text.len() as u32).to_le_bytes());
                let target;
                (target, rest) = rest.split_at_mut(text.len());
                target.copy_from_slice(text.as_bytes());
            }
        }))
    });
}

/// # Safety
///
/// As above.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn values_hand_counts(data: *const u8, len: usize, out: *mut Out) {
    run(out, || {
        let mut input = unsafe { view(data, len) };
        let count = u32(&mut input)? as usize;
        let (numbers, rest) = input.split_at_checked(count.checked_mul(8)?)?;
        let (lengths, texts) = lengths(rest, count)?;
        let mut values = HashMap::with_capacity(count);
        let mut at = 0;
        for (number, length) in numbers.chunks_exact(8).zip(lengths) {
            let key = texts.get(at..at + length)?.to_owned();
            values.insert(key, u64::from_le_bytes(number.try_into().ok()?));
            at += length;
        }

        let values = values::echo_counts(values);
        let size = values.keys().map(String::len).sum::<usize>();
        let mut bytes = Vec::with_capacity(4 + 12 * values.len() + size);
        bytes.extend((values.len() as u32).to_le_bytes());
        values
            .values()
            .for_each(|number| bytes.extend(number.to_le_bytes()));
        values
            .keys()
            .for_each(|key| bytes.extend((key.len() as u32).to_le_bytes()));
        values
            .keys()
            .for_each(|key| bytes.extend_from_slice(key.as_bytes()));
        Some(Out::owned(bytes))
    });
}

/// # Safety
///
/// As above.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn values_hand_event(
    data: *const u8,
    len: usize,
    room: *mut Room,
    out: *mut Out,
) {
    run(out, || {
        let mut input = unsafe { view(data, len) };
        let value = match u32(&mut input)? {
            0 => Event::Quit,
            1 => Event::Key {
                code: u32(&mut input)?,
            },
            2 => Event::Resize {
                width: u32(&mut input)?,
                height: u32(&mut input)?,
            },
            3 => Event::Paste {
                text: str::from_utf8(input).ok()?.to_owned(),
            },
            _ => return None,
        };
        Some(match values::echo_event(value) {
            Event::Quit => give(4, room, |bytes| put(bytes, [0])),
            Event::Key { code } => give(8, room, |bytes| put(bytes, [1, code])),
            Event::Resize { width, height } => {
                give(12, room, |bytes| put(bytes, [2, width, height]))
            }
            Event::Paste { text } => give(4 + text.len(), room, |bytes| {
                put(bytes, [3]);
                bytes[4..].copy_from_slice(text.as_bytes());
            }),
        })
    });
}

/// # Safety
///
/// As above.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn values_hand_nested(
    data: *const u8,
    len: usize,
    room: *mut Room,
    out: *mut Out,
) {
    run(out, || {
        let (kind, mut rest) = unsafe { view(data, len) }.split_first()?;
        let value = match kind {
            0 => None,
            1 => Some(Ok(None)),
            2 => Some(Ok(Some(str::from_utf8(rest).ok()?.to_owned()))),
            3 => Some(Err(u32(&mut rest)?)),
            _ => return None,
        };
        Some(match values::echo_nested(value) {
            None => give(1, room, |bytes| bytes[0] = 0),
            Some(Ok(None)) => give(1, room, |bytes| bytes[0] = 1),
            Some(Ok(Some(text))) => give(1 + text.len(), room, |bytes| {
                bytes[0] = 2;
                bytes[1..].copy_from_slice(text.as_bytes());
            }),
            Some(Err(error)) => give(5, room, |bytes| {
                bytes[0] = 3;
                put(&mut bytes[1..], [error]);
            }),
        })
    });
}

fn u32(input: &mut &[u8]) -> Option<u32> {
    let (number, rest) = input.split_first_chunk()?;
    *input = rest;
    Some(u32::from_le_bytes(*number))
}

/// So many lengths, and the text behind them.
fn lengths(input: &[u8], count: usize) -> Option<(impl Iterator<Item = usize>, &str)> {
    let (lengths, texts) = input.split_at_checked(count.checked_mul(4)?)?;
    let lengths = lengths
        .chunks_exact(4)
        .map(|length| u32::from_le_bytes(length.try_into().expect("four bytes")) as usize);
    Some((lengths, str::from_utf8(texts).ok()?))
}

fn put<const N: usize>(bytes: &mut [u8], numbers: [u32; N]) {
    for (number, target) in numbers.iter().zip(bytes.chunks_exact_mut(4)) {
        target.copy_from_slice(&number.to_le_bytes());
    }
}

/// A small result in the caller's room: one crossing, and nothing to free.
fn give(size: usize, room: *mut Room, write: impl FnOnce(&mut [u8])) -> Out {
    if size > ROOM {
        let mut bytes = vec![0; size];
        write(&mut bytes);
        return Out::owned(bytes);
    }
    let data = room.cast::<u8>();
    // Cleared first: it is the caller's uninitialised stack.
    unsafe { data.write_bytes(0, size) };
    write(unsafe { std::slice::from_raw_parts_mut(data, size) });
    Out {
        data,
        len: size,
        capacity: 0,
    }
}
