//! One function for each kind of type.

use std::collections::{BTreeMap, HashMap};
use std::ffi::{c_char, c_void};

pub struct Owned;
pub struct Borrowed<'a, T: ?Sized>(&'a T);
pub struct Sized3<const N: usize>;

pub fn primitives(a: i8, b: u128, c: f64, d: bool, e: char, f: usize) -> u32 { 0 }
pub fn never() -> ! { loop {} }
pub fn unit(nothing: ()) {}
pub fn references<'a>(a: &str, b: &mut [u8], c: &'a Owned, d: &'static str, e: &'_ i32) -> &'a Owned { c }
pub fn slices(a: &[String], b: Box<[u8]>) -> [u16; 4] { [0; 4] }
pub fn computed() -> [u8; 2 + 3] { [0; 5] }
pub fn tuples(a: (i32,), b: (String, (u8, bool))) -> (f32, f32) { (0.0, 0.0) }
pub fn pointers(a: *const u8, b: *mut *const Owned, c: *mut c_void) {}
pub fn functions(a: fn(i32) -> bool, b: unsafe extern "C" fn(*const c_char), c: for<'x> fn(&'x str) -> &'x str) {}
pub fn owned(a: String, b: Vec<Option<u8>>, c: HashMap<String, Vec<u8>>, d: BTreeMap<u8, ()>) {}
pub fn paths<'a>(a: Borrowed<'a, str>, b: Borrowed<'_, [u8]>, c: Sized3<7>, d: Result<Owned, Box<Owned>>) {}
pub fn elided(a: Borrowed<str>) -> Borrowed<str> { a }
pub fn objects<'a>(
    a: &dyn ToString, b: Box<dyn Fn(u8, &str) -> Option<u8> + Send>, c: Box<dyn std::error::Error + Send + Sync + 'static>,
    d: Box<dyn Iterator<Item = u8> + 'a>, e: &mut dyn for<'x> FnMut(&'x Owned),
) {}
pub fn std_types(a: std::time::Duration, b: std::path::PathBuf, c: std::num::NonZeroU8, d: std::rc::Rc<std::cell::Cell<u8>>) {}
pub fn atomic(a: &std::sync::atomic::AtomicU32) {}
pub fn associated<I: Iterator>(a: I::Item, b: <I as IntoIterator>::IntoIter) {}
