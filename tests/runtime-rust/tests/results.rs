//! The way back: each type, and whose its memory is.

use std::borrow::Cow;
use std::rc::Rc;
use std::sync::Arc;

use runtime_tests::runtime::{
    Buffer, I128, Lower, Memory, OptionBuffer, Optional, Returned, U128, call,
};
use runtime_tests::{Place, bytes, optional, returned, scratch, take};

static STATIC: &str = "static";

/// Text by way of a scratch block, and where it came back.
macro_rules! text {
    ($value:expr) => {{
        let mut scratch = scratch();
        let buffer: Buffer = call(Some(&mut scratch), |frame| frame.value($value));
        bytes(returned(buffer).unwrap(), Some(&scratch))
    }};
}

fn small(text: &str) -> (String, Place) {
    (text.to_owned(), Place::Scratch)
}

#[test]
fn scalars_come_back_by_value() {
    macro_rules! same {
        ($($value:expr),+) => {$(
            assert_eq!(returned(call(None, |frame| frame.value($value))), Ok($value));
            assert_eq!(returned(call(None, |frame| frame.value(&$value))), Ok($value));
            assert_eq!(optional(call(None, |frame| frame.value(Some($value)))), Ok(Some($value)));
            assert_eq!(optional(call(None, |frame| frame.value(Some(&$value)))), Ok(Some($value)));
        )+};
    }
    same!(
        true, -1i8, -2i16, -3i32, -4i64, -5isize, 1u8, 2u16, 3u32, 4u64, 5usize, 0.5f32, 0.25f64
    );
    assert_eq!(
        returned(call(None, |frame| frame.value('ß'))),
        Ok('ß' as u32)
    );
    assert_eq!(
        optional(call(None, |frame| frame.value(Some(&'ß')))),
        Ok(Some('ß' as u32))
    );

    let wide: Returned<U128> = call(None, |frame| frame.value(u128::MAX - 1));
    assert_eq!(returned(wide).map(u128::from), Ok(u128::MAX - 1));
    let wide: Optional<I128> = call(None, |frame| frame.value(Some(&i128::MIN)));
    assert_eq!(
        optional(wide).map(|value| value.map(i128::from)),
        Ok(Some(i128::MIN))
    );
}

#[test]
fn nothing_comes_back_as_nothing() {
    let none: Optional<u64> = call(None, |frame| frame.value(None::<u64>));
    assert_eq!(optional(none), Ok(None));
    let none: OptionBuffer = call(None, |frame| frame.value(None::<&str>));
    assert!(optional(none).unwrap().is_none());
    let unit: *mut _ = call(None, |frame| frame.result(Ok::<(), String>(())));
    assert_eq!(runtime_tests::unit(unit), Ok(()));
}

#[test]
fn small_owned_text_comes_back_in_the_scratch_block() {
    assert_eq!(text!(String::from("string")), small("string"));
    assert_eq!(text!(Box::<str>::from("box")), small("box"));
    assert_eq!(text!(Rc::<str>::from("rc")), small("rc"));
    assert_eq!(text!(Arc::<str>::from("arc")), small("arc"));
    assert_eq!(
        text!(Cow::<'static, str>::Owned("cow".into())),
        small("cow")
    );
}

#[test]
fn borrowed_text_is_lent() {
    let lent = |text: &str| (text.to_owned(), Place::Lent);
    assert_eq!(
        bytes(returned(call(None, |f| f.value(STATIC))).unwrap(), None),
        lent("static")
    );
    let cow: Buffer = call(None, |frame| frame.value(Cow::Borrowed("cow")));
    assert_eq!(bytes(returned(cow).unwrap(), None), lent("cow"));

    let argument = "one two";
    let part: OptionBuffer = call(None, |frame| {
        let view = unsafe { frame.text("text", argument.as_ptr(), argument.len())? };
        frame.value(view.split_once(' ').map(|(_, second)| second))
    });
    let part = optional(part).unwrap().unwrap();
    assert_eq!(part.data.cast_const(), argument[4..].as_ptr());
    assert_eq!(bytes(part, None), lent("two"));
}

#[test]
fn statics_behind_references_are_lent() {
    static TEXT: std::sync::LazyLock<String> = std::sync::LazyLock::new(|| "text".into());
    static LIST: std::sync::LazyLock<Vec<u16>> = std::sync::LazyLock::new(|| vec![1, 2]);
    let text: Buffer = call(None, |frame| frame.value(&*TEXT));
    assert_eq!(
        bytes(returned(text).unwrap(), None),
        ("text".to_owned(), Place::Lent)
    );
    let list: Buffer = call(None, |frame| frame.value(&*LIST));
    assert_eq!(
        take::<u16>(returned(list).unwrap(), None),
        (vec![1, 2], Place::Lent)
    );
}

#[test]
fn what_is_empty_is_null() {
    let nothing = || (String::new(), Place::Null);
    assert_eq!(text!(String::with_capacity(1000)), nothing());
    assert_eq!(text!(""), nothing());
    assert_eq!(text!(Rc::<str>::from("")), nothing());
    assert_eq!(text!(Vec::<u8>::new()), nothing());
    let some: OptionBuffer = call(None, |frame| frame.value(Some("")));
    assert_eq!(bytes(optional(some).unwrap().unwrap(), None), nothing());
}

#[test]
fn the_scratch_block_takes_128_bytes() {
    for (len, place) in [
        (1, Place::Scratch),
        (127, Place::Scratch),
        (128, Place::Scratch),
        (129, Place::Owned),
        (100_000, Place::Owned),
    ] {
        let value = "x".repeat(len);
        assert_eq!(text!(value.clone()), (value.clone(), place));
        let shared = text!(Arc::<str>::from(value.as_str()));
        assert_eq!(
            (shared.0.len(), shared.1 == Place::Scratch),
            (len, len <= 128)
        );
    }
}

#[test]
fn the_scratch_block_takes_elements_of_every_size() {
    fn check<T: Copy + PartialEq + std::fmt::Debug>(element: T)
    where
        Vec<T>: for<'f> Lower<'f, Lowered = Memory>,
    {
        for len in [1, 128 / size_of::<T>(), 128 / size_of::<T>() + 1] {
            let mut scratch = scratch();
            let value = vec![element; len];
            let buffer: Buffer = call(Some(&mut scratch), |frame| frame.value(value.clone()));
            let place = if len * size_of::<T>() <= 128 {
                Place::Scratch
            } else {
                Place::Owned
            };
            assert_eq!(
                take(returned(buffer).unwrap(), Some(&scratch)),
                (value, place)
            );
        }
    }
    check(7u8);
    check(-7i16);
    check('x');
    check(true);
    check(1.5f32);
    check(-7i64);
    check(0.1f64);
    check(7usize);
}

#[test]
fn every_holder_of_elements_comes_back() {
    macro_rules! list {
        ($value:expr, $scratch:expr) => {{
            let buffer: Buffer = call(Some($scratch), |frame| frame.value($value));
            take::<i32>(returned(buffer).unwrap(), Some($scratch)).0
        }};
    }
    let mut block = scratch();
    for len in [0, 3, 64, 65, 1000] {
        let value: Vec<i32> = (0..len).collect();
        assert_eq!(list!(value.clone(), &mut block), value);
        assert_eq!(list!(Box::<[i32]>::from(&*value), &mut block), value);
        assert_eq!(list!(Rc::<[i32]>::from(&*value), &mut block), value);
        assert_eq!(list!(Arc::<[i32]>::from(&*value), &mut block), value);
        assert_eq!(
            list!(Cow::<'static, [i32]>::Owned(value.clone()), &mut block),
            value
        );
    }
}

#[test]
fn without_a_scratch_block_all_that_is_owned_is_handed_over() {
    let buffer: Buffer = call(None, |frame| frame.value(String::from("x")));
    assert_eq!(
        bytes(returned(buffer).unwrap(), None),
        ("x".to_owned(), Place::Owned)
    );
    let mut spare = Vec::with_capacity(100);
    spare.push(1u64);
    let buffer: Buffer = call(None, |frame| frame.value(spare));
    let memory = returned(buffer).unwrap();
    assert_eq!((memory.len, memory.capacity), (1, 800));
    assert_eq!(take::<u64>(memory, None), (vec![1], Place::Owned));
}
