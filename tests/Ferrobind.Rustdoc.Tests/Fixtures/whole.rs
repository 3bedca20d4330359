//! Re-exports a whole crate.

pub use dep;
pub extern crate dep as treasury;
