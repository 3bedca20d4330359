//! Handles, as one thread sees them.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use runtime_tests::exports::*;
use runtime_tests::objects::*;
use runtime_tests::runtime::{Failure, Object, Returned, call_with, close, forget, live};
use runtime_tests::{Raised, returned, unit};

const ARGUMENT: u32 = 3;
const CLOSED: u32 = 4;
const IN_USE: u32 = 5;
const POISONED: u32 = 6;
const READ_ONLY: u32 = 8;

/// The living are counted, so the tests take turns. Each leaves none behind.
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
    assert!(raised.location.is_some());
}

fn give<X>(value: impl FnOnce() -> X) -> u64
where
    for<'a> X: Object<At<'a> = X>,
{
    let result: Returned<u64> = call_with(None, |_, handles, _, _| Ok(handles.give::<X>(value())));
    returned(result).unwrap()
}

/// Takes a shared lease, and does something while it has it.
fn reading<X, T: Default>(token: u64, body: impl FnOnce(&X) -> T) -> Result<T, Raised>
where
    for<'a> X: Object<At<'a> = X>,
{
    let result: Returned<T> = call_with(None, |frame, handles, _, _| {
        let this = handles.shared::<X>(frame, "self", &handles.free(), token)?;
        Ok(body(this))
    });
    returned(result)
}

/// Takes the exclusive lease, and does something while it has it.
fn writing<X, T: Default>(token: u64, body: impl FnOnce(&mut X) -> T) -> Result<T, Raised>
where
    for<'a> X: Object<At<'a> = X>,
{
    let result: Returned<T> = call_with(None, |frame, handles, _, _| {
        let this = handles.exclusive::<X>(frame, "self", &handles.free(), token)?;
        Ok(body(this))
    });
    returned(result)
}

#[test]
fn a_value_is_there_until_it_is_closed() {
    let _turn = Turn::take();
    let handle = pattern("ab");
    assert_ne!(handle, 0);
    assert_eq!(live(), 1);
    assert_eq!(pattern_text(handle).unwrap(), "ab");
    close(handle);
    assert_eq!(live(), 0);
    refused(pattern_text(handle), CLOSED, "is a Pattern that was closed");
    close(handle);
    forget(handle);
    assert_eq!(live(), 0);
}

#[test]
fn no_handle_is_no_value() {
    let _turn = Turn::take();
    let message = "is null, where a Pattern is needed";
    refused(pattern_text(0), ARGUMENT, message);
    let message = "is null, where an Item is needed";
    refused(item_into(0), ARGUMENT, message);
    close(0);
    forget(0);
    let result: Returned<u64> = call_with(None, |frame, handles, own, _| {
        let shared = handles.shared_optional::<Item>(frame, "a", &own, 0)?;
        let exclusive = handles.exclusive_optional::<Item>(frame, "b", &own, 0)?;
        let taken = handles.taken_optional::<Item>(frame, "c", &own, 0)?;
        let copied = handles.copied_optional::<Match>(frame, "d", &own, 0)?;
        let arc = handles.arc_optional::<Pattern>(frame, "e", &own, 0)?;
        assert!(shared.is_none() && exclusive.is_none() && taken.is_none());
        assert!(copied.is_none() && arc.is_none());
        Ok(1)
    });
    assert_eq!(returned(result).unwrap(), 1);
}

#[test]
fn readers_share_and_a_writer_is_alone() {
    let _turn = Turn::take();
    let handle = give::<Item>(|| Item(1));
    reading(handle, |_: &Item| {
        assert_eq!(item(handle).unwrap(), 1);
        let message = "is an Item that is in use: a call or a borrow reads it";
        refused(item_set(handle, 2), IN_USE, message);
        refused(item_into(handle), IN_USE, message);
    })
    .unwrap();
    writing(handle, |_: &mut Item| {
        let message = "is an Item that is in use: a call or a borrow may write to it";
        refused(item(handle), IN_USE, message);
        refused(item_set(handle, 2), IN_USE, message);
        refused(item_into(handle), IN_USE, message);
    })
    .unwrap();
    item_set(handle, 3).unwrap();
    assert_eq!(item(handle).unwrap(), 3);
    assert_eq!(item_into(handle).unwrap(), 3);
    refused(item(handle), CLOSED, "is an Item that was closed");
    refused(item_into(handle), CLOSED, "is an Item that was closed");
}

#[test]
fn one_call_can_use_a_handle_twice_if_both_read() {
    let _turn = Turn::take();
    let handle = give::<Item>(|| Item(5));
    let sum: Returned<u32> = call_with(None, |frame, handles, _, _| {
        let a = handles.shared::<Item>(frame, "a", &handles.free(), handle)?;
        let b = handles.shared::<Item>(frame, "b", &handles.free(), handle)?;
        frame.value(a.0 + b.0)
    });
    assert_eq!(returned(sum).unwrap(), 10);
    let swap: *mut Failure = call_with(None, |frame, handles, _, _| {
        let a = handles.exclusive::<Item>(frame, "a", &handles.free(), handle)?;
        let b = handles.exclusive::<Item>(frame, "b", &handles.free(), handle)?;
        std::mem::swap(a, b);
        Ok(())
    });
    let raised = unit(swap).unwrap_err();
    assert_eq!(
        (raised.kind, raised.location.as_deref()),
        (IN_USE, Some("b"))
    );
    item_set(handle, 1).unwrap();
    close(handle);
}

#[test]
fn many_leases_are_all_given_back() {
    let _turn = Turn::take();
    let all: Vec<u64> = (0..9).map(|i| give::<Item>(|| Item(i))).collect();
    for panics in [false, true] {
        let result: Returned<u32> = call_with(None, |frame, handles, _, _| {
            let mut sum = 0;
            for &one in &all {
                sum += handles
                    .shared::<Item>(frame, "one", &handles.free(), one)?
                    .0;
            }
            assert!(!panics);
            Ok(sum)
        });
        assert_eq!(returned(result).ok(), (!panics).then_some(36));
    }
    for one in all {
        item_into(one).unwrap();
    }
}

#[test]
fn what_is_closed_while_in_use_ends_with_the_last_use() {
    let _turn = Turn::take();
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let make = || {
        give::<Meter>(|| {
            let mut meter = Meter::default();
            meter.1 = Some(Alive::new(&COUNT));
            meter
        })
    };
    for end in [close, forget] {
        let handle = make();
        reading(handle, |meter: &Meter| {
            end(handle);
            let again = reading(handle, |_: &Meter| ());
            refused(again, CLOSED, "is a Meter that was closed");
            meter.count();
            end(handle);
            assert_eq!((COUNT.load(Ordering::SeqCst), live()), (1, 1));
        })
        .unwrap();
        assert_eq!((COUNT.load(Ordering::SeqCst), live()), (0, 0));

        let handle = make();
        writing(handle, |_: &mut Meter| {
            end(handle);
            assert_eq!(live(), 1);
        })
        .unwrap();
        assert_eq!((COUNT.load(Ordering::SeqCst), live()), (0, 0));
    }
}

#[test]
fn a_value_is_taken_only_if_nothing_else_is_refused() {
    let _turn = Turn::take();
    let first = give::<Item>(|| Item(1));
    let join = |second| {
        let result: Returned<u32> = call_with(None, |frame, handles, _, _| {
            let a = handles.taken::<Item>(frame, "a", &handles.free(), first)?;
            let b = handles.taken::<Item>(frame, "b", &handles.free(), second)?;
            frame.value(a.take().0 + b.take().0)
        });
        returned(result)
    };
    refused(join(0), ARGUMENT, "is null, where an Item is needed");
    let message = "is an Item that is in use: a call or a borrow may write to it";
    refused(join(first), IN_USE, message);
    assert_eq!(item(first).unwrap(), 1);
    let second = give::<Item>(|| Item(2));
    assert_eq!(join(second).unwrap(), 3);
    refused(join(second), CLOSED, "is an Item that was closed");
}

#[test]
fn a_panic_of_a_writer_poisons() {
    let _turn = Turn::take();
    let handle = give::<Item>(|| Item(1));
    let reader = reading::<_, ()>(handle, |_: &Item| panic!("only looked"));
    assert_eq!(reader.unwrap_err().message, "only looked");
    assert_eq!(item(handle).unwrap(), 1);
    let raised = item_set(handle, u32::MAX).unwrap_err();
    assert_eq!(raised.kind, 2);
    let message = "is an Item that is poisoned: a call that could write to it panicked";
    refused(item(handle), POISONED, message);
    refused(item_set(handle, 1), POISONED, message);
    refused(item_into(handle), POISONED, message);
    close(handle);
    refused(item(handle), CLOSED, "is an Item that was closed");
    // Also when it was closed in between.
    let handle = give::<Item>(|| Item(1));
    let writer = writing::<_, ()>(handle, |_: &mut Item| {
        close(handle);
        panic!("closed");
    });
    assert_eq!(writer.unwrap_err().message, "closed");
}

#[test]
fn a_panic_in_a_borrow_poisons_what_it_could_write_to() {
    let _turn = Turn::take();
    let shelf = shelf(&[1, 2]);
    let one = shelf_at_mut(shelf, 0).unwrap();
    assert_eq!(item_set(one, u32::MAX).unwrap_err().kind, 2);
    close(one);
    assert_eq!(shelf_at(shelf, 1).unwrap_err().kind, POISONED);
    close(shelf);
}

#[test]
fn a_panic_in_a_reference_poisons_the_value() {
    let _turn = Turn::take();
    let names = names();
    let again = names_again(names).unwrap();
    let result: *mut Failure = call_with(None, |frame, handles, own, _| {
        handles.exclusive::<Names>(frame, "self", &own, again)?;
        panic!("halfway");
    });
    assert_eq!(unit(result).unwrap_err().message, "halfway");
    close(again);
    assert_eq!(names_text(names).unwrap_err().kind, POISONED);
    close(names);
}

#[test]
fn a_panic_poisons_what_was_lent_to_a_result_and_nothing_else() {
    let _turn = Turn::take();
    // What borrows, as far as anyone knows.
    let borrow = |pattern: u64, panics: bool| {
        let result: Returned<u64> = call_with(None, |frame, handles, own, _| {
            handles.kept_exclusive::<Pattern>(frame, "self", &own, pattern)?;
            let token = handles.give::<Names>(Names::default());
            assert!(!panics, "after all");
            Ok(token)
        });
        returned(result)
    };
    let pattern = pattern("ab");
    let names = borrow(pattern, false).unwrap();
    // A reader of it that panics when it has made a result.
    let result: Returned<u64> = call_with(None, |frame, handles, own, _| {
        handles.shared::<Names>(frame, "self", &own, names)?;
        handles.give::<Names>(Names::default());
        panic!("only looked");
    });
    assert_eq!(returned(result).unwrap_err().message, "only looked");
    close(names);
    assert_eq!(pattern_text(pattern).unwrap(), "ab");
    // A writer.
    assert_eq!(borrow(pattern, true).unwrap_err().message, "after all");
    assert_eq!(pattern_text(pattern).unwrap_err().kind, POISONED);
    close(pattern);
}

#[test]
fn a_result_that_nobody_gets_is_released() {
    let _turn = Turn::take();
    for panics in [false, true] {
        let parent = shelf(&[1, 2, 3]);
        let result: Returned<u64> = call_with(None, |frame, handles, _, _| {
            let this = handles.kept_shared::<Shelf>(frame, "self", &handles.free(), parent)?;
            for item in &this.0 {
                handles.give_ref::<Item>(item);
            }
            handles.give::<Item>(Item(9));
            assert_eq!(live(), 5);
            assert!(!panics);
            frame.ok(Err::<u64, _>("failed"))
        });
        assert!(returned(result).is_err());
        assert_eq!(live(), 1);
        writing(parent, |_: &mut Shelf| ()).unwrap();
        close(parent);
    }
}

#[test]
fn what_is_kept_for_no_result_is_given_back() {
    let _turn = Turn::take();
    let pattern = pattern("ab");
    let found = find_iter(pattern, "").unwrap();
    assert_eq!(next_match(found).unwrap(), 0);
    close(found);
    let result: *mut Failure = call_with(None, |frame, handles, _, _| {
        handles.kept_exclusive::<Pattern>(frame, "self", &handles.free(), pattern)?;
        handles.kept_text("a text");
        handles.kept_value(vec![String::from("a value")]);
        Ok(())
    });
    unit(result).unwrap();
    assert_eq!(pattern_push(pattern, "c").unwrap(), pattern);
    close(pattern);
}

#[test]
fn a_borrow_keeps_its_owners() {
    let _turn = Turn::take();
    // Whichever is closed first.
    for order in [
        [0, 1, 2],
        [0, 2, 1],
        [1, 0, 2],
        [1, 2, 0],
        [2, 0, 1],
        [2, 1, 0],
    ] {
        let pattern = pattern("ab");
        let matches = find_iter(pattern, &String::from("ab cab")).unwrap();
        let message = "is a Pattern that is in use: a call or a borrow reads it";
        refused(pattern_push(pattern, "c"), IN_USE, message);
        let found = next_match(matches).unwrap();
        let all = [pattern, matches, found];
        for (closed, i) in order.into_iter().enumerate() {
            assert_eq!(
                live(),
                3 - order[..closed].iter().filter(|&&i| i != 0).count()
            );
            if closed != 2 || i == 2 {
                assert_eq!(match_text(found).is_ok(), !order[..closed].contains(&2));
            }
            close(all[i]);
            assert_eq!(match_text(found).is_ok(), !order[..=closed].contains(&2));
        }
        assert_eq!(live(), 0);
    }
}

#[test]
fn borrows_of_borrows_keep_what_all_of_them_need() {
    let _turn = Turn::take();
    let pattern = pattern("abcd");
    let matches = find_iter(pattern, "abcd").unwrap();
    let found = next_match(matches).unwrap();
    assert_eq!(next_match(matches).unwrap(), 0);
    let half = half(found).unwrap();
    let quarter = runtime_tests::exports::half(half).unwrap();
    assert_eq!(runtime_tests::exports::half(quarter).unwrap(), 0);
    for handle in [found, matches, pattern, half] {
        close(handle);
    }
    assert_eq!(match_text(quarter).unwrap(), "a");
    // The pattern is kept by the last of them.
    assert_eq!(live(), 2);
    close(quarter);
}

#[test]
fn a_long_chain_of_borrows_ends_without_recursion() {
    let _turn = Turn::take();
    let names = names();
    let mut chain = vec![names];
    for _ in 0..10_000 {
        chain.push(names_again(chain[chain.len() - 1]).unwrap());
    }
    let last = chain.pop().unwrap();
    names_push(last, "stored at the end").unwrap();
    chain.into_iter().for_each(close);
    assert_eq!(live(), 10_001);
    assert_eq!(names_text(last).unwrap(), ["stored at the end"]);
    close(last);
}

#[test]
fn parts_can_be_changed_and_not_consumed() {
    let _turn = Turn::take();
    let shelf = shelf(&[1, 2]);
    assert_eq!(shelf_at(shelf, 2).unwrap(), 0);
    let (one, two) = (shelf_at(shelf, 0).unwrap(), shelf_at(shelf, 1).unwrap());
    assert_eq!((item(one).unwrap(), item(two).unwrap()), (1, 2));
    let message = "is an Item that is only borrowed, so it cannot be changed";
    refused(item_set(one, 3), READ_ONLY, message);
    let message = "is an Item that is only borrowed, so it cannot be consumed";
    refused(item_into(one), READ_ONLY, message);
    assert_eq!(item(one).unwrap(), 1);
    assert_eq!(shelf_at_mut(shelf, 0).unwrap_err().kind, IN_USE);
    close(one);
    close(two);
    let one = shelf_at_mut(shelf, 0).unwrap();
    item_set(one, 7).unwrap();
    refused(item_into(one), READ_ONLY, message);
    assert_eq!(shelf_at(shelf, 1).unwrap_err().kind, IN_USE);
    close(shelf);
    item_set(one, 8).unwrap();
    assert_eq!(item(one).unwrap(), 8);
    close(one);
}

#[test]
fn what_a_value_stores_lives_as_long_as_it_does() {
    let _turn = Turn::take();
    let names = names();
    for i in 0..100 {
        assert_eq!(names_push(names, &format!("name {i}")).unwrap(), names);
    }
    // A reference to it stores it there, too.
    let again = names_again(names).unwrap();
    names_push(again, "by reference").unwrap();
    assert_eq!(names_push(names, "no").unwrap_err().kind, IN_USE);
    close(again);
    let all = names_text(names).unwrap();
    assert_eq!((all.len(), all[100].as_str()), (101, "by reference"));
    // Consumed, and given back with more.
    let more = names_with(names, "more").unwrap();
    assert_eq!(names_push(names, "no").unwrap_err().kind, CLOSED);
    let all = names_text(more).unwrap();
    assert_eq!(all[0], "name 0");
    assert_eq!(all[101], "more");
    close(more);
}

#[test]
fn values_that_share_share_what_they_store() {
    let _turn = Turn::take();
    let (one, two) = boards();
    board_post(one, "one").unwrap();
    board_post(two, "two").unwrap();
    close(one);
    assert_eq!(board_text(two).unwrap(), "one two");
    let three = board_clone(two).unwrap();
    board_post(three, "three").unwrap();
    close(three);
    assert_eq!(board_text(two).unwrap(), "one two three");
    close(two);
}

#[test]
fn an_own_is_of_one_value() {
    let _turn = Turn::take();
    let (one, two) = (names(), names());
    let same = |a, b| {
        let result: Returned<u32> = call_with(None, |frame, handles, own, _| {
            handles.shared::<Names>(frame, "a", &own, a)?;
            handles.shared::<Names>(frame, "b", &own, b)?;
            Ok(0)
        });
        returned(result).map(|_| ())
    };
    assert!(same(one, one).is_ok());
    assert_eq!(same(one, two).unwrap_err().kind, 2);
    let result: Returned<u32> = call_with(None, |frame, handles, _, _| {
        handles.shared::<Names>(frame, "a", &handles.free(), one)?;
        Ok(0)
    });
    assert_eq!(returned(result).unwrap_err().kind, 2);
    let result: Returned<u32> = call_with(None, |frame, handles, _, _| {
        handles.taken::<Names>(frame, "a", &handles.free(), one)?;
        Ok(0)
    });
    assert_eq!(returned(result).unwrap_err().kind, 2);
    let result: Returned<u32> = call_with(None, |frame, handles, own, _| {
        let _one = handles.taken::<Names>(frame, "a", &own, one)?;
        handles.taken::<Names>(frame, "b", &own, two)?;
        Ok(0)
    });
    assert_eq!(returned(result).unwrap_err().kind, 2);
    assert!(names_text(one).is_ok() && names_text(two).is_ok());
    close(one);
    close(two);
}

#[test]
fn a_receiver_is_itself() {
    let _turn = Turn::take();
    let pattern = pattern("a");
    assert_eq!(pattern_push(pattern, "b").unwrap(), pattern);
    assert_eq!(pattern_push(pattern, "c").unwrap(), pattern);
    assert_eq!(
        (pattern_text(pattern).unwrap().as_str(), live()),
        ("abc", 1)
    );
    // What is not the receiver has a cell.
    let (shelf, other) = (shelf(&[1]), give::<Item>(|| Item(3)));
    let result: Returned<u64> = call_with(None, |frame, handles, _, _| {
        let own = handles.free();
        let this = handles.kept_exclusive::<Shelf>(frame, "self", &own, shelf)?;
        Ok(handles.give_chained::<Item>(&own, this.first(), other))
    });
    let first = returned(result).unwrap();
    assert!(first != shelf && first != other);
    assert_eq!(item(first).unwrap(), 1);
    [pattern, shelf, other, first].into_iter().for_each(close);
}

fn arc(token: u64) -> Result<Arc<Pattern>, Raised> {
    let mut arc = None;
    let result: *mut Failure = call_with(None, |frame, handles, own, _| {
        arc = Some(handles.arc::<Pattern>(frame, "self", &own, token)?);
        Ok(())
    });
    unit(result).map(|()| arc.unwrap())
}

#[test]
fn a_value_can_be_shared_with_rust() {
    let _turn = Turn::take();
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let handle = give::<Pattern>(|| Pattern {
        text: "ab".into(),
        alive: Some(Alive::new(&COUNT)),
    });
    // It moves, which it cannot while it is borrowed.
    let matches = find_iter(handle, "ab").unwrap();
    let message = "is a Pattern that is in use: a call or a borrow reads it";
    refused(arc(handle), IN_USE, message);
    close(matches);
    let (one, two) = (arc(handle).unwrap(), arc(handle).unwrap());
    assert!(Arc::ptr_eq(&one, &two));
    assert_eq!(Arc::strong_count(&one), 3);
    assert_eq!(pattern_text(handle).unwrap(), "ab");
    let message = "is a Pattern that is in use: others have a reference to it, too";
    refused(pattern_push(handle, "c"), IN_USE, message);
    drop((one, two));
    assert_eq!(pattern_push(handle, "c").unwrap(), handle);
    let one = arc(handle).unwrap();
    close(handle);
    assert_eq!((live(), COUNT.load(Ordering::SeqCst)), (0, 1));
    assert_eq!(one.text, "abc");

    // And the other way round.
    let result: Returned<u64> = call_with(None, |_, handles, _, _| {
        Ok(handles.give_arc::<Pattern>(one.clone()))
    });
    let handle = returned(result).unwrap();
    assert_eq!(pattern_push(handle, "d").unwrap_err().kind, IN_USE);
    drop(one);
    let taken: Returned<u32> = call_with(None, |frame, handles, own, _| {
        let this = handles.taken::<Pattern>(frame, "self", &own, handle)?;
        assert_eq!(this.take().text, "abc");
        Ok(0)
    });
    assert!(returned(taken).is_ok());
    assert_eq!((live(), COUNT.load(Ordering::SeqCst)), (0, 0));
}

#[test]
fn a_borrowed_value_cannot_be_shared() {
    let _turn = Turn::take();
    let shelf = shelf(&[1]);
    let one = shelf_at(shelf, 0).unwrap();
    let result: *mut Failure = call_with(None, |frame, handles, own, _| {
        handles.arc::<Item>(frame, "self", &own, one)?;
        Ok(())
    });
    let message = "is an Item that is only borrowed, so it cannot be shared";
    refused(unit(result), READ_ONLY, message);
    close(one);
    close(shelf);
}

#[test]
fn an_rc_is_shared_with_rust_on_this_thread() {
    let _turn = Turn::take();
    let rc = |token| {
        let mut rc = None;
        let result: *mut Failure = call_with(None, |frame, handles, own, _| {
            rc = Some(handles.rc::<Item>(frame, "self", &own, token)?);
            Ok(())
        });
        unit(result).map(|()| rc.unwrap())
    };
    let handle = give::<Item>(|| Item(4));
    let one = rc(handle).unwrap();
    assert_eq!(Rc::strong_count(&one), 2);
    assert_eq!(item_set(handle, 5).unwrap_err().kind, IN_USE);
    drop(one);
    item_set(handle, 5).unwrap();
    // From one pointer to the other, while there is just one.
    let result: *mut Failure = call_with(None, |frame, handles, own, _| {
        assert_eq!(handles.arc::<Item>(frame, "self", &own, handle)?.0, 5);
        Ok(())
    });
    unit(result).unwrap();
    let one = rc(handle).unwrap();
    let result: Returned<u64> = call_with(None, |_, handles, _, _| {
        Ok(handles.give_rc::<Item>(one.clone()))
    });
    let other = returned(result).unwrap();
    assert_eq!(Rc::strong_count(&one), 3);
    drop(one);
    close(other);
    assert_eq!(item_into(handle).unwrap(), 5);
}

#[test]
fn a_destructor_may_panic() {
    let _turn = Turn::take();
    close(give::<Bomb>(|| Bomb("closed")));
    assert_eq!(live(), 0);
    let handle = give::<Bomb>(|| Bomb("in use"));
    reading(handle, |_: &Bomb| close(handle)).unwrap();
    // The panic of the call is what the caller sees.
    let handle = give::<Bomb>(|| Bomb("late"));
    let result = reading::<Bomb, ()>(handle, |_| {
        close(handle);
        panic!("early");
    });
    assert_eq!(result.unwrap_err().message, "early");
    let result: Returned<u32> = call_with(None, |frame, handles, own, _| {
        handles.kept_value(Bomb("kept"));
        handles.shared::<Item>(frame, "self", &own, 0)?;
        Ok(0)
    });
    assert_eq!(returned(result).unwrap_err().kind, ARGUMENT);
    // The panic of what is consumed is one of the call.
    let handle = give::<Bomb>(|| Bomb("consumed"));
    let result: Returned<u32> = call_with(None, |frame, handles, own, _| {
        drop(handles.taken::<Bomb>(frame, "self", &own, handle)?.take());
        Ok(0)
    });
    assert_eq!(returned(result).unwrap_err().message, "consumed");
}

#[test]
fn a_destructor_may_use_handles() {
    let _turn = Turn::take();
    let inner = pattern("inner");
    let outer = give::<Hook>(|| {
        Hook(Some(Box::new(move || {
            assert_eq!(pattern_text(inner).unwrap(), "inner");
            close(inner);
            close(pattern("made and closed"));
        })))
    });
    close(outer);
    assert_eq!(live(), 0);
    // Of itself, there is nothing left.
    let own = Arc::new(AtomicUsize::new(0));
    let known = own.clone();
    let outer = give::<Hook>(|| {
        Hook(Some(Box::new(move || {
            let own = known.load(Ordering::SeqCst) as u64;
            close(own);
            assert_eq!(reading(own, |_: &Hook| ()).unwrap_err().kind, CLOSED);
        })))
    });
    own.store(usize::try_from(outer).unwrap(), Ordering::SeqCst);
    close(outer);
}

#[test]
fn a_sequence_is_read_in_batches() {
    let _turn = Turn::take();
    let numbers = numbers();
    assert_eq!(batch::<u32>(numbers, 3).unwrap(), [0, 1, 2]);
    assert_eq!(batch::<u32>(numbers, 1).unwrap(), [3]);
    // An empty batch would be the end.
    assert_eq!(batch::<u32>(numbers, 0).unwrap(), [4]);
    assert_eq!(batch::<u32>(numbers, 1000).unwrap().len(), 1000);
    close(numbers);
    refused(
        batch::<u32>(numbers, 1),
        CLOSED,
        "is a sequence that was closed",
    );

    let pattern = pattern("to be or not to be");
    let words = words(pattern).unwrap();
    close(pattern);
    assert_eq!(
        batch::<String>(words, 4).unwrap(),
        ["to", "be", "or", "not"]
    );
    assert_eq!(batch::<String>(words, 4).unwrap(), ["to", "be"]);
    assert_eq!(batch::<String>(words, 4).unwrap(), [""; 0]);
    assert_eq!(batch::<String>(words, 4).unwrap(), [""; 0]);
    assert_eq!(live(), 2);
    close(words);
}

#[test]
fn items_outlive_their_sequence() {
    let _turn = Turn::take();
    let pattern = pattern("ab");
    let matches = matches(pattern, "ab cab abab").unwrap();
    let mut all = batch::<u64>(matches, 3).unwrap();
    assert_eq!(all.len(), 3);
    close(pattern);
    all.extend(batch::<u64>(matches, 3).unwrap());
    close(matches);
    for &one in &all {
        assert_eq!(match_text(one).unwrap(), "ab");
    }
    assert_eq!((all.len(), live()), (4, 5));
    all.into_iter().for_each(close);
}

#[test]
fn items_may_be_borrowed() {
    let _turn = Turn::take();
    let shelf = shelf(&[1, 2, 3]);
    let sequence = items(shelf).unwrap();
    let all = batch::<u64>(sequence, 10).unwrap();
    close(sequence);
    let values: Vec<u32> = all.iter().map(|&one| item(one).unwrap()).collect();
    assert_eq!(values, [1, 2, 3]);
    assert_eq!(items_mut(shelf).unwrap_err().kind, IN_USE);
    all.into_iter().for_each(close);

    let sequence = items_mut(shelf).unwrap();
    let all = batch::<u64>(sequence, 10).unwrap();
    for &one in &all {
        item_set(one, 9).unwrap();
    }
    assert_eq!(items(shelf).unwrap_err().kind, IN_USE);
    all.into_iter().for_each(close);
    close(sequence);
    reading(shelf, |shelf: &Shelf| assert_eq!(shelf.0[2], Item(9))).unwrap();
    close(shelf);
}

#[test]
fn a_sequence_that_panics_is_poisoned() {
    let _turn = Turn::take();
    let pattern = pattern("panic");
    let matches = matches(pattern, "text").unwrap();
    assert_eq!(batch::<u64>(matches, 3).unwrap_err().kind, 2);
    let message = "is a sequence that is poisoned: a call that could write to it panicked";
    refused(batch::<u64>(matches, 3), POISONED, message);
    close(matches);
    close(pattern);
}

#[test]
fn only_a_sequence_has_items() {
    let _turn = Turn::take();
    let pattern = pattern("ab");
    refused(batch::<u64>(pattern, 3), ARGUMENT, "is no sequence");
    refused(
        batch::<u64>(0, 3),
        ARGUMENT,
        "is null, where a sequence is needed",
    );
    assert_eq!(pattern_push(pattern, "").unwrap(), pattern);
    close(pattern);
}

#[test]
fn kept_values_end_after_what_borrows_from_them() {
    let _turn = Turn::take();
    thread_local!(static LOG: Cell<u32> = const { Cell::new(0) });
    struct Logs<'a>(Option<&'a Self>);
    impl Drop for Logs<'_> {
        fn drop(&mut self) {
            // What it borrows from is still there.
            assert!(self.0.is_none_or(|other| other.0.is_none()));
            LOG.set(LOG.get() * 10 + if self.0.is_some() { 2 } else { 1 });
        }
    }
    let result: Returned<u64> = call_with(None, |_, handles, _, _| {
        let first = handles.kept_value(Logs(None));
        handles.kept_value(Logs(Some(first)));
        Ok(handles.give::<Names>(Names::default()))
    });
    let handle = returned(result).unwrap();
    assert_eq!(LOG.get(), 0);
    close(handle);
    assert_eq!(LOG.get(), 21);
}
