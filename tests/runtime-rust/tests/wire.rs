//! The wire: each type comes back as it went, and its bytes are those of docs/wire.md.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};
use std::convert::Infallible;
use std::ffi::{OsStr, OsString};
use std::fmt::Debug;
use std::marker::PhantomData;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV4, SocketAddrV6};
use std::num::{NonZero, Wrapping};
use std::ops::Bound;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use runtime_tests::runtime::{Buffer, Decode, Encode, Wire, call};
use runtime_tests::{Place, Tree, decoded, encoded, returned, scratch, take, unit};

/// It comes back, alone and inside of the rest.
fn same<T>(value: T)
where
    T: for<'f> Decode<'f> + Encode + Debug + PartialEq + Clone,
{
    alone(value.clone());
    alone(Some(value.clone()));
    alone(vec![value.clone(), value.clone()]);
    alone(Box::new(value.clone()));
    alone(Ok::<T, String>(value.clone()));
    alone([value.clone(), value.clone(), value.clone()]);
    alone(vec![(1u8, Some(value.clone()), "x".to_owned())]);
    alone(BTreeMap::from([(7u16, vec![Rc::new(value)])]));
}

fn alone<T: for<'f> Decode<'f> + Encode + Debug + PartialEq>(value: T) {
    assert_eq!(decoded::<T>(&encoded(&value)), Ok(value));
}

/// It has these bytes, and comes back.
fn bytes<T: for<'f> Decode<'f> + Encode + Debug + PartialEq>(value: T, expected: &[u8]) {
    assert_eq!(encoded(&value), expected);
    alone(value);
}

#[test]
fn scalars() {
    macro_rules! ends {
        ($($scalar:ident),+) => {$(
            for value in [$scalar::MIN, 0, 1, 42, $scalar::MAX] {
                same(value);
                same(Wrapping(value));
                if let Some(value) = NonZero::new(value) {
                    same(value);
                }
            }
        )+};
    }
    ends!(
        i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize
    );
    for value in [0.0, -0.0, 1.5, f64::MAX, f64::MIN_POSITIVE, f64::INFINITY] {
        same(value);
        same(value as f32);
    }
    assert!(decoded::<f64>(&encoded(&f64::NAN)).unwrap().is_nan());
    same(true);
    same(false);
    for value in ['\0', 'a', 'ß', '\u{d7ff}', '\u{e000}', char::MAX] {
        same(value);
    }
    bytes(0x0102_0304_u32, &[4, 3, 2, 1]);
    bytes(-2i16, &[0xfe, 0xff]);
    bytes(1usize, &[1, 0, 0, 0, 0, 0, 0, 0]);
    bytes('€', &[0xac, 0x20, 0, 0]);
    bytes(1.0f32, &[0, 0, 0x80, 0x3f]);
}

#[test]
fn text() {
    for text in ["", "a", "grüße", "\u{10ffff}", &"x".repeat(1000)] {
        same(text.to_owned());
        same(Box::<str>::from(text));
        same(Rc::<str>::from(text));
        same(Arc::<str>::from(text));
        same(Cow::<'static, str>::Owned(text.into()));
        same(OsString::from(text));
        same(PathBuf::from(text));
        assert_eq!(encoded(text), encoded(&text.to_owned()));
        assert_eq!(encoded(OsStr::new(text)), encoded(text));
        assert_eq!(encoded(Path::new(text)), encoded(text));
    }
    bytes("ab".to_owned(), &[2, 0, 0, 0, b'a', b'b']);
}

#[test]
#[cfg(unix)]
fn what_the_system_calls_text_may_be_any_bytes() {
    use std::os::unix::ffi::OsStringExt;
    same(OsString::from_vec(vec![0xff, 0, 0x80]));
    same(PathBuf::from(OsString::from_vec(vec![b'/', 0xfe])));
}

#[test]
fn text_and_bytes_are_seen_where_they_are() {
    let bytes = encoded(&("text", vec![1u8, 2]));
    unit(call(None, |frame| {
        let (text, list): (&str, &[u8]) =
            unsafe { frame.wire("value", bytes.as_ptr(), bytes.len())? };
        assert_eq!((text, list), ("text", [1, 2].as_slice()));
        assert_eq!(text.as_ptr(), bytes[4..].as_ptr());
        assert_eq!(list.as_ptr(), bytes[12..].as_ptr());
        Ok(())
    }))
    .unwrap();
}

#[test]
fn lists() {
    for len in [0, 1, 2, 1000] {
        let list: Vec<u64> = (0..len).map(|i| i * 0x0101_0101_0101).collect();
        same(list.clone());
        same(VecDeque::from(list.clone()));
        same(Box::<[u64]>::from(list.clone()));
        same(Rc::<[u64]>::from(list.clone()));
        same(Arc::<[u64]>::from(list.clone()));
        same(Cow::<'static, [u64]>::Owned(list.clone()));
        same(BTreeSet::from_iter(list.clone()));
        alone(HashSet::<u64>::from_iter(list.clone()));
        alone(HashMap::<u64, String>::from_iter(
            list.iter().map(|i| (*i, i.to_string())),
        ));
        same(list.iter().map(|i| i.to_string()).collect::<Vec<_>>());
        same(
            list.iter()
                .map(|i| (*i as u8, *i, 1.5f32))
                .collect::<Vec<_>>(),
        );
        same(list.iter().map(|i| i % 2 == 0).collect::<Vec<_>>());
        same(vec![(); len as usize]);
    }
    let mut ring: VecDeque<u8> = [1, 2, 3].into();
    ring.rotate_left(1);
    bytes(ring, &[3, 0, 0, 0, 2, 3, 1]);
    bytes(vec![1u16, 2], &[2, 0, 0, 0, 1, 0, 2, 0]);
    bytes([1u16, 2], &[1, 0, 2, 0]);
    bytes(
        BTreeMap::from([(2u8, 'b'), (1, 'a')]),
        b"\x02\0\0\0\x01a\0\0\0\x02b\0\0\0",
    );
    bytes(Box::new([7u8; 300]), &[7; 300]);
    bytes([const { String::new() }; 2], &[0; 8]);
}

#[test]
fn choices_and_tuples() {
    same(None::<u8>);
    same(Err::<(), _>(5u8));
    same(Ok::<u8, Infallible>(5));
    same(());
    same(PhantomData::<str>);
    for value in [Ordering::Less, Ordering::Equal, Ordering::Greater] {
        same(value);
    }
    same(1..2u8);
    same(1..=2u8);
    same(1u8..);
    same(..2u8);
    same(..=2u8);
    same("a".to_owned().."b".to_owned());
    for value in [Bound::Included(1), Bound::Excluded(2), Bound::Unbounded] {
        same(value);
    }
    same((1u8,));
    same((
        1u8, 2u16, 3u32, 4u64, 5i8, 6i16, 7i32, 8i64, 1.5f32, 2.5f64, true, 'x',
    ));
    bytes(Some(Some(7u8)), &[1, 1, 7]);
    bytes(Err::<u16, u8>(7), &[1, 7]);
    bytes(Ordering::Less, &[0xff]);
    bytes(Bound::Excluded(7u8), &[1, 7]);
    bytes((1u8, 2u16), &[1, 2, 0]);
}

#[test]
fn times_and_addresses() {
    same(Duration::ZERO);
    same(Duration::MAX);
    for (seconds, nanos) in [(0, 0), (0, 1), (1, 999_999_999), (1 << 40, 5)] {
        let distance = Duration::new(seconds, nanos);
        same(UNIX_EPOCH + distance);
        same(UNIX_EPOCH - distance);
    }
    bytes(Duration::new(1, 2), &[1, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0]);
    let before = UNIX_EPOCH - Duration::from_millis(250);
    let expected = [[0xff; 8].as_slice(), &750_000_000u32.to_le_bytes()].concat();
    bytes::<SystemTime>(before, &expected);
    for seconds in [i64::MIN, i64::MIN + 1, i64::MAX] {
        let wire = [
            seconds.to_le_bytes().as_slice(),
            &999_999_999u32.to_le_bytes(),
        ]
        .concat();
        if let Ok(time) = decoded::<SystemTime>(&wire) {
            assert_eq!(encoded(&time), wire);
        }
    }
    for nanos in [0, 3_600_000_000_000i64, -1_000_000] {
        let instant = decoded::<Instant>(&nanos.to_le_bytes()).unwrap();
        let now = Instant::now();
        assert_eq!(instant > now, nanos > 0);
    }
    for far in [i64::MIN, i64::MAX] {
        // Whether the clock goes as far is the system's business; it is no panic.
        if let Ok(instant) = decoded::<Instant>(&far.to_le_bytes()) {
            assert_eq!(instant > Instant::now(), far > 0);
            assert_eq!(encoded(&instant).len(), 8);
        }
    }

    let (v4, v6) = (
        Ipv4Addr::new(1, 2, 3, 4),
        Ipv6Addr::new(1, 2, 3, 4, 5, 6, 7, 0xff08),
    );
    same(v4);
    same(v6);
    same(IpAddr::V4(v4));
    same(IpAddr::V6(v6));
    same(SocketAddr::V4(SocketAddrV4::new(v4, 80)));
    same(SocketAddr::V6(SocketAddrV6::new(v6, 80, 9, 10)));
    bytes(
        SocketAddr::V4(SocketAddrV4::new(v4, 80)),
        &[4, 1, 2, 3, 4, 80, 0],
    );
}

#[test]
fn types_that_contain_themselves_nest_128_levels() {
    same(Tree::chain(1));
    alone(Tree::chain(128));
    let deep = Tree::chain(129);
    let refused = std::panic::catch_unwind(|| encoded(&deep));
    assert!(refused.is_err());
}

#[test]
fn small_values_do_not_touch_the_heap() {
    for len in [0, 1, 123, 124, 125, 300, 1000, 100_000] {
        let mut scratch = scratch();
        let value = "x".repeat(len);
        let buffer: Buffer = call(Some(&mut scratch), |frame| frame.value(Wire(&value)));
        let (bytes, place) = take::<u8>(returned(buffer).unwrap(), Some(&scratch));
        assert_eq!(bytes, encoded(&value));
        let expected = if len <= 124 {
            Place::Scratch
        } else {
            Place::Owned
        };
        assert_eq!(place, expected);
    }
    let mut scratch = scratch();
    let nothing: Buffer = call(Some(&mut scratch), |frame| frame.value(Wire(())));
    assert_eq!(
        take::<u8>(returned(nothing).unwrap(), Some(&scratch)).1,
        Place::Null
    );
}

#[test]
fn changed_arguments_follow_the_result() {
    let mut scratch = scratch();
    let list = encoded(&vec![1u32]);
    let buffer: Buffer = call(Some(&mut scratch), |frame| {
        let mut list: Vec<u32> = unsafe { frame.wire("list", list.as_ptr(), list.len())? };
        list.push(2);
        let outcome = list.last();
        let mut out = frame.writer();
        out.put(&outcome);
        out.put(&list);
        frame.value(out)
    });
    let (bytes, _) = take::<u8>(returned(buffer).unwrap(), Some(&scratch));
    assert_eq!(bytes, encoded(&(Some(2u32), vec![1u32, 2])));
}
