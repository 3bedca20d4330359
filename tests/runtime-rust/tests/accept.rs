//! Handles inside of arguments: all are had, or none.

use std::sync::{Mutex, MutexGuard, PoisonError};

use runtime_tests::exports::*;
use runtime_tests::objects::{Item, Spot, Tag};
use runtime_tests::runtime::{Object, Returned, call_with, close, live};
use runtime_tests::{Raised, Tree, encoded, returned};

const ARGUMENT: u32 = 3;
const CLOSED: u32 = 4;
const IN_USE: u32 = 5;

/// The living are counted, so tests take turns. Each leaves none behind.
struct Turn {
    _turn: MutexGuard<'static, ()>,
}

impl Turn {
    fn take() -> Self {
        static TURN: Mutex<()> = Mutex::new(());
        let turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
        Self { _turn: turn }
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            assert_eq!(live(), 0);
        }
    }
}

#[track_caller]
fn refused<T: std::fmt::Debug>(result: Result<T, Raised>, kind: u32, message: &str) {
    let raised = result.unwrap_err();
    assert_eq!((raised.message.as_str(), raised.kind), (message, kind));
    assert_eq!(raised.location.as_deref(), Some("value"));
}

fn give<X>(value: X) -> u64
where
    for<'a> X: Object<At<'a> = X>,
{
    let result: Returned<u64> = call_with(None, |_, handles, _, _| Ok(handles.give::<X>(value)));
    returned(result).unwrap()
}

fn items<const N: usize>(values: [u32; N]) -> [u64; N] {
    values.map(|value| give(Item(value)))
}

fn list(tokens: &[u64]) -> Vec<u8> {
    encoded(&tokens.to_vec())
}

fn close_all(tokens: &[u64]) {
    for &token in tokens {
        close(token);
    }
}

#[test]
fn values_move_into_the_call() {
    let _turn = Turn::take();
    let all = items([1, 2, 3]);
    assert_eq!(sum(&list(&all)).unwrap(), 6);
    assert_eq!(live(), 0);
    refused(sum(&list(&all)), CLOSED, "has an Item that was closed");
    assert_eq!(sum(&list(&[])).unwrap(), 0);
}

#[test]
fn all_are_taken_or_none() {
    let _turn = Turn::take();
    let [one, two, three] = items([1, 2, 3]);
    close(three);
    refused(
        sum(&list(&[one, two, three])),
        CLOSED,
        "has an Item that was closed",
    );
    refused(
        sum(&list(&[one, two, one])),
        IN_USE,
        "has an Item that is in use: a call or a borrow may write to it",
    );
    refused(
        sum(&list(&[one, 0])),
        ARGUMENT,
        "has null, where an Item is needed",
    );
    assert_eq!(sum(&list(&[one, two])).unwrap(), 3);
}

#[test]
fn what_is_malformed_takes_none() {
    let _turn = Turn::take();
    let [one, two] = items([1, 2]);
    let mut wire = list(&[one, two]);
    wire.push(0);
    refused(sum(&wire), ARGUMENT, "goes on behind its end, at byte 20");
    wire.truncate(19);
    refused(sum(&wire), ARGUMENT, "counts more than it has, at byte 0");
    close_all(&[one, two]);
}

#[test]
fn what_is_not_taken_is_given_back() {
    let _turn = Turn::take();
    let all = items([1, 2]);
    assert_eq!(
        check_and_panic(&list(&all)).unwrap_err().message,
        "not taken"
    );
    assert_eq!(sum(&list(&all)).unwrap(), 3);
}

#[test]
fn handles_are_among_data() {
    let _turn = Turn::take();
    let [one, two, three] = items([1, 2, 30]);
    let pairs = vec![(7u8, Some(one)), (8, None)];
    let deep = |text: &str| encoded(&(text, &pairs, [two, three], Tree::chain(3)));
    let mut wire = deep("four");
    wire[4] = 0xff;
    refused(sum_deep(&wire), ARGUMENT, "is not UTF-8 at byte 4");
    assert_eq!(sum_deep(&deep("four")).unwrap(), 37);
    assert_eq!(live(), 0);
}

#[test]
fn what_is_lent_stays() {
    let _turn = Turn::take();
    let [one, two] = items([1, 2]);
    assert_eq!(sum_lent(&list(&[one, two, one])).unwrap(), 4);
    item_set(one, 5).unwrap();
    close(two);
    refused(
        sum_lent(&list(&[one, two])),
        CLOSED,
        "has an Item that was closed",
    );
    item_set(one, 6).unwrap();
    close(one);
}

#[test]
fn what_is_borrowed_is_kept() {
    let _turn = Turn::take();
    let [one, two] = items([1, 2]);
    let greatest = greatest(&list(&[one, two, two])).unwrap();
    close_all(&[one, two]);
    assert_eq!(live(), 3);
    assert_eq!(item(greatest).unwrap(), 2);
    close(greatest);
}

#[test]
fn clones_and_copies_leave_the_handles() {
    let _turn = Turn::take();
    let tags = ["a", "four"].map(|text| give(Tag(text.into())));
    assert_eq!(tag_lengths(&list(&[tags[0], tags[1], tags[1]])).unwrap(), 9);
    assert_eq!(tag_lengths(&list(&tags)).unwrap(), 5);
    let spot = give(Spot(3));
    assert_eq!(far(&list(&[spot, spot])).unwrap(), 6);
    close_all(&[tags[0], tags[1], spot]);
}
