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
//!
//! # Handles
//!
//! The body of an export with handles cannot choose its lifetimes, so that of a result is the proof
//! that it borrows from nothing but what is kept for it. This is the ordinary case:
//!
//! ```
//! use runtime_tests::objects::{Item, Match, Matches, Names, Pattern, Shelf};
//! use runtime_tests::runtime::{Failure, Returned, call_with};
//!
//! fn find_iter(pattern: u64, text: *const u8, len: usize) -> Returned<u64> {
//!     call_with(None, |frame, handles, _, _| {
//!         let text = unsafe { frame.text("text", text, len)? };
//!         let this = handles.kept_shared::<Pattern>(frame, "self", &handles.free(), pattern)?;
//!         let text = handles.kept_text(text);
//!         Ok(handles.give::<Matches>(this.find_iter(text)))
//!     })
//! }
//!
//! fn next(matches: u64) -> Returned<u64> {
//!     call_with(None, |frame, handles, own1, _| {
//!         let this = handles.exclusive::<Matches>(frame, "self", &own1, matches)?;
//!         let value: Option<Match<'_>> = this.next();
//!         Ok(value.map_or(0, |value| handles.give::<Match>(value)))
//!     })
//! }
//!
//! fn half(found: u64) -> Returned<u64> {
//!     call_with(None, |frame, handles, own1, _| {
//!         let this = handles.copied::<Match>(frame, "self", &own1, found)?;
//!         Ok(this.half().map_or(0, |value| handles.give::<Match>(value)))
//!     })
//! }
//!
//! fn at(shelf: u64, index: usize) -> Returned<u64> {
//!     call_with(None, |frame, handles, _, _| {
//!         let this = handles.kept_shared::<Shelf>(frame, "self", &handles.free(), shelf)?;
//!         Ok(this.at(index).map_or(0, |value| handles.give_ref::<Item>(value)))
//!     })
//! }
//!
//! fn at_mut(shelf: u64, index: usize) -> Returned<u64> {
//!     call_with(None, |frame, handles, _, _| {
//!         let this = handles.kept_exclusive::<Shelf>(frame, "self", &handles.free(), shelf)?;
//!         Ok(this.at_mut(index).map_or(0, |value| handles.give_mut::<Item>(value)))
//!     })
//! }
//!
//! fn push(names: u64, name: *const u8, len: usize) -> *mut Failure {
//!     call_with(None, |frame, handles, own1, _| {
//!         let name = unsafe { frame.text("name", name, len)? };
//!         let this = handles.exclusive::<Names>(frame, "self", &own1, names)?;
//!         let name = handles.stored_text(&own1, name);
//!         this.push(name);
//!         Ok(())
//!     })
//! }
//!
//! assert_eq!(next(0).value, 0);
//! ```
//!
//! A result cannot borrow from a view of the call,
//!
//! ```compile_fail
//! use runtime_tests::objects::{Matches, Pattern};
//! use runtime_tests::runtime::{Returned, call_with};
//!
//! fn find_iter(pattern: u64, text: *const u8, len: usize) -> Returned<u64> {
//!     call_with(None, |frame, handles, _, _| {
//!         let text = unsafe { frame.text("text", text, len)? };
//!         let this = handles.kept_shared::<Pattern>(frame, "self", &handles.free(), pattern)?;
//!         Ok(handles.give::<Matches>(this.find_iter(text)))
//!     })
//! }
//! ```
//!
//! nor from a lease that ends with the call,
//!
//! ```compile_fail
//! use runtime_tests::objects::{Matches, Pattern};
//! use runtime_tests::runtime::{Returned, call_with};
//!
//! fn find_iter(pattern: u64) -> Returned<u64> {
//!     call_with(None, |frame, handles, _, _| {
//!         let this = handles.shared::<Pattern>(frame, "self", &handles.free(), pattern)?;
//!         Ok(handles.give::<Matches>(this.find_iter("text")))
//!     })
//! }
//! ```
//!
//! not even as a sequence,
//!
//! ```compile_fail
//! use runtime_tests::objects::Pattern;
//! use runtime_tests::runtime::{Returned, call_with};
//!
//! fn find_iter(pattern: u64) -> Returned<u64> {
//!     call_with(None, |frame, handles, _, _| {
//!         let this = handles.shared::<Pattern>(frame, "self", &handles.free(), pattern)?;
//!         Ok(handles.sequence(this.find_iter("text"), true))
//!     })
//! }
//! ```
//!
//! or a reference,
//!
//! ```compile_fail
//! use runtime_tests::objects::{Item, Shelf};
//! use runtime_tests::runtime::{Returned, call_with};
//!
//! fn at(shelf: u64) -> Returned<u64> {
//!     call_with(None, |frame, handles, _, _| {
//!         let this = handles.shared::<Shelf>(frame, "self", &handles.free(), shelf)?;
//!         Ok(this.at(0).map_or(0, |value| handles.give_ref::<Item>(value)))
//!     })
//! }
//! ```
//!
//! nor from what the export itself made.
//!
//! ```compile_fail
//! use runtime_tests::objects::{Matches, Pattern};
//! use runtime_tests::runtime::{Returned, call_with};
//!
//! fn find_iter() -> Returned<u64> {
//!     call_with(None, |_, handles, _, _| {
//!         let pattern = Pattern::new("ab").unwrap();
//!         Ok(handles.give::<Matches>(pattern.find_iter("text")))
//!     })
//! }
//! ```
//!
//! A value cannot store what lives only as long as the call,
//!
//! ```compile_fail
//! use runtime_tests::objects::Names;
//! use runtime_tests::runtime::{Failure, call_with};
//!
//! fn push(names: u64, name: *const u8, len: usize) -> *mut Failure {
//!     call_with(None, |frame, handles, own1, _| {
//!         let name = unsafe { frame.text("name", name, len)? };
//!         handles.exclusive::<Names>(frame, "self", &own1, names)?.push(name);
//!         Ok(())
//!     })
//! }
//! ```
//!
//! or as the result,
//!
//! ```compile_fail
//! use runtime_tests::objects::Names;
//! use runtime_tests::runtime::{Failure, call_with};
//!
//! fn push(names: u64, name: *const u8, len: usize) -> *mut Failure {
//!     call_with(None, |frame, handles, own1, _| {
//!         let name = handles.kept_text(unsafe { frame.text("name", name, len)? });
//!         handles.exclusive::<Names>(frame, "self", &own1, names)?.push(name);
//!         Ok(())
//!     })
//! }
//! ```
//!
//! or as another value,
//!
//! ```compile_fail
//! use runtime_tests::objects::Names;
//! use runtime_tests::runtime::{Failure, call_with};
//!
//! fn swap(a: u64, b: u64) -> *mut Failure {
//!     call_with(None, |frame, handles, own1, own2| {
//!         let a = handles.exclusive::<Names>(frame, "a", &own1, a)?;
//!         let b = handles.exclusive::<Names>(frame, "b", &own2, b)?;
//!         std::mem::swap(a, b);
//!         Ok(())
//!     })
//! }
//! ```
//!
//! also if it can be shared.
//!
//! ```compile_fail
//! use runtime_tests::objects::Board;
//! use runtime_tests::runtime::{Failure, call_with};
//!
//! fn post(board: u64, text: *const u8, len: usize) -> *mut Failure {
//!     call_with(None, |frame, handles, own1, _| {
//!         let text = handles.kept_text(unsafe { frame.text("text", text, len)? });
//!         handles.shared::<Board>(frame, "self", &own1, board)?.post(text);
//!         Ok(())
//!     })
//! }
//! ```
//!
//! One that others can change does not become a result of another lifetime, which would store
//! elsewhere,
//!
//! ```compile_fail
//! use runtime_tests::objects::Board;
//! use runtime_tests::runtime::{Returned, call_with};
//!
//! fn again(board: u64) -> Returned<u64> {
//!     call_with(None, |frame, handles, own1, _| {
//!         let this = handles.shared::<Board>(frame, "self", &own1, board)?;
//!         Ok(handles.give::<Board>(this.clone()))
//!     })
//! }
//! ```
//!
//! and not one of another value's.
//!
//! ```compile_fail
//! use runtime_tests::objects::Board;
//! use runtime_tests::runtime::{Returned, call_with};
//!
//! fn again(board: u64, other: u64) -> Returned<u64> {
//!     call_with(None, |frame, handles, own1, own2| {
//!         let this = handles.shared::<Board>(frame, "self", &own1, board)?;
//!         handles.shared::<Board>(frame, "other", &own2, other)?;
//!         Ok(handles.give_of::<Board>(&own2, this.clone()))
//!     })
//! }
//! ```
//!
//! Nothing is `'static`.
//!
//! ```compile_fail
//! use runtime_tests::objects::Pattern;
//! use runtime_tests::runtime::{Returned, call_with};
//!
//! fn keeps(pattern: &'static Pattern) -> usize {
//!     pattern.text.len()
//! }
//!
//! fn export(pattern: u64) -> Returned<usize> {
//!     call_with(None, |frame, handles, _, _| {
//!         let this = handles.kept_shared::<Pattern>(frame, "self", &handles.free(), pattern)?;
//!         frame.value(keeps(this))
//!     })
//! }
//! ```
//!
//! What a value borrows is not, either.
//!
//! ```compile_fail
//! use runtime_tests::objects::Match;
//! use runtime_tests::runtime::{Returned, call_with};
//!
//! fn export(found: u64) -> Returned<usize> {
//!     call_with(None, |frame, handles, own1, _| {
//!         let this = handles.copied::<Match>(frame, "self", &own1, found)?;
//!         let text: &'static str = this.as_str();
//!         frame.value(text.len())
//!     })
//! }
//! ```
//!
//! And nothing gets out of the body.
//!
//! ```compile_fail
//! use runtime_tests::objects::Pattern;
//! use runtime_tests::runtime::{Returned, call_with};
//!
//! fn export(pattern: u64) -> usize {
//!     let mut out = None;
//!     let _: Returned<u32> = call_with(None, |frame, handles, _, _| {
//!         out = Some(handles.shared::<Pattern>(frame, "self", &handles.free(), pattern)?);
//!         Ok(0)
//!     });
//!     out.map_or(0, |pattern| pattern.text.len())
//! }
//! ```

#[path = "../../../src/Ferrobind.Emit/Rust/Runtime/mod.rs"]
pub mod runtime;

/// Without serde, which the tests do without.
#[path = "../../../src/Ferrobind.Emit/Rust/Runtime/json"]
pub mod json {
    mod read;
    mod value;
    mod write;

    pub use value::Json;
}

mod caller;
pub mod exports;
pub mod objects;
mod tree;

pub use caller::{Place, Raised, bytes, decoded, encoded, optional, returned, scratch, take, unit};
pub use tree::Tree;
