//! What a call has in hand: its leases, what its results borrow from, and the results themselves.
//!
//! All but the simplest things are done out of line, by functions that are passed the parts they
//! need: as long as nobody is told where the keeper is, the compiler keeps it in registers, and
//! leaves out what a call does not use.

use std::cell::Cell;
use std::iter;
use std::marker::PhantomData;
use std::mem;
use std::ptr;
use std::rc::Rc;
use std::sync::Arc;

use super::cell::{Content, Facts, Form, HandleCell};
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
    /// The first handle that was made, or 0.
    made: Cell<u64>,
    /// The owners of this call's results, once there is a result that needs some. The first of them
    /// has the reference, for it is there as long as the call: nobody knows it yet.
    owners: Cell<*const Owners>,
    /// They have leases of this call.
    has_lent: Cell<bool>,
    rest: Cell<Option<Box<Rest>>>,
    lifetime: PhantomData<Cell<&'k ()>>,
}

/// What few calls have.
#[derive(Default)]
struct Rest {
    leases: Vec<Lease>,
    /// Owners of the results to be.
    kept: Vec<Owner>,
    made: Vec<u64>,
}

impl<'k> Keeper<'k> {
    #[inline(always)]
    pub(in crate::runtime) fn new() -> Self {
        Self {
            leases: [const { Cell::new(Lease::NONE) }; FEW],
            made: Cell::new(0),
            owners: Cell::new(ptr::null()),
            has_lent: Cell::new(false),
            rest: Cell::new(None),
            lifetime: PhantomData,
        }
    }

    /// Has a lease given back at the end of the call, or later, where a result needs it.
    #[inline(always)]
    pub(super) fn hold(&self, lease: Lease) {
        let [first, second, third, fourth] = &self.leases;
        if first.get() == Lease::NONE {
            first.set(lease);
        } else if second.get() == Lease::NONE {
            second.set(lease);
        } else if third.get() == Lease::NONE {
            third.set(lease);
        } else if fourth.get() == Lease::NONE {
            fourth.set(lease);
        } else {
            self.rest.set(Some(with_lease(self.rest.take(), lease)));
        }
        if lease.is_kept() || lease.does_borrow() {
            self.check_order();
        }
    }

    /// Has something live as long as the results that may borrow from it.
    pub(super) fn keep(&self, owner: Owner) {
        let mut rest = self.rest.take().unwrap_or_default();
        rest.kept.push(owner);
        self.rest.set(Some(rest));
        self.check_order();
    }

    /// What results borrow from is settled with the first of them.
    #[inline(always)]
    fn check_order(&self) {
        if !self.owners.get().is_null() {
            kept_too_late();
        }
    }

    /// This call has a lease on the cell.
    pub(super) fn has_lease(&self, cell: &'static HandleCell) -> bool {
        let is_it = |lease: &Lease| *lease != Lease::NONE && ptr::eq(lease.cell(), cell);
        let rest = self.rest.take();
        let is_in_rest = rest
            .as_ref()
            .is_some_and(|rest| rest.leases.iter().any(is_it));
        self.rest.set(rest);
        is_in_rest || self.leases.iter().any(|slot| is_it(&slot.get()))
    }

    /// The owners of a result, which is made of them at once: all that was kept, and what the
    /// values that came in borrow from.
    ///
    /// They are the same for all of this call's results, for what is stored through one of them may
    /// be seen through another.
    #[inline]
    pub(super) fn owners(&self) -> Arc<Owners> {
        let owners = self.owners.get();
        if owners.is_null() {
            let owners = self.make_owners();
            self.owners.set(Arc::as_ptr(&owners));
            return owners;
        }
        // SAFETY: the first result has them.
        unsafe {
            Arc::increment_strong_count(owners);
            Arc::from_raw(owners)
        }
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
                self.has_lent.set(true);
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
        if let Some(mut rest) = self.rest.take() {
            rest.leases.iter_mut().for_each(take);
            rest.kept.drain(..).for_each(add);
            self.rest.set(Some(rest));
        }
        match first {
            Some(Owner::Owners(owners)) if is_all(&owners, &more) => owners,
            first => Arc::new(Owners::new(first, more)),
        }
    }

    /// A new handle to a value of a type that the compiler has checked to live for `'k`.
    #[inline(always)]
    pub(super) fn make(&self, content: Content) -> u64 {
        let token = fill(content);
        if self.made.get() == 0 {
            self.made.set(token);
        } else {
            self.rest.set(Some(with_made(self.rest.take(), token)));
        }
        token
    }

    #[inline]
    pub(super) fn make_as<X: Object + ?Sized>(
        &self,
        form: Form,
        value: *const X::At<'_>,
        owners: Option<Arc<Owners>>,
    ) -> u64 {
        self.make(Content {
            value: X::enter(value),
            facts: const { &X::FACTS },
            owners,
            form,
            is_bound: is_bound::<X>(form),
        })
    }

    /// The owners of a value that the result has itself: there can be some only if the type has
    /// lifetimes.
    #[inline]
    fn owners_of<X: Object + ?Sized>(&self) -> Option<Arc<Owners>> {
        X::BORROWS.then(|| self.owners())
    }

    /// A handle to a value.
    #[inline]
    pub fn give<X: Object + ?Sized>(&self, value: X::At<'k>) -> u64
    where
        X::At<'k>: Sized,
    {
        if X::FORM == Form::Arc {
            return self.give_arc::<X>(Arc::new(value));
        }
        let value = Box::into_raw(Box::new(value));
        self.make_as::<X>(Form::Owned, value, self.owners_of::<X>())
    }

    /// A handle to a trait object that is in a box.
    pub fn give_dyn<X: Object + ?Sized>(&self, value: Box<X::At<'k>>) -> u64 {
        self.make_as::<X>(Form::Owned, Box::into_raw(value), self.owners_of::<X>())
    }

    /// A handle to a value that is borrowed.
    #[inline]
    pub fn give_ref<X: Object + ?Sized>(&self, value: &'k X::At<'k>) -> u64 {
        self.make_as::<X>(Form::Borrowed, value, Some(self.owners()))
    }

    /// A handle to a value that is borrowed, and can be changed.
    #[inline]
    pub fn give_mut<X: Object + ?Sized>(&self, value: &'k mut X::At<'k>) -> u64 {
        self.make_as::<X>(Form::BorrowedMut, value, Some(self.owners()))
    }

    /// A handle to a value that others may have, too.
    #[inline]
    pub fn give_arc<X: Object + ?Sized>(&self, value: Arc<X::At<'k>>) -> u64 {
        self.make_as::<X>(Form::Arc, Arc::into_raw(value), self.owners_of::<X>())
    }

    /// A handle to a value that others on this thread may have, too.
    #[inline]
    pub fn give_rc<X: Object + ?Sized>(&self, value: Rc<X::At<'k>>) -> u64 {
        self.make_as::<X>(Form::Rc, Rc::into_raw(value), self.owners_of::<X>())
    }

    /// The call has returned: what it took is given back, and what it made is the caller's.
    #[inline(always)]
    pub(in crate::runtime) fn succeed(&self) {
        for slot in &self.leases {
            let lease = slot.get();
            if lease != Lease::NONE {
                lease.give_back();
            }
        }
        if let Some(rest) = self.rest.take() {
            rest.end(Lease::give_back);
        }
    }

    /// The call has failed: what it took is given back, and nobody will know of what it made.
    #[inline(always)]
    pub(super) fn fail(&self, panicked: bool) {
        let [first, second, third, fourth] = &self.leases;
        let leases = [first.get(), second.get(), third.get(), fourth.get()];
        let (made, rest) = (self.made.get(), self.rest.take());
        if leases != [Lease::NONE; FEW] || made != 0 || rest.is_some() {
            undo(panicked, self.has_lent.get(), leases, made, rest);
        }
    }
}

#[cold]
#[inline(never)]
fn undo(
    panicked: bool,
    has_lent: bool,
    leases: [Lease; FEW],
    made: u64,
    mut rest: Option<Box<Rest>>,
) {
    let more = rest.as_mut().map(|rest| mem::take(&mut rest.made));
    for made in iter::once(made).chain(more.into_iter().flatten()) {
        // A lease that became the result's is one of a call that panicked all the same.
        if let Some(cell) = HandleCell::of(made).filter(|_| panicked && has_lent) {
            // SAFETY: nobody else knows the cell.
            if let Some(owners) = unsafe { cell.owners() } {
                owners.poison();
            }
        }
        release::close(made);
    }

    let give_back = match panicked {
        true => Lease::give_back_poisoned,
        false => Lease::give_back,
    };
    let leases = leases.into_iter();
    leases
        .filter(|&lease| lease != Lease::NONE)
        .for_each(give_back);
    if let Some(rest) = rest {
        rest.end(give_back);
    }
}

/// Puts a value into a cell.
#[inline]
pub(super) fn fill(content: Content) -> u64 {
    let Content {
        value,
        facts,
        owners,
        form,
        is_bound,
    } = content;
    fill_with(value, facts, owners, form, is_bound)
}

// In registers: what was just written in parts is slow to read as a whole.
#[inline(never)]
fn fill_with(
    value: *mut (),
    facts: &'static Facts,
    owners: Option<Arc<Owners>>,
    form: Form,
    is_bound: bool,
) -> u64 {
    let mut thread = 0;
    if is_bound {
        thread = threads::bind();
        threads::drain();
    }
    let is_scoped = |owners: &&Arc<Owners>| !owners.scopes().is_empty();
    let scoped = owners.as_ref().filter(is_scoped).cloned();
    let token = pool::take().fill(value, facts, owners, form, is_bound, thread);
    if let Some(owners) = scoped {
        for scope in owners.scopes() {
            scope.note(token, is_bound);
        }
    }
    token
}

#[cold]
#[inline(never)]
fn with_lease(rest: Option<Box<Rest>>, lease: Lease) -> Box<Rest> {
    let mut rest = rest.unwrap_or_default();
    rest.leases.push(lease);
    rest
}

#[inline(never)]
fn with_made(rest: Option<Box<Rest>>, token: u64) -> Box<Rest> {
    let mut rest = rest.unwrap_or_default();
    rest.made.push(token);
    rest
}

impl Rest {
    #[cold]
    #[inline(never)]
    fn end(self, give_back: fn(Lease)) {
        // What nobody borrows from ends as what somebody did.
        drop(Owners::new(None, self.kept));
        let leases = self.leases.into_iter();
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
