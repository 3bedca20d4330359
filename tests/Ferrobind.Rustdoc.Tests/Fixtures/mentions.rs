//! Uses another crate's types, and offers none of them.

pub fn file(gem: &dep::Gem) -> Option<dep::tools::fine::File> { None }
pub fn clash(left: impl Into<dep::left::Clash>) -> Result<(), dep::Colour> { Ok(()) }
pub struct Chest { pub gems: Vec<dep::Gem>, left: Option<dep::left::Left> }
impl Iterator for Chest {
    type Item = dep::right::Clash;
    fn next(&mut self) -> Option<Self::Item> { None }
}
impl From<dep::Unwanted> for Chest {
    fn from(_: dep::Unwanted) -> Self { Chest { gems: vec![], left: None } }
}
