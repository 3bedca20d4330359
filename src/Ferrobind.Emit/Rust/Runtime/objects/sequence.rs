//! Sequences: iterators behind handles, from which items are fetched in batches.

use std::sync::atomic::Ordering;

use super::cell::{Content, Facts, Form, HandleCell, Items};
use super::give::Give;
use super::handles::{Handles, refuse};
use super::keeper::Keeper;
use super::lease::{self, Lease, Refused};
use super::object::drop_value;
use super::threads;
use crate::runtime::abi::{Buffer, Scratch};
use crate::runtime::call::call_with;
use crate::runtime::failure::Raised;
use crate::runtime::frame::Frame;
use crate::runtime::wire::{Extent, Writer};

/// An iterator, with what all of them need to be used as one.
struct Sequence<I> {
    items: I,
    /// There was a `None`; not every iterator would say so again.
    is_over: bool,
}

impl<'k> Keeper<'k> {
    /// A handle to an iterator. Its items may borrow from what is kept for it, and keep that, too.
    ///
    /// `is_send` is what the compiler says of the iterator's type: [`sequence!`](super::sequence)
    /// asks it.
    pub fn sequence<I>(&self, items: I, is_send: bool) -> u64
    where
        I: Iterator + 'k,
        I::Item: Give<'k>,
    {
        let sequence = Sequence {
            items,
            is_over: false,
        };
        self.make(Content {
            value: Box::into_raw(Box::new(sequence)).cast(),
            facts: const { &Sequence::<I>::FACTS },
            owners: Some(self.owners()),
            form: Form::Owned,
            is_bound: !is_send,
        })
    }
}

const NAME: &str = "sequence";

/// Bytes that are reserved for items that there may not be.
const RESERVED: usize = 4096;

impl<'k, I> Sequence<I>
where
    I: Iterator + 'k,
    I::Item: Give<'k>,
{
    const FACTS: Facts = Facts {
        name: NAME,
        drop: drop_value::<Self>,
        items: Some(Self::items as Items),
    };

    /// Writes items.
    ///
    /// # Safety
    ///
    /// It is such a sequence, which nobody else uses, and a `Keeper` whose results have the owners
    /// of the sequence.
    unsafe fn items(sequence: *mut (), most: u32, keeper: *const (), out: &mut Writer) -> u32 {
        // SAFETY: the caller's promise. What `'k` was as the sequence was made is what the owners
        // keep alive.
        let (sequence, keeper) =
            unsafe { (&mut *sequence.cast::<Self>(), &*keeper.cast::<Keeper<'k>>()) };
        sequence.write(most, keeper, out)
    }

    // A function of its own, whose parameters the compiler knows to be apart: then it has where the
    // iterator is, and how far the writer is, in registers for the loop.
    #[inline(never)]
    fn write(&mut self, most: u32, keeper: &Keeper<'k>, out: &mut Writer) -> u32 {
        // As many as there are at least, as far as that can be believed.
        let least = self.items.size_hint().0.min(most as usize);
        out.reserve(least.saturating_mul(I::Item::LEAST).min(RESERVED));
        let mut count = 0;
        while count < most && !self.is_over {
            match self.items.next() {
                Some(item) => {
                    item.give(keeper, out);
                    count += 1;
                }
                None => self.is_over = true,
            }
        }
        count
    }
}

/// The next items of a sequence, as a list. There is at least one, unless it is over.
pub fn next(sequence: u64, most: u32, scratch: Option<&mut Scratch>) -> Buffer {
    call_with(scratch, |frame, handles, _, _| {
        let (sequence, items) = lease(frame, handles, sequence)?;
        let mut out = frame.writer();
        out.put(&0u32);
        // SAFETY: there is the exclusive lease; and it is the only one, so that the results of this
        // call have the sequence's owners.
        let count = unsafe {
            let keeper: *const Keeper<'_> = &raw const **handles;
            items(sequence.value(), most.max(1), keeper.cast(), &mut out)
        };
        out.patch(0, &count.to_le_bytes());
        frame.value(out)
    })
}

/// An exclusive lease on a sequence.
fn lease<'c>(
    frame: &Frame<'c>,
    handles: &Handles<'c, '_>,
    token: u64,
) -> Result<(&'static HandleCell, Items), Raised> {
    let refuse = |refused| refuse(frame.scratch, "sequence", NAME, refused);
    threads::drain();
    let cell = lease::exclusive(token).map_err(refuse)?;
    let lease = Lease::exclusive(cell);
    // SAFETY: there is the exclusive lease.
    let (items, is_bound) = unsafe {
        let content = cell.content();
        ((*content).facts.items, (*content).is_bound)
    };
    let refused = match items {
        None => Refused::NoSequence,
        Some(_) if is_bound && cell.thread.load(Ordering::Relaxed) != threads::number() => {
            Refused::Foreign
        }
        Some(items) => {
            handles.hold(lease.borrows(true));
            return Ok((cell, items));
        }
    };
    lease.give_back();
    Err(refuse(refused))
}

/// A handle to what can be iterated: `sequence!(handles, value)`.
macro_rules! sequence {
    ($handles:expr, $items:expr) => {{
        #[allow(unused_imports)]
        use $crate::runtime::UnprovenOf as _;
        let items = ::std::iter::IntoIterator::into_iter($items);
        let is_send = $crate::runtime::ProbeOf::new(&items).is_send();
        $handles.sequence(items, is_send)
    }};
}

pub(crate) use sequence;
