//! What every export of a bridge shares: the C ABI's types, the catching of panics, the views of
//! the caller's memory, and the way back of results. Written by hand, and copied into each bridge
//! as it is.
//!
//! An export is one call of [`call`]. Inside of it, the [`Frame`] turns what arrived into Rust
//! values, and what Rust returns into C values; everything that goes wrong on the way is
//! [`Raised`].

// An API uses the part that it needs, and the rest costs nothing: the linker drops it.
#![allow(dead_code, unused_imports, unused_macros)]

#[cfg(panic = "abort")]
compile_error!(
    "a Ferrobind bridge catches panics, so it must be built with panic = \"unwind\": \
     remove panic = \"abort\" from the Cargo profile, and -C panic=abort from RUSTFLAGS"
);

mod abi;
mod call;
mod closure;
mod direct;
mod element;
mod failure;
mod frame;
mod hash;
mod in_place;
mod intern;
mod kept;
mod lower;
mod memory;
mod mirror;
mod objects;
mod panics;
mod place;
mod records;
mod refusal;
mod seal;
mod utf8;
mod variant;
mod wire;

pub use std::error::Error as _;

pub use abi::{
    Answer, Bool, Buffer, Failure, I128, Memory, OptionBuffer, Optional, Returned, Scratch, U128,
};
pub use call::{call, call_with};
pub use closure::{Closure, Function, Space, room};
pub use direct::{Attempt, OptionalAttempt, attempt, certain};
pub use element::{Element, same_layout};
pub use failure::{Debugged, Details, Raised, Silent};
pub use frame::Frame;
pub use hash::hash_of;
pub(crate) use in_place::in_place;
pub use intern::{intern, intern_like};
pub use kept::{KeptBytes, KeptText};
pub use lower::Lower;
pub use memory::release;
pub use mirror::{FromC, Mirrored, NoValue, ToC};
pub use objects::{
    Accept, Desk, Facts, Form, Give, Handles, Incoming, Keeper, Object, Own, Probe, ProbeOf, Taken,
    Unproven, UnprovenClone, UnprovenOf, Way, Whole, check_field, close, drop_dyn, drop_value,
    enter, forget, is_dyn_unique, is_unique, live, next, place, share_dyn, share_value,
};
pub(crate) use objects::{accept_data, dyn_object, give_data, object, sequence};
pub use place::{change_each, change_optional, change_pairs, change_result, collect_optional};
pub use records::Records;
pub use seal::seal;
pub(crate) use variant::variant;
pub use wire::{Decode, Encode, Extent, Malformed, Problem, Reader, Wire, Writer};
