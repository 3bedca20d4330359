//! Where a value behind a handle is kept.

use std::cell::UnsafeCell;
use std::mem::MaybeUninit;
use std::ptr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::owners::Owners;
use super::state::{self, ADDRESS};
use crate::runtime::wire::Writer;

/// A cell: 64 bytes that are never given back to the allocator, and serve one value after the
/// other. What the word allows, and nothing else, says who may look at the rest.
#[repr(C, align(64))]
pub struct HandleCell {
    pub state: AtomicU64,
    /// Where the content is bound: the thread that it belongs to. Else, where the type is not
    /// `Sync`: the one that has the shared leases.
    pub thread: AtomicU64,
    content: UnsafeCell<MaybeUninit<Content>>,
    /// The next cell, in the pool or in the queue of those that are to end.
    pub next: UnsafeCell<*const HandleCell>,
}

const _: () = assert!(size_of::<HandleCell>() == 64);

// SAFETY: who may touch what is what the state is for; see `lease.rs` and `release.rs`.
unsafe impl Sync for HandleCell {}

/// What a cell has while there is a value.
pub struct Content {
    /// Points to the value itself, whatever holds it.
    pub value: *mut (),
    pub facts: &'static Facts,
    /// Dropped after the value.
    pub owners: Option<Arc<Owners>>,
    pub form: Form,
    /// Only one thread may use it, and drop it.
    pub is_bound: bool,
}

/// How a cell has its value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// As the contents of a `Box`.
    Owned,
    /// As those of an `Arc`.
    Arc,
    /// As those of an `Rc`.
    Rc,
    /// By a `&T`.
    Borrowed,
    /// By a `&mut T`.
    BorrowedMut,
}

/// What is known of a type.
pub struct Facts {
    pub name: &'static str,
    /// Drops a value that is held like that.
    pub drop: unsafe fn(*mut (), Form),
    /// Writes items, if it is a sequence.
    pub items: Option<Items>,
}

/// Writes up to so many items of the sequence, for the keeper (`*const Keeper`), and counts them.
pub type Items =
    unsafe fn(sequence: *mut (), most: u32, keeper: *const (), out: &mut Writer) -> u32;

impl HandleCell {
    pub const fn new() -> Self {
        Self {
            state: AtomicU64::new(state::VACANT | state::FIRST),
            thread: AtomicU64::new(0),
            content: UnsafeCell::new(MaybeUninit::uninit()),
            next: UnsafeCell::new(ptr::null()),
        }
    }

    /// The cell of a handle; none, where it is null.
    #[inline(always)]
    pub fn of(token: u64) -> Option<&'static Self> {
        // What a 32-bit machine cuts off is generation.
        let address = (token & ADDRESS) as usize;
        if address == 0 {
            return None;
        }
        // SAFETY: a number that is not of this library is the caller's breach of the contract. The
        // others are addresses of cells, which are never freed.
        Some(unsafe { &*ptr::with_exposed_provenance(address) })
    }

    #[inline(always)]
    pub fn address(&self) -> u64 {
        ptr::from_ref(self).expose_provenance() as u64
    }

    /// Puts a value into a cell that comes from the pool, and returns the handle.
    #[inline]
    pub fn fill(
        &self,
        value: *mut (),
        facts: &'static Facts,
        owners: Option<Arc<Owners>>,
        form: Form,
        is_bound: bool,
        thread: u64,
    ) -> u64 {
        let generation = self.state.load(Ordering::Relaxed) & state::GENERATION;
        self.thread.store(thread, Ordering::Relaxed);
        let place = self.content();
        // One by one, from where they are: the compiler would put them together elsewhere, and then
        // wait for the parts to read the whole.
        // SAFETY: nobody else has a vacant cell.
        unsafe {
            (&raw mut (*place).value).write(value);
            (&raw mut (*place).facts).write(facts);
            (&raw mut (*place).owners).write(owners);
            (&raw mut (*place).form).write(form);
            (&raw mut (*place).is_bound).write(is_bound);
        }
        self.state.store(generation, Ordering::Release);
        self.address() | generation
    }

    /// The content, of which parts may be written to by who has it alone.
    #[inline(always)]
    pub fn content(&self) -> *mut Content {
        self.content.get().cast()
    }

    /// The value, for who has a lease.
    ///
    /// # Safety
    ///
    /// The caller has a lease.
    #[inline(always)]
    pub unsafe fn value(&self) -> *mut () {
        // SAFETY: the value's address changes only under an exclusive lease.
        unsafe { (*self.content()).value }
    }

    /// The owners, for who has a lease.
    ///
    /// # Safety
    ///
    /// The caller has a lease.
    #[inline]
    pub unsafe fn owners(&self) -> Option<&Arc<Owners>> {
        // SAFETY: the owners do not change before the value ends.
        unsafe { (*self.content()).owners.as_ref() }
    }

    /// Takes out the content.
    ///
    /// # Safety
    ///
    /// Nobody else has the cell any more, and it is vacated after that.
    #[inline]
    pub unsafe fn empty(&self) -> Content {
        // SAFETY: the caller's promise.
        unsafe { (*self.content.get()).assume_init_read() }
    }
}
