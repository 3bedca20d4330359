//! Leases for what a type of Rust's needs.

use std::sync::atomic::Ordering;

use super::cell::{Form, HandleCell};
use super::lease::{self, Lease, Purpose, Refused};
use super::object::{Object, is_bound};
use super::state::{EXCLUSIVE, SHARED};
use super::threads;

/// A shared lease.
#[inline(always)]
pub(super) fn shared<X: Object + ?Sized>(token: u64) -> Result<Lease, Refused> {
    let cell = match X::IS_FREE {
        true => lease::shared(token),
        false => lease::shared_apart(token, X::SYNC),
    };
    cell.map(Lease::shared)
}

/// The exclusive lease, for who may have it for that.
#[inline(always)]
pub(super) fn exclusive<X: Object + ?Sized>(
    token: u64,
    purpose: Purpose,
) -> Result<Lease, Refused> {
    if !X::SEND {
        threads::drain();
    }
    let cell = lease::exclusive(token)?;
    // SAFETY: there is the exclusive lease.
    let form = unsafe { (*cell.content()).form };
    if !X::SEND || form != Form::Owned {
        // A trait object cannot be moved out of what shares it.
        let checked = match form {
            Form::Arc | Form::Rc if X::IS_DYN && purpose != Purpose::Change => Err(Refused::Shared),
            _ => lease::check_exclusive(cell, X::is_unique, purpose),
        };
        if let Err(refused) = checked {
            Lease::exclusive(cell).give_back();
            return Err(refused);
        }
    }
    Ok(Lease::exclusive(cell))
}

/// A shared lease on a value that is held by a pointer that counts.
pub(super) fn counted<X: Object + ?Sized>(token: u64, form: Form) -> Result<Lease, Refused> {
    // Even where the type is everybody's, an `Rc` to it is not.
    let cell = match X::IS_FREE && form == Form::Arc {
        true => lease::shared(token),
        false => lease::shared_apart(token, X::SYNC),
    }?;
    // SAFETY: there is a lease.
    if unsafe { (*cell.content()).form } == form {
        return Ok(Lease::shared(cell));
    }
    // SAFETY: there is a lease.
    let is_scoped = unsafe { cell.owners() }.is_some_and(|owners| !owners.scopes().is_empty());
    Lease::shared(cell).give_back();
    if is_scoped && form == Form::Rc {
        // It would belong to a thread, and perhaps not to that which ends it.
        return Err(Refused::Unsharable);
    }
    exclusive::<X>(token, Purpose::Share)?;
    // SAFETY: there is the exclusive lease, and nobody else has the value.
    unsafe { hold_by::<X>(cell, form) };
    cell.state
        .fetch_add(SHARED.wrapping_sub(EXCLUSIVE), Ordering::Release);
    Ok(Lease::shared(cell))
}

/// Puts a value into an `Arc` or an `Rc`.
///
/// # Safety
///
/// The caller has the exclusive lease, and nobody else has the value.
unsafe fn hold_by<X: Object + ?Sized>(cell: &'static HandleCell, form: Form) {
    let content = cell.content();
    // SAFETY: the caller's promise.
    unsafe {
        if (*content).form == form {
            return;
        }
        (*content).value = X::share((*content).value, (*content).form, form);
        (*content).form = form;
        (*content).is_bound = is_bound::<X>(form);
        // From now on, it belongs to a thread, if it must, or to nobody.
        if (*content).is_bound {
            cell.thread.store(threads::bind(), Ordering::Relaxed);
        }
    }
}
