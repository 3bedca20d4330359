//! Closures of the caller's, as Rust calls them.

use std::cell::RefCell;
use std::panic::{self, AssertUnwindSafe};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use runtime_tests::objects::{Match, Pattern};
use runtime_tests::runtime::{
    Answer, Bool, Buffer, Closure, Function, Returned, Space, call, call_with, close, forget, live,
    room,
};
use runtime_tests::{Raised, bytes, encoded, returned, unit};

const PANIC: u32 = 2;
const ARGUMENT: u32 = 3;
const CLOSED: u32 = 4;
const CLOSURE: u32 = 9;

/// The living are counted, so the tests take turns.
fn turn() -> MutexGuard<'static, ()> {
    static TURN: Mutex<()> = Mutex::new(());
    TURN.lock().unwrap_or_else(PoisonError::into_inner)
}

type Body<'a> = &'a (dyn Fn(&[u8], &mut Vec<u8>) -> bool + Sync);

/// What the other side's trampoline does: the context is a `Body`.
unsafe extern "C" fn trampoline(
    context: usize,
    arguments: *const u8,
    len: usize,
    answer: *mut Answer,
) -> Bool {
    unsafe {
        let body = *(context as *const Body);
        let mut out = Vec::new();
        let ok = body(std::slice::from_raw_parts(arguments, len), &mut out);
        let data = match out.len() <= (*answer).capacity {
            true => (*answer).data,
            false => room(answer, out.len()),
        };
        data.copy_from_nonoverlapping(out.as_ptr(), out.len());
        (*answer).len = out.len();
        Bool(u8::from(ok))
    }
}

/// An export that calls a closure with a number, and returns what it answers.
fn export(body: Body, run: impl Fn(&dyn Fn(u32) -> String) -> String) -> Result<String, Raised> {
    let context = (&raw const body) as usize;
    let function: Option<Function> = Some(trampoline);
    let result: Buffer = call(None, |frame| {
        let f = frame.closure("f", function, context)?;
        let f = move |number: u32| {
            let mut space = Space::new();
            let mut call = f.begin(&mut space);
            call.put(&number);
            call.ask().only::<String>()
        };
        frame.value(run(&f))
    });
    returned(result).map(|memory| bytes(memory, None).0)
}

fn number(arguments: &[u8]) -> u32 {
    u32::from_le_bytes(arguments.try_into().unwrap())
}

#[test]
fn a_closure_gets_its_arguments_and_answers() {
    for length in [0, 1, 100, 124, 125, 1000, 1_000_000] {
        let body = |arguments: &[u8], out: &mut Vec<u8>| {
            let text = "x".repeat(number(arguments) as usize);
            out.extend(encoded(text.as_str()));
            true
        };
        assert_eq!(
            export(&body, |f| f(length)),
            Ok("x".repeat(length as usize))
        );
    }
}

#[test]
fn a_failure_unwinds_the_crate_without_a_message() {
    let steps = RefCell::new(Vec::new());
    struct Step<'a>(&'a RefCell<Vec<u32>>, u32);
    impl Drop for Step<'_> {
        fn drop(&mut self) {
            self.0.borrow_mut().push(self.1);
        }
    }
    let body = |_: &[u8], _: &mut Vec<u8>| false;
    let raised = export(&body, |f| {
        let _outer = Step(&steps, 1);
        let _inner = Step(&steps, 2);
        f(0)
    })
    .unwrap_err();
    assert_eq!((raised.kind, raised.location), (CLOSURE, None));
    assert_eq!(steps.into_inner(), [2, 1]);
}

#[test]
fn a_crate_that_catches_the_unwinding_has_its_way() {
    let body = |_: &[u8], _: &mut Vec<u8>| false;
    let result = export(&body, |f| {
        panic::catch_unwind(AssertUnwindSafe(|| f(0))).unwrap_or_else(|_| "caught".into())
    });
    assert_eq!(result, Ok("caught".into()));
}

#[test]
fn a_panic_beside_a_closure_is_one() {
    let body = |_: &[u8], out: &mut Vec<u8>| {
        out.extend(encoded(""));
        true
    };
    let raised = export(&body, |f| {
        f(0);
        panic!("ordinary")
    })
    .unwrap_err();
    assert_eq!((raised.kind, raised.message.as_str()), (PANIC, "ordinary"));
}

#[test]
fn an_answer_that_is_no_value_is_refused() {
    for (answer, message) in [
        (&b""[..], "returned what is cut off at byte 0"),
        (
            &b"\x01\0\0\0\xff"[..],
            "returned what is not UTF-8 at byte 4",
        ),
        (
            &b"\0\0\0\0!"[..],
            "returned what goes on behind its end, at byte 4",
        ),
    ] {
        let body = |_: &[u8], out: &mut Vec<u8>| {
            out.extend(answer);
            true
        };
        let raised = export(&body, |f| f(0)).unwrap_err();
        assert_eq!(
            (raised.kind, raised.location.as_deref()),
            (ARGUMENT, Some("f"))
        );
        assert_eq!(raised.message, message);
    }
}

#[test]
fn no_function_is_refused() {
    let raised = unit(call(None, |frame| frame.closure("f", None, 0).map(|_| ()))).unwrap_err();
    assert_eq!(
        (raised.kind, raised.location.as_deref()),
        (ARGUMENT, Some("f"))
    );
}

#[test]
fn a_closure_is_called_on_other_threads() {
    let body = |arguments: &[u8], out: &mut Vec<u8>| {
        out.extend(encoded(&number(arguments).to_string()));
        true
    };
    fn is_sync<T: Send + Sync>() {}
    is_sync::<Closure<'static>>();
    assert_eq!(export(&body, |f| f(7) + &f(8)), Ok("78".into()));
}

/// Lends a pattern to a closure, which gets the handle.
fn lending(pattern: &Pattern, body: Body) -> Result<(), Raised> {
    let context = (&raw const body) as usize;
    let function: Option<Function> = Some(trampoline);
    unit(call(None, |frame| {
        let f = frame.closure("f", function, context)?;
        let mut space = Space::new();
        let mut call = f.begin(&mut space);
        call.lend::<Pattern>(pattern);
        call.ask().only::<()>();
        Ok(())
    }))
}

fn token(arguments: &[u8]) -> u64 {
    u64::from_le_bytes(arguments.try_into().unwrap())
}

fn pattern(text: &str) -> Pattern {
    Pattern::new(text).unwrap()
}

fn text(handle: u64) -> Result<String, Raised> {
    let result: Buffer = call_with(None, |frame, handles, _, _| {
        let pattern = handles.shared::<Pattern>(frame, "self", &handles.free(), handle)?;
        frame.value(pattern.text.clone())
    });
    returned(result).map(|memory| bytes(memory, None).0)
}

/// A value that borrows from what the handle has.
fn borrowed(handle: u64) -> Result<u64, Raised> {
    let result: Returned<u64> = call_with(None, |frame, handles, _, _| {
        let pattern = handles.kept_shared::<Pattern>(frame, "self", &handles.free(), handle)?;
        let text = handles.kept_text("needle");
        let found = pattern.find_iter(text).next();
        Ok(found.map_or(0, |found| handles.give::<Match<'static>>(found)))
    });
    returned(result)
}

#[test]
fn what_is_lent_is_there_until_the_closure_returns() {
    let _turn = turn();
    let kept = AtomicU64::new(0);
    let body = |arguments: &[u8], _: &mut Vec<u8>| {
        kept.store(token(arguments), Ordering::Relaxed);
        assert_eq!(text(token(arguments)), Ok("lent".into()));
        assert_eq!(live(), 1);
        true
    };
    lending(&pattern("lent"), &body).unwrap();
    assert_eq!(live(), 0);
    assert_eq!(text(kept.into_inner()).unwrap_err().kind, CLOSED);
}

#[test]
fn what_is_borrowed_from_it_ends_with_it() {
    let _turn = turn();
    let kept = Mutex::new(Vec::new());
    let body = |arguments: &[u8], _: &mut Vec<u8>| {
        for _ in 0..100 {
            kept.lock()
                .unwrap()
                .push(borrowed(token(arguments)).unwrap());
        }
        true
    };
    lending(&pattern("needle"), &body).unwrap();
    assert_eq!(live(), 0);
    assert_eq!(kept.into_inner().unwrap().len(), 100);
}

#[test]
fn it_ends_also_where_the_closure_fails() {
    let _turn = turn();
    let body = |arguments: &[u8], _: &mut Vec<u8>| {
        borrowed(token(arguments)).unwrap();
        false
    };
    assert_eq!(
        lending(&pattern("needle"), &body).unwrap_err().kind,
        CLOSURE
    );
    assert_eq!(live(), 0);
}

#[test]
fn what_was_forgotten_is_waited_for() {
    let _turn = turn();
    for _ in 0..200 {
        let body = |arguments: &[u8], _: &mut Vec<u8>| {
            forget(borrowed(token(arguments)).unwrap());
            close(borrowed(token(arguments)).unwrap());
            forget(token(arguments));
            true
        };
        lending(&pattern("needle"), &body).unwrap();
        assert_eq!(live(), 0);
    }
}

#[test]
fn a_call_of_another_thread_is_waited_for() {
    let _turn = turn();
    let (started, waits) = mpsc::channel::<()>();
    let started = Mutex::new(started);
    let is_done = AtomicU64::new(0);
    thread::scope(|scope| {
        let (started, is_done) = (&started, &is_done);
        let body = |arguments: &[u8], _: &mut Vec<u8>| {
            let handle = token(arguments);
            scope.spawn(move || {
                let result: Returned<u64> = call_with(None, |frame, handles, _, _| {
                    let own = handles.free();
                    let pattern = handles.shared::<Pattern>(frame, "self", &own, handle)?;
                    started.lock().unwrap().send(()).unwrap();
                    thread::sleep(Duration::from_millis(30));
                    is_done.store(pattern.text.len() as u64, Ordering::SeqCst);
                    Ok(0)
                });
                returned(result).unwrap();
            });
            waits.recv().unwrap();
            true
        };
        // It is called on this thread alone.
        struct Alone<T>(T);
        unsafe impl<T> Sync for Alone<T> {}
        let alone = Alone(body);
        let body = |arguments: &[u8], out: &mut Vec<u8>| {
            let alone = &alone;
            (alone.0)(arguments, out)
        };
        lending(&pattern("lent"), &body).unwrap();
        assert_eq!(is_done.load(Ordering::SeqCst), 4);
    });
    assert_eq!(live(), 0);
}

#[test]
fn a_borrow_that_comes_too_late_is_closed_at_once() {
    let _turn = turn();
    for _ in 0..200 {
        thread::scope(|scope| {
            let body = |arguments: &[u8], _: &mut Vec<u8>| {
                let handle = token(arguments);
                scope.spawn(move || while borrowed(handle).is_ok() {});
                true
            };
            lending(&pattern("needle"), &body).unwrap();
        });
        assert_eq!(live(), 0);
    }
}
