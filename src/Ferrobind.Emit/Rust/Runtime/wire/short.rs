//! Texts, most of which are short.

/// A text of one's own.
#[inline]
pub(super) fn owned(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    // SAFETY: there is room, which is not the text's; and what is there then is text.
    unsafe {
        copy(text.as_ptr(), bytes.as_mut_ptr(), text.len());
        bytes.set_len(text.len());
        String::from_utf8_unchecked(bytes)
    }
}

/// Copies a text. Most are short, and to call `memcpy` costs more than to copy those.
///
/// # Safety
///
/// That of `ptr::copy_nonoverlapping`.
#[inline]
pub(super) unsafe fn copy(from: *const u8, to: *mut u8, len: usize) {
    // SAFETY: the caller's promise. A short one is its first and its last bytes.
    unsafe {
        match len {
            8..=16 => {
                let first = from.cast::<u64>().read_unaligned();
                let last = from.add(len - 8).cast::<u64>().read_unaligned();
                to.cast::<u64>().write_unaligned(first);
                to.add(len - 8).cast::<u64>().write_unaligned(last);
            }
            4..=7 => {
                let first = from.cast::<u32>().read_unaligned();
                let last = from.add(len - 4).cast::<u32>().read_unaligned();
                to.cast::<u32>().write_unaligned(first);
                to.add(len - 4).cast::<u32>().write_unaligned(last);
            }
            _ => to.copy_from_nonoverlapping(from, len),
        }
    }
}
