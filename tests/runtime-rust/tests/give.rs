//! Values that go over: as data, each is what it is when it is encoded; as handles, their numbers.

use std::borrow::Cow;
use std::cmp::{Ordering, Reverse};
use std::collections::{BTreeMap, BTreeSet, BinaryHeap, HashMap, LinkedList, VecDeque};
use std::fmt::Debug;
use std::marker::PhantomData;
use std::net::{IpAddr, SocketAddr};
use std::num::{NonZero, Wrapping};
use std::ops::Bound;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, UNIX_EPOCH};

use runtime_tests::exports::{item, shelf};
use runtime_tests::objects::{Item, Shelf};
use runtime_tests::runtime::{Buffer, Decode, Encode, Give, call_with, close, live};
use runtime_tests::{Tree, decoded, encoded, returned, take};

/// The living are counted, so tests with handles take turns.
fn turn() -> MutexGuard<'static, ()> {
    static TURN: Mutex<()> = Mutex::new(());
    TURN.lock().unwrap_or_else(PoisonError::into_inner)
}

fn given<T: for<'k> Give<'k>>(value: T) -> Vec<u8> {
    let result: Buffer = call_with(None, |frame, handles, _, _| {
        let mut out = frame.writer();
        value.give(handles, &mut out);
        frame.value(out)
    });
    take(returned(result).unwrap(), None).0
}

#[track_caller]
fn same<T: Encode + for<'k> Give<'k>>(value: T) {
    let expected = encoded(&value);
    assert_eq!(given(value), expected);
}

#[test]
fn data_is_encoded() {
    same(());
    same((true, 'ß', 1i8, 2i16, 3i32, 4i64, 5i128, 6isize));
    same((1u8, 2u16, 3u32, 4u64, 5u128, 6usize, 7f32, 8f64));
    same((NonZero::new(7u32).unwrap(), Wrapping(1u8), Reverse(2u8)));
    same((String::from("text"), "lent", Box::<str>::from("boxed")));
    same((Cow::Borrowed("lent"), Cow::<str>::Owned("own".into())));
    same((PathBuf::from("a/b"), Path::new("c")));
    same((Rc::<str>::from("rc"), Arc::new(7u64), Box::new(8u8)));
    same((Some(1u8), None::<u8>, Ok::<u8, ()>(2), Err::<u8, _>("no")));
    same((vec![1u8, 2], vec![vec!["a"], vec![]], [1u32, 2, 3]));
    same((
        &[1u16, 2][..],
        VecDeque::from([1u8]),
        LinkedList::from([2u8]),
    ));
    same((BinaryHeap::from([3u8]), BTreeSet::from([4u8, 5])));
    same((
        HashMap::from([(1u8, "one")]),
        BTreeMap::from([("two", 2u8)]),
    ));
    same((Box::<[u64]>::from([1, 2]), vec![(); 3], vec![Some("x")]));
    same((Duration::new(1, 2), UNIX_EPOCH, Ordering::Less));
    same((IpAddr::from([1, 2, 3, 4]), SocketAddr::from(([0; 16], 80))));
    same((1u8..2, 3u8..=4, 5u8.., ..6u8, ..=7u8, ..));
    same((
        Bound::Included(1u8),
        Bound::<u8>::Unbounded,
        PhantomData::<u8>,
    ));
    same(Tree::chain(3));
    same(vec![Tree::chain(2), Tree::default()]);
    same((
        1u8, 2u8, 3u8, 4u8, 5u8, 6u8, 7u8, 8u8, 9u8, 10u8, 11u8, 12u8,
    ));
}

#[track_caller]
fn handles<T>(value: impl for<'k> Give<'k>) -> T
where
    T: for<'f> Decode<'f> + Debug,
{
    decoded(&given(value)).unwrap()
}

#[test]
fn what_is_not_data_is_a_handle() {
    let _turn = turn();
    let (one, text): (u64, String) = handles((Item(1), "text"));
    let both: Vec<Option<u64>> = handles(vec![Some(Item(2)), None]);
    let result: Result<u64, u8> = handles(Ok::<Box<Item>, u8>(Box::new(Item(3))));
    let map: BTreeMap<u8, u64> = handles(BTreeMap::from([(4u8, Arc::new(Item(4)))]));
    let array: [u64; 2] = handles([Item(5), Item(6)]);
    let all = [
        one,
        both[0].unwrap(),
        result.unwrap(),
        map[&4],
        array[0],
        array[1],
    ];
    assert_eq!((text.as_str(), both[1]), ("text", None));
    assert_eq!(all.map(|one| item(one).unwrap()), [1, 2, 3, 4, 5, 6]);

    let shelf = shelf(&[7, 8]);
    let result: Buffer = call_with(None, |frame, handles, own, _| {
        let this = handles.kept_shared::<Shelf>(frame, "self", &own, shelf)?;
        let mut out = frame.writer();
        (&this.0, &this.0[..1], this.at(1), this.at(2)).give(handles, &mut out);
        frame.value(out)
    });
    let parts: Vec<u8> = take(returned(result).unwrap(), None).0;
    type Parts = (Vec<u64>, Vec<u64>, Option<u64>, Option<u64>);
    let (list, slice, some, none) = decoded::<Parts>(&parts).unwrap();
    let parts = [list[0], list[1], slice[0], some.unwrap()];
    assert_eq!(parts.map(|one| item(one).unwrap()), [7, 8, 7, 8]);
    assert_eq!((none, live()), (None, 11));
    close(shelf);
    all.into_iter().chain(parts).for_each(close);
    assert_eq!(live(), 0);
}

#[test]
fn a_panic_on_the_way_leaves_nothing() {
    let _turn = turn();
    struct Deep(Vec<Item>, Tree);
    let value = Deep(vec![Item(1), Item(2)], Tree::chain(200));
    let before = live();
    let result: Buffer = call_with(None, |frame, handles, _, _| {
        let mut out = frame.writer();
        (value.0, value.1).give(handles, &mut out);
        frame.value(out)
    });
    assert_eq!(returned(result).map(|_| ()).unwrap_err().kind, 2);
    assert_eq!(live(), before);
}
