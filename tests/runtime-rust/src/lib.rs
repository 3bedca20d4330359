//! The bridge's support code, compiled as it is, with what its tests share.
//!
//! A view cannot outlive its call. A function that would keep one does not compile:
//!
//! ```compile_fail,E0521
//! use runtime_tests::runtime::{Returned, call};
//!
//! fn keeps(text: &'static str) -> usize {
//!     text.len()
//! }
//!
//! fn export(data: *const u8, len: usize) -> Returned<usize> {
//!     call(None, |frame| {
//!         let text = unsafe { frame.text("text", data, len)? };
//!         frame.value(keeps(text))
//!     })
//! }
//! ```
//!
//! Nor can a result borrow from what the export itself made:
//!
//! ```compile_fail,E0716
//! use runtime_tests::runtime::{Buffer, call};
//!
//! fn lends(text: &String) -> &str {
//!     text
//! }
//!
//! fn export(data: *const u8, len: usize) -> Buffer {
//!     call(None, |frame| {
//!         let text = unsafe { frame.text("text", data, len)? };
//!         frame.value(lends(&text.to_owned()))
//!     })
//! }
//! ```
//!
//! With an ordinary function, the same export does:
//!
//! ```
//! use runtime_tests::runtime::{Buffer, call};
//!
//! fn first(text: &str) -> &str {
//!     text.split(' ').next().unwrap_or_default()
//! }
//!
//! fn export(data: *const u8, len: usize) -> Buffer {
//!     call(None, |frame| {
//!         let text = unsafe { frame.text("text", data, len)? };
//!         frame.value(first(text))
//!     })
//! }
//!
//! let text = "hello world";
//! assert_eq!(export(text.as_ptr(), text.len()).value.len, 5);
//! ```

#[path = "../../../src/Ferrobind.Emit/Rust/Runtime/mod.rs"]
pub mod runtime;

mod caller;
pub mod exports;
pub mod objects;
mod tree;

pub use caller::{Place, Raised, bytes, decoded, encoded, optional, returned, scratch, take, unit};
pub use tree::Tree;
