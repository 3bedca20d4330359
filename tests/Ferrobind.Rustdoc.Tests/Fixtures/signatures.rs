//! Signatures: receivers, generics, impl Trait, qualifiers.
#![allow(unused)]

pub struct Thing<'a, T>(&'a T);

impl<'a, T> Thing<'a, T>
where
    T: Clone + 'a,
{
    pub fn new(value: &'a T) -> Self { Thing(value) }
    pub fn by_reference(&self) -> &T { self.0 }
    pub fn by_mutable_reference(&mut self) {}
    pub fn by_value(self) -> T { self.0.clone() }
    pub fn by_lifetime<'s>(&'s self) -> &'s Self { self }
    pub fn by_box(self: Box<Self>) {}
    pub fn by_pin(self: std::pin::Pin<&mut Self>) {}
    fn private(&self) {}
    pub(crate) fn internal(&self) {}
    #[doc(hidden)]
    pub fn hidden(&self) {}
}

pub fn impl_arguments(a: impl Into<String>, b: &[impl AsRef<str> + Clone], c: impl Fn(u8) -> bool + 'static) {}
pub fn impl_result(count: usize) -> impl Iterator<Item = u8> + Clone { std::iter::repeat_n(0, count) }
pub fn captures<'a, T>(a: &'a T) -> impl Sized + use<'a, T> { a }
pub fn generics<'a, 'b: 'a, T: Default, U: ?Sized + AsRef<[u8]>, const N: usize>(a: &'a T, b: &'b U) -> [T; N] {
    std::array::from_fn(|_| T::default())
}
pub fn clauses<'a, 'b, I, F>(i: I, f: F)
where
    I: IntoIterator<Item: ToString + 'a, IntoIter = std::vec::IntoIter<<I as IntoIterator>::Item>>,
    F: for<'x> Fn(&'x str) -> &'x str,
    for<'y> &'y I: Clone,
    'a: 'b,
    Vec<u8>: Extend<u8>,
{
}
pub fn patterns((a, b): (u8, u8), Pair { x, .. }: Pair, mut count: u8, _: u8, r#type: u8) {}
pub struct Pair { pub x: u8, pub y: u8 }

pub async fn asynchronous(url: &str) -> Result<String, std::fmt::Error> { Ok(String::new()) }
pub const fn constant() -> u8 { 1 }
pub unsafe fn dangerous(p: *const u8) -> u8 { unsafe { *p } }
pub extern "C" fn speaks_c(a: i32) -> i32 { a }
pub unsafe extern "system" fn speaks_system() {}
pub extern "C-unwind" fn unwinds() {}
#[unsafe(no_mangle)]
pub extern "C" fn exported() {}
#[unsafe(export_name = "other_name")]
pub extern "C" fn renamed() {}
unsafe extern "C" {
    pub fn imported(format: *const std::ffi::c_char, ...) -> std::ffi::c_int;
    pub safe fn imported_safe();
}
