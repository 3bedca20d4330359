//! Plain records that both sides see where they lie.

/// Makes an [`Element`](super::Element) of a record or an enum whose mirror is laid out as it is.
/// That it is, to the last field, is checked as it compiles; that values are valid, as they come.
macro_rules! in_place {
    ($record:ty as $mirror:ident { $($field:tt as $c:ident,)* }) => {
        const _: () = {
            assert!(size_of::<$record>() == size_of::<$mirror>());
            assert!(align_of::<$record>() == align_of::<$mirror>());
            $(assert!(
                std::mem::offset_of!($record, $field) == std::mem::offset_of!($mirror, $c)
            );)*
        };

        const _: fn(&$record, &$mirror) = |record, mirror| {
            $($crate::runtime::same_layout(&record.$field, &mirror.$c);)*
        };

        $crate::runtime::in_place!($record as $mirror);
    };
    ($type:ty as $bits:ty) => {
        const _: () = assert!(size_of::<$type>() == size_of::<$bits>());

        // SAFETY: the layouts are the same, and what is a value is what has one.
        unsafe impl $crate::runtime::Element for $type {
            type Bits = $bits;

            #[inline]
            fn is_valid(bits: $bits) -> bool {
                <Self as $crate::runtime::FromC>::from_c(bits).is_ok()
            }
        }
    };
}

pub(crate) use in_place;
