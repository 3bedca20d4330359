//! Closures of the caller's, which the crate calls while the export runs.
//!
//! Nothing unwinds out of them: one that fails says so, and its language keeps the reason. The crate
//! is then unwound with a payload of this module's, and the export returns a failure of its own
//! kind, behind which the caller finds what it kept.

use std::any::Any;
use std::fmt::Display;
use std::marker::PhantomData;
use std::panic;
use std::slice;

use super::abi::{self, Answer, Bool, Scratch};
use super::failure::{Details, Raised};
use super::frame::Frame;
use super::objects::{self, Form, Give, Keeper, Lending, Object, Whole};
use super::wire::{Decode, Encode, Malformed, Reader, Writer};

/// What is called: with its context, its arguments one after the other on the wire, and where the
/// answer goes. False is that it failed.
///
/// # Safety
///
/// It is called while the export runs that it was given to.
pub type Function = unsafe extern "C" fn(
    context: usize,
    arguments: *const u8,
    arguments_len: usize,
    answer: *mut Answer,
) -> Bool;

/// A closure for the time of a call. Its lifetime is invariant, as the frame's is: what wants to keep
/// one for longer does not compile.
///
/// It may be called from any thread that the crate's bounds let it get to.
#[derive(Clone, Copy)]
pub struct Closure<'c> {
    function: Function,
    context: usize,
    name: &'static str,
    lifetime: PhantomData<fn(&'c ()) -> &'c ()>,
}

impl<'f> Frame<'f> {
    /// A closure.
    #[inline]
    pub fn closure(
        &self,
        name: &'static str,
        function: Option<Function>,
        context: usize,
    ) -> Result<Closure<'f>, Raised> {
        match function {
            Some(function) => Ok(Closure {
                function,
                context,
                name,
                lifetime: PhantomData,
            }),
            None => Err(Raised::new(
                self.scratch,
                abi::ARGUMENT,
                name,
                &"is null, where a closure is needed",
                Details::default(),
            )),
        }
    }
}

/// Memory for one call of a closure: its arguments and its answer are here, as long as they are
/// small.
pub struct Space {
    arguments: Scratch,
    reply: Reply,
}

/// An answer, and the memory for it. The caller sees the first field of it.
#[repr(C)]
struct Reply {
    answer: Answer,
    large: Vec<u8>,
    small: [u64; 16],
}

impl Space {
    #[inline]
    pub fn new() -> Self {
        Self {
            arguments: Scratch([const { std::mem::MaybeUninit::uninit() }; 16]),
            reply: Reply {
                answer: Answer {
                    data: std::ptr::null_mut(),
                    capacity: 0,
                    len: 0,
                },
                large: Vec::new(),
                small: [0; 16],
            },
        }
    }
}

impl Default for Space {
    fn default() -> Self {
        Self::new()
    }
}

/// More room for an answer: `len` bytes. What was written is not kept. Null if there is not so much
/// memory.
///
/// # Safety
///
/// The answer is that of a closure that is being called.
pub unsafe fn room(answer: *mut Answer, len: usize) -> *mut u8 {
    // SAFETY: an answer is the first field of a reply.
    let reply = unsafe { &mut *answer.cast::<Reply>() };
    reply.large = Vec::new();
    if reply.large.try_reserve_exact(len).is_err() {
        return std::ptr::null_mut();
    }
    reply.large.resize(len, 0);
    reply.answer = Answer {
        data: reply.large.as_mut_ptr(),
        capacity: len,
        len: 0,
    };
    reply.answer.data
}

/// One call of a closure, of which arguments are being written.
pub struct Call<'s> {
    closure: Closure<'s>,
    out: Writer,
    reply: &'s mut Reply,
    lending: Option<Lending>,
}

impl<'c> Closure<'c> {
    /// Begins a call.
    #[inline]
    pub fn begin<'s>(&self, space: &'s mut Space) -> Call<'s>
    where
        'c: 's,
    {
        let Space { arguments, reply } = space;
        Call {
            closure: Closure {
                lifetime: PhantomData,
                ..*self
            },
            out: Writer::new(Some(arguments.into()), 0),
            reply,
            lending: None,
        }
    }
}

impl<'s> Call<'s> {
    /// An argument that is data.
    #[inline]
    pub fn put<T: Encode + ?Sized>(&mut self, value: &T) {
        self.out.put(value);
    }

    /// An argument that has values behind handles in it: they are the closure's own.
    #[inline]
    pub fn give<T: Give<'static>>(&mut self, value: T) {
        let keeper = Keeper::new();
        value.give(&keeper, &mut self.out);
        keeper.succeed();
    }

    /// An argument that is borrowed: it is the closure's until it returns.
    #[inline]
    pub fn lend<'a, X: Object>(&mut self, value: &X::At<'a>)
    where
        X::At<'a>: Sized,
    {
        let lending = self.lending.get_or_insert_with(Lending::new);
        // SAFETY: the value is there until the closure has returned, and all borrows are shared.
        let token = unsafe { lending.lend::<X>(Form::Borrowed, value) };
        self.out.put(&token);
    }

    /// The same for one that may be missing.
    #[inline]
    pub fn lend_optional<'a, X: Object>(&mut self, value: Option<&X::At<'a>>)
    where
        X::At<'a>: Sized,
    {
        self.out.bytes(&[u8::from(value.is_some())]);
        if let Some(value) = value {
            self.lend::<X>(value);
        }
    }

    /// An argument that is borrowed, and can be changed.
    #[inline]
    pub fn lend_mut<'a, X: Object>(&mut self, value: &mut X::At<'a>)
    where
        X::At<'a>: Sized,
    {
        let lending = self.lending.get_or_insert_with(Lending::new);
        // SAFETY: the value is there until the closure has returned, and nobody else uses it.
        let token = unsafe { lending.lend::<X>(Form::BorrowedMut, value) };
        self.out.put(&token);
    }

    /// An argument that borrows from what is there until the closure returns.
    #[inline]
    pub fn lend_whole<'a, X: Object>(&mut self, value: X::At<'a>)
    where
        X::At<'a>: Sized,
    {
        let lending = self.lending.get_or_insert_with(Lending::new);
        self.out.put(&lending.lend_whole::<X>(value));
    }

    /// Calls the closure. What was lent is back when this returns.
    #[inline]
    pub fn ask(self) -> Answered<'s> {
        let Self {
            closure,
            out,
            reply,
            lending,
        } = self;
        let arguments = out.written();
        // The whole of it is what the caller may get at.
        let answer: *mut Reply = reply;
        // SAFETY: it was a reference.
        unsafe {
            (*answer).answer = Answer {
                data: (&raw mut (*answer).small).cast(),
                capacity: size_of::<[u64; 16]>(),
                len: 0,
            };
        }
        // SAFETY: the export runs, for the closure has its lifetime, and the answer is a reply's.
        let is_answered = unsafe {
            (closure.function)(
                closure.context,
                arguments.as_ptr(),
                arguments.len(),
                answer.cast(),
            )
        };
        drop(lending);
        if !bool::from(is_answered) {
            unwind(Unwinding::Failed);
        }
        // SAFETY: the reply is there as long as the space is.
        let Answer {
            data,
            capacity,
            len,
        } = unsafe { &(*answer).answer };
        assert!(len <= capacity, "an answer is longer than its room");
        // SAFETY: there are so many bytes, all of which were written before.
        let bytes = unsafe { slice::from_raw_parts(data.cast_const(), *len) };
        Answered {
            name: closure.name,
            reader: Reader::new(bytes),
        }
    }
}

/// An answer, which is being read.
pub struct Answered<'s> {
    name: &'static str,
    reader: Reader<'s>,
}

impl<'s> Answered<'s> {
    /// The next value.
    #[inline]
    pub fn get<T: Decode<'s>>(&mut self) -> T {
        match T::decode(&mut self.reader) {
            Ok(value) => value,
            Err(malformed) => self.refuse(malformed),
        }
    }

    /// The next value, which is one behind a handle. The handle is closed.
    pub fn taken<X: Whole>(&mut self) -> X {
        let token = self.get::<u64>();
        match objects::take_returned::<X>(token) {
            Ok(value) => value,
            Err(refused) => unwind(Unwinding::Refused {
                kind: refused.kind(),
                name: self.name,
                message: objects::returned(X::NAME, refused),
            }),
        }
    }

    /// Nothing may be left.
    #[inline]
    pub fn end(mut self) {
        if let Err(malformed) = self.reader.finish() {
            self.refuse(malformed);
        }
    }

    /// The only value.
    #[inline]
    pub fn only<T: Decode<'s>>(mut self) -> T {
        let value = self.get();
        self.end();
        value
    }

    #[cold]
    fn refuse(&mut self, malformed: Malformed) -> ! {
        unwind(Unwinding::Refused {
            kind: abi::ARGUMENT,
            name: self.name,
            message: format!("returned what {}", self.reader.problem(malformed)),
        })
    }
}

/// Why the crate is unwound.
enum Unwinding {
    /// The closure failed.
    Failed,
    /// It returned what is no value here.
    Refused {
        kind: u32,
        name: &'static str,
        message: String,
    },
}

/// Nobody is told of it: it is no panic.
#[cold]
#[inline(never)]
fn unwind(why: Unwinding) -> ! {
    panic::resume_unwind(Box::new(why))
}

/// The failure, if it is a closure's.
pub(super) fn raised(frame: &Frame<'_>, payload: &(dyn Any + Send)) -> Option<Raised> {
    let (kind, name, message): (u32, &str, &dyn Display) = match payload.downcast_ref()? {
        Unwinding::Failed => (abi::CLOSURE, "", &"a closure failed"),
        Unwinding::Refused {
            kind,
            name,
            message,
        } => (*kind, name, message),
    };
    Some(Raised::new(
        frame.scratch,
        kind,
        name,
        message,
        Details::default(),
    ))
}
