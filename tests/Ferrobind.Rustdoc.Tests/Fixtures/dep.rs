//! A dependency that others re-export from.

mod private {
    /// A gem.
    pub struct Gem {
        pub carats: u8,
    }
    impl Gem {
        /// Polishes it.
        pub fn polish(&self) -> crate::Result<u8> { Ok(self.carats) }
    }
    impl super::Precious for Gem {}
    #[derive(Debug)]
    pub enum Colour {
        Red,
        Green(u8),
    }
}
pub use private::{Colour, Gem};

pub type Result<T> = std::result::Result<T, Colour>;
pub trait Precious {}
pub mod tools {
    pub fn cut(gem: &crate::Gem) -> crate::Result<crate::Gem> { Err(crate::Colour::Red) }
    pub mod fine {
        pub struct File;
    }
}
pub mod left {
    pub struct Clash;
    pub struct Left;
}
pub mod right {
    pub struct Clash;
}
pub struct Unwanted;
#[macro_export]
macro_rules! gem {
    () => {};
}
