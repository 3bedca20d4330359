//! Public paths: nesting, renaming, globs, cycles, preludes, privacy.

pub mod outer {
    pub mod inner {
        pub struct Deep;
        pub fn work() {}
    }
    pub struct Middle;
    pub use self::inner::Deep;
}
pub use outer::inner::work as renamed_work;

mod private {
    pub struct Exposed;
    impl Exposed {
        pub fn reach(&self) -> Leaked { Leaked }
    }
    pub struct Leaked;
    pub mod within {
        pub fn visible() {}
    }
    pub(crate) struct Internal;
}
pub use private::{Exposed as Shown, within};

mod globbed {
    pub struct FromGlob;
    pub struct Hidden;
    pub mod imp {
        pub struct Nested;
    }
    pub use self::imp::*;
}
pub use globbed::*;
/// Hides the one of the glob.
pub struct Hidden(pub u8);

/// Two globs bring the same item.
mod first {
    pub use super::second::Same;
}
mod second {
    pub struct Same;
}
pub use first::*;
pub use second::*;

/// Each of the two re-exports the other.
pub mod tick {
    pub use super::tock;
    pub struct Tick;
}
pub mod tock {
    pub use super::tick;
    pub struct Tock;
    pub use super::*;
}

pub mod prelude {
    pub use crate::outer::inner::Deep;
    pub use crate::very::far::away::Distant;
    pub struct OnlyHere;
}
pub mod very {
    pub mod far {
        pub mod away {
            pub struct Distant;
        }
    }
}

/// The first by name wins among equals.
pub mod b_side {
    pub struct Shared;
}
pub mod a_side {
    pub use crate::b_side::Shared;
}

pub enum Choice {
    Yes,
    No,
}
pub use Choice::*;

mod secret {
    pub enum Sealed {
        Open,
    }
}
pub use secret::Sealed::Open;

/// The same name twice: a type and a function.
pub struct Twin {}
#[allow(non_snake_case)]
pub fn Twin() {}

#[doc(hidden)]
pub mod hidden {
    pub struct Concealed;
}
pub use hidden::Concealed;

pub trait Unnamed {}
pub use Unnamed as _;

pub use std::collections::HashMap as Map;
pub use std::ffi::*;
pub use std::os::raw::c_char as Char;
pub extern crate alloc as allocation;

#[macro_export]
macro_rules! shout {
    () => {};
}
