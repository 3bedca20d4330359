//! What a value borrows from, and so keeps.

use std::alloc::{self, Layout};
use std::ptr::{self, NonNull};
use std::slice;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use super::lease::Lease;
use super::release::Work;
use super::scope::{self, End, Scope};
use crate::runtime::panics;

/// What values borrow from. It goes when the last of them is gone.
pub struct Owners {
    /// The first is here, because there is often just one.
    first: Option<Owner>,
    more: Mutex<Vec<Owner>>,
    /// Where a value keeps what is stored in it, if that is not here: that of a value that is
    /// borrowed is where the value is.
    home: Option<Arc<Owners>>,
    /// Those that can be written to are poisoned.
    is_poisoned: AtomicBool,
    /// The calls of closures that this belongs to, which end what has these owners.
    scopes: Vec<Arc<Scope>>,
    /// They are those of what was lent to a closure. It is there after they are gone, so nothing can
    /// be stored in it.
    is_lent: bool,
}

/// One of them.
pub enum Owner {
    Lease(Lease),
    /// What something else borrows from, which lent it on.
    Owners(Arc<Owners>),
    Copy(Copied),
    Value(Kept),
    /// The call of a closure to which something was lent.
    Scope(End),
}

impl Owners {
    pub fn new(first: Option<Owner>, more: Vec<Owner>) -> Self {
        Self {
            scopes: scope::scopes_of(first.iter().chain(&more)),
            is_lent: false,
            first,
            more: Mutex::new(more),
            home: None,
            is_poisoned: AtomicBool::new(false),
        }
    }

    /// Of what is lent to a closure.
    pub fn of_what_is_lent(mut self) -> Self {
        self.is_lent = true;
        self
    }

    /// The calls of closures that what has these owners belongs to.
    pub fn scopes(&self) -> &[Arc<Scope>] {
        &self.scopes
    }

    pub fn is_lent(&self) -> bool {
        self.is_lent
    }

    /// Of a value that lies in another one.
    pub fn at(home: Arc<Self>, owner: Owner) -> Self {
        let mut owners = Self::new(Some(owner), vec![Owner::Owners(home.clone())]);
        owners.more = Mutex::default();
        owners.home = Some(home);
        owners
    }

    pub fn add(&self, owner: Owner) {
        self.more
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(owner);
    }

    /// Where to keep what is stored in a value that has these owners.
    pub fn home(self: &Arc<Self>) -> &Arc<Self> {
        self.home.as_ref().unwrap_or(self)
    }

    /// Something panicked that could write to what is borrowed here.
    pub fn poison(&self) {
        self.is_poisoned.store(true, Ordering::Relaxed);
        // Those of a value that lies in another one only add to those of the call that lent it.
        if let (Some(_), Some(Owner::Owners(lent))) = (&self.home, &self.first) {
            lent.poison();
        }
    }

    /// Ends them; those that may have to end others are left for later, so that a long chain of
    /// borrows is no deep recursion.
    pub fn end(mut self, work: &mut Work) {
        self.end_all(work);
    }

    fn end_all(&mut self, work: &mut Work) {
        let is_poisoned = *self.is_poisoned.get_mut();
        let more = self.more.get_mut();
        let more = more.unwrap_or_else(PoisonError::into_inner);
        // Those that came later may borrow from those that came before.
        for owner in more.drain(..).rev().chain(self.first.take()) {
            match owner {
                Owner::Lease(lease) if is_poisoned => work.add_cell(lease.poisoned()),
                Owner::Lease(lease) => work.add_cell(lease.returned()),
                Owner::Owners(owners) => work.add_owners(owners),
                Owner::Copy(copy) => drop(copy),
                Owner::Scope(end) => drop(end),
                Owner::Value(value) => panics::contain(|| drop(value)),
            }
        }
        if let Some(home) = self.home.take() {
            work.add_owners(home);
        }
    }
}

impl Drop for Owners {
    fn drop(&mut self) {
        let mut work = Work::default();
        self.end_all(&mut work);
        work.finish();
    }
}

/// A copy of a view.
pub struct Copied {
    data: NonNull<u8>,
    layout: Layout,
}

// SAFETY: it is memory, and nobody looks at it here.
unsafe impl Send for Copied {}
unsafe impl Sync for Copied {}

impl Copied {
    /// Copies a view, and returns where the copy is. It needs no memory where there is nothing to
    /// copy.
    pub fn of<T: Copy>(view: &[T]) -> (Option<Self>, *const [T]) {
        let layout = Layout::for_value(view);
        if layout.size() == 0 {
            return (
                None,
                ptr::slice_from_raw_parts(NonNull::dangling().as_ptr(), view.len()),
            );
        }
        // SAFETY: the layout has a size, and the memory is new.
        unsafe {
            let Some(data) = NonNull::new(alloc::alloc(layout)) else {
                alloc::handle_alloc_error(layout)
            };
            let copy = data.cast::<T>().as_ptr();
            copy.copy_from_nonoverlapping(view.as_ptr(), view.len());
            (
                Some(Self { data, layout }),
                ptr::from_ref(slice::from_raw_parts(copy, view.len())),
            )
        }
    }
}

impl Drop for Copied {
    fn drop(&mut self) {
        // SAFETY: it was allocated with this layout, and nobody borrows from it any more.
        unsafe { alloc::dealloc(self.data.as_ptr(), self.layout) };
    }
}

/// A value that something borrows from.
pub struct Kept {
    value: *mut (),
    drop: unsafe fn(*mut ()),
}

// SAFETY: `of` takes nothing else.
unsafe impl Send for Kept {}
// SAFETY: there is nothing to be done with a reference to it.
unsafe impl Sync for Kept {}

impl Kept {
    /// Keeps a value, and returns where it is.
    pub fn of<T: Send>(value: T) -> (Self, *const T) {
        unsafe fn drop_it<T>(value: *mut ()) {
            // SAFETY: it was made of a box of this type.
            drop(unsafe { Box::from_raw(value.cast::<T>()) });
        }
        let value = Box::into_raw(Box::new(value));
        let kept = Self {
            value: value.cast(),
            drop: drop_it::<T>,
        };
        (kept, value)
    }
}

impl Drop for Kept {
    fn drop(&mut self) {
        // SAFETY: `of` has put them together.
        unsafe { (self.drop)(self.value) };
    }
}
