//! Handles inside of arguments: leases on all of them, and the values that are made with those.

use std::cell::Cell;
use std::marker::PhantomData;
use std::rc::Rc;
use std::sync::Arc;

use super::accept::Accept;
use super::acquire;
use super::cell::Form;
use super::handles::{Handles, refuse_inside};
use super::keeper::Keeper;
use super::lease::{Lease, Purpose, Refused};
use super::object::{Object, Whole};
use super::owners::Owner;
use super::taken;
use crate::runtime::failure::Raised;
use crate::runtime::frame::Frame;
use crate::runtime::refusal::Refusal;
use crate::runtime::wire::{Decode, Malformed, Reader};

/// What a value does with a handle in it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// `T`
    Owned,
    /// `&T`
    Lent,
    /// `Arc<T>`
    Arc,
    /// `Rc<T>`
    Rc,
}

/// The leases of one argument, in the order of its handles. `'r` is the time that they last for.
///
/// It is invariant, as for a [`Frame`].
pub struct Desk<'r> {
    leases: Vec<Held>,
    /// How many of them values were made with.
    made: usize,
    /// Values that are not lent are clones: the argument is for the call to look at, and the
    /// handles stay.
    clones: bool,
    /// Leases that are not to consume are the call's by now.
    is_handed_over: bool,
    refused: Option<(&'static str, Refused)>,
    lifetime: PhantomData<Cell<&'r ()>>,
}

struct Held {
    lease: Lease,
    consumes: bool,
}

impl<'r> Desk<'r> {
    fn new(clones: bool) -> Self {
        Self {
            leases: Vec::new(),
            made: 0,
            clones,
            is_handed_over: false,
            refused: None,
            lifetime: PhantomData,
        }
    }

    /// Takes the lease that the next handle needs.
    pub fn check<X: Object + ?Sized>(
        &mut self,
        reader: &mut Reader<'r>,
        way: Way,
        is_copy: bool,
    ) -> Result<(), Malformed> {
        let token = u64::decode(reader)?;
        let consumes = way == Way::Owned && !self.clones && !is_copy;
        let lease = match way {
            Way::Owned if consumes => acquire::exclusive::<X>(token, Purpose::Consume),
            Way::Owned | Way::Lent => acquire::shared::<X>(token),
            Way::Arc => acquire::counted::<X>(token, Form::Arc),
            Way::Rc => acquire::counted::<X>(token, Form::Rc),
        };
        match lease {
            Ok(lease) => {
                self.leases.push(Held { lease, consumes });
                Ok(())
            }
            Err(refused) => {
                self.refused = Some((X::NAME, refused));
                Err(reader.invalid(size_of::<u64>(), X::NAME))
            }
        }
    }

    /// The lease of the next handle, and whether it is to consume the value.
    fn next(&mut self, reader: &mut Reader<'r>) -> Result<(Lease, bool), Malformed> {
        u64::decode(reader)?;
        let held = &mut self.leases[self.made];
        self.made += 1;
        Ok((held.lease, held.consumes))
    }

    /// Where the value of the next handle is.
    fn place<'o, X: Object + ?Sized>(
        &mut self,
        reader: &mut Reader<'r>,
    ) -> Result<*mut X::At<'o>, Malformed> {
        let (lease, _) = self.next(reader)?;
        // SAFETY: there is the lease.
        Ok(unsafe { X::place(lease.cell().value()) })
    }

    /// `T`: the value, and the handle is closed; or a copy or a clone of it.
    pub fn owned<X: Whole>(&mut self, reader: &mut Reader<'r>) -> Result<X, Malformed> {
        let (lease, consumes) = self.next(reader)?;
        if consumes {
            // SAFETY: there is the exclusive lease, which was had to consume it. Only types that
            // borrow nothing come here, so there are no owners to keep.
            return Ok(unsafe { taken::take(lease) }.0);
        }
        let clone = X::CLONE.expect("what has only clones of values can be cloned itself");
        // SAFETY: there is a shared lease.
        Ok(clone(unsafe { &*lease.cell().value().cast::<X>() }))
    }

    /// `Box<dyn Trait>`: the value, and the handle is closed.
    pub fn boxed<X: Object + ?Sized>(
        &mut self,
        reader: &mut Reader<'r>,
    ) -> Result<Box<X::At<'static>>, Malformed> {
        let (lease, _) = self.next(reader)?;
        // SAFETY: there is the exclusive lease, which was had to consume it.
        Ok(unsafe { taken::take_dyn::<X>(lease) }.0)
    }

    /// `&T`
    pub fn lent<X: Object + ?Sized>(
        &mut self,
        reader: &mut Reader<'r>,
    ) -> Result<&'r X::At<'static>, Malformed> {
        // SAFETY: there is a shared lease for that time.
        Ok(unsafe { &*self.place::<X>(reader)? })
    }

    /// `Arc<T>`
    pub fn arc<X: Object + ?Sized>(
        &mut self,
        reader: &mut Reader<'r>,
    ) -> Result<Arc<X::At<'static>>, Malformed> {
        let value = self.place::<X>(reader)?.cast_const();
        // SAFETY: it is held by an `Arc`, which there is a lease on.
        unsafe {
            Arc::increment_strong_count(value);
            Ok(Arc::from_raw(value))
        }
    }

    /// `Rc<T>`
    pub fn rc<X: Object + ?Sized>(
        &mut self,
        reader: &mut Reader<'r>,
    ) -> Result<Rc<X::At<'static>>, Malformed> {
        let value = self.place::<X>(reader)?.cast_const();
        // SAFETY: it is held by an `Rc`, which there is a lease on, and belongs to this thread.
        unsafe {
            Rc::increment_strong_count(value);
            Ok(Rc::from_raw(value))
        }
    }

    /// Leases that are not to consume are given back with the call's others, or kept for its
    /// result.
    fn hand_over(&mut self, keeper: &Keeper<'_>, keeps: bool) {
        self.is_handed_over = true;
        for held in self.leases.iter().filter(|held| !held.consumes) {
            keeper.hold(if keeps { held.lease.kept() } else { held.lease });
        }
    }
}

impl Drop for Desk<'_> {
    fn drop(&mut self) {
        for (index, held) in self.leases.iter().enumerate() {
            let is_done = match held.consumes {
                true => index < self.made,
                false => self.is_handed_over,
            };
            if !is_done {
                held.lease.give_back();
            }
        }
    }
}

/// An argument that has been checked. Its value is made when nothing else can be refused any more.
pub struct Incoming<'r, T> {
    bytes: &'r [u8],
    desk: Desk<'r>,
    value: PhantomData<T>,
}

impl<'r, T: Accept<'r>> Incoming<'r, T> {
    /// Makes the value. Handles that it consumes are closed.
    pub fn take(mut self) -> T {
        match T::accept(&mut Reader::new(self.bytes), &mut self.desk) {
            Ok(value) => value,
            Err(_) => panic!("what was checked is as it was"),
        }
    }
}

impl<'c, 'k> Handles<'c, 'k> {
    /// A value with handles in it, for the call: what it has is consumed, what it borrows is lent.
    ///
    /// # Safety
    ///
    /// As for [`Frame::slice`].
    pub unsafe fn wire<T: Accept<'c>>(
        &self,
        frame: &Frame<'c>,
        name: &str,
        data: *const u8,
        len: usize,
    ) -> Result<Incoming<'c, T>, Raised> {
        // SAFETY: the caller's promise.
        let bytes = unsafe { frame.slice(name, data, len)? };
        self.incoming(frame, name, bytes, Desk::new(false), false)
    }

    /// The same for a value that the call only looks at: it has clones of what it would consume.
    ///
    /// # Safety
    ///
    /// As for [`Frame::slice`].
    pub unsafe fn cloned_wire<T: Accept<'c> + Clone>(
        &self,
        frame: &Frame<'c>,
        name: &str,
        data: *const u8,
        len: usize,
    ) -> Result<Incoming<'c, T>, Raised> {
        // SAFETY: the caller's promise.
        let bytes = unsafe { frame.slice(name, data, len)? };
        self.incoming(frame, name, bytes, Desk::new(true), false)
    }

    /// The same for a value whose references live as long as the result.
    ///
    /// # Safety
    ///
    /// As for [`Frame::slice`].
    pub unsafe fn kept_wire<T: Accept<'k>>(
        &self,
        frame: &Frame<'c>,
        name: &str,
        data: *const u8,
        len: usize,
    ) -> Result<Incoming<'k, T>, Raised> {
        // SAFETY: the caller's promise.
        let bytes = unsafe { frame.slice(name, data, len)? };
        // What is text in it lives as long, too.
        self.incoming(frame, name, self.kept_slice(bytes), Desk::new(false), true)
    }

    fn incoming<'r, T: Accept<'r>>(
        &self,
        frame: &Frame<'c>,
        name: &str,
        bytes: &'r [u8],
        mut desk: Desk<'r>,
        keeps: bool,
    ) -> Result<Incoming<'r, T>, Raised> {
        let mut reader = Reader::new(bytes);
        let checked = T::check(&mut reader, &mut desk).and_then(|()| reader.finish());
        if let Err(error) = checked {
            return Err(match desk.refused {
                Some((type_name, why)) => refuse_inside(frame.scratch, name, type_name, why),
                None => frame.refuse(name, Refusal::Malformed(reader.problem(error))),
            });
        }
        desk.hand_over(self, keeps);
        Ok(Incoming {
            bytes,
            desk,
            value: PhantomData,
        })
    }
}
