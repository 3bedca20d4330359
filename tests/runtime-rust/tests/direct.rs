//! Direct exports: what they decline, and what they return.

use std::ptr;

use runtime_tests::runtime::{Attempt, Bool, OptionalAttempt, attempt, seal};

const DONE: usize = 0;
const DECLINED: usize = 1;
const NONE: usize = 2;

fn text_len(data: *const u8, len: usize) -> Attempt<usize> {
    attempt(|frame| {
        let text = unsafe { frame.text("text", data, len)? };
        frame.value(text.len())
    })
}

fn words(data: *const u32, len: usize) -> Attempt<u32> {
    attempt(|frame| {
        let words: &[u32] = unsafe { frame.slice("words", data, len)? };
        frame.value(words.iter().sum::<u32>())
    })
}

#[test]
fn text_is_checked() {
    for (bytes, state) in [
        (&b""[..], DONE),
        (b"abc", DONE),
        ("grün".as_bytes(), DONE),
        (b"\xff", DECLINED),
    ] {
        let result = text_len(bytes.as_ptr(), bytes.len());
        assert_eq!(result.state, state);
        if state == DONE {
            assert_eq!(result.value, bytes.len());
        }
    }
}

#[test]
fn views_are_checked() {
    let numbers = [1_u32, 2, 3];
    assert_eq!(words(numbers.as_ptr(), 3).value, 6);
    assert_eq!(words(ptr::null(), 0).state, DONE);
    assert_eq!(words(ptr::null(), 1).state, DECLINED);
    assert_eq!(words(numbers.as_ptr(), usize::MAX).state, DECLINED);
    let misaligned = numbers.as_ptr().wrapping_byte_add(1);
    assert_eq!(words(misaligned, 2).state, DECLINED);
    // An empty one may be anywhere.
    assert_eq!(words(misaligned, 0).state, DONE);
}

#[test]
fn elements_are_checked() {
    let of = |bytes: &[u8]| {
        attempt::<Attempt<bool>>(|frame| {
            let bools =
                unsafe { frame.slice::<bool>("bools", bytes.as_ptr().cast(), bytes.len())? };
            frame.value(bools.iter().any(|&b| b))
        })
    };
    assert_eq!((of(&[0, 1]).state, of(&[0, 1]).value), (DONE, true));
    assert_eq!(of(&[0, 2]).state, DECLINED);
}

#[test]
fn characters_are_checked() {
    let next = |letter: u32, some: u8| {
        attempt::<OptionalAttempt<u32>>(|frame| {
            let letter = frame.optional_char("letter", letter, Bool(some))?;
            frame.value(letter.filter(char::is_ascii))
        })
    };
    assert_eq!((next(97, 1).state, next(97, 1).value), (DONE, 97));
    assert_eq!(next(0xe4, 1).state, NONE);
    assert_eq!(next(0xd800, 1).state, DECLINED);
    assert_eq!(next(0xd800, 0).state, NONE);
}

#[test]
fn nothing_comes_back_as_a_state() {
    assert_eq!(attempt::<usize>(|_| Ok(())), DONE);
}

#[test]
fn nobody_has_sealed_the_tests() {
    assert_eq!(seal(), 0);
}
