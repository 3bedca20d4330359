//! How a failure is written: in one block, in the caller's scratch block if it fits.

use std::alloc::{self, Layout};
use std::error::Error;
use std::fmt::{self, Debug, Display, Formatter, Write};
use std::iter;
use std::mem;
use std::ptr::NonNull;

use super::abi::{Failure, Scratch};
use super::wire::{Encode, Writer};

/// The alignment of a failure's block, whoever owns it; the header promises it to those who release
/// one.
const ALIGN: usize = 8;

/// A chain of sources that goes on for ever ends somewhere.
const MAX_SOURCES: usize = 128;

const _: () = assert!(align_of::<Failure>() <= ALIGN && align_of::<Scratch>() == ALIGN);

/// What an error has besides its message.
#[derive(Clone, Copy, Default)]
pub struct Details<'a> {
    value: Option<&'a dyn Value>,
    source: Option<&'a (dyn Error + 'static)>,
}

impl<'a> Details<'a> {
    /// The error is data.
    #[inline]
    pub fn value<T: Encode>(error: &'a T) -> Self {
        Self {
            value: Some(error),
            source: None,
        }
    }

    /// The error may have a source, which may have one, too.
    #[inline]
    pub fn source(source: Option<&'a (dyn Error + 'static)>) -> Self {
        Self::default().and_source(source)
    }

    /// Both.
    #[inline]
    pub fn and_source(self, source: Option<&'a (dyn Error + 'static)>) -> Self {
        Self { source, ..self }
    }
}

/// Any type that is encoded.
trait Value {
    fn write(&self, out: &mut Writer);
}

impl<T: Encode> Value for T {
    fn write(&self, out: &mut Writer) {
        self.encode(out);
    }
}

/// An error that has no message, but can be debugged.
pub struct Debugged<E>(pub E);

impl<E: Debug> Display for Debugged<E> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// An error that says nothing.
pub struct Silent;

impl From<()> for Silent {
    fn from((): ()) -> Self {
        Self
    }
}

impl Display for Silent {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("it failed, and does not say why")
    }
}

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
        details: Details<'_>,
    ) -> Self {
        let mut out = Writer::new(scratch, size_of::<Failure>());
        let location_len = match location {
            "" => 0,
            location => text(&mut out, |out| out.bytes(location.as_bytes())),
        };
        // A writer never fails. A `Display` that does has written what it has, which is more than
        // nothing.
        let message_len = text(&mut out, |out| {
            let _ = write!(out, "{message}");
        });
        let payload_len = match details.value {
            None => 0,
            Some(value) => part(&mut out, |out| value.write(out)),
        };
        let sources_len = match details.source {
            None => 0,
            Some(source) => part(&mut out, |out| write_sources(out, source)),
        };
        let (block, allocated) = finish(out);
        // SAFETY: the block is aligned, and has room for a failure before the parts.
        unsafe {
            block.write(Failure {
                kind,
                location_len,
                message_len,
                payload_len,
                sources_len,
                reserved: 0,
                allocated,
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

/// The length of the text that is written. It ends early if it is longer than a length can say:
/// where a panic is reported, there must not be another one.
fn text(out: &mut Writer, write: impl FnOnce(&mut Writer)) -> u32 {
    let start = out.written().len();
    write(out);
    let end = out.written().len();
    u32::try_from(end - start).unwrap_or_else(|_| out.cut(start, u32::MAX))
}

/// The length of the data that is written.
fn part(out: &mut Writer, write: impl FnOnce(&mut Writer)) -> u32 {
    let start = out.written().len();
    write(out);
    u32::try_from(out.written().len() - start).expect("an error has less than 4 GiB of data")
}

/// The messages along `source()`: a list of texts, whose count is known at its end.
fn write_sources(out: &mut Writer, first: &(dyn Error + 'static)) {
    let (mut count, start) = (0u32, out.written().len());
    out.put(&count);
    for source in iter::successors(Some(first), |&error| error.source()).take(MAX_SOURCES) {
        let before = out.written().len();
        out.put(&0u32);
        let _ = write!(out, "{source}");
        let len = out.written().len() - before - size_of::<u32>();
        let len = u32::try_from(len).expect("a message is not that long");
        out.patch(before, &len.to_le_bytes());
        count += 1;
    }
    out.patch(start, &count.to_le_bytes());
}

/// The block of a failure whose parts are written behind it, and the bytes to release.
fn finish(out: Writer) -> (NonNull<Failure>, usize) {
    let written = out.written();
    let start = NonNull::from(written).cast::<u8>();
    if !out.is_heap() {
        // SAFETY: a writer in the scratch block begins behind the failure.
        return (unsafe { start.cast::<Failure>().sub(1) }, 0);
    }
    let layout = layout(size_of::<Failure>() + written.len());
    // SAFETY: the layout is not empty, and has room for the parts behind the failure.
    unsafe {
        let Some(block) = NonNull::new(alloc::alloc(layout)) else {
            alloc::handle_alloc_error(layout)
        };
        let behind = block.add(size_of::<Failure>());
        behind.copy_from_nonoverlapping(start, written.len());
        (block.cast(), layout.size())
    }
}
