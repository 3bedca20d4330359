//! What a call has in hand: its leases, what its results borrow from, and the results themselves.

use std::cell::{Cell, OnceCell, RefCell};
use std::marker::PhantomData;
use std::mem;
use std::ptr;
use std::rc::Rc;
use std::sync::Arc;

use super::cell::{Content, Form, HandleCell};
use super::lease::Lease;
use super::object::{Object, is_bound};
use super::owners::{Owner, Owners};
use super::{pool, release, threads};

/// How many leases a call can have before it needs memory for them.
const FEW: usize = 4;

/// Makes the cells of results. What lives for `'k` is, or becomes, an owner of all that may borrow.
///
/// The lifetime is invariant: a keeper that passed for one of a shorter time would make results of
/// what does not live long enough.
pub struct Keeper<'k> {
    leases: [Cell<Lease>; FEW],
    /// The owners of this call's results, once there is a result that needs some.
    owners: OnceCell<Arc<Owners>>,
    /// The first handle that was made, or 0.
    made: Cell<u64>,
    rest: OnceCell<Box<Rest>>,
    lifetime: PhantomData<Cell<&'k ()>>,
}

/// What few calls have.
#[derive(Default)]
struct Rest {
    leases: RefCell<Vec<Lease>>,
    /// Owners of the results to be.
    kept: RefCell<Vec<Owner>>,
    made: RefCell<Vec<u64>>,
}

impl<'k> Keeper<'k> {
    #[inline]
    pub(super) fn new() -> Self {
        Self {
            leases: [const { Cell::new(Lease::NONE) }; FEW],
            owners: OnceCell::new(),
            made: Cell::new(0),
            rest: OnceCell::new(),
            lifetime: PhantomData,
        }
    }

    /// Has a lease given back at the end of the call, or later, where a result needs it.
    #[inline]
    pub(super) fn hold(&self, lease: Lease) {
        match self.leases.iter().find(|slot| slot.get() == Lease::NONE) {
            Some(slot) => slot.set(lease),
            None => self.hold_more(lease),
        }
        if lease.is_kept() || lease.does_borrow() {
            self.check_order();
        }
    }

    #[cold]
    #[inline(never)]
    fn hold_more(&self, lease: Lease) {
        self.rest().leases.borrow_mut().push(lease);
    }

    /// Has something live as long as the results that may borrow from it.
    pub(super) fn keep(&self, owner: Owner) {
        self.rest().kept.borrow_mut().push(owner);
        self.check_order();
    }

    /// What results borrow from is settled with the first of them.
    #[inline]
    fn check_order(&self) {
        if self.owners.get().is_some() {
            kept_too_late();
        }
    }

    fn rest(&self) -> &Rest {
        self.rest.get_or_init(Box::default)
    }

    /// This call has a lease on the cell.
    pub(super) fn has_lease(&self, cell: &'static HandleCell) -> bool {
        let is_it = |lease: Lease| lease != Lease::NONE && ptr::eq(lease.cell(), cell);
        self.leases.iter().any(|slot| is_it(slot.get()))
            || self
                .rest
                .get()
                .is_some_and(|rest| rest.leases.borrow().iter().copied().any(is_it))
    }

    /// The owners of results: all that was kept, and what the values that came in borrow from.
    ///
    /// They are the same for all of this call's results, for what is stored through one of them may
    /// be seen through another.
    pub(super) fn owners(&self) -> Arc<Owners> {
        self.owners.get_or_init(|| self.make_owners()).clone()
    }

    #[inline(never)]
    fn make_owners(&self) -> Arc<Owners> {
        let (mut first, mut more) = (None, Vec::new());
        let mut add = |owner| match &first {
            None => first = Some(owner),
            Some(_) => more.push(owner),
        };
        // A lease that a result needs is not given back with the others.
        let mut take = |lease: &mut Lease| {
            if lease.is_kept() {
                add(Owner::Lease(mem::replace(lease, Lease::NONE)));
            } else if lease.does_borrow() {
                // SAFETY: there is the lease.
                if let Some(owners) = unsafe { lease.cell().owners() } {
                    add(Owner::Owners(owners.clone()));
                }
            }
        };
        for slot in &self.leases {
            let mut lease = slot.get();
            take(&mut lease);
            slot.set(lease);
        }
        if let Some(rest) = self.rest.get() {
            rest.leases.borrow_mut().iter_mut().for_each(take);
            rest.kept.borrow_mut().drain(..).for_each(add);
        }
        match first {
            Some(Owner::Owners(owners)) if is_all(&owners, &more) => owners,
            first => Arc::new(Owners::new(first, more)),
        }
    }

    /// A new handle to a value of a type that the compiler has checked to live for `'k`.
    #[inline]
    pub(super) fn make(&self, content: Content) -> u64 {
        let thread = if content.is_bound { threads::bind() } else { 0 };
        let token = pool::take().fill(content, thread);
        if self.made.get() == 0 {
            self.made.set(token);
        } else {
            self.made_more(token);
        }
        token
    }

    #[inline(never)]
    fn made_more(&self, token: u64) {
        self.rest().made.borrow_mut().push(token);
    }

    #[inline]
    pub(super) fn make_as<X: Object>(
        &self,
        form: Form,
        value: *const X::At<'_>,
        owners: Option<Arc<Owners>>,
    ) -> u64 {
        self.make(Content {
            value: value.cast_mut().cast(),
            facts: const { &X::FACTS },
            owners,
            form,
            is_bound: is_bound::<X>(form),
        })
    }

    /// The owners of a value that the result has itself: there can be some only if the type has
    /// lifetimes.
    #[inline]
    fn owners_of<X: Object>(&self) -> Option<Arc<Owners>> {
        X::BORROWS.then(|| self.owners())
    }

    /// A handle to a value.
    #[inline]
    pub fn give<X: Object>(&self, value: X::At<'k>) -> u64 {
        let value = Box::into_raw(Box::new(value));
        self.make_as::<X>(Form::Owned, value, self.owners_of::<X>())
    }

    /// A handle to a value that is borrowed.
    #[inline]
    pub fn give_ref<X: Object>(&self, value: &'k X::At<'k>) -> u64 {
        self.make_as::<X>(Form::Borrowed, value, Some(self.owners()))
    }

    /// A handle to a value that is borrowed, and can be changed.
    #[inline]
    pub fn give_mut<X: Object>(&self, value: &'k mut X::At<'k>) -> u64 {
        self.make_as::<X>(Form::BorrowedMut, value, Some(self.owners()))
    }

    /// A handle to a value that others may have, too.
    #[inline]
    pub fn give_arc<X: Object>(&self, value: Arc<X::At<'k>>) -> u64 {
        self.make_as::<X>(Form::Arc, Arc::into_raw(value), self.owners_of::<X>())
    }

    /// A handle to a value that others on this thread may have, too.
    #[inline]
    pub fn give_rc<X: Object>(&self, value: Rc<X::At<'k>>) -> u64 {
        self.make_as::<X>(Form::Rc, Rc::into_raw(value), self.owners_of::<X>())
    }

    /// The call has returned: what it took is given back, and what it made is the caller's.
    #[inline]
    pub(super) fn succeed(self) {
        for slot in &self.leases {
            if slot.get() != Lease::NONE {
                slot.get().give_back();
            }
        }
        if let Some(rest) = self.rest.into_inner() {
            rest.end(Lease::give_back);
        }
    }

    /// The call has failed: nobody will know of what it made.
    #[inline]
    pub(super) fn fail(self, panicked: bool) {
        if self.made.get() != 0 {
            self.unmake();
        }
        let give_back = match panicked {
            true => Lease::give_back_poisoned,
            false => Lease::give_back,
        };
        if let Some(owners) = self.owners.get().filter(|_| panicked) {
            owners.poison();
        }
        for slot in &self.leases {
            if slot.get() != Lease::NONE {
                give_back(slot.get());
            }
        }
        if let Some(rest) = self.rest.into_inner() {
            rest.end(give_back);
        }
    }

    #[cold]
    #[inline(never)]
    fn unmake(&self) {
        release::close(self.made.get());
        if let Some(rest) = self.rest.get() {
            let more = mem::take(&mut *rest.made.borrow_mut());
            more.into_iter().for_each(release::close);
        }
    }
}

impl Rest {
    #[cold]
    #[inline(never)]
    fn end(self, give_back: impl Fn(Lease)) {
        // What nobody borrows from ends as what somebody did.
        drop(Owners::new(None, self.kept.into_inner()));
        let leases = self.leases.into_inner().into_iter();
        leases
            .filter(|&lease| lease != Lease::NONE)
            .for_each(give_back);
    }
}

/// All owners are one and the same set: then that is what results have, too.
fn is_all(owners: &Arc<Owners>, more: &[Owner]) -> bool {
    let is_it = |owner: &Owner| matches!(owner, Owner::Owners(other) if Arc::ptr_eq(owners, other));
    more.iter().all(is_it)
}

#[cold]
#[inline(never)]
fn kept_too_late() -> ! {
    panic!("what a result may borrow from is kept before there are results")
}
