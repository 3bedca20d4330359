//! The types are laid out as the header's are, on a 64-bit machine.

use std::mem::offset_of;

use runtime_tests::runtime::{
    Bool, Buffer, Failure, I128, OptionBuffer, Optional, Returned, Scratch, U128,
};

#[test]
fn types_have_the_layout_of_the_header() {
    assert_eq!(size_of::<Failure>(), 32);
    assert_eq!(offset_of!(Failure, location_len), 4);
    assert_eq!(offset_of!(Failure, message_len), 8);
    assert_eq!(offset_of!(Failure, payload_len), 12);
    assert_eq!(offset_of!(Failure, sources_len), 16);
    assert_eq!(offset_of!(Failure, allocated), 24);
    assert_eq!((size_of::<Scratch>(), align_of::<Scratch>()), (128, 8));
    assert_eq!(size_of::<Option<&mut Scratch>>(), 8);
    assert_eq!((size_of::<U128>(), align_of::<U128>()), (16, 8));
    assert_eq!((size_of::<I128>(), align_of::<I128>()), (16, 8));
    assert_eq!(size_of::<Bool>(), 1);
    assert_eq!((size_of::<Buffer>(), offset_of!(Buffer, failure)), (32, 24));
    assert_eq!(
        (size_of::<OptionBuffer>(), offset_of!(OptionBuffer, some)),
        (40, 32)
    );
    assert_eq!(
        (size_of::<Returned<u8>>(), offset_of!(Returned<u8>, failure)),
        (16, 8)
    );
    assert_eq!(
        (size_of::<Optional<u8>>(), offset_of!(Optional<u8>, some)),
        (24, 16)
    );
}

#[test]
fn halves_make_the_same_integer() {
    for value in [
        0,
        1,
        u128::MAX,
        1 << 64,
        u128::from(u64::MAX),
        0x0123_4567_89ab_cdef << 32,
    ] {
        assert_eq!(u128::from(U128::from(value)), value);
    }
    for value in [
        0,
        1,
        -1,
        i128::MIN,
        i128::MAX,
        -(1 << 64),
        i128::from(i64::MIN),
    ] {
        assert_eq!(i128::from(I128::from(value)), value);
    }
}

#[test]
fn every_byte_but_0_is_true() {
    assert!(!bool::from(Bool(0)));
    for byte in 1..=255 {
        assert!(bool::from(Bool(byte)));
    }
    assert_eq!(Bool(0).then_some(1), None);
    assert_eq!(Bool(7).then_some(1), Some(1));
}
