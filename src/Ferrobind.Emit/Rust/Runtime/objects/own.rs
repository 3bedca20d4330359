//! What a value that a handle is to borrows from.

use std::cell::Cell;
use std::marker::PhantomData;
use std::ptr;
use std::sync::Arc;

use super::cell::HandleCell;
use super::owners::Owners;

/// The lifetime `'o` of what a value borrows from: each handle to a type with lifetimes has one of
/// its own, so that nothing that one value borrows can be stored in another. It is longer than
/// `'k`, for those owners become the results' owners, too.
pub struct Own<'k, 'o> {
    cell: Cell<*const HandleCell>,
    lifetimes: PhantomData<(Cell<&'o ()>, &'k &'o ())>,
}

/// In place of the cell, where there is none, and can be none.
const GONE: *const HandleCell = ptr::without_provenance(1);

impl Own<'_, '_> {
    /// For a type that has no lifetimes.
    #[inline(always)]
    pub(super) fn free() -> Self {
        Self {
            cell: Cell::new(GONE),
            lifetimes: PhantomData,
        }
    }

    #[inline(always)]
    pub(in crate::runtime) fn new() -> Self {
        Self {
            cell: Cell::new(ptr::null()),
            lifetimes: PhantomData,
        }
    }

    /// It is that cell's lifetime, and no other's.
    #[inline(always)]
    pub(super) fn bind(&self, cell: *const HandleCell) {
        let before = self.cell.replace(cell);
        if !before.is_null() && before != cell {
            used_twice();
        }
    }

    /// It is that of a value that leaves its cell: nothing else has it, and nothing is stored in it.
    #[inline(always)]
    pub(super) fn spend(&self) {
        if !self.cell.replace(GONE).is_null() {
            used_twice();
        }
    }

    /// Where what is stored in the value is kept.
    pub(super) fn home(&self) -> Arc<Owners> {
        let cell = self.cell.get();
        assert!(!cell.is_null() && cell != GONE, "there is no value");
        // SAFETY: the call has a lease on it.
        let owners = unsafe { (*cell).owners() };
        let owners = owners.expect("a value that borrows has owners");
        owners.home().clone()
    }

    /// The same, for what is going to be stored there.
    pub(super) fn storage(&self) -> Arc<Owners> {
        let home = self.home();
        if home.is_lent() {
            lent_only();
        }
        home
    }
}

#[cold]
#[inline(never)]
fn lent_only() -> ! {
    panic!(
        "what is lent to a closure outlives the call, so nothing that does not can be stored in it"
    )
}

#[cold]
#[inline(never)]
fn used_twice() -> ! {
    panic!("two values cannot have the same lifetime")
}
