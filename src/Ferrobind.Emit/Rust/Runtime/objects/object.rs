//! What is known of a type whose values are behind handles.

use std::marker::PhantomData;
use std::mem::ManuallyDrop;
use std::rc::Rc;
use std::sync::Arc;

use super::cell::{Facts, Form};

/// A type whose values are behind handles, with all its lifetimes `'static`. It is implemented by
/// [`object!`](super::object), and for trait objects by [`dyn_object!`](super::dyn_object).
///
/// # Safety
///
/// `At<'static>` is `Self`, or what that stands for, and `At<'a>` differs from it in lifetimes only; not even in those,
/// unless `BORROWS`. `SEND` and `SYNC` are what the compiler says. The functions do what they say.
pub unsafe trait Object: 'static {
    type At<'a>: ?Sized;

    const NAME: &'static str;
    /// It has lifetimes: a value of it may borrow from something.
    const BORROWS: bool;
    const SEND: bool;
    const SYNC: bool;
    /// There are calls that want an `Arc` of it.
    const WANTS_ARC: bool;
    /// It is a trait object: a value of it is never moved, but only what holds it.
    const IS_DYN: bool = false;

    /// Every thread may use it, and many at the same time.
    const IS_FREE: bool = Self::SEND && Self::SYNC;

    /// How a value is held that comes without a holder. Where calls want an `Arc`, it is in one from
    /// the beginning: to put it there later, it has to move, and calls that share it at that
    /// moment would be refused. Where that would bind it to a thread, it waits until it must.
    const FORM: Form = if Self::WANTS_ARC && Self::IS_FREE {
        Form::Arc
    } else {
        Form::Owned
    };

    const FACTS: Facts;

    /// What a cell has for a value that is there.
    fn enter(value: *const Self::At<'_>) -> *mut ();

    /// The value for which a cell has that.
    ///
    /// # Safety
    ///
    /// It is what [`Self::enter`] returned, and not dropped yet.
    unsafe fn place<'a>(entry: *mut ()) -> *mut Self::At<'a>;

    /// Nobody else has the value, nor can get it.
    ///
    /// # Safety
    ///
    /// It is held like that, and belongs to this thread if it is bound.
    unsafe fn is_unique(entry: *mut (), form: Form) -> bool;

    /// Puts a value into an `Arc` or an `Rc`, and returns what the cell has now.
    ///
    /// # Safety
    ///
    /// It is held in one of the forms for what is owned, and nobody else has it.
    unsafe fn share(entry: *mut (), form: Form, into: Form) -> *mut ();
}

/// One without lifetimes, of which a call can have values of its own.
pub trait Whole: Object + Sized {
    /// A value can be copied out of its cell.
    const COPY: bool;
    /// Makes another one, where the type says how.
    const CLONE: Option<fn(&Self) -> Self>;
}

/// A value that is held like this may only be used and dropped by the thread that made it.
pub const fn is_bound<X: Object + ?Sized>(form: Form) -> bool {
    match form {
        Form::Owned | Form::BorrowedMut => !X::SEND,
        Form::Borrowed | Form::Arc => !X::IS_FREE,
        Form::Rc => true,
    }
}

/// Drops what holds a value.
///
/// # Safety
///
/// It is held like that, and not used any more.
pub unsafe fn drop_value<X>(value: *mut (), form: Form) {
    let value = value.cast::<X>();
    // SAFETY: the caller's promise.
    unsafe {
        // Most are.
        if form == Form::Owned {
            drop(Box::from_raw(value));
            return;
        }
        match form {
            Form::Arc => drop(Arc::from_raw(value.cast_const())),
            Form::Rc => drop(Rc::from_raw(value.cast_const())),
            Form::Owned | Form::Borrowed | Form::BorrowedMut => {}
        }
    }
}

/// Nobody else has the value, nor can get it.
///
/// # Safety
///
/// It is held like that, by an `Arc` or an `Rc`, and belongs to this thread if it is bound.
pub unsafe fn is_unique<X>(value: *mut (), form: Form) -> bool {
    let value = value.cast::<X>().cast_const();
    // SAFETY: the caller's promise; the counts stay as they are.
    unsafe {
        match form {
            Form::Arc => Arc::get_mut(&mut ManuallyDrop::new(Arc::from_raw(value))).is_some(),
            Form::Rc => Rc::get_mut(&mut ManuallyDrop::new(Rc::from_raw(value))).is_some(),
            Form::Owned | Form::Borrowed | Form::BorrowedMut => true,
        }
    }
}

/// Puts a value into an `Arc` or an `Rc`.
///
/// # Safety
///
/// As for [`Object::share`].
pub unsafe fn share_value<X>(value: *mut (), form: Form, into: Form) -> *mut () {
    // SAFETY: the caller's promise.
    let value: X = unsafe { take_value(value, form) };
    match into {
        Form::Rc => Rc::into_raw(Rc::new(value)).cast_mut().cast(),
        _ => Arc::into_raw(Arc::new(value)).cast_mut().cast(),
    }
}

/// Takes a value out of what holds it, which goes.
///
/// # Safety
///
/// It is held like that, by something of its own, and not used any more; nobody else has it.
pub unsafe fn take_value<T>(value: *mut (), form: Form) -> T {
    let value = value.cast::<T>();
    // SAFETY: the caller's promise.
    let taken = unsafe {
        match form {
            Form::Arc => Arc::into_inner(Arc::from_raw(value.cast_const())),
            Form::Rc => Rc::into_inner(Rc::from_raw(value.cast_const())),
            Form::Owned | Form::Borrowed | Form::BorrowedMut => Some(*Box::from_raw(value)),
        }
    };
    taken.expect("nobody else has it")
}

/// Asks the compiler what it thinks of a type: what an impl says itself comes before what a trait
/// says, but only if its bounds hold. It works for concrete types only.
pub struct Probe<T: ?Sized>(PhantomData<T>);

impl<T: Send + ?Sized> Probe<T> {
    pub const SEND: bool = true;
}

impl<T: Sync + ?Sized> Probe<T> {
    pub const SYNC: bool = true;
}

impl<T: Clone> Probe<T> {
    pub const CLONE: Option<fn(&T) -> T> = Some(T::clone);
}

impl<T: Copy> Probe<T> {
    pub const COPY: bool = true;
}

/// What is so where the bounds do not hold.
pub trait UnprovenClone<T> {
    const COPY: bool = false;
    const CLONE: Option<fn(&T) -> T> = None;
}

impl<T> UnprovenClone<T> for Probe<T> {}

/// What is so where the bounds do not hold.
pub trait Unproven {
    const SEND: bool = false;
    const SYNC: bool = false;
}

impl<T: ?Sized> Unproven for Probe<T> {}

/// The same for the type of a value, which may have no name.
pub struct ProbeOf<T>(PhantomData<fn() -> T>);

impl<T> ProbeOf<T> {
    #[inline]
    pub fn new(_: &T) -> Self {
        Self(PhantomData)
    }
}

impl<T: Send> ProbeOf<T> {
    #[inline]
    pub fn is_send(&self) -> bool {
        true
    }
}

/// What is so where the bounds do not hold.
pub trait UnprovenOf {
    #[inline]
    fn is_send(&self) -> bool {
        false
    }
}

impl<T> UnprovenOf for ProbeOf<T> {}

/// Declares a type whose values are behind handles, with its name for messages: one without
/// lifetimes, or one with, as it is with `'static` ones and with `'a` ones.
///
/// ```text
/// object!(::regex::Regex, "Regex");
/// object!(<'a> ::regex::Matches<'static, 'static>, ::regex::Matches<'a, 'a>, "Matches");
/// object!(<'a> invariant ::shop::Till<'static>, ::shop::Till<'a>, "Till");
/// ```
///
/// A value that goes out in data borrows for `'k`, or for longer: it is one of the shorter lifetime,
/// too, which does not compile for a type that is `invariant`.
///
/// `Arc` behind the name says that calls want one: `object!(::tokio::sync::Notify, "Notify", Arc)`.
macro_rules! object {
    (<$a:lifetime> invariant $static:ty, $at:ty, $name:literal $(, $arc:ident)?) => {
        $crate::runtime::object!(@lifetimes <$a> $static, $at, $name $(, $arc)?);
        $crate::runtime::object!(@give [$a] $static, $at);
    };
    (<$a:lifetime> $static:ty, $at:ty, $name:literal $(, $arc:ident)?) => {
        $crate::runtime::object!(@lifetimes <$a> $static, $at, $name $(, $arc)?);
        $crate::runtime::object!(@give ['k, $a] $static, $at);
    };
    (@lifetimes <$a:lifetime> $static:ty, $at:ty, $name:literal $(, $arc:ident)?) => {
        // SAFETY: they are the same where `'a` is `'static`, or what follows does not compile.
        unsafe impl $crate::runtime::Object for $static {
            type At<$a> = $at;

            const NAME: &'static str = $name;
            const BORROWS: bool = true;
            const WANTS_ARC: bool = $crate::runtime::object!(@wants $($arc)?);
            $crate::runtime::object!(@probe $static);
            $crate::runtime::object!(@held);
        }

        const _: fn($static) -> <$static as $crate::runtime::Object>::At<'static> = |value| value;

        // What is so with `'static` must be so with every lifetime.
        const _: () = {
            #[allow(unused_imports)]
            use $crate::runtime::{Probe, Unproven as _};
            #[allow(dead_code)]
            fn probe<$a>(_: $at) -> [bool; 2] {
                [Probe::<$at>::SEND, Probe::<$at>::SYNC]
            }
        };
    };
    (@wants) => { false };
    (@wants Arc) => { true };
    (@probe $static:ty) => {
        const SEND: bool = {
            #[allow(unused_imports)]
            use $crate::runtime::{Probe, Unproven as _};
            Probe::<$static>::SEND
        };
        const SYNC: bool = {
            #[allow(unused_imports)]
            use $crate::runtime::{Probe, Unproven as _};
            Probe::<$static>::SYNC
        };
    };
    (@held) => {
        const FACTS: $crate::runtime::Facts = $crate::runtime::Facts {
            name: Self::NAME,
            drop: $crate::runtime::drop_value::<Self>,
            items: None,
        };

        #[inline(always)]
        fn enter(value: *const Self::At<'_>) -> *mut () {
            value.cast_mut().cast()
        }

        #[inline(always)]
        unsafe fn place<'p>(entry: *mut ()) -> *mut Self::At<'p> {
            entry.cast()
        }

        unsafe fn is_unique(entry: *mut (), form: $crate::runtime::Form) -> bool {
            unsafe { $crate::runtime::is_unique::<Self>(entry, form) }
        }

        unsafe fn share(
            entry: *mut (),
            form: $crate::runtime::Form,
            into: $crate::runtime::Form,
        ) -> *mut () {
            unsafe { $crate::runtime::share_value::<Self>(entry, form, into) }
        }
    };
    (@give [$k:lifetime $(, $a:lifetime)?] $static:ty, $at:ty) => {
        // On the wire, it is its number.
        impl<$k $(, $a: $k)?> $crate::runtime::Extent for $at {
            const LEAST: usize = 8;
            const IS_FIXED: bool = true;
        }

        $crate::runtime::object!(@gives [$k $(, $a)?] $at, |value, keeper, out| {
            out.put(&keeper.give::<$static>(value));
        });
        $crate::runtime::object!(@gives [$k $(, $a)?] &$k $at, |value, keeper, out| {
            out.put(&keeper.give_ref::<$static>(value));
        });
        $crate::runtime::object!(@gives [$k] &$k mut <$static as $crate::runtime::Object>::At<$k>, |value, keeper, out| {
            out.put(&keeper.give_mut::<$static>(value));
        });
        $crate::runtime::object!(@gives [$k $(, $a)?] ::std::sync::Arc<$at>, |value, keeper, out| {
            out.put(&keeper.give_arc::<$static>(value));
        });
        $crate::runtime::object!(@gives [$k $(, $a)?] ::std::rc::Rc<$at>, |value, keeper, out| {
            out.put(&keeper.give_rc::<$static>(value));
        });
        $crate::runtime::object!(@gives [$k $(, $a)?] &$k Box<$at>, |value, keeper, out| {
            out.put(&keeper.give_ref::<$static>(value));
        });
        $crate::runtime::object!(@gives [$k $(, $a)?] &$k Option<$at>, |value, keeper, out| {
            $crate::runtime::Give::give(value.as_ref(), keeper, out);
        });
        $crate::runtime::object!(@gives [$k $(, $a)?] &$k Option<Box<$at>>, |value, keeper, out| {
            $crate::runtime::Give::give(value.as_deref(), keeper, out);
        });
        $crate::runtime::object!(@gives [$k $(, $a)?] &$k [$at], |values, keeper, out| {
            out.count(values.len(), 8);
            for value in values {
                out.put(&keeper.give_ref::<$static>(value));
            }
        });
        $crate::runtime::object!(@gives [$k $(, $a)?] &$k ::std::vec::Vec<$at>, |values, keeper, out| {
            $crate::runtime::Give::give(values.as_slice(), keeper, out);
        });
    };
    (@gives [$k:lifetime $(, $a:lifetime)?] $type:ty, |$value:ident, $keeper:ident, $out:ident| $write:block) => {
        impl<$k $(, $a: $k)?> $crate::runtime::Give<$k> for $type {
            fn give(
                self,
                $keeper: &$crate::runtime::Keeper<$k>,
                $out: &mut $crate::runtime::Writer,
            ) {
                let $value = self;
                $write
            }
        }
    };
    (@accept $type:ty) => {
        $crate::runtime::object!(@accepts $type, Owned, owned, <$type as $crate::runtime::Whole>::COPY, $type);
        $crate::runtime::object!(@accepts &'r $type, Lent, lent, false, $type);
        $crate::runtime::object!(@accepts ::std::sync::Arc<$type>, Arc, arc, false, $type);
        $crate::runtime::object!(@accepts ::std::rc::Rc<$type>, Rc, rc, false, $type);
    };
    (@accepts $type:ty, $way:ident, $take:ident, $is_copy:expr, $object:ty) => {
        impl<'r> $crate::runtime::Accept<'r> for $type {
            fn check(
                reader: &mut $crate::runtime::Reader<'r>,
                desk: &mut $crate::runtime::Desk<'r>,
            ) -> Result<(), $crate::runtime::Malformed> {
                desk.check::<$object>(reader, $crate::runtime::Way::$way, $is_copy)
            }

            fn accept(
                reader: &mut $crate::runtime::Reader<'r>,
                desk: &mut $crate::runtime::Desk<'r>,
            ) -> Result<Self, $crate::runtime::Malformed> {
                desk.$take::<$object>(reader)
            }
        }
    };
    ($type:ty, $name:literal $(, $arc:ident)?) => {
        // SAFETY: it has no lifetimes.
        unsafe impl $crate::runtime::Object for $type {
            type At<'a> = $type;

            const NAME: &'static str = $name;
            const BORROWS: bool = false;
            const WANTS_ARC: bool = $crate::runtime::object!(@wants $($arc)?);
            $crate::runtime::object!(@probe $type);
            $crate::runtime::object!(@held);
        }

        impl $crate::runtime::Whole for $type {
            const COPY: bool = {
                #[allow(unused_imports)]
                use $crate::runtime::{Probe, UnprovenClone as _};
                Probe::<$type>::COPY
            };
            const CLONE: Option<fn(&Self) -> Self> = {
                #[allow(unused_imports)]
                use $crate::runtime::{Probe, UnprovenClone as _};
                Probe::<$type>::CLONE
            };
        }

        $crate::runtime::object!(@give ['k] $type, $type);
        $crate::runtime::object!(@accept $type);
    };
}

pub(crate) use object;
