//! What every export of a bridge shares: the C ABI's types, the catching of panics, the views of
//! the caller's memory, and the way back of results. Written by hand, and copied into each bridge
//! as it is.
//!
//! An export is one call of [`call`]. Inside of it, the [`Frame`] turns what arrived into Rust
//! values, and what Rust returns into C values; everything that goes wrong on the way is
//! [`Raised`].

// An API uses the part that it needs, and the rest costs nothing: the linker drops it.
#![allow(dead_code, unused_imports)]

#[cfg(panic = "abort")]
compile_error!(
    "a Ferrobind bridge catches panics, so it must be built with panic = \"unwind\": \
     remove panic = \"abort\" from the Cargo profile, and -C panic=abort from RUSTFLAGS"
);

mod abi;
mod call;
mod element;
mod failure;
mod frame;
mod lower;
mod memory;
mod panics;
mod refusal;

pub use abi::{
    Bool, Buffer, Failure, I128, Memory, OptionBuffer, Optional, Returned, Scratch, U128,
};
pub use call::call;
pub use element::Element;
pub use failure::Raised;
pub use frame::Frame;
pub use lower::Lower;
pub use memory::release;
