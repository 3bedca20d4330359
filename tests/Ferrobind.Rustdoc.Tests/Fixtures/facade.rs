//! Re-exports of another crate's items.

pub use dep::Gem as Jewel;
pub use dep::tools::*;
pub use dep::{Colour::*, Precious, gem};
// The two bring different items of one name: it stands for neither.
#[allow(ambiguous_glob_reexports)]
pub use dep::left::*;
pub use dep::right::*;
pub mod renamed {
    pub use dep::tools as workshop;
}
pub fn appraise(gem: &dep::Gem) -> dep::Result<Vec<u8>> { gem.polish().map(|_| Vec::new()) }
pub struct Ring(pub dep::Gem);
impl From<dep::Gem> for Ring {
    fn from(gem: dep::Gem) -> Self { Ring(gem) }
}
