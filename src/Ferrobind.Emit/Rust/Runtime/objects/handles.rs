//! What the body of an export does with handles.

use std::cell::Cell;
use std::marker::PhantomData;
use std::ops::Deref;
use std::ptr::{self, NonNull};
use std::rc::Rc;
use std::str;
use std::sync::Arc;

use super::acquire::{counted, exclusive, shared};
use super::cell::{Form, HandleCell};
use super::keeper::Keeper;
use super::lease::{Lease, Purpose, Refused, Sentence};
use super::object::Object;
use super::own::Own;
use super::owners::{Copied, Kept, Owner, Owners};
use super::taken::{Taken, TakenDyn};
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
        Own::free()
    }

    /// `&T`, as long as the call.
    #[inline(always)]
    pub fn shared<'o, X: Object + ?Sized>(
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
    pub fn kept_shared<'o, X: Object + ?Sized>(
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
    pub fn exclusive<'o, X: Object + ?Sized>(
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
    pub fn kept_exclusive<'o, X: Object + ?Sized>(
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
    pub fn copied<'o, X: Object + ?Sized>(
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
    pub fn taken<'o, X: Object + ?Sized>(
        &self,
        frame: &Frame<'c>,
        name: &str,
        own: &Own<'k, 'o>,
        token: u64,
    ) -> Result<Taken<'_, 'k, X::At<'o>>, Raised>
    where
        X::At<'o>: Sized,
    {
        let lease = self.lease_exclusive::<X>(frame, name, token, Purpose::Consume)?;
        let taken = Taken::new(&self.keeper, lease);
        if X::BORROWS {
            own.spend();
        }
        Ok(taken)
    }

    /// `Box<dyn Trait>`, to be taken when nothing else can be refused any more.
    pub fn taken_dyn<'o, X: Object + ?Sized>(
        &self,
        frame: &Frame<'c>,
        name: &str,
        own: &Own<'k, 'o>,
        token: u64,
    ) -> Result<TakenDyn<'_, 'k, 'o, X>, Raised> {
        let lease = self.lease_exclusive::<X>(frame, name, token, Purpose::Consume)?;
        let taken = TakenDyn::new(&self.keeper, lease);
        if X::BORROWS {
            own.spend();
        }
        Ok(taken)
    }

    /// `Arc<T>`, of which the handle keeps one. A value that it has alone moves into one.
    pub fn arc<'o, X: Object + ?Sized>(
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
    pub fn rc<'o, X: Object + ?Sized>(
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
    pub fn give_of<'o, X: Object + ?Sized>(&self, own: &Own<'k, 'o>, value: X::At<'o>) -> u64
    where
        X::At<'o>: Sized,
    {
        let owners = X::BORROWS.then(|| own.home());
        let value: *const X::At<'o> = match X::FORM {
            Form::Arc => Arc::into_raw(Arc::new(value)),
            _ => Box::into_raw(Box::new(value)),
        };
        self.keeper.make_as::<X>(X::FORM, value, owners)
    }

    /// The same for one that is borrowed.
    pub fn give_ref_of<'o, X: Object + ?Sized>(
        &self,
        own: &Own<'k, 'o>,
        value: &'k X::At<'o>,
    ) -> u64 {
        let owners = self.borrowed_from::<X>(own);
        self.keeper.make_as::<X>(Form::Borrowed, value, owners)
    }

    /// The same for one that is borrowed, and can be changed.
    pub fn give_mut_of<'o, X: Object + ?Sized>(
        &self,
        own: &Own<'k, 'o>,
        value: &'k mut X::At<'o>,
    ) -> u64 {
        let owners = self.borrowed_from::<X>(own);
        self.keeper.make_as::<X>(Form::BorrowedMut, value, owners)
    }

    /// The result of `fn(&mut self) -> &mut Self`: the receiver's own handle, if it is the receiver.
    pub fn give_chained<'o, X: Object + ?Sized>(
        &self,
        own: &Own<'k, 'o>,
        value: &'k mut X::At<'o>,
        receiver: u64,
    ) -> u64 {
        if let Some(cell) = HandleCell::of(receiver).filter(|cell| self.keeper.has_lease(cell)) {
            // SAFETY: there is a lease.
            let place = unsafe { X::place(cell.value()) };
            if place.cast::<()>() == ptr::from_mut(value).cast() {
                return receiver;
            }
        }
        self.give_mut_of::<X>(own, value)
    }

    /// The owners of a value that lies in another: this call's, but what is stored in it is kept
    /// where it is kept for the other.
    fn borrowed_from<X: Object + ?Sized>(&self, own: &Own<'k, '_>) -> Option<Arc<Owners>> {
        if !X::BORROWS {
            return Some(self.keeper.owners());
        }
        let home = own.home();
        let owners = Owner::Owners(self.keeper.owners());
        Some(Arc::new(Owners::at(home, owners)))
    }

    #[inline(always)]
    fn lease_shared<X: Object + ?Sized>(
        &self,
        frame: &Frame<'c>,
        name: &str,
        token: u64,
    ) -> Result<Lease, Raised> {
        match shared::<X>(token) {
            Ok(lease) => Ok(lease),
            Err(refused) => Err(refuse(frame.scratch, name, X::NAME, refused)),
        }
    }

    #[inline(always)]
    fn lease_exclusive<X: Object + ?Sized>(
        &self,
        frame: &Frame<'c>,
        name: &str,
        token: u64,
        purpose: Purpose,
    ) -> Result<Lease, Raised> {
        match exclusive::<X>(token, purpose) {
            Ok(lease) => Ok(lease),
            Err(refused) => Err(refuse(frame.scratch, name, X::NAME, refused)),
        }
    }

    fn lease_counted<X: Object + ?Sized>(
        &self,
        frame: &Frame<'c>,
        name: &str,
        token: u64,
        form: Form,
    ) -> Result<Lease, Raised> {
        counted::<X>(token, form).map_err(|refused| refuse(frame.scratch, name, X::NAME, refused))
    }

    /// Holds a lease, and returns where the value is.
    #[inline(always)]
    fn hold<'o, X: Object + ?Sized>(&self, lease: Lease, own: &Own<'k, 'o>) -> *mut X::At<'o> {
        self.keeper.hold(lease.borrows(X::BORROWS));
        if X::BORROWS {
            own.bind(lease.cell());
        }
        // SAFETY: there is a lease.
        unsafe { X::place(lease.cell().value()) }
    }
}

/// The forms for handles that may be missing.
macro_rules! optional {
    ($($optional:ident: $lease:ident -> $value:ty $(, $at:ty: $bound:ident)?;)+) => {
        impl<'c, 'k> Handles<'c, 'k> {$(
            #[inline(always)]
            pub fn $optional<'o, X: Object + ?Sized>(
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
    taken_optional: taken -> Taken<'_, 'k, X::At<'o>>, X::At<'o>: Sized;
    taken_dyn_optional: taken_dyn -> TakenDyn<'_, 'k, 'o, X>;
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
    let sentence = Sentence {
        verb: "is",
        type_name,
        why,
    };
    Raised::new(scratch, why.kind(), name, &sentence, Details::default())
}

/// What is wrong with a handle that a closure returned.
#[cold]
pub(in crate::runtime) fn returned(type_name: &'static str, why: Refused) -> String {
    let sentence = Sentence {
        verb: "is",
        type_name,
        why,
    };
    format!("returned what {sentence}")
}

/// The same for one that is inside of an argument.
#[cold]
#[inline(never)]
pub fn refuse_inside(
    scratch: Option<NonNull<Scratch>>,
    name: &str,
    type_name: &'static str,
    why: Refused,
) -> Raised {
    let sentence = Sentence {
        verb: "has",
        type_name,
        why,
    };
    Raised::new(scratch, why.kind(), name, &sentence, Details::default())
}
