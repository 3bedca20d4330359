//! Handles: what one thread can do with them.

use runtime_tests::objects::*;
use runtime_tests::runtime::{
    Buffer, Failure, Object, Returned, Scratch, call_with, close, forget, live, next,
};
use runtime_tests::{Raised, bytes, decoded, returned, scratch, take, unit};

/// Tests that count the living take turns.
fn alone() -> std::sync::MutexGuard<'static, ()> {
    static ALONE: std::sync::Mutex<()> = std::sync::Mutex::new(());
    let guard = ALONE.lock().unwrap_or_else(|e| e.into_inner());
    assert_eq!(live(), 0);
    guard
}

fn pattern(text: &str) -> u64 {
    returned::<u64>(call_with(None, |frame, handles, _, _| {
        let value = frame.ok(Pattern::new(text))?;
        Ok(handles.give::<Pattern>(value))
    }))
    .unwrap()
}

fn text_of(pattern: u64) -> Result<String, Raised> {
    let mut scratch = scratch();
    let buffer: Buffer = call_with(Some(&mut scratch), |frame, handles, _, _| {
        let this = handles.shared::<Pattern>(frame, "self", &handles.free(), pattern)?;
        frame.value(this.text.as_str())
    });
    Ok(bytes(returned(buffer)?, Some(&scratch)).0)
}

#[test]
fn smoke() {
    let _alone = alone();
    let p = pattern("ab");
    assert_eq!(live(), 1);
    assert_eq!(text_of(p).unwrap(), "ab");
    close(p);
    assert_eq!(live(), 0);
    assert_eq!(text_of(p).unwrap_err().kind, 4);
}
