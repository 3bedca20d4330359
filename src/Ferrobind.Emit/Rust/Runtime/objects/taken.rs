//! Values that leave their handles.

use std::marker::PhantomData;
use std::mem::ManuallyDrop;
use std::sync::Arc;

use super::acquire::exclusive;
use super::cell::Form;
use super::keeper::Keeper;
use super::lease::{Lease, Purpose, Refused};
use super::object::{Object, Whole, take_value};
use super::owners::{Owner, Owners};
use super::{dyn_object, pool};

/// A value that the call is going to consume. Until it does, the handle stays as it is.
pub struct Taken<'h, 'k, T> {
    keeper: &'h Keeper<'k>,
    lease: Lease,
    value: PhantomData<T>,
}

impl<'h, 'k, T> Taken<'h, 'k, T> {
    /// The lease is the exclusive one, to consume it.
    #[inline]
    pub(super) fn new(keeper: &'h Keeper<'k>, lease: Lease) -> Self {
        Self {
            keeper,
            lease,
            value: PhantomData,
        }
    }

    /// Takes the value. The handle is closed.
    #[inline]
    pub fn take(self) -> T {
        let this = ManuallyDrop::new(self);
        // SAFETY: there is the exclusive lease, to consume it.
        let (value, owners) = unsafe { take(this.lease) };
        if let Some(owners) = owners {
            this.keeper.keep(Owner::Owners(owners));
        }
        value
    }
}

/// Takes a value out of its cell, which is vacated, and what it borrows from.
///
/// # Safety
///
/// The lease is the exclusive one, which was had to consume a value of this type.
#[inline]
pub(super) unsafe fn take<T>(lease: Lease) -> (T, Option<Arc<Owners>>) {
    let cell = lease.cell();
    // SAFETY: nobody else has the value.
    let (value, owners) = unsafe {
        let content = cell.empty();
        (take_value(content.value, content.form), content.owners)
    };
    pool::give_back(cell);
    (value, owners)
}

impl<T> Drop for Taken<'_, '_, T> {
    fn drop(&mut self) {
        self.lease.give_back();
    }
}

/// The same for a trait object, of which the box is taken.
pub struct TakenDyn<'h, 'k, 'o, X: Object + ?Sized> {
    keeper: &'h Keeper<'k>,
    lease: Option<Lease>,
    value: PhantomData<Box<X::At<'o>>>,
}

impl<'h, 'k, 'o, X: Object + ?Sized> TakenDyn<'h, 'k, 'o, X> {
    /// The lease is the exclusive one, to consume it.
    pub(super) fn new(keeper: &'h Keeper<'k>, lease: Lease) -> Self {
        Self {
            keeper,
            lease: Some(lease),
            value: PhantomData,
        }
    }

    /// Takes the value. The handle is closed.
    pub fn take(mut self) -> Box<X::At<'o>> {
        let lease = self.lease.take().expect("it is taken once");
        // SAFETY: there is the exclusive lease, to consume it.
        let (value, owners) = unsafe { take_dyn::<X>(lease) };
        if let Some(owners) = owners {
            self.keeper.keep(Owner::Owners(owners));
        }
        value
    }
}

impl<X: Object + ?Sized> Drop for TakenDyn<'_, '_, '_, X> {
    fn drop(&mut self) {
        if let Some(lease) = self.lease.take() {
            lease.give_back();
        }
    }
}

/// Takes a trait object out of its cell, which is vacated, and what it borrows from.
///
/// # Safety
///
/// The lease is the exclusive one, which was had to consume a value of this type: it is in a box.
pub(super) unsafe fn take_dyn<'o, X: Object + ?Sized>(
    lease: Lease,
) -> (Box<X::At<'o>>, Option<Arc<Owners>>) {
    let cell = lease.cell();
    // SAFETY: nobody else has the value.
    let (value, owners) = unsafe {
        let content = cell.empty();
        let value = Box::from_raw(X::place(content.value));
        dyn_object::leave::<X>(content.value);
        (value, content.owners)
    };
    pool::give_back(cell);
    (value, owners)
}

/// Takes a value that a closure has returned, which is no argument of the call.
pub(in crate::runtime) fn take_returned<X: Whole>(token: u64) -> Result<X, Refused> {
    let lease = exclusive::<X>(token, Purpose::Consume)?;
    // SAFETY: there is the exclusive lease, which was had to consume it.
    Ok(unsafe { take(lease) }.0)
}
