//! A type that contains itself, as the emitter writes it.

use crate::runtime::{Decode, Encode, Extent, Malformed, Reader, Writer};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tree {
    pub name: String,
    pub children: Vec<Tree>,
}

impl Tree {
    /// One below the other.
    pub fn chain(depth: usize) -> Self {
        (1..depth).fold(Self::default(), |tree, _| Self {
            name: String::new(),
            children: vec![tree],
        })
    }
}

impl Extent for Tree {
    const LEAST: usize = 8;
}

impl Encode for Tree {
    fn encode(&self, out: &mut Writer) {
        out.enter();
        out.put(&self.name);
        out.put(&self.children);
        out.leave();
    }
}

impl<'f> Decode<'f> for Tree {
    fn decode(reader: &mut Reader<'f>) -> Result<Self, Malformed> {
        reader.enter()?;
        let value = Self {
            name: Decode::decode(reader)?,
            children: Decode::decode(reader)?,
        };
        reader.leave();
        Ok(value)
    }
}
