//! The way in: every length is checked against what is left, before anything is allocated for it.

use super::problem::{Malformed, Problem, Reason};
use super::{MAX_DEPTH, MAX_EMPTY};
use crate::runtime::utf8;

/// How many bytes of memory lists may reserve ahead for each byte of the buffer. What needs more
/// grows as its elements really come.
const BUDGET: usize = 8;

/// A buffer that is being read. It notes the first problem.
pub struct Reader<'f> {
    rest: &'f [u8],
    /// The offset of the end of `rest`.
    end: usize,
    depth: u32,
    budget: usize,
    problem: Option<Problem>,
}

impl<'f> Reader<'f> {
    #[inline]
    pub fn new(bytes: &'f [u8]) -> Self {
        Self {
            rest: bytes,
            end: bytes.len(),
            depth: 0,
            budget: bytes.len().saturating_mul(BUDGET),
            problem: None,
        }
    }

    /// What was wrong.
    #[cold]
    pub fn problem(&self, _: Malformed) -> Problem {
        self.problem.unwrap_or(Problem {
            offset: self.offset(),
            reason: Reason::Invalid("value"),
        })
    }

    /// Nothing may be left.
    #[inline]
    pub fn finish(&mut self) -> Result<(), Malformed> {
        if self.rest.is_empty() {
            Ok(())
        } else {
            Err(self.fail(self.offset(), Reason::Rest))
        }
    }

    /// The next `len` bytes.
    #[inline]
    pub fn take(&mut self, len: usize) -> Result<&'f [u8], Malformed> {
        match self.rest.split_at_checked(len) {
            Some((taken, rest)) => {
                self.rest = rest;
                Ok(taken)
            }
            None => Err(self.fail(self.offset(), Reason::Truncated)),
        }
    }

    /// The next `N` bytes.
    #[inline]
    pub fn array<const N: usize>(&mut self) -> Result<[u8; N], Malformed> {
        match self.rest.split_first_chunk() {
            Some((taken, rest)) => {
                self.rest = rest;
                Ok(*taken)
            }
            None => Err(self.fail(self.offset(), Reason::Truncated)),
        }
    }

    /// The next `count` times `size` bytes.
    #[inline]
    pub fn block(&mut self, count: usize, size: usize) -> Result<&'f [u8], Malformed> {
        self.take(count.saturating_mul(size))
    }

    /// Reads `count` values of `size` bytes: the check of one is that of all.
    #[inline]
    pub fn parts(
        &mut self,
        count: usize,
        size: usize,
        mut read: impl FnMut(&mut Self) -> Result<(), Malformed>,
    ) -> Result<(), Malformed> {
        let mut end = self.offset();
        for part in self.block(count, size)?.chunks_exact(size) {
            end += size;
            let mut reader = Self {
                rest: part,
                end,
                depth: self.depth,
                budget: 0,
                problem: None,
            };
            if let Err(error) = read(&mut reader) {
                self.problem = reader.problem;
                return Err(error);
            }
        }
        Ok(())
    }

    /// The count of a list whose elements take at least `least` bytes.
    #[inline]
    pub fn count(&mut self, least: usize) -> Result<usize, Malformed> {
        let count = u32::from_le_bytes(self.array()?) as usize;
        let most = self.rest.len().checked_div(least).unwrap_or(MAX_EMPTY);
        if count <= most {
            Ok(count)
        } else {
            Err(self.fail(self.offset() - size_of::<u32>(), Reason::TooMany))
        }
    }

    /// How many of `count` elements to reserve memory for. The whole call has one budget, so that
    /// counts that promise much cannot cost much.
    #[inline]
    pub fn capacity<T>(&mut self, count: usize) -> usize {
        let size = size_of::<T>().max(1);
        let capacity = count.min(self.budget / size);
        self.budget -= capacity * size;
        capacity
    }

    /// A length and that many bytes.
    #[inline]
    pub fn bytes(&mut self) -> Result<&'f [u8], Malformed> {
        let len = self.count(1)?;
        self.take(len)
    }

    /// A length and that much text.
    #[inline]
    pub fn text(&mut self) -> Result<&'f str, Malformed> {
        let bytes = self.bytes()?;
        utf8::text(bytes).map_err(|at| self.fail(self.offset() - bytes.len() + at, Reason::NotUtf8))
    }

    /// The index of a variant.
    #[inline]
    pub fn variant(&mut self) -> Result<u32, Malformed> {
        self.array().map(u32::from_le_bytes)
    }

    /// A value begins whose type may contain itself.
    #[inline]
    pub fn enter(&mut self) -> Result<(), Malformed> {
        if self.depth == MAX_DEPTH {
            return Err(self.fail(self.offset(), Reason::TooDeep));
        }
        self.depth += 1;
        Ok(())
    }

    /// Such a value has ended. One that is malformed need not: that is the end of all.
    #[inline]
    pub fn leave(&mut self) {
        self.depth -= 1;
    }

    /// The last `size` bytes are no valid `kind`.
    #[cold]
    #[inline(never)]
    pub fn invalid(&mut self, size: usize, kind: &'static str) -> Malformed {
        self.fail(self.offset() - size, Reason::Invalid(kind))
    }

    #[inline]
    fn offset(&self) -> usize {
        self.end - self.rest.len()
    }

    #[cold]
    #[inline(never)]
    fn fail(&mut self, offset: usize, reason: Reason) -> Malformed {
        self.problem = Some(Problem { offset, reason });
        Malformed(())
    }
}
