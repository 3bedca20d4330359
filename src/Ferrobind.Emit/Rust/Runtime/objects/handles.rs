//! What the body of an export does with handles.

use std::cell::Cell;
use std::marker::PhantomData;
use std::mem::ManuallyDrop;
use std::ops::Deref;
use std::ptr::{self, NonNull};
use std::rc::Rc;
use std::str;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use super::cell::{Form, HandleCell};
use super::keeper::Keeper;
use super::lease::{self, Lease, Purpose, Refused, Sentence};
use super::object::{Object, is_bound, is_unique, take_value};
use super::owners::{Copied, Kept, Owner, Owners};
use super::state::{EXCLUSIVE, SHARED};
use super::{pool, threads};
use crate::runtime::abi::Scratch;
use crate::runtime::failure::{Details, Raised};
use crate::runtime::frame::Frame;

/// The handles of a call: those that come in, and, as a [`Keeper`], those that go out.
///
/// `'c` is the time of the call, and `'k` that of what is kept for its results. The body of an
/// export knows of both only that `'k` is the longer one, so what it makes a result of can come
/// from nowhere but from what is kept.
pub struct Handles<'c, 'k> {
    keeper: Keeper<'k>,
    lifetimes: PhantomData<(Cell<&'c ()>, &'c &'k ())>,
}

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
    #[inline(always)]
    pub(in crate::runtime) fn new() -> Self {
        Self {
            cell: Cell::new(ptr::null()),
            lifetimes: PhantomData,
        }
    }

    /// It is that cell's lifetime, and no other's.
    #[inline(always)]
    fn bind(&self, cell: *const HandleCell) {
        let before = self.cell.replace(cell);
        if !before.is_null() && before != cell {
            used_twice();
        }
    }

    /// It is that of a value that leaves its cell: nothing else has it, and nothing is stored in it.
    #[inline(always)]
    fn spend(&self) {
        if !self.cell.replace(GONE).is_null() {
            used_twice();
        }
    }

    /// Where what is stored in the value is kept.
    fn home(&self) -> Arc<Owners> {
        let cell = self.cell.get();
        assert!(!cell.is_null() && cell != GONE, "there is no value");
        // SAFETY: the call has a lease on it.
        let owners = unsafe { (*cell).owners() };
        let owners = owners.expect("a value that borrows has owners");
        owners.home().clone()
    }

    /// The same, for what is going to be stored there.
    fn storage(&self) -> Arc<Owners> {
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

impl<'k> Deref for Handles<'_, 'k> {
    type Target = Keeper<'k>;

    #[inline]
    fn deref(&self) -> &Keeper<'k> {
        &self.keeper
    }
}

impl<'c, 'k> Handles<'c, 'k> {
    #[inline(always)]
    pub(in crate::runtime) fn new() -> Self {
        Self {
            keeper: Keeper::new(),
            lifetimes: PhantomData,
        }
    }

    /// The call has returned.
    #[inline(always)]
    pub(in crate::runtime) fn succeed(&self) {
        self.keeper.succeed();
    }

    /// The call has failed.
    #[inline(always)]
    pub(in crate::runtime) fn fail(&self, panicked: bool) {
        self.keeper.fail(panicked);
    }

    /// For types without lifetimes. Those that have some need an [`Own`] of their own.
    #[inline(always)]
    pub fn free(&self) -> Own<'k, 'static> {
        Own {
            cell: Cell::new(GONE),
            lifetimes: PhantomData,
        }
    }

    /// `&T`, as long as the call.
    #[inline(always)]
    pub fn shared<'o, X: Object>(
        &self,
        frame: &Frame<'c>,
        name: &str,
        own: &Own<'k, 'o>,
        token: u64,
    ) -> Result<&'c X::At<'o>, Raised> {
        let lease = self.lease_shared::<X>(frame, name, token)?;
        let value = self.hold::<X>(lease, own);
        // SAFETY: until the call ends, there is a shared lease.
        Ok(unsafe { &*value })
    }

    /// `&T`, as long as the result.
    #[inline(always)]
    pub fn kept_shared<'o, X: Object>(
        &self,
        frame: &Frame<'c>,
        name: &str,
        own: &Own<'k, 'o>,
        token: u64,
    ) -> Result<&'k X::At<'o>, Raised> {
        let lease = self.lease_shared::<X>(frame, name, token)?;
        let value = self.hold::<X>(lease.kept(), own);
        // SAFETY: until what borrows from it ends, there is a shared lease.
        Ok(unsafe { &*value })
    }

    /// `&mut T`, as long as the call.
    #[inline(always)]
    pub fn exclusive<'o, X: Object>(
        &self,
        frame: &Frame<'c>,
        name: &str,
        own: &Own<'k, 'o>,
        token: u64,
    ) -> Result<&'c mut X::At<'o>, Raised> {
        let lease = self.lease_exclusive::<X>(frame, name, token, Purpose::Change)?;
        let value = self.hold::<X>(lease, own);
        // SAFETY: until the call ends, there is the exclusive lease.
        Ok(unsafe { &mut *value })
    }

    /// `&mut T`, as long as the result.
    #[inline]
    pub fn kept_exclusive<'o, X: Object>(
        &self,
        frame: &Frame<'c>,
        name: &str,
        own: &Own<'k, 'o>,
        token: u64,
    ) -> Result<&'k mut X::At<'o>, Raised> {
        let lease = self.lease_exclusive::<X>(frame, name, token, Purpose::Change)?;
        let value = self.hold::<X>(lease.kept(), own);
        // SAFETY: until what borrows from it ends, there is the exclusive lease.
        Ok(unsafe { &mut *value })
    }

    /// `T`, a copy.
    #[inline(always)]
    pub fn copied<'o, X: Object>(
        &self,
        frame: &Frame<'c>,
        name: &str,
        own: &Own<'k, 'o>,
        token: u64,
    ) -> Result<X::At<'o>, Raised>
    where
        X::At<'o>: Copy,
    {
        let lease = self.lease_shared::<X>(frame, name, token)?;
        let value = self.hold::<X>(lease, own);
        // SAFETY: there is a shared lease.
        Ok(unsafe { *value })
    }

    /// `T`, to be taken when nothing else can be refused any more.
    #[inline]
    pub fn taken<'o, X: Object>(
        &self,
        frame: &Frame<'c>,
        name: &str,
        own: &Own<'k, 'o>,
        token: u64,
    ) -> Result<Taken<'_, 'k, X::At<'o>>, Raised> {
        let lease = self.lease_exclusive::<X>(frame, name, token, Purpose::Consume)?;
        let taken = Taken {
            keeper: &self.keeper,
            lease,
            value: PhantomData,
        };
        if X::BORROWS {
            own.spend();
        }
        Ok(taken)
    }

    /// `Arc<T>`, of which the handle keeps one. A value that it has alone moves into one.
    pub fn arc<'o, X: Object>(
        &self,
        frame: &Frame<'c>,
        name: &str,
        own: &Own<'k, 'o>,
        token: u64,
    ) -> Result<Arc<X::At<'o>>, Raised> {
        let lease = self.lease_counted::<X>(frame, name, token, Form::Arc)?;
        let value = self.hold::<X>(lease, own);
        // SAFETY: it is held by an `Arc`, which there is a lease on.
        unsafe {
            Arc::increment_strong_count(value);
            Ok(Arc::from_raw(value))
        }
    }

    /// `Rc<T>`, of which the handle keeps one. A value that it has alone moves into one.
    pub fn rc<'o, X: Object>(
        &self,
        frame: &Frame<'c>,
        name: &str,
        own: &Own<'k, 'o>,
        token: u64,
    ) -> Result<Rc<X::At<'o>>, Raised> {
        let lease = self.lease_counted::<X>(frame, name, token, Form::Rc)?;
        let value = self.hold::<X>(lease, own);
        // SAFETY: it is held by an `Rc`, which there is a lease on, and belongs to this thread.
        unsafe {
            Rc::increment_strong_count(value);
            Ok(Rc::from_raw(value))
        }
    }

    /// A text that lives as long as the result.
    pub fn kept_text(&self, text: &str) -> &'k str {
        // SAFETY: it is a copy of what is UTF-8.
        unsafe { str::from_utf8_unchecked(self.kept_slice(text.as_bytes())) }
    }

    /// Scalars or plain records that live as long as the result.
    pub fn kept_slice<T: Copy + 'k>(&self, elements: &[T]) -> &'k [T] {
        let (copy, place) = Copied::of(elements);
        if let Some(copy) = copy {
            self.keeper.keep(Owner::Copy(copy));
        }
        // SAFETY: the copy lives as long as what borrows from it.
        unsafe { &*place }
    }

    /// A value that lives as long as the result.
    pub fn kept_value<T: Send + 'k>(&self, value: T) -> &'k T {
        let (kept, place) = Kept::of(value);
        self.keeper.keep(Owner::Value(kept));
        // SAFETY: it lives as long as what borrows from it.
        unsafe { &*place }
    }

    /// A text that lives as long as what the value borrows from, for the value to store. There is a
    /// lease on it.
    pub fn stored_text<'o>(&self, own: &Own<'k, 'o>, text: &str) -> &'o str {
        // SAFETY: it is a copy of what is UTF-8.
        unsafe { str::from_utf8_unchecked(self.stored_slice(own, text.as_bytes())) }
    }

    /// Scalars or plain records for the value to store.
    pub fn stored_slice<'o, T: Copy + 'o>(&self, own: &Own<'k, 'o>, elements: &[T]) -> &'o [T] {
        let home = own.storage();
        let (copy, place) = Copied::of(elements);
        if let Some(copy) = copy {
            home.add(Owner::Copy(copy));
        }
        // SAFETY: the copy lives as long as what the value borrows from.
        unsafe { &*place }
    }

    /// A value for the value to store.
    pub fn stored_value<'o, T: Send + 'o>(&self, own: &Own<'k, 'o>, value: T) -> &'o T {
        let home = own.storage();
        let (kept, place) = Kept::of(value);
        home.add(Owner::Value(kept));
        // SAFETY: it lives as long as what the value borrows from.
        unsafe { &*place }
    }

    /// A handle to a value that borrows from just what another one does: for a type that cannot be
    /// one of a shorter lifetime, since it can be changed.
    pub fn give_of<'o, X: Object>(&self, own: &Own<'k, 'o>, value: X::At<'o>) -> u64 {
        let owners = X::BORROWS.then(|| own.home());
        let value: *const X::At<'o> = match X::FORM {
            Form::Arc => Arc::into_raw(Arc::new(value)),
            _ => Box::into_raw(Box::new(value)),
        };
        self.keeper.make_as::<X>(X::FORM, value, owners)
    }

    /// The same for one that is borrowed.
    pub fn give_ref_of<'o, X: Object>(&self, own: &Own<'k, 'o>, value: &'k X::At<'o>) -> u64 {
        let owners = self.borrowed_from::<X>(own);
        self.keeper.make_as::<X>(Form::Borrowed, value, owners)
    }

    /// The same for one that is borrowed, and can be changed.
    pub fn give_mut_of<'o, X: Object>(&self, own: &Own<'k, 'o>, value: &'k mut X::At<'o>) -> u64 {
        let owners = self.borrowed_from::<X>(own);
        self.keeper.make_as::<X>(Form::BorrowedMut, value, owners)
    }

    /// The result of `fn(&mut self) -> &mut Self`: the receiver's own handle, if it is the receiver.
    pub fn give_chained<'o, X: Object>(
        &self,
        own: &Own<'k, 'o>,
        value: &'k mut X::At<'o>,
        receiver: u64,
    ) -> u64 {
        if let Some(cell) = HandleCell::of(receiver).filter(|cell| self.keeper.has_lease(cell)) {
            // SAFETY: there is a lease.
            if unsafe { cell.value() } == ptr::from_mut(value).cast() {
                return receiver;
            }
        }
        self.give_mut_of::<X>(own, value)
    }

    /// The owners of a value that lies in another: this call's, but what is stored in it is kept
    /// where it is kept for the other.
    fn borrowed_from<X: Object>(&self, own: &Own<'k, '_>) -> Option<Arc<Owners>> {
        if !X::BORROWS {
            return Some(self.keeper.owners());
        }
        let home = own.home();
        let owners = Owner::Owners(self.keeper.owners());
        Some(Arc::new(Owners::at(home, owners)))
    }

    #[inline(always)]
    fn lease_shared<X: Object>(
        &self,
        frame: &Frame<'c>,
        name: &str,
        token: u64,
    ) -> Result<Lease, Raised> {
        let cell = match X::IS_FREE {
            true => lease::shared(token),
            false => lease::shared_apart(token, X::SYNC),
        };
        match cell {
            Ok(cell) => Ok(Lease::shared(cell)),
            Err(refused) => Err(refuse(frame.scratch, name, X::NAME, refused)),
        }
    }

    #[inline(always)]
    fn lease_exclusive<X: Object>(
        &self,
        frame: &Frame<'c>,
        name: &str,
        token: u64,
        purpose: Purpose,
    ) -> Result<Lease, Raised> {
        if !X::SEND {
            threads::drain();
        }
        let cell = match lease::exclusive(token) {
            Ok(cell) => cell,
            Err(refused) => return Err(refuse(frame.scratch, name, X::NAME, refused)),
        };
        // SAFETY: there is the exclusive lease.
        let form = unsafe { (*cell.content()).form };
        if !X::SEND || form != Form::Owned {
            if let Err(refused) = lease::check_exclusive(cell, is_unique::<X>, purpose) {
                Lease::exclusive(cell).give_back();
                return Err(refuse(frame.scratch, name, X::NAME, refused));
            }
        }
        Ok(Lease::exclusive(cell))
    }

    /// A shared lease on a value that is held by a pointer that counts.
    fn lease_counted<X: Object>(
        &self,
        frame: &Frame<'c>,
        name: &str,
        token: u64,
        form: Form,
    ) -> Result<Lease, Raised> {
        // Even where the type is everybody's, an `Rc` to it is not.
        let cell = match X::IS_FREE && form == Form::Arc {
            true => lease::shared(token),
            false => lease::shared_apart(token, X::SYNC),
        };
        let cell = cell.map_err(|refused| refuse(frame.scratch, name, X::NAME, refused))?;
        // SAFETY: there is a lease.
        if unsafe { (*cell.content()).form } == form {
            return Ok(Lease::shared(cell));
        }
        // SAFETY: there is a lease.
        let is_scoped = unsafe { cell.owners() }.is_some_and(|owners| !owners.scopes().is_empty());
        Lease::shared(cell).give_back();
        if is_scoped && form == Form::Rc {
            // It would belong to a thread, and perhaps not to that which ends it.
            return Err(refuse(frame.scratch, name, X::NAME, Refused::Unsharable));
        }
        self.lease_exclusive::<X>(frame, name, token, Purpose::Share)?;
        // SAFETY: there is the exclusive lease, and nobody else has the value.
        unsafe { hold_by::<X>(cell, form) };
        cell.state
            .fetch_add(SHARED.wrapping_sub(EXCLUSIVE), Ordering::Release);
        Ok(Lease::shared(cell))
    }

    /// Holds a lease, and returns where the value is.
    #[inline(always)]
    fn hold<'o, X: Object>(&self, lease: Lease, own: &Own<'k, 'o>) -> *mut X::At<'o> {
        self.keeper.hold(lease.borrows(X::BORROWS));
        if X::BORROWS {
            own.bind(lease.cell());
        }
        // SAFETY: there is a lease.
        unsafe { lease.cell().value().cast() }
    }
}

/// Puts a value into an `Arc` or an `Rc`.
///
/// # Safety
///
/// The caller has the exclusive lease, and nobody else has the value.
unsafe fn hold_by<X: Object>(cell: &'static HandleCell, form: Form) {
    let content = cell.content();
    // SAFETY: the caller's promise.
    unsafe {
        if (*content).form == form {
            return;
        }
        let value: X = take_value((*content).value, (*content).form);
        (*content).value = match form {
            Form::Rc => Rc::into_raw(Rc::new(value)).cast_mut().cast(),
            _ => Arc::into_raw(Arc::new(value)).cast_mut().cast(),
        };
        (*content).form = form;
        (*content).is_bound = is_bound::<X>(form);
        // From now on, it belongs to a thread, if it must, or to nobody.
        if (*content).is_bound {
            cell.thread.store(threads::bind(), Ordering::Relaxed);
        }
    }
}

/// A value that the call is going to consume. Until it does, the handle stays as it is.
pub struct Taken<'h, 'k, T> {
    keeper: &'h Keeper<'k>,
    lease: Lease,
    value: PhantomData<T>,
}

impl<T> Taken<'_, '_, T> {
    /// Takes the value. The handle is closed.
    #[inline]
    pub fn take(self) -> T {
        let this = ManuallyDrop::new(self);
        let cell = this.lease.cell();
        // SAFETY: there is the exclusive lease, and nobody else has the value; the cell is vacated.
        let value = unsafe {
            let content = cell.empty();
            if let Some(owners) = content.owners {
                this.keeper.keep(Owner::Owners(owners));
            }
            take_value(content.value, content.form)
        };
        pool::give_back(cell);
        value
    }
}

impl<T> Drop for Taken<'_, '_, T> {
    fn drop(&mut self) {
        self.lease.give_back();
    }
}

/// Takes a value that a closure has returned, which is no argument of the call.
pub(in crate::runtime) fn take_returned<X: Object>(token: u64) -> Result<X, Refused> {
    if !X::SEND {
        threads::drain();
    }
    let cell = lease::exclusive(token)?;
    if let Err(refused) = lease::check_exclusive(cell, is_unique::<X>, Purpose::Consume) {
        Lease::exclusive(cell).give_back();
        return Err(refused);
    }
    // SAFETY: there is the exclusive lease, and nobody else has the value; the cell is vacated.
    let (value, owners) = unsafe {
        let content = cell.empty();
        (take_value(content.value, content.form), content.owners)
    };
    pool::give_back(cell);
    drop(owners);
    Ok(value)
}

/// The forms for handles that may be missing.
macro_rules! optional {
    ($($optional:ident: $lease:ident -> $value:ty $(, $at:ty: $bound:ident)?;)+) => {
        impl<'c, 'k> Handles<'c, 'k> {$(
            #[inline(always)]
            pub fn $optional<'o, X: Object>(
                &self,
                frame: &Frame<'c>,
                name: &str,
                own: &Own<'k, 'o>,
                token: u64,
            ) -> Result<Option<$value>, Raised>
            $(where $at: $bound)?
            {
                match token {
                    0 => Ok(None),
                    _ => self.$lease::<X>(frame, name, own, token).map(Some),
                }
            }
        )+}
    };
}

optional! {
    shared_optional: shared -> &'c X::At<'o>;
    kept_shared_optional: kept_shared -> &'k X::At<'o>;
    exclusive_optional: exclusive -> &'c mut X::At<'o>;
    kept_exclusive_optional: kept_exclusive -> &'k mut X::At<'o>;
    copied_optional: copied -> X::At<'o>, X::At<'o>: Copy;
    taken_optional: taken -> Taken<'_, 'k, X::At<'o>>;
    arc_optional: arc -> Arc<X::At<'o>>;
    rc_optional: rc -> Rc<X::At<'o>>;
}

/// A handle that cannot be used for what the parameter needs.
#[cold]
#[inline(never)]
pub fn refuse(
    scratch: Option<NonNull<Scratch>>,
    name: &str,
    type_name: &'static str,
    why: Refused,
) -> Raised {
    let sentence = Sentence(type_name, why);
    Raised::new(scratch, why.kind(), name, &sentence, Details::default())
}
