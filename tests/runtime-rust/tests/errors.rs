//! `Err`: its `Display`, in the scratch block where it fits.

use std::error::Error;
use std::fmt::{self, Display, Formatter};

use runtime_tests::runtime::{Buffer, Details, Failure, Returned, call};
use runtime_tests::{Raised, bytes, encoded, returned, scratch, unit};

/// What a failure leaves of the 128 bytes.
const ROOM: usize = 128 - 32;

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
            allocated: 0,
            payload: Vec::new(),
            sources: Vec::new(),
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
    for len in [1, ROOM - 1, ROOM, ROOM + 1, 127, 128, 129, 100_000] {
        let message = "é".repeat(len / 2) + &"x".repeat(len % 2);
        let allocated = if len <= ROOM { 0 } else { 32 + len };
        let expected = Raised {
            kind: 1,
            message: message.clone(),
            location: None,
            allocated,
            payload: Vec::new(),
            sources: Vec::new(),
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
    for pieces in [0, 23, 24, 25, 26, 1000] {
        let raised = fails(Piecemeal(pieces));
        assert_eq!(raised.message, Piecemeal(pieces).to_string());
        assert_eq!(raised.allocated != 0, pieces * 4 > ROOM);
    }
}

/// As a message of more than 4 GiB is.
#[test]
fn a_text_is_cut_at_the_end_of_a_character() {
    let cut = |len| {
        let buffer: Buffer = call(None, |frame| {
            let mut out = frame.writer();
            out.bytes("né€𝄞".as_bytes());
            assert_eq!(out.cut(1, len) as usize, out.written().len() - 1);
            frame.value(out)
        });
        bytes(returned(buffer).unwrap(), None).0
    };
    let ends = [1, 1, 3, 3, 3, 6, 6, 6, 6, 10];
    for (len, end) in (0..).zip(ends) {
        assert_eq!(cut(len), "né€𝄞"[..end]);
    }
}

#[test]
fn without_a_scratch_block_an_error_is_allocated() {
    let result: Returned<u32> = call(None, |frame| frame.result(Err::<u32, _>("no")));
    let raised = returned(result).unwrap_err();
    assert_eq!((raised.message.as_str(), raised.allocated), ("no", 34));
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

#[test]
fn an_error_that_is_data_comes_as_a_value() {
    for len in [0, 10, 1000] {
        let mut scratch = scratch();
        let error = "x".repeat(len);
        let result: Returned<u32> = call(Some(&mut scratch), |frame| {
            let result = Err::<u32, _>(error.clone());
            let value = frame.ok_with(result, |e| Details::value(e))?;
            frame.value(value)
        });
        let raised = returned(result).unwrap_err();
        assert_eq!((raised.kind, &raised.message), (1, &error));
        assert_eq!(raised.payload, encoded(&error));
        assert_eq!(raised.allocated != 0, 2 * len + 4 > ROOM);
        assert_eq!(raised.sources, [""; 0]);
    }
}

#[derive(Debug)]
struct Link(u32);

impl Display for Link {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "link {}", self.0)
    }
}

impl Error for Link {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        static LINKS: [Link; 4] = [Link(0), Link(1), Link(2), Link(9)];
        match self.0 {
            0 => None,
            // It is its own.
            9 => Some(&LINKS[3]),
            n => Some(&LINKS[n as usize - 1]),
        }
    }
}

fn sources<E: Display>(error: E, details: impl Fn(&E) -> Details<'_>) -> Raised {
    let mut scratch = scratch();
    let result: *mut Failure = call(Some(&mut scratch), |frame| {
        frame.ok_with(Err::<(), _>(error), details)
    });
    unit(result).unwrap_err()
}

#[test]
fn the_messages_of_an_errors_sources_come() {
    let raised = sources(Link(0), |e| Details::source(e.source()));
    assert_eq!(
        (raised.message.as_str(), raised.sources.len()),
        ("link 0", 0)
    );
    let raised = sources(Link(3), |e| Details::source(e.source()));
    assert_eq!(raised.message, "link 3");
    assert_eq!(raised.sources, ["link 2", "link 1", "link 0"]);
    assert_eq!(raised.allocated, 0);
    let raised = sources(7u8, |e| Details::value(e).and_source(Some(&Link(1))));
    assert_eq!(
        (raised.payload, raised.sources),
        (vec![7], vec!["link 1".into(), "link 0".into()])
    );
}

#[test]
fn an_erased_error_has_sources_too() {
    let error: Box<dyn Error + Send + Sync> = Box::new(Link(2));
    let raised = sources(error, |e| Details::source(e.source()));
    assert_eq!(raised.sources, ["link 1", "link 0"]);
}

#[test]
fn a_chain_of_sources_without_end_ends() {
    let raised = sources(Link(9), |e| Details::source(e.source()));
    assert_eq!(raised.sources, vec!["link 9"; 128]);
    assert!(raised.allocated != 0);
}
