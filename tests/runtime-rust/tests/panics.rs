//! Panics: all of them are caught, with message and location, and none is printed that was.

use std::any::Any;
use std::env;
use std::panic::{self, AssertUnwindSafe};
use std::process::Command;
use std::thread;

use runtime_tests::runtime::{Returned, call};
use runtime_tests::{Raised, returned, scratch};

fn panics(body: impl FnOnce()) -> Raised {
    let mut scratch = scratch();
    let result: Returned<u32> = call(Some(&mut scratch), |frame| {
        body();
        frame.value(0u32)
    });
    let raised = returned(result).unwrap_err();
    assert_eq!(raised.kind, 2);
    raised
}

#[test]
fn a_panic_has_its_message_and_location() {
    let line = line!() + 1;
    let raised = panics(|| panic!("plain"));
    assert_eq!(raised.message, "plain");
    assert_eq!(raised.location, Some(format!("tests/panics.rs:{line}:28")));
    assert_eq!(raised.allocated, 0);

    let line = line!() + 1;
    let raised = panics(|| panic!("formatted {}", line));
    assert_eq!(raised.message, format!("formatted {line}"));
    assert_eq!(raised.location, Some(format!("tests/panics.rs:{line}:28")));
}

#[test]
fn a_long_panic_is_one_allocation() {
    let raised = panics(|| panic!("{}", "x".repeat(1000)));
    let location = raised.location.unwrap();
    assert_eq!(raised.message, "x".repeat(1000));
    assert_eq!(raised.allocated, 32 + location.len() + 1000);
}

#[test]
fn a_panic_can_carry_anything() {
    let raised = panics(|| panic::panic_any(String::from("a string")));
    assert_eq!(raised.message, "a string");
    let raised = panics(|| panic::panic_any(7));
    assert_eq!(raised.message, "a panic without a message");
    assert!(raised.location.is_some());
}

#[test]
fn std_panics_are_panics() {
    let raised = panics(|| {
        let list: Vec<u32> = Vec::new();
        let _ = list[std::hint::black_box(3)];
    });
    assert_eq!(
        raised.message,
        "index out of bounds: the len is 0 but the index is 3"
    );
    assert!(raised.location.unwrap().starts_with("tests/panics.rs:"));
    assert!(
        panics(|| _ = "x".parse::<u8>().unwrap())
            .message
            .contains("InvalidDigit")
    );
}

#[test]
fn a_payload_that_panics_when_dropped_is_contained() {
    struct Once;
    impl Drop for Once {
        fn drop(&mut self) {
            panic!("again");
        }
    }
    struct Forever;
    impl Drop for Forever {
        fn drop(&mut self) {
            panic::panic_any(Forever);
        }
    }
    for payload in [|| panic::panic_any(Once), || panic::panic_any(Forever)] {
        assert_eq!(panics(payload).message, "a panic without a message");
    }
    assert_eq!(panics(|| panic!("after")).message, "after");
}

#[test]
fn a_panic_from_elsewhere_has_no_location() {
    let raised = panics(|| panic::resume_unwind(Box::new("resumed")));
    assert_eq!(
        (raised.message.as_str(), raised.location),
        ("resumed", None)
    );

    // An older panic's location is not taken for it.
    let raised = panics(|| {
        let _ = panic::catch_unwind(|| panic!("the crate's own affair"));
        panic::resume_unwind(Box::new("resumed"));
    });
    assert_eq!(
        (raised.message.as_str(), raised.location),
        ("resumed", None)
    );

    // But its own is, when it went through the crate's hands.
    let raised = panics(|| {
        let payload = panic::catch_unwind(|| panic!("passed on")).unwrap_err();
        panic::resume_unwind(payload);
    });
    assert_eq!(raised.message, "passed on");
    assert!(raised.location.is_some());
}

#[test]
fn calls_nest() {
    let raised = panics(|| {
        let inner = panics(|| panic!("inner"));
        assert_eq!(inner.message, "inner");
        panic!("outer, after {}", inner.message);
    });
    assert_eq!(raised.message, "outer, after inner");

    // And in a destructor, while an outer panic is on its way.
    struct Calls;
    impl Drop for Calls {
        fn drop(&mut self) {
            assert_eq!(panics(|| panic!("inner")).message, "inner");
        }
    }
    let raised = panics(|| {
        let _calls = Calls;
        panic!("outer");
    });
    assert_eq!(raised.message, "outer");
}

#[test]
fn each_thread_has_its_own_panics() {
    thread::scope(|scope| {
        for thread in 0..8 {
            scope.spawn(move || {
                for round in 0..50 {
                    let raised = panics(|| panic!("{thread} {round}"));
                    assert_eq!(raised.message, format!("{thread} {round}"));
                    assert!(raised.location.is_some());
                }
            });
        }
    });
}

#[test]
fn a_panic_of_a_thread_can_be_passed_on() {
    let raised = panics(|| thread::spawn(|| panic!("in a thread")).join().unwrap());
    assert!(raised.message.contains("Any"), "{}", raised.message);
    let raised = panics(|| {
        let payload: Box<dyn Any + Send> = thread::spawn(|| panic!("there")).join().unwrap_err();
        panic::resume_unwind(payload);
    });
    assert_eq!((raised.message.as_str(), raised.location), ("there", None));
}

/// Runs one of the tests below on its own, and returns what it prints to standard error.
fn printed(test: &str) -> String {
    let output = Command::new(env::current_exe().unwrap())
        .args([
            "--exact",
            test,
            "--ignored",
            "--nocapture",
            "--test-threads=1",
        ])
        .output()
        .unwrap();
    String::from_utf8(output.stderr).unwrap()
}

#[test]
#[ignore = "run by another test"]
fn prints_nothing() {
    for _ in 0..10 {
        panics(|| panic!("caught"));
    }
}

#[test]
#[ignore = "run by another test"]
fn prints_a_threads_panic() {
    let _ = thread::Builder::new()
        .name("worker".into())
        .spawn(|| panic!("unseen"))
        .unwrap()
        .join();
}

#[test]
#[ignore = "run by another test"]
fn prints_what_the_crate_caught_itself() {
    for i in 0..3 {
        let _ = panic::catch_unwind(AssertUnwindSafe(|| panic!("handled {i}")));
    }
}

#[test]
#[ignore = "run by another test"]
fn prints_why_it_aborts() {
    extern "C" fn cannot_unwind() {
        panic!("the reason");
    }
    panics(|| cannot_unwind());
}

#[test]
fn a_caught_panic_is_not_printed() {
    assert_eq!(printed("prints_nothing"), "");
}

#[test]
fn a_panic_that_nobody_took_is_printed() {
    let text = printed("prints_a_threads_panic");
    assert!(
        text.starts_with("\nthread 'worker' panicked at tests/panics.rs:"),
        "{text}"
    );
    assert!(text.ends_with(":\nunseen\n"), "{text}");

    let text = printed("prints_what_the_crate_caught_itself");
    for i in 0..3 {
        assert_eq!(
            text.matches(&format!("\nhandled {i}\n")).count(),
            1,
            "{text}"
        );
    }
}

#[test]
fn an_abort_is_explained() {
    let text = printed("prints_why_it_aborts");
    assert!(text.contains("\nthe reason\n"), "{text}");
    assert!(text.contains("non-unwinding panic. aborting."), "{text}");
}
