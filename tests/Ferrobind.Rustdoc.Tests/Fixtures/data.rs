//! Structs, enums and unions, with what their attributes say.
#![allow(unused)]

/// Nothing in it.
pub struct Unit;

/// Some fields are public.
///
/// A second paragraph.
pub struct Named {
    /// The width.
    pub width: u32,
    #[deprecated(since = "1.2.0", note = "use width")]
    pub old: u32,
    private: u8,
    #[doc(hidden)]
    pub concealed: u8,
}

pub struct Open {
    pub a: u8,
}

pub struct Positional(pub u8, u16, pub Option<String>);

pub struct Empty();

#[non_exhaustive]
pub struct Growing {
    pub a: u8,
}

pub struct Generic<'a, T: Clone = u8, const N: usize = 4>
where
    T: 'a,
{
    pub items: [&'a T; N],
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
#[repr(C)]
pub struct Point {
    pub x: i32,
    pub y: i32,
}

#[repr(transparent)]
pub struct Wrapper(pub f64);
#[repr(C, packed)]
pub struct Packed {
    pub a: u8,
}
#[repr(align(16))]
#[repr(C)]
pub struct Aligned {
    pub a: u8,
}

#[repr(u8)]
pub enum Level {
    Low = 1,
    High = 0x10,
    Higher,
}

#[repr(C, i16)]
pub enum Both {
    A,
}

#[non_exhaustive]
pub enum Shape<T> {
    /// No data.
    Nothing,
    Circle(f64),
    Rectangle {
        /// From left to right.
        width: T,
        height: T,
    },
    #[deprecated]
    Old(u8),
    #[non_exhaustive]
    Open { a: u8 },
    Partly(u8, #[doc(hidden)] u16),
    #[doc(hidden)]
    Secret,
}

pub enum Void {}

#[repr(C)]
pub union Bits {
    pub float: f32,
    pub int: u32,
    hidden: u8,
}

#[deprecated(note = "gone soon")]
pub struct Deprecated;
#[deprecated(since = "0.1.0")]
pub fn deprecated() {}
#[deprecated]
pub mod deprecated_module {}

/** A block comment. */
pub mod documented {
    //! And an inner one.
}
