//! Trait objects behind handles. A pointer to one has two words, so a cell has one to a place for
//! that.

use std::rc::Rc;
use std::sync::Arc;

use super::cell::Form;
use super::object::Object;

/// Where the pointer to a value is.
type Entry<X> = *mut <X as Object>::At<'static>;

/// What a cell has for a value.
pub fn enter<X: Object + ?Sized>(value: *const X::At<'_>) -> *mut () {
    Box::into_raw(Box::new(value)).cast()
}

/// The value.
///
/// # Safety
///
/// As for [`Object::place`].
pub unsafe fn place<'a, X: Object + ?Sized>(entry: *mut ()) -> *mut X::At<'a> {
    // SAFETY: the caller's promise. Pointers to types that differ in lifetimes are the same.
    unsafe { entry.cast::<*mut X::At<'a>>().read() }
}

/// The value has left.
///
/// # Safety
///
/// It is what [`enter`] returned, and not used any more.
pub unsafe fn leave<X: Object + ?Sized>(entry: *mut ()) {
    // SAFETY: the caller's promise.
    drop(unsafe { Box::from_raw(entry.cast::<Entry<X>>()) });
}

/// Drops what holds a value.
///
/// # Safety
///
/// It is held like that, and not used any more.
pub unsafe fn drop_dyn<X: Object + ?Sized>(entry: *mut (), form: Form) {
    // SAFETY: the caller's promise; the entry goes first, for dropping the value may panic.
    unsafe {
        let value = place::<'static, X>(entry);
        leave::<X>(entry);
        match form {
            Form::Owned => drop(Box::from_raw(value)),
            Form::Arc => drop(Arc::from_raw(value.cast_const())),
            Form::Rc => drop(Rc::from_raw(value.cast_const())),
            Form::Borrowed | Form::BorrowedMut => {}
        }
    }
}

/// Nobody else has the value, nor can get it.
///
/// # Safety
///
/// As for [`Object::is_unique`].
pub unsafe fn is_dyn_unique<X: Object + ?Sized>(entry: *mut (), form: Form) -> bool {
    use std::mem::ManuallyDrop;
    // SAFETY: the caller's promise; the counts stay as they are.
    unsafe {
        let value = place::<'static, X>(entry).cast_const();
        match form {
            Form::Arc => Arc::get_mut(&mut ManuallyDrop::new(Arc::from_raw(value))).is_some(),
            Form::Rc => Rc::get_mut(&mut ManuallyDrop::new(Rc::from_raw(value))).is_some(),
            Form::Owned | Form::Borrowed | Form::BorrowedMut => true,
        }
    }
}

/// Puts what is in a box into an `Arc` or an `Rc`.
///
/// # Safety
///
/// As for [`Object::share`]; and it is in a box.
pub unsafe fn share_dyn<X: Object + ?Sized>(entry: *mut (), into: Form) -> *mut () {
    // SAFETY: the caller's promise.
    let value = unsafe {
        let value = Box::from_raw(place::<'static, X>(entry));
        leave::<X>(entry);
        value
    };
    match into {
        Form::Rc => enter::<X>(Rc::into_raw(Rc::from(value))),
        _ => enter::<X>(Arc::into_raw(Arc::from(value))),
    }
}

/// Declares a trait object, with its name for messages: one that borrows nothing, or one that does,
/// as it is with `'static` and with `'a`.
///
/// ```text
/// dyn_object!(dyn ::shapes::Shape + Send + 'static, "Shape");
/// dyn_object!(<'a> ShapeRef, dyn ::shapes::Shape + 'static, dyn ::shapes::Shape + 'a, "ShapeRef");
/// ```
///
/// Implementations cannot tell the two apart, so the second has a name that stands for it; and
/// where there are both, `beside` the first, what is given on the wire is the second's business.
macro_rules! dyn_object {
    (<$a:lifetime> $marker:ident, $static:ty, $at:ty, $name:literal) => {
        /// Stands for the trait object.
        pub struct $marker;

        $crate::runtime::dyn_object!(@object <$a> $marker, $static, $at, true, $name);
        $crate::runtime::dyn_object!(@give <$a> $marker, $at);
    };
    (@object
        <$a:lifetime> $self:ty, $static:ty, $at:ty, $borrows:literal, $name:literal
    ) => {
        // SAFETY: they are the same where `'a` is `'static`, or what follows does not compile.
        unsafe impl $crate::runtime::Object for $self {
            type At<$a> = $at;

            const NAME: &'static str = $name;
            const BORROWS: bool = $borrows;
            // What is in a box could not come out of an `Arc` again.
            const WANTS_ARC: bool = false;
            const IS_DYN: bool = true;
            $crate::runtime::object!(@probe $static);

            const FACTS: $crate::runtime::Facts = $crate::runtime::Facts {
                name: Self::NAME,
                drop: $crate::runtime::drop_dyn::<Self>,
                items: None,
            };

            fn enter(value: *const Self::At<'_>) -> *mut () {
                $crate::runtime::enter::<Self>(value)
            }

            #[inline]
            unsafe fn place<'p>(entry: *mut ()) -> *mut Self::At<'p> {
                unsafe { $crate::runtime::place::<'p, Self>(entry) }
            }

            unsafe fn is_unique(entry: *mut (), form: $crate::runtime::Form) -> bool {
                unsafe { $crate::runtime::is_dyn_unique::<Self>(entry, form) }
            }

            unsafe fn share(
                entry: *mut (),
                _: $crate::runtime::Form,
                into: $crate::runtime::Form,
            ) -> *mut () {
                unsafe { $crate::runtime::share_dyn::<Self>(entry, into) }
            }
        }

        const _: fn(Box<$static>) -> Box<<$self as $crate::runtime::Object>::At<'static>> =
            |value| value;
    };
    (@give <$k:lifetime> $object:ty, $at:ty) => {
        // On the wire, it is its number.
        impl<$k> $crate::runtime::Extent for $at {
            const LEAST: usize = 8;
            const IS_FIXED: bool = true;
        }

        $crate::runtime::object!(@gives [$k] Box<$at>, |value, keeper, out| {
            out.put(&keeper.give_dyn::<$object>(value));
        });
        $crate::runtime::object!(@gives [$k] &$k $at, |value, keeper, out| {
            out.put(&keeper.give_ref::<$object>(value));
        });
        $crate::runtime::object!(@gives [$k] &$k mut $at, |value, keeper, out| {
            out.put(&keeper.give_mut::<$object>(value));
        });
        $crate::runtime::object!(@gives [$k] ::std::sync::Arc<$at>, |value, keeper, out| {
            out.put(&keeper.give_arc::<$object>(value));
        });
        $crate::runtime::object!(@gives [$k] ::std::rc::Rc<$at>, |value, keeper, out| {
            out.put(&keeper.give_rc::<$object>(value));
        });
    };
    (beside $type:ty, $name:literal) => {
        $crate::runtime::dyn_object!(@object <'a> $type, $type, $type, false, $name);
        $crate::runtime::object!(@accepts Box<$type>, Owned, boxed, false, $type);
        $crate::runtime::object!(@accepts &'r $type, Lent, lent, false, $type);
        $crate::runtime::object!(@accepts ::std::sync::Arc<$type>, Arc, arc, false, $type);
        $crate::runtime::object!(@accepts ::std::rc::Rc<$type>, Rc, rc, false, $type);
    };
    ($type:ty, $name:literal) => {
        $crate::runtime::dyn_object!(beside $type, $name);
        $crate::runtime::dyn_object!(@give <'k> $type, $type);
    };
}

pub(crate) use dyn_object;
