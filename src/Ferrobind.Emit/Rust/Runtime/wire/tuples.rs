//! Tuples: the fields in order.

use super::{Decode, Encode, Extent, Malformed, Reader, Writer};

macro_rules! tuple {
    ($($field:ident $index:tt),+) => {
        impl<$($field: Extent),+> Extent for ($($field,)+) {
            const LEAST: usize = 0 $(+ $field::LEAST)+;
            const IS_FIXED: bool = true $(&& $field::IS_FIXED)+;
        }

        impl<$($field: Encode),+> Encode for ($($field,)+) {
            #[inline]
            fn encode(&self, out: &mut Writer) {
                $(self.$index.encode(out);)+
            }
        }

        impl<'f, $($field: Decode<'f>),+> Decode<'f> for ($($field,)+) {
            #[inline]
            fn decode(reader: &mut Reader<'f>) -> Result<Self, Malformed> {
                Ok(($($field::decode(reader)?,)+))
            }
        }
    };
}

tuple!(A 0);
tuple!(A 0, B 1);
tuple!(A 0, B 1, C 2);
tuple!(A 0, B 1, C 2, D 3);
tuple!(A 0, B 1, C 2, D 3, E 4);
tuple!(A 0, B 1, C 2, D 3, E 4, F 5);
tuple!(A 0, B 1, C 2, D 3, E 4, F 5, G 6);
tuple!(A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7);
tuple!(A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8);
tuple!(A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9);
tuple!(A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10);
tuple!(A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10, L 11);
