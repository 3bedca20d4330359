//! Buffers that no writer of ours makes: an error each, at the right byte, at little cost.
//!
//! `FERROBIND_FUZZ_CASES` is how many random cases there are, thousands if it is not set.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};
use std::fmt::Debug;
use std::net::SocketAddr;
use std::num::NonZero;
use std::ops::{Bound, Range};
use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use runtime_tests::runtime::{Decode, Encode};
use runtime_tests::{Tree, decoded, encoded};

thread_local! {
    static LIVE: Cell<isize> = const { Cell::new(0) };
    static PEAK: Cell<isize> = const { Cell::new(0) };
}

/// Knows the most bytes that this thread had at a time.
struct Peak;

unsafe impl GlobalAlloc for Peak {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count(layout.size() as isize);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, data: *mut u8, layout: Layout) {
        count(-(layout.size() as isize));
        unsafe { System.dealloc(data, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Peak = Peak;

fn count(bytes: isize) {
    let _ = LIVE.try_with(|live| {
        live.set(live.get() + bytes);
        PEAK.with(|peak| peak.set(peak.get().max(live.get())));
    });
}

/// The most bytes that it takes at a time.
fn peak<R>(run: impl FnOnce() -> R) -> (R, isize) {
    let before = LIVE.get();
    PEAK.set(before);
    let result = run();
    (result, PEAK.get() - before)
}

/// SplitMix64: the same numbers in every run.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }
}

fn cases() -> u64 {
    let cases = std::env::var("FERROBIND_FUZZ_CASES").ok();
    cases.map_or(4000, |cases| cases.parse().expect("a number"))
}

fn refused<T: for<'f> Decode<'f> + Debug>(bytes: &[u8], message: &str) {
    let raised = decoded::<T>(bytes)
        .map(|value| format!("{value:?}"))
        .unwrap_err();
    assert_eq!((raised.kind, raised.message.as_str()), (3, message));
    assert_eq!(raised.location.as_deref(), Some("value"));
}

#[test]
fn every_value_is_checked() {
    refused::<bool>(&[2], "has no valid bool at byte 0");
    refused::<Vec<bool>>(&[2, 0, 0, 0, 1, 7], "has no valid bool at byte 5");
    refused::<char>(&[0, 0xd8, 0, 0], "has no valid char at byte 0");
    refused::<[char; 2]>(&[65, 0, 0, 0, 0, 0, 0x11, 0], "has no valid char at byte 4");
    refused::<(u8, Option<u8>)>(&[0, 2, 0], "has no valid Option at byte 1");
    refused::<Result<u8, u8>>(&[9, 0], "has no valid Result at byte 0");
    refused::<Bound<u8>>(&[3], "has no valid Bound at byte 0");
    refused::<std::cmp::Ordering>(&[2], "has no valid Ordering at byte 0");
    refused::<NonZero<u16>>(&[0, 0], "has no valid NonZero<u16> at byte 0");
    refused::<Duration>(
        &[0, 0, 0, 0, 0, 0, 0, 0, 0, 0xca, 0x9a, 0x3b],
        "has no valid nanoseconds at byte 8",
    );
    refused::<std::net::IpAddr>(&[5, 0, 0, 0, 0], "has no valid IpAddr at byte 0");
    refused::<std::convert::Infallible>(&[], "has no valid value, for there is none, at byte 0");
    refused::<(u8, String)>(&[0, 2, 0, 0, 0, b'a', 0xff], "is not UTF-8 at byte 6");
    refused::<Vec<u32>>(&[1, 0, 0, 0], "counts more than it has, at byte 0");
    refused::<(u8, Vec<u32>)>(
        &[0, 255, 255, 255, 255, 0],
        "counts more than it has, at byte 1",
    );
    refused::<Vec<()>>(&[0, 0, 0, 0x80], "counts more than it has, at byte 0");
    refused::<u64>(&[0; 7], "is cut off at byte 0");
    refused::<u8>(&[0; 3], "goes on behind its end, at byte 1");
    refused::<()>(&[0], "goes on behind its end, at byte 0");
}

#[test]
fn a_value_that_nests_too_deep_is_refused() {
    for depth in [129, 1000, 1_000_000] {
        let one = [[0u8; 4], [1, 0, 0, 0]].concat();
        let bytes = one.repeat(depth);
        refused::<Tree>(&bytes, "nests too deep, at byte 1024");
    }
}

#[test]
fn what_is_cut_off_anywhere_is_refused() {
    fn cut<T: for<'f> Decode<'f> + Encode + Debug>(value: T) {
        let bytes = encoded(&value);
        for len in 0..bytes.len() {
            assert_eq!(decoded::<T>(&bytes[..len]).unwrap_err().kind, 3);
        }
        assert_eq!(
            decoded::<T>(&[bytes, vec![0]].concat()).unwrap_err().kind,
            3
        );
    }
    cut((1u8, 'x', 3.5f64, u128::MAX, -1isize));
    cut((vec!["one".to_owned(), String::new()], Some(vec![1u64, 2])));
    cut(BTreeMap::from([
        (1u32, "x".to_owned()),
        (2, "y".to_owned()),
    ]));
    cut(vec![Ok(1u8), Err("no".to_owned())]);
    cut((
        SystemTime::now(),
        "127.0.0.1:80".parse::<SocketAddr>().unwrap(),
    ));
    cut(Tree {
        name: "root".into(),
        children: vec![Tree::chain(3), Tree::default()],
    });
}

#[test]
fn a_count_that_promises_much_costs_little() {
    type Wide = Option<[u64; 1000]>;
    type Nested = Vec<Vec<Vec<Vec<(String, Wide)>>>>;
    let len = 100_000;
    let mut promise = vec![0u8; len];
    for at in (0..len).step_by(4) {
        promise[at..][..4].copy_from_slice(&(((len - at) / 8) as u32).to_le_bytes());
    }
    let costs = [
        peak(|| decoded::<Vec<Wide>>(&promise).is_err()),
        peak(|| decoded::<Nested>(&promise).is_err()),
        peak(|| decoded::<HashMap<u8, Wide>>(&promise).is_err()),
        peak(|| decoded::<Tree>(&promise).is_err()),
        peak(|| decoded::<Vec<u64>>(&promise).is_err()),
        peak(|| decoded::<String>(&promise).is_err()),
    ];
    for (is_error, bytes) in costs {
        assert!(is_error);
        assert!(bytes < 40 * len as isize, "{bytes} bytes");
    }
}

/// All sorts, as one value.
type Everything = (
    Vec<String>,
    BTreeMap<u16, Option<Result<i64, String>>>,
    HashMap<String, Vec<bool>>,
    (Vec<char>, [Option<u8>; 3], VecDeque<(u8, u32)>),
    (Range<i16>, Bound<usize>, Duration, SystemTime),
    (SocketAddr, PathBuf, NonZero<u8>, Box<[f32]>),
    Tree,
);

fn everything(random: &mut Random) -> Everything {
    let text = |random: &mut Random| "äb€\u{1f600}"[..[0, 2, 3, 6, 10][random.below(5)]].to_owned();
    let len = |random: &mut Random| random.below(4);
    let tree = |random: &mut Random| Tree {
        name: text(random),
        children: vec![Tree::chain(1 + len(random)); len(random)],
    };
    (
        (0..len(random)).map(|_| text(random)).collect(),
        (0..len(random))
            .map(|_| {
                let value = match random.below(3) {
                    0 => None,
                    1 => Some(Ok(random.next() as i64)),
                    _ => Some(Err(text(random))),
                };
                (random.next() as u16, value)
            })
            .collect(),
        (0..len(random))
            .map(|_| (text(random), vec![random.below(2) == 1; len(random)]))
            .collect(),
        (
            text(random).chars().collect(),
            [None, Some(random.next() as u8), Some(0)],
            (0..len(random))
                .map(|_| (1, random.next() as u32))
                .collect(),
        ),
        (
            random.next() as i16..random.next() as i16,
            [
                Bound::Included(random.below(9)),
                Bound::Excluded(7),
                Bound::Unbounded,
            ][random.below(3)],
            Duration::from_nanos(random.next()),
            SystemTime::UNIX_EPOCH - Duration::from_nanos(random.next())
                + Duration::from_nanos(random.next()),
        ),
        (
            match random.below(2) {
                0 => SocketAddr::from(((random.next() as u32).to_le_bytes(), 80)),
                _ => SocketAddr::from(([random.next() as u16; 8], 80)),
            },
            text(random).into(),
            NonZero::new(1 + random.below(255) as u8).unwrap(),
            (0..len(random)).map(|i| i as f32).collect(),
        ),
        tree(random),
    )
}

#[test]
fn random_values_come_back() {
    let mut random = Random(1);
    for _ in 0..cases() {
        let value = everything(&mut random);
        assert_eq!(decoded::<Everything>(&encoded(&value)), Ok(value));
    }
}

#[test]
fn values_with_changed_bytes_are_values_or_errors() {
    let mut random = Random(2);
    for _ in 0..cases() {
        let mut bytes = encoded(&everything(&mut random));
        for _ in 0..=random.below(3) {
            let at = random.below(bytes.len());
            bytes[at] = match random.below(3) {
                0 => random.next() as u8,
                1 => bytes[at] ^ (1 << random.below(8)),
                _ => [0, 1, 0x7f, 0x80, 0xff][random.below(5)],
            };
        }
        if random.below(4) == 0 {
            bytes.truncate(random.below(bytes.len()));
        }
        survives::<Everything>(&bytes);
    }
}

#[test]
fn random_bytes_are_values_or_errors() {
    let mut random = Random(3);
    for _ in 0..cases() {
        let bytes: Vec<u8> = (0..random.below(64))
            .map(|_| match random.below(2) {
                0 => random.below(4) as u8,
                _ => random.next() as u8,
            })
            .collect();
        match random.below(8) {
            0 => survives::<Everything>(&bytes),
            1 => survives::<Vec<String>>(&bytes),
            2 => survives::<BTreeMap<u8, Vec<Option<u16>>>>(&bytes),
            3 => survives::<BTreeSet<(char, bool)>>(&bytes),
            4 => survives::<Vec<Tree>>(&bytes),
            5 => survives::<Vec<Result<Duration, Bound<i8>>>>(&bytes),
            6 => survives::<Vec<Box<[NonZero<u8>; 2]>>>(&bytes),
            _ => survives::<(Option<SystemTime>, Vec<SocketAddr>)>(&bytes),
        }
    }
    survives::<HashSet<String>>(&[]);
}

/// It is refused, or it is a value that comes back; it costs little either way.
fn survives<T: for<'f> Decode<'f> + Encode + Debug>(bytes: &[u8]) {
    let (result, cost) = peak(|| decoded::<T>(bytes));
    assert!(
        cost < 4096 + 64 * bytes.len() as isize,
        "{cost} bytes for {}",
        bytes.len()
    );
    match result {
        Ok(value) => {
            let again = encoded(&value);
            let value = decoded::<T>(&again).expect("what was read can be written");
            assert_eq!(encoded(&value).len(), again.len());
        }
        Err(raised) => assert_eq!(raised.kind, 3),
    }
}
