//! JSON: what stands for a type that the crate serialises or deserialises, whichever it is. It crosses
//! as text.

mod read;
mod serialise;
mod value;
mod write;

pub use value::Json;
