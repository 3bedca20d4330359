//! The other side of the boundary: what a binding does with what comes back.

// It believes what `call` returns, as bindings do.
#![allow(clippy::not_unsafe_ptr_arg_deref)]

use std::mem::MaybeUninit;
use std::ops::Range;
use std::slice;

use crate::runtime::{
    Buffer, Decode, Encode, Failure, Memory, Optional, Returned, Scratch, Wire, call, release,
};

/// A failure, read and released.
#[derive(Debug, PartialEq, Eq)]
pub struct Raised {
    pub kind: u32,
    pub message: String,
    pub location: Option<String>,
    pub allocated: usize,
    pub payload: Vec<u8>,
    pub sources: Vec<String>,
}

/// Where a result lay.
#[derive(Debug, PartialEq, Eq)]
pub enum Place {
    Null,
    Lent,
    Scratch,
    Owned,
}

pub fn scratch() -> Scratch {
    Scratch([MaybeUninit::new(0xaaaa_aaaa_aaaa_aaaa); 16])
}

pub fn unit(failure: *mut Failure) -> Result<(), Raised> {
    if failure.is_null() {
        return Ok(());
    }
    unsafe {
        let read = &*failure;
        let mut parts = failure.add(1).cast::<u8>().cast_const();
        let mut part = |len: u32| {
            let part = raw(parts, len as usize);
            parts = parts.add(len as usize);
            part
        };
        let text = |part| String::from_utf8(part).unwrap();
        let raised = Raised {
            kind: read.kind,
            location: Some(text(part(read.location_len))).filter(|text| !text.is_empty()),
            message: text(part(read.message_len)),
            payload: part(read.payload_len),
            sources: match part(read.sources_len) {
                none if none.is_empty() => Vec::new(),
                sources => decoded(&sources).unwrap(),
            },
            allocated: read.allocated,
        };
        release(failure.cast(), raised.allocated, 8);
        Err(raised)
    }
}

pub fn returned<T>(result: Returned<T>) -> Result<T, Raised> {
    unit(result.failure).map(|()| result.value)
}

pub fn optional<T>(result: Optional<T>) -> Result<Option<T>, Raised> {
    unit(result.failure).map(|()| result.some.then_some(result.value))
}

/// The elements of a result, and where they were; they are released.
pub fn take<T: Copy>(memory: Memory, scratch: Option<&Scratch>) -> (Vec<T>, Place) {
    if memory.data.is_null() {
        assert_eq!((memory.len, memory.capacity), (0, 0));
        return (Vec::new(), Place::Null);
    }
    unsafe {
        let elements = slice::from_raw_parts(memory.data.cast::<T>(), memory.len).to_vec();
        let place = match memory.capacity {
            0 if scratch.is_some_and(|s| range(s).contains(&memory.data.addr())) => Place::Scratch,
            0 => Place::Lent,
            _ => Place::Owned,
        };
        release(memory.data, memory.capacity, align_of::<T>());
        (elements, place)
    }
}

pub fn bytes(memory: Memory, scratch: Option<&Scratch>) -> (String, Place) {
    let (bytes, place) = take::<u8>(memory, scratch);
    (String::from_utf8(bytes).unwrap(), place)
}

fn raw(data: *const u8, len: usize) -> Vec<u8> {
    unsafe { slice::from_raw_parts(data, len) }.to_vec()
}

fn range(scratch: &Scratch) -> Range<usize> {
    let start = (&raw const *scratch).addr();
    start..start + size_of::<Scratch>()
}

/// The bytes of a value on the wire.
pub fn encoded<T: Encode + ?Sized>(value: &T) -> Vec<u8> {
    let buffer: Buffer = call(None, |frame| frame.value(Wire(value)));
    take(returned(buffer).unwrap(), None).0
}

/// The value of bytes on the wire, as the parameter `value`.
pub fn decoded<T: for<'f> Decode<'f>>(bytes: &[u8]) -> Result<T, Raised> {
    let mut decoded = None;
    unit(call(None, |frame| {
        decoded = Some(unsafe { frame.wire("value", bytes.as_ptr(), bytes.len())? });
        Ok(())
    }))?;
    Ok(decoded.expect("the call succeeded"))
}
