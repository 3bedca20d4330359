//! `Err`: its `Display`, in the scratch block where it fits.

use std::fmt::{self, Display, Formatter};

use runtime_tests::runtime::{Returned, call};
use runtime_tests::{Raised, returned, scratch};

/// What a failure leaves of the 256 bytes.
const ROOM: usize = 256 - 80;

fn fails(error: impl Display) -> Raised {
    let mut scratch = scratch();
    let result: Returned<u32> = call(Some(&mut scratch), |frame| {
        frame.result(Err::<u32, _>(error))
    });
    returned(result).unwrap_err()
}

#[test]
fn an_error_is_its_display() {
    let raised = fails(format_args!("{} is {}", "seven", 7));
    assert_eq!(
        raised,
        Raised {
            kind: 1,
            message: "seven is 7".into(),
            location: None,
            allocated: 0
        }
    );
}

#[test]
fn ok_is_the_value() {
    let mut scratch = scratch();
    let result: Returned<u32> = call(Some(&mut scratch), |frame| {
        frame.result(Ok::<u32, String>(7))
    });
    assert_eq!(returned(result), Ok(7));
}

#[test]
fn an_error_without_text_has_none() {
    assert_eq!(fails("").message, "");
    assert_eq!(fails("").allocated, 0);
}

#[test]
fn an_error_that_does_not_fit_is_one_allocation() {
    for len in [1, ROOM - 1, ROOM, ROOM + 1, 255, 256, 257, 100_000] {
        let message = "é".repeat(len / 2) + &"x".repeat(len % 2);
        let allocated = if len <= ROOM { 0 } else { 80 + len };
        let expected = Raised {
            kind: 1,
            message: message.clone(),
            location: None,
            allocated,
        };
        assert_eq!(fails(&message), expected);
    }
}

#[test]
fn an_error_spills_in_the_middle() {
    struct Piecemeal(usize);
    impl Display for Piecemeal {
        fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
            (0..self.0).try_for_each(|i| write!(f, "{:03} ", i % 1000))
        }
    }
    for pieces in [0, 51, 52, 53, 54, 1000] {
        let raised = fails(Piecemeal(pieces));
        assert_eq!(raised.message, Piecemeal(pieces).to_string());
        assert_eq!(raised.allocated != 0, pieces * 4 > ROOM);
    }
}

#[test]
fn without_a_scratch_block_an_error_is_allocated() {
    let result: Returned<u32> = call(None, |frame| frame.result(Err::<u32, _>("no")));
    let raised = returned(result).unwrap_err();
    assert_eq!((raised.message.as_str(), raised.allocated), ("no", 82));
}

#[test]
fn a_display_that_fails_keeps_what_it_wrote() {
    struct Halfway;
    impl Display for Halfway {
        fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
            f.write_str("half")?;
            Err(fmt::Error)
        }
    }
    assert_eq!(fails(Halfway).message, "half");
}

#[test]
fn a_display_that_panics_is_a_panic() {
    struct Panics(usize);
    impl Display for Panics {
        fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
            f.write_str(&"x".repeat(self.0))?;
            panic!("in display")
        }
    }
    for written in [0, 10, 1000] {
        let raised = fails(Panics(written));
        assert_eq!((raised.kind, raised.message.as_str()), (2, "in display"));
        assert!(raised.location.unwrap().starts_with("tests/errors.rs:"));
    }
}

#[test]
fn an_error_that_panics_when_dropped_is_a_panic() {
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
    for written in [0, 1000] {
        let raised = fails(Bomb(written));
        assert_eq!((raised.kind, raised.message.as_str()), (2, "in drop"));
    }
}
