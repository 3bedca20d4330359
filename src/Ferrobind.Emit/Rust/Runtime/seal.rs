//! What this very library is, as against another one with the same signatures.

use std::ptr;

/// The value is written into the library after it has been linked: a digest of its contents, by
/// which bindings know the machine code that they were made for.
#[repr(C)]
struct Seal {
    mark: [u8; 16],
    value: u64,
}

static SEAL: Seal = Seal {
    mark: *b"ferrobind seal 1",
    value: 0,
};

/// 0 where nobody has written it.
#[inline(never)]
pub fn seal() -> u64 {
    // SAFETY: it is there. It is read as if it could change, for the compiler knows only the 0.
    unsafe { ptr::read_volatile(&raw const SEAL.value) }
}
