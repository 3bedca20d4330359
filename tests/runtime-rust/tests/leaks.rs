//! Nothing leaks: each way through a call is taken a thousand times, and leaves as much memory as before.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::fmt::{self, Display, Formatter};
use std::panic;
use std::ptr;
use std::sync::Arc;

use runtime_tests::objects::{Item, Shelf};
use runtime_tests::runtime::{Buffer, Returned, Scratch, Wire, call, call_with, close};
use runtime_tests::{Tree, bytes, decoded, encoded, exports, returned, scratch, take};

thread_local! {
    static LIVE: Cell<isize> = const { Cell::new(0) };
}

/// Counts the bytes that this thread has allocated and not freed, and checks that layouts match.
struct Counting;

unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count(layout.size() as isize);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, data: *mut u8, layout: Layout) {
        count(-(layout.size() as isize));
        unsafe { System.dealloc(data, layout) }
    }

    unsafe fn realloc(&self, data: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        count(size as isize - layout.size() as isize);
        unsafe { System.realloc(data, layout, size) }
    }
}

#[global_allocator]
static COUNTING: Counting = Counting;

fn count(bytes: isize) {
    let _ = LIVE.try_with(|live| live.set(live.get() + bytes));
}

/// The first rounds may set up what a thread keeps.
fn assert_no_leak(round: impl Fn()) {
    (0..10).for_each(|_| round());
    let before = LIVE.get();
    (0..1000).for_each(|_| round());
    assert_eq!(LIVE.get() - before, 0);
}

fn panics(body: impl Fn()) {
    let mut scratch = scratch();
    let result: Returned<u32> = call(Some(&mut scratch), |frame| {
        body();
        frame.value(0u32)
    });
    assert_eq!(returned(result).unwrap_err().kind, 2);
}

fn fails(error: impl Display) -> u32 {
    let mut scratch = scratch();
    let result: Returned<u32> = call(Some(&mut scratch), |frame| {
        frame.result(Err::<u32, _>(error))
    });
    returned(result).unwrap_err().kind
}

#[test]
fn panics_leave_nothing() {
    assert_no_leak(|| panics(|| panic!("plain")));
    assert_no_leak(|| panics(|| panic!("{}", "x".repeat(1000))));
    assert_no_leak(|| panics(|| panic::panic_any(vec![1, 2, 3])));
    assert_no_leak(|| panics(|| panic::resume_unwind(Box::new("resumed"))));
}

#[test]
fn a_payload_that_panics_when_dropped_leaves_nothing() {
    struct Bomb(#[allow(dead_code)] String);
    impl Drop for Bomb {
        fn drop(&mut self) {
            panic!("in drop {}", 1)
        }
    }
    assert_no_leak(|| panics(|| panic::panic_any(Bomb("x".repeat(100)))));
}

#[test]
fn errors_leave_nothing() {
    struct Bomb(usize);
    impl Display for Bomb {
        fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
            f.write_str(&"x".repeat(self.0))
        }
    }
    impl Drop for Bomb {
        fn drop(&mut self) {
            panic!("in drop")
        }
    }
    for len in [0, 10, 1000] {
        assert_no_leak(|| assert_eq!(fails("x".repeat(len)), 1));
        assert_no_leak(|| assert_eq!(fails(Bomb(len)), 2));
    }
}

#[test]
fn a_display_that_panics_leaves_nothing() {
    struct Panics;
    impl Display for Panics {
        fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
            f.write_str(&"x".repeat(1000))?;
            panic!("in display")
        }
    }
    assert_no_leak(|| assert_eq!(fails(Panics), 2));
}

#[test]
fn refusals_leave_nothing() {
    assert_no_leak(|| {
        let result: Returned<usize> = call(None, |frame| {
            let kept = String::from("made before the refusal");
            let text = unsafe { frame.text("text", ptr::null(), 1)? };
            frame.value(kept.len() + text.len())
        });
        assert_eq!(returned(result).unwrap_err().kind, 3);
    });
}

#[test]
fn results_leave_nothing() {
    for len in [0, 1, 128, 129, 10_000] {
        assert_no_leak(|| {
            let mut scratch = scratch();
            let buffer: Buffer = call(Some(&mut scratch), |frame| frame.value("x".repeat(len)));
            assert_eq!(
                bytes(returned(buffer).unwrap(), Some(&scratch)).0.len(),
                len
            );
            let shared: Arc<str> = "x".repeat(len).into();
            let buffer: Buffer = call(None, |frame| frame.value(shared));
            assert_eq!(bytes(returned(buffer).unwrap(), None).0.len(), len);
        });
    }
}

#[test]
fn the_wire_leaves_nothing() {
    for len in [0, 10, 300, 10_000] {
        let value = vec!["x".repeat(len); 3];
        let bytes = encoded(&value);
        assert_no_leak(|| {
            assert_eq!(decoded::<Vec<String>>(&bytes).unwrap().len(), 3);
            assert!(decoded::<Vec<String>>(&bytes[..bytes.len() - 1]).is_err());
            let mut scratch = scratch();
            let buffer: Buffer = call(Some(&mut scratch), |frame| frame.value(Wire(&value)));
            drop(bytes_of(buffer, &scratch));
        });
    }
}

#[test]
fn a_value_that_panics_halfway_leaves_nothing() {
    let deep = Tree::chain(200);
    let deep = (vec!["x".repeat(1000); 3], deep);
    assert_no_leak(|| {
        let mut scratch = scratch();
        let buffer: Buffer = call(Some(&mut scratch), |frame| frame.value(Wire(&deep)));
        let raised = returned(buffer).map(|_| ()).unwrap_err();
        assert_eq!(
            raised.message,
            "a value that nests deeper than 128 levels cannot cross"
        );
    });
}

#[test]
fn handles_leave_nothing() {
    let [pattern, shelf] = [exports::pattern("ab"), exports::shelf(&[1, 2, 3])];
    assert_no_leak(|| {
        let matches = exports::find_iter(pattern, "ab cab").unwrap();
        let found = exports::next_match(matches).unwrap();
        assert_eq!(exports::match_text(found).unwrap(), "ab");
        close(matches);
        close(found);
    });
    assert_no_leak(|| {
        let items = exports::items_mut(shelf).unwrap();
        let all = exports::batch::<u64>(items, 10).unwrap();
        close(items);
        all.into_iter().for_each(close);
    });
    assert_no_leak(|| {
        let names = exports::names();
        exports::names_push(names, "a name").unwrap();
        let again = exports::names_again(names).unwrap();
        exports::names_push(again, "another name").unwrap();
        close(again);
        close(exports::names_with(names, "the last name").unwrap());
    });
    assert_no_leak(|| {
        let (one, two) = exports::boards();
        exports::board_post(one, "text").unwrap();
        close(one);
        assert_eq!(exports::board_text(two).unwrap(), "text");
        close(two);
    });
    close(pattern);
    close(shelf);
}

#[test]
fn calls_with_handles_that_fail_leave_nothing() {
    let shelf = exports::shelf(&[1, 2, 3]);
    for panics in [false, true] {
        assert_no_leak(|| {
            let result: Returned<u64> = call_with(None, |frame, handles, _, _| {
                let own = handles.free();
                let this = handles.kept_shared::<Shelf>(frame, "self", &own, shelf)?;
                handles.kept_text("kept");
                handles.kept_value(String::from("kept, too"));
                for _ in 0..6 {
                    handles.shared::<Shelf>(frame, "self", &own, shelf)?;
                }
                handles.give::<Item>(Item(1));
                handles.give_ref::<Item>(&this.0[0]);
                assert!(!panics);
                frame.result(Err::<u64, _>("failed"))
            });
            assert!(returned(result).is_err());
        });
    }
    close(shelf);
}

#[test]
fn a_value_is_one_allocation() {
    let give = || {
        let result: Returned<u64> =
            call_with(None, |_, handles, _, _| Ok(handles.give::<Item>(Item(1))));
        returned(result).unwrap()
    };
    close(give());
    let before = LIVE.get();
    let handle = give();
    assert_eq!(LIVE.get() - before, size_of::<Item>() as isize);
    close(handle);
    assert_eq!(LIVE.get(), before);
}

fn bytes_of(buffer: Buffer, scratch: &Scratch) -> Vec<u8> {
    take::<u8>(returned(buffer).unwrap(), Some(scratch)).0
}
