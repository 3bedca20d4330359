//! Lists of plain records: arrays of their mirrors, which C knows, whatever Rust makes of the records.

use std::borrow::Cow;
use std::mem::MaybeUninit;
use std::rc::Rc;
use std::slice;
use std::sync::Arc;

use super::abi::Memory;
use super::failure::Raised;
use super::frame::Frame;
use super::lower::Lower;
use super::mirror::{FromC, NoValue, ToC};
use super::refusal::Refusal;

impl Frame<'_> {
    /// Records, made of their mirrors.
    ///
    /// # Safety
    ///
    /// `data` is null, or points to `len` mirrors that nobody writes to before the call returns.
    #[inline]
    pub unsafe fn records<T: FromC>(
        &self,
        name: &str,
        data: *const T::C,
        len: usize,
    ) -> Result<Vec<T>, Raised> {
        if len == 0 {
            return Ok(Vec::new());
        }
        let data = self.located(name, data, len)?;
        // SAFETY: what a pointer and a length can be is checked, the rest is the caller's promise;
        // and every pattern of bytes is a valid mirror.
        let mirrors = unsafe { slice::from_raw_parts(data.as_ptr(), len) };
        let mut values = Vec::with_capacity(len);
        let room: &mut [MaybeUninit<T>] = values.spare_capacity_mut();
        for (index, (value, mirror)) in room.iter_mut().zip(mirrors).enumerate() {
            match T::from_c(*mirror) {
                Ok(made) => value.write(made),
                Err(NoValue(kind)) => {
                    return Err(self.refuse(name, Refusal::NoElement { index, kind }));
                }
            };
        }
        // SAFETY: there is room for as many, and each was written.
        unsafe { values.set_len(len) };
        Ok(values)
    }
}

/// A list of plain records that goes out as an array of their mirrors.
pub struct Records<T>(pub T);

/// Where a record is as large as its mirror, the memory stays what it is.
impl<T: ToC> Lower<'_> for Records<Vec<T>> {
    type Lowered = Memory;

    #[inline]
    fn lower(self, frame: &Frame<'_>) -> Memory {
        let mirrors = self.0.into_iter().map(|record| record.to_c());
        Memory::owned(frame, mirrors.collect())
    }
}

macro_rules! copied {
    ($($holder:ty $(where $bound:ident)?),+ $(,)?) => {$(
        impl<T: ToC $(+ $bound)?> Lower<'_> for Records<$holder> {
            type Lowered = Memory;

            #[inline]
            fn lower(self, frame: &Frame<'_>) -> Memory {
                Memory::owned(frame, self.0.iter().map(ToC::to_c).collect())
            }
        }
    )+};
}

copied! {
    &[T], &Vec<T>, Box<[T]>, Rc<[T]>, Arc<[T]>, Cow<'_, [T]> where Clone,
    &&[T], &Box<[T]>, &Rc<[T]>, &Arc<[T]>, &Cow<'_, [T]> where Clone,
}
