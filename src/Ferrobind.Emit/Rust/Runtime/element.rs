//! What a view or a result may consist of.

/// A scalar in memory that both sides see.
///
/// # Safety
///
/// `Bits` has the layout of `Self`, every pattern of bytes is a valid `Bits`, and it is a valid
/// `Self` where `is_valid` says so.
pub unsafe trait Element: Copy + 'static {
    type Bits: Copy;

    fn is_valid(bits: Self::Bits) -> bool;
}

macro_rules! elements {
    ($($element:ty as $bits:ty: $is_valid:expr),+ $(,)?) => {$(
        // SAFETY: the table below has the layouts and the valid values that the Rust reference
        // gives.
        unsafe impl Element for $element {
            type Bits = $bits;

            #[inline]
            fn is_valid(bits: $bits) -> bool {
                let is_valid: fn($bits) -> bool = $is_valid;
                is_valid(bits)
            }
        }
    )+};
}

elements! {
    i8 as u8: |_| true,
    i16 as u16: |_| true,
    i32 as u32: |_| true,
    i64 as u64: |_| true,
    isize as usize: |_| true,
    u8 as u8: |_| true,
    u16 as u16: |_| true,
    u32 as u32: |_| true,
    u64 as u64: |_| true,
    usize as usize: |_| true,
    f32 as u32: |_| true,
    f64 as u64: |_| true,
    bool as u8: |bits| bits <= 1,
    char as u32: |bits| char::from_u32(bits).is_some(),
}
