//! Traits and impls.
#![feature(auto_traits, negative_impls, trait_alias, extern_types)]

pub trait Shape: std::fmt::Debug + Send + 'static {
    /// A unit.
    type Unit: Clone + Default;
    type Lent<'a>: Iterator<Item = &'a u8>
    where
        Self: 'a;
    const SIDES: u32;
    const NAME: &'static str = "shape";
    /// Measures.
    fn area(&self, scale: f64) -> Option<Self::Unit>;
    fn scaled<T: Into<f64>>(&self, by: T) -> Self
    where
        Self: Sized,
    {
        unimplemented!()
    }
    fn lend(&self) -> Self::Lent<'_>;
    fn create() -> Self
    where
        Self: Sized;
}

pub trait Convert<T, U = T> {
    fn convert(&self, value: T) -> U;
}

pub unsafe trait Dangerous {}
pub auto trait Automatic {}
pub trait ObjectSafe {
    fn call(&self);
}
pub trait AsyncTrait {
    fn run(&self) -> impl Future<Output = u8> + Send;
}
pub trait Alias = Clone + Send;
unsafe extern "C" {
    pub type Opaque;
}

#[derive(Debug, Clone)]
pub struct Square(f64);

impl Shape for Square {
    type Unit = f64;
    type Lent<'a> = std::slice::Iter<'a, u8>;
    const SIDES: u32 = 4;
    fn area(&self, scale: f64) -> Option<f64> { Some(self.0 * scale) }
    fn lend(&self) -> Self::Lent<'_> { [].iter() }
    fn create() -> Self { Square(1.0) }
}

impl Square {
    pub const LARGEST: f64 = 1e9;
    const PRIVATE: u8 = 1;
    pub fn first(&self) {}
}
impl Square {
    pub fn second(&self) {}
}

// Impls for other crates' types.
impl Shape for u8 {
    type Unit = u8;
    type Lent<'a> = std::slice::Iter<'a, u8>;
    const SIDES: u32 = 0;
    fn area(&self, _: f64) -> Option<u8> { None }
    fn lend(&self) -> Self::Lent<'_> { [].iter() }
    fn create() -> Self { 0 }
}
impl Convert<Vec<Square>> for Vec<u8> {
    fn convert(&self, value: Vec<Square>) -> Vec<Square> { value }
}
impl From<Square> for String {
    fn from(_: Square) -> Self { String::new() }
}
impl<'a> From<&'a Square> for f64 {
    fn from(square: &'a Square) -> f64 { square.0 }
}
impl PartialEq<Square> for f64 {
    fn eq(&self, other: &Square) -> bool { *self == other.0 }
}
impl<T: ObjectSafe + ?Sized> ObjectSafe for Box<T> {
    fn call(&self) { (**self).call() }
}

// Of no concern to anybody.
struct Unseen;
impl From<Unseen> for u8 {
    fn from(_: Unseen) -> u8 { 0 }
}
trait Invisible {}
impl Invisible for u16 {}

pub struct NotSend(*const u8);
pub struct Forced(*const u8);
unsafe impl Send for Forced {}
impl !Sync for Forced {}
unsafe impl Dangerous for Forced {}

pub struct Words<'a>(&'a str);
impl<'a> Iterator for Words<'a> {
    type Item = &'a str;
    fn next(&mut self) -> Option<Self::Item> { None }
}
pub struct Wrapper<T>(T);
impl<T: Clone> Wrapper<T> {
    pub fn get(&self) -> T { self.0.clone() }
}
impl Wrapper<u8> {
    pub fn only_bytes(&self) -> u8 { self.0 }
}
impl<T> Wrapper<Option<T>> {
    pub fn flatten(self) -> Option<T> { self.0 }
}

/// For everything that can be shown.
pub trait Loud {
    fn loud(&self) -> String;
}
impl<T: std::fmt::Display> Loud for T {
    fn loud(&self) -> String { self.to_string() }
}
pub struct Shown;
impl std::fmt::Display for Shown {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str("shown") }
}
