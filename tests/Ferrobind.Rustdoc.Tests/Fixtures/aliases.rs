//! Type aliases, expanded wherever they are mentioned.

use std::collections::HashMap;
use std::num::ParseIntError;

pub type Result<T, E = ParseIntError> = std::result::Result<T, E>;
pub type Pair<T> = (T, T);
pub type Pairs<T> = Vec<Pair<T>>;
pub type View<'a, T = u8> = &'a [T];
pub type Grid<const W: usize, const H: usize = 2> = [[u8; W]; H];
pub type Callback<'a, T> = Box<dyn Fn(&T) -> Result<T> + 'a>;
pub type Table = HashMap<String, Private>;
type Private = Pair<i64>;
pub type Handler = fn(Pair<u8>) -> Result<()>;

pub fn default() -> Result<u8> { Ok(0) }
pub fn given() -> Result<u8, std::fmt::Error> { Ok(0) }
pub fn nested(a: Pairs<Pair<bool>>) {}
pub fn lifetimes<'x>(a: View<'x>, b: View<'_, u16>, c: View<u32>, d: View<'static, Pair<u8>>) -> View<'x> { a }
pub fn constants<const N: usize>(a: Grid<3>, b: Grid<N, 4>) {}
pub fn callbacks<'x, T>(a: Callback<'x, T>, b: Handler) {}
pub fn private(a: Table, b: Private) {}
pub fn generic<T>(a: Pair<Option<T>>) -> impl Iterator<Item = Pair<T>> { a.0.into_iter().zip(a.1) }
pub fn bounds<T: From<Pair<u8>>>(a: T) where Pairs<T>: Clone {}

pub struct Holder {
    pub pair: Pair<u8>,
}
impl From<Pair<u8>> for Holder {
    fn from(pair: Pair<u8>) -> Self { Holder { pair } }
}
pub type Alias = Holder;
impl Alias {
    pub fn of_alias(&self) -> Alias { Alias { pair: self.pair } }
}

#[doc(hidden)]
pub type Hidden = Pair<u32>;
pub fn of_hidden(a: Hidden) {}

pub fn io(path: &str) -> std::io::Result<Vec<u8>> { std::fs::read(path) }
pub fn formatted() -> std::fmt::Result { Ok(()) }
pub fn joined() -> std::thread::Result<u8> { Ok(0) }
pub fn locked<G>(a: std::sync::LockResult<G>, b: std::sync::TryLockResult<G>) {}
pub fn never_fails() -> std::string::ParseError { unreachable!() }
pub fn non_zero(a: std::num::NonZeroI64, b: std::num::NonZero<u8>, c: std::num::NonZeroUsize) {}
pub fn descriptor(fd: std::os::fd::RawFd) {}
pub fn c_types(
    a: std::ffi::c_char, b: core::ffi::c_char, c: std::os::raw::c_char, d: std::os::raw::c_ulonglong,
    e: *const std::os::raw::c_void,
) -> core::ffi::c_double {
    0.0
}
