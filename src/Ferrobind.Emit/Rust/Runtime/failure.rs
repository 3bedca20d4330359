//! How a failure is written: in one block, in the caller's scratch block if it fits.

use std::alloc::{self, Layout};
use std::fmt::{self, Display, Write};
use std::mem;
use std::ptr::{self, NonNull};
use std::slice;
use std::str;

use super::abi::{Failure, Scratch};

/// The alignment of a failure's block, whoever owns it; the header promises it to those who release
/// one.
const ALIGN: usize = 8;

/// What the scratch block has left for texts.
const ROOM: usize = size_of::<Scratch>() - size_of::<Failure>();

const _: () = assert!(align_of::<Failure>() <= ALIGN && align_of::<Scratch>() == ALIGN);

/// A failure on its way to the caller. Until it is handed over, it is owned here: a panic behind it
/// cannot leak it.
pub struct Raised(NonNull<Failure>);

impl Raised {
    /// Writes a failure. `message` is formatted once, and straight to where it stays if that is the
    /// scratch block.
    #[cold]
    #[inline(never)]
    pub(super) fn new(
        scratch: Option<NonNull<Scratch>>,
        kind: u32,
        location: &str,
        message: &dyn Display,
    ) -> Self {
        let mut texts = Texts::new(scratch);
        // `Texts` never fails. A `Display` that does has written what it has, which is more than
        // nothing.
        let _ = texts.write_str(location);
        let _ = write!(texts, "{message}");
        let (block, allocated, len) = texts.finish();
        // SAFETY: the block is aligned, and has room for a failure before its `len` bytes of text.
        unsafe {
            let text = block
                .cast::<u8>()
                .add(size_of::<Failure>())
                .as_ptr()
                .cast_const();
            let message_len = len - location.len();
            block.write(Failure {
                kind,
                reserved: 0,
                allocated,
                message: if message_len == 0 {
                    ptr::null()
                } else {
                    text.add(location.len())
                },
                message_len,
                location: if location.is_empty() {
                    ptr::null()
                } else {
                    text
                },
                location_len: location.len(),
            });
        }
        Self(block)
    }

    /// Hands it over to the caller.
    pub(super) fn into_raw(self) -> *mut Failure {
        let failure = self.0.as_ptr();
        mem::forget(self);
        failure
    }
}

impl Drop for Raised {
    fn drop(&mut self) {
        // SAFETY: it points to a failure that `new` has written, and nobody else has.
        unsafe {
            let allocated = self.0.as_ref().allocated;
            if allocated != 0 {
                alloc::dealloc(self.0.as_ptr().cast(), layout(allocated));
            }
        }
    }
}

fn layout(size: usize) -> Layout {
    Layout::from_size_align(size, ALIGN).expect("a text is not larger than memory")
}

/// The texts of a failure as they grow: in the scratch block while they fit, then in a string.
enum Texts {
    Scratch { block: NonNull<Scratch>, len: usize },
    Heap(String),
}

impl Texts {
    fn new(scratch: Option<NonNull<Scratch>>) -> Self {
        match scratch {
            Some(block) => Self::Scratch { block, len: 0 },
            None => Self::Heap(String::new()),
        }
    }

    /// The block of the failure, the bytes to release, and the length of its texts.
    fn finish(self) -> (NonNull<Failure>, usize, usize) {
        match self {
            Self::Scratch { block, len } => (block.cast(), 0, len),
            Self::Heap(text) => {
                let layout = layout(size_of::<Failure>() + text.len());
                // SAFETY: the layout is not empty, and has room for the text behind the failure.
                unsafe {
                    let Some(block) = NonNull::new(alloc::alloc(layout)) else {
                        alloc::handle_alloc_error(layout)
                    };
                    let behind = block.add(size_of::<Failure>()).as_ptr();
                    behind.copy_from_nonoverlapping(text.as_ptr(), text.len());
                    (block.cast(), layout.size(), text.len())
                }
            }
        }
    }
}

impl Write for Texts {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        match self {
            Self::Heap(texts) => texts.push_str(text),
            // SAFETY: the scratch block has ROOM bytes behind the failure, and `len` of them are
            // written, all of them from strings.
            Self::Scratch { block, len } => unsafe {
                let room = block.cast::<u8>().add(size_of::<Failure>()).as_ptr();
                if text.len() <= ROOM - *len {
                    room.add(*len)
                        .copy_from_nonoverlapping(text.as_ptr(), text.len());
                    *len += text.len();
                } else {
                    let written = str::from_utf8_unchecked(slice::from_raw_parts(room, *len));
                    *self = Self::Heap([written, text].concat());
                }
            },
        }
        Ok(())
    }
}
