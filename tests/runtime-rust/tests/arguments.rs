//! What arrives: views of good memory, refusals of everything else.

use std::ptr;

use runtime_tests::runtime::{Bool, Element, Raised as Refused, Returned, call};
use runtime_tests::{Raised, returned, scratch, unit};

const YES: Bool = Bool(1);
const NO: Bool = Bool(0);

fn refused<T: std::fmt::Debug>(result: Result<T, Raised>, name: &str, message: &str) {
    let raised = result.unwrap_err();
    assert_eq!((raised.kind, raised.message.as_str()), (3, message));
    assert_eq!(raised.location.as_deref(), Some(name));
}

fn text_len(data: *const u8, len: usize) -> Result<usize, Raised> {
    returned(call(None, |frame| {
        let text = unsafe { frame.text("text", data, len)? };
        frame.value(text.len())
    }))
}

fn slice_len<T: Element>(data: *const T, len: usize) -> Result<usize, Raised> {
    returned(call(None, |frame| {
        let slice = unsafe { frame.slice("slice", data, len)? };
        frame.value(slice.len())
    }))
}

fn char_of(value: u32) -> Result<u32, Raised> {
    returned(call(None, |frame| {
        let value = frame.char("letter", value)?;
        frame.value(value)
    }))
}

#[test]
fn text_is_seen_where_it_is() {
    for text in ["", "a", "grüße", "\u{10ffff}", &"x".repeat(100_000)] {
        let seen = returned::<usize>(call(None, |frame| {
            let seen = unsafe { frame.text("text", text.as_ptr(), text.len())? };
            assert_eq!(
                (seen, seen.is_empty() || seen.as_ptr() == text.as_ptr()),
                (text, true)
            );
            frame.value(seen.len())
        }));
        assert_eq!(seen, Ok(text.len()));
    }
}

/// Every place where a text of some length may be no ASCII, or no text.
#[test]
fn texts_are_checked_as_by_the_standard_library() {
    let pieces: [&[u8]; 8] = [
        "é".as_bytes(),
        "€".as_bytes(),
        "\u{10ffff}".as_bytes(),
        b"\x80",
        b"\xc3",
        b"\xe2\x82",
        b"\xed\xa0\x80",
        b"\xf4\x90\x80\x80",
    ];
    for len in (0..100).chain([127, 128, 129, 200]) {
        for piece in pieces {
            for at in 0..=len {
                let mut bytes = vec![b'x'; len];
                bytes.splice(at..at, piece.iter().copied());
                let seen = text_len(bytes.as_ptr(), bytes.len());
                match std::str::from_utf8(&bytes) {
                    Ok(text) => assert_eq!(seen, Ok(text.len())),
                    Err(error) => {
                        let message = format!("is not UTF-8 at byte {}", error.valid_up_to());
                        refused(seen, "text", &message);
                    }
                }
            }
        }
    }
}

#[test]
fn text_that_is_not_utf8_is_refused() {
    let cases: [(&[u8], &str); 5] = [
        (b"\xff", "is not UTF-8 at byte 0"),
        (b"abc\x80", "is not UTF-8 at byte 3"),
        (b"ab\xc3", "is not UTF-8 at byte 2"),
        (b"\xc0\xaf", "is not UTF-8 at byte 0"),
        (b"\xed\xa0\x80", "is not UTF-8 at byte 0"),
    ];
    for (bytes, message) in cases {
        refused(text_len(bytes.as_ptr(), bytes.len()), "text", message);
    }
}

#[test]
fn an_empty_view_may_have_any_pointer() {
    assert_eq!(text_len(ptr::null(), 0), Ok(0));
    assert_eq!(slice_len::<u64>(ptr::null(), 0), Ok(0));
    assert_eq!(slice_len::<u64>(ptr::without_provenance(1), 0), Ok(0));
}

#[test]
fn a_null_view_that_is_not_empty_is_refused() {
    refused(text_len(ptr::null(), 1), "text", "is null, and not empty");
    refused(
        slice_len::<f32>(ptr::null(), usize::MAX),
        "slice",
        "is null, and not empty",
    );
}

#[test]
fn a_length_that_overflows_is_refused() {
    let max = isize::MAX as usize;
    for len in [max + 1, usize::MAX] {
        refused(
            slice_len([0u8].as_ptr(), len),
            "slice",
            "is longer than memory can be",
        );
        refused(
            text_len([0u8].as_ptr(), len),
            "text",
            "is longer than memory can be",
        );
    }
    for len in [
        max / 8 + 1,
        max,
        usize::MAX / 8,
        usize::MAX / 8 + 2,
        usize::MAX,
    ] {
        refused(
            slice_len([0u64].as_ptr(), len),
            "slice",
            "is longer than memory can be",
        );
    }
}

#[test]
fn a_misaligned_view_is_refused() {
    let bytes = [0u64; 2];
    let odd = bytes.as_ptr().cast::<u8>().wrapping_add(1);
    refused(
        slice_len(odd.cast::<u16>(), 1),
        "slice",
        "is not aligned as its elements must be",
    );
    refused(
        slice_len(odd.cast::<f64>(), 1),
        "slice",
        "is not aligned as its elements must be",
    );
    assert_eq!(slice_len(odd, 1), Ok(1));
}

#[test]
fn elements_that_are_no_values_are_refused() {
    let bools: [u8; 4] = [0, 1, 2, 255];
    assert_eq!(slice_len(bools.as_ptr().cast::<bool>(), 2), Ok(2));
    let message = "has no valid bool at index 2";
    refused(
        slice_len(bools.as_ptr().cast::<bool>(), 4),
        "slice",
        message,
    );

    let chars: [u32; 4] = [0, 0x10ffff, 0xe000, 0xd800];
    assert_eq!(slice_len(chars.as_ptr().cast::<char>(), 3), Ok(3));
    let message = "has no valid char at index 3";
    refused(
        slice_len(chars.as_ptr().cast::<char>(), 4),
        "slice",
        message,
    );
}

#[test]
fn every_element_type_is_seen() {
    fn sees<T: Element + PartialEq + std::fmt::Debug>(elements: &[T]) {
        let result: *mut _ = call(None, |frame| {
            let seen = unsafe { frame.slice("x", elements.as_ptr(), elements.len())? };
            assert_eq!(seen, elements);
            Ok(())
        });
        assert_eq!(unit(result), Ok(()));
    }
    sees(&[i8::MIN, -1, i8::MAX]);
    sees(&[i16::MIN, -1, i16::MAX]);
    sees(&[i32::MIN, -1, i32::MAX]);
    sees(&[i64::MIN, -1, i64::MAX]);
    sees(&[isize::MIN, -1, isize::MAX]);
    sees(&[0, u8::MAX]);
    sees(&[0, u16::MAX]);
    sees(&[0, u32::MAX]);
    sees(&[0, u64::MAX]);
    sees(&[0, usize::MAX]);
    sees(&[0.5, f32::INFINITY]);
    sees(&[0.5, f64::NEG_INFINITY]);
    sees(&[true, false]);
    sees(&['a', '\u{d7ff}', '\u{10ffff}']);
}

#[test]
fn a_char_is_checked() {
    for good in [0, 'a' as u32, 0xd7ff, 0xe000, 0x10ffff] {
        assert_eq!(char_of(good), Ok(good));
    }
    for bad in [0xd800, 0xdfff, 0x110000, u32::MAX] {
        refused(
            char_of(bad),
            "letter",
            &format!("is {bad:#x}, which is no char"),
        );
    }
}

#[test]
fn optional_arguments_are_checked_only_if_they_are_there() {
    let absent: Returned<bool> = call(None, |frame| {
        let text = unsafe { frame.optional_text("text", ptr::null(), 9, NO)? };
        let slice = unsafe { frame.optional_slice::<u32>("slice", ptr::null(), 9, NO)? };
        let letter = frame.optional_char("letter", 0xd800, NO)?;
        frame.value((text, slice, letter) == (None, None, None))
    });
    assert_eq!(returned(absent), Ok(true));

    let present: Returned<bool> = call(None, |frame| {
        let text = unsafe { frame.optional_text("text", b"hi".as_ptr(), 2, YES)? };
        let slice = unsafe { frame.optional_slice::<u32>("slice", ptr::null(), 0, YES)? };
        let letter = frame.optional_char("letter", 65, Bool(2))?;
        frame.value((text, slice, letter) == (Some("hi"), Some(&[][..]), Some('A')))
    });
    assert_eq!(returned(present), Ok(true));

    let bad: Returned<bool> = call(None, |frame| {
        let text = unsafe { frame.optional_text("text", b"\xff".as_ptr(), 1, YES)? };
        frame.value(text.is_some())
    });
    refused(returned(bad), "text", "is not UTF-8 at byte 0");
    let bad: Returned<bool> = call(None, |frame| {
        let letter = frame.optional_char("letter", 0xd800, YES)?;
        frame.value(letter.is_some())
    });
    refused(returned(bad), "letter", "is 0xd800, which is no char");
}

#[test]
fn rust_writes_to_a_mutable_view() {
    let mut values = [3u32, 1, 2];
    let result: *mut _ = call(None, |frame| {
        let view = unsafe { frame.slice_mut("values", values.as_mut_ptr(), values.len())? };
        view.sort_unstable();
        Ok(())
    });
    assert_eq!((unit(result), values), (Ok(()), [1, 2, 3]));
}

#[test]
fn a_mutable_view_shares_memory_with_no_other() {
    let mut memory = [0u32; 8];
    let base = memory.as_mut_ptr();
    let check = |a: usize, a_len: usize, b: usize, b_len: usize| -> Result<(), Raised> {
        let (a, b) = (base.wrapping_add(a), base.wrapping_add(b).cast_const());
        unit(call(None, |frame| -> Result<(), Refused> {
            frame.disjoint(("a", a, a_len), ("b", b, b_len))
        }))
    };
    for (a, a_len, b, b_len) in [(0, 4, 4, 4), (4, 4, 0, 4), (0, 0, 0, 8), (2, 4, 3, 0)] {
        assert_eq!(check(a, a_len, b, b_len), Ok(()));
    }
    for (a, a_len, b, b_len) in [
        (0, 5, 4, 4),
        (4, 4, 0, 5),
        (0, 8, 2, 1),
        (2, 1, 0, 8),
        (0, 8, 0, 8),
    ] {
        refused(
            check(a, a_len, b, b_len),
            "a",
            "is written to, and shares memory with b",
        );
    }
    refused(
        check(0, usize::MAX, 4, 1),
        "a",
        "is written to, and shares memory with b",
    );
}

#[test]
fn views_of_elements_of_other_sizes_are_compared_in_bytes() {
    let mut memory = [0u64; 2];
    let bytes = memory.as_ptr().cast::<u8>();
    let words = memory.as_mut_ptr();
    let behind: *mut _ = call(None, |frame| {
        frame.disjoint(("words", words, 1), ("bytes", bytes.wrapping_add(8), 8))
    });
    assert_eq!(unit(behind), Ok(()));
    let inside: *mut _ = call(None, |frame| {
        frame.disjoint(("words", words, 1), ("bytes", bytes.wrapping_add(7), 1))
    });
    assert!(unit(inside).is_err());
}

#[test]
fn a_refusal_lies_in_the_scratch_block() {
    let mut scratch = scratch();
    let result: Returned<u32> = call(Some(&mut scratch), |frame| {
        let letter = frame.char("letter", 0xd800)?;
        frame.value(letter)
    });
    let raised = returned(result).unwrap_err();
    assert_eq!((raised.kind, raised.allocated), (3, 0));
}

#[test]
fn records_are_made_of_their_mirrors() {
    fn records(data: *const Bool, len: usize) -> Result<usize, Raised> {
        returned(call(None, |frame| {
            let values: Vec<bool> = unsafe { frame.records("list", data, len)? };
            frame.value(values.iter().filter(|&&value| value).count())
        }))
    }

    assert_eq!(records([YES, NO, YES].as_ptr(), 3), Ok(2));
    assert_eq!(records(ptr::null(), 0), Ok(0));
    refused(records(ptr::null(), 1), "list", "is null, and not empty");
    refused(
        records(ptr::dangling(), usize::MAX),
        "list",
        "is longer than memory can be",
    );
    refused(
        records([YES, Bool(2)].as_ptr(), 2),
        "list",
        "has no valid bool at index 1",
    );
}
