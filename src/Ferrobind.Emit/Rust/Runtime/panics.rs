//! Panics: where they happened, and what they say.
//!
//! Only a panic hook learns where a panic happened. The hook of this library prints nothing and
//! keeps a record, one a thread, for [`caught`] to take when the panic arrives at the boundary. A
//! record that is still there when the next panic comes, or when the thread ends, was nobody's: the
//! crate caught the panic itself, or it ended a thread of the crate's own, or the process is about
//! to abort. It is then printed as Rust would have printed it.
//!
//! The hook is this library's alone, as its copy of `std` is: a host that is written in Rust keeps
//! its own. A crate that sets a hook replaces it, and loses only the locations.

use std::any::Any;
use std::cell::Cell;
use std::io::{self, Write};
use std::mem;
use std::panic::{self, AssertUnwindSafe, PanicHookInfo};
use std::thread;

use super::abi;
use super::closure;
use super::failure::{Details, Raised};
use super::frame::Frame;

thread_local! {
    static LAST: Cell<Untaken> = const { Cell::new(Untaken(None)) };
}

/// The record of a panic, printed when it is dropped.
struct Untaken(Option<Record>);

struct Record {
    thread: Option<String>,
    location: String,
    message: String,
}

impl Drop for Untaken {
    fn drop(&mut self) {
        if let Some(Record {
            thread,
            location,
            message,
        }) = self.0.take()
        {
            let thread = thread.as_deref().unwrap_or("<unnamed>");
            // Where there is no standard error, there is nobody to tell.
            let _ = writeln!(
                io::stderr(),
                "\nthread '{thread}' panicked at {location}:\n{message}"
            );
        }
    }
}

/// Takes the thread's record, which is then not printed.
fn take() -> Option<Record> {
    LAST.try_with(|last| last.replace(Untaken(None)).0.take())
        .ok()
        .flatten()
}

/// The panic hook. It must not panic itself: that would abort.
fn record(info: &PanicHookInfo<'_>) {
    let untaken = Untaken(Some(Record {
        thread: thread::current().name().map(str::to_owned),
        location: info.location().map(ToString::to_string).unwrap_or_default(),
        message: text(info.payload()).to_owned(),
    }));
    // Late in a thread's end there are no thread locals; the record is then dropped, and so
    // printed, at once.
    let _ = LAST.try_with(|last| last.set(untaken));
}

/// The failure for a panic that has arrived at the boundary.
#[cold]
#[inline(never)]
pub(super) fn caught(frame: &Frame<'_>, payload: Box<dyn Any + Send>) -> Raised {
    if let Some(raised) = closure::raised(frame, &*payload) {
        return raised;
    }
    let message = text(&*payload);
    // A payload can come without its record, from another thread or through `resume_unwind`; then a
    // record that is here is an older panic's.
    let location = take()
        .filter(|record| record.message == message)
        .map(|record| record.location);
    let raised = Raised::new(
        frame.scratch,
        abi::PANIC,
        &location.unwrap_or_default(),
        &message,
        Details::default(),
    );
    discard(payload);
    raised
}

/// Runs what nobody waits for: a destructor whose value has no owner. Its panic ends here, and is
/// printed.
pub(super) fn contain(run: impl FnOnce()) {
    if let Err(payload) = panic::catch_unwind(AssertUnwindSafe(run)) {
        let _ = LAST.try_with(|last| drop(last.replace(Untaken(None))));
        discard(payload);
    }
}

/// Drops a payload, which is a value of any type, and can panic as it goes.
fn discard(payload: Box<dyn Any + Send>) {
    if let Err(again) = panic::catch_unwind(AssertUnwindSafe(|| drop(payload))) {
        take();
        // One that does it again would do it for ever. Text cannot.
        if !again.is::<String>() && !again.is::<&str>() {
            mem::forget(again);
        }
    }
}

/// What a payload says. `panic!` makes it of one of these two types.
fn text(payload: &dyn Any) -> &str {
    if let Some(text) = payload.downcast_ref::<&str>() {
        text
    } else if let Some(text) = payload.downcast_ref::<String>() {
        text
    } else {
        "a panic without a message"
    }
}

/// Installs the hook when the library is loaded, so that no call has to see to it.
#[used]
#[cfg_attr(
    target_vendor = "apple",
    unsafe(link_section = "__DATA,__mod_init_func,mod_init_funcs")
)]
#[cfg_attr(windows, unsafe(link_section = ".CRT$XCU"))]
#[cfg_attr(
    not(any(target_vendor = "apple", windows)),
    unsafe(link_section = ".init_array")
)]
static INSTALL: extern "C" fn() = install;

extern "C" fn install() {
    panic::set_hook(Box::new(record));
}
