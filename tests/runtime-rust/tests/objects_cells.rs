//! Cells: where values are kept, how often, and for how long.

use std::ptr;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;

use runtime_tests::exports::item;
use runtime_tests::objects::*;
use runtime_tests::returned;
use runtime_tests::runtime::{Returned, call_with, close, forget};

/// Which cell comes next is known only while nobody else takes one.
fn turn() -> MutexGuard<'static, ()> {
    static TURN: Mutex<()> = Mutex::new(());
    TURN.lock().unwrap_or_else(PoisonError::into_inner)
}

const ADDRESS: u64 = 0x0000_ffff_ffff_ffc0;

fn give(value: u32) -> u64 {
    let result: Returned<u64> = call_with(None, |_, handles, _, _| {
        Ok(handles.give::<Item>(Item(value)))
    });
    returned(result).unwrap()
}

fn generation(handle: u64) -> u64 {
    handle >> 48 << 6 | handle & 63
}

/// Makes a vacant cell as old as if it had served so many values.
fn age(handle: u64, generation: u64) {
    let address = usize::try_from(handle & ADDRESS).unwrap();
    // The first word is the state, which has the generation where the handle has it.
    let state = unsafe { AtomicU64::from_ptr(ptr::with_exposed_provenance_mut(address)) };
    let other_bits = state.load(Ordering::SeqCst) & ADDRESS;
    state.store(
        other_bits | generation >> 6 << 48 | generation & 63,
        Ordering::SeqCst,
    );
}

/// A handle to another value in the cell that was another handle's.
fn give_where(was: u64) -> u64 {
    let mut others = Vec::new();
    let found = loop {
        assert!(others.len() < 100_000, "the cell is gone");
        match give(1) {
            handle if handle & ADDRESS == was & ADDRESS => break handle,
            other => others.push(other),
        }
    };
    others.into_iter().for_each(close);
    found
}

/// Each generation of a cell is used once, and then it is retired.
#[test]
fn a_handle_is_never_that_of_another_value() {
    let _turn = turn();
    const LAST: u64 = (1 << 22) - 1;
    let first = give(0);
    close(first);
    let mut expected = generation(first);
    while expected != LAST {
        if expected == 1000 {
            expected = LAST - 1000;
            age(first, expected + 1);
        }
        let handle = give_where(first);
        expected += 1;
        assert_eq!(generation(handle), expected);
        close(handle);
        assert_eq!(item(handle).unwrap_err().kind, 4);
    }
    // The handle is over, and there will not be another one of this cell.
    assert_eq!(item(first).unwrap_err().kind, 4);
    close(first);
    let others: Vec<u64> = (0..1000).map(give).collect();
    assert!(
        others
            .iter()
            .all(|other| other & ADDRESS != first & ADDRESS)
    );
    assert!(others.iter().all(|&other| generation(other) != 0));
    others.into_iter().for_each(close);
}

#[test]
fn a_recycled_cell_knows_its_handles() {
    let _turn = turn();
    let old = give(0);
    close(old);
    let new = give_where(old);
    assert_ne!(old, new);
    assert_eq!(item(old).unwrap_err().kind, 4);
    close(old);
    forget(old);
    assert_eq!(item(new).unwrap(), 1);
    close(new);
}

/// Many at a time, made here and closed there.
#[test]
fn cells_go_round() {
    let _turn = turn();
    thread::scope(|scope| {
        for thread in 0..4 {
            scope.spawn(move || {
                for round in 0..20 {
                    let handles: Vec<u64> = (0..500).map(|i| give(thread * 1000 + i)).collect();
                    let mut sorted = handles.clone();
                    sorted.sort_unstable();
                    sorted.dedup_by_key(|handle| *handle & ADDRESS);
                    assert_eq!(sorted.len(), handles.len());
                    thread::scope(|scope| {
                        scope.spawn(|| {
                            for (i, &handle) in handles.iter().enumerate() {
                                assert_eq!(item(handle).unwrap(), thread * 1000 + i as u32);
                                close(handle);
                            }
                        });
                        if round % 2 == 0 {
                            close(give(0));
                        }
                    });
                }
            });
        }
    });
}

#[test]
fn what_is_not_send_is_kept_when_its_thread_is_gone() {
    let _turn = turn();
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let make = || {
        let result: Returned<u64> = call_with(None, |_, handles, _, _| {
            let value = Local(7.into(), Some(Alive::new(&COUNT)));
            Ok(handles.give::<Local>(value))
        });
        returned(result).unwrap()
    };
    let handle = thread::spawn(make).join().unwrap();
    close(handle);
    assert_eq!(COUNT.load(Ordering::SeqCst), 1);
    let result: Returned<u32> = call_with(None, |frame, handles, _, _| {
        let this = handles.shared::<Local>(frame, "self", &handles.free(), handle)?;
        frame.value(*this.0)
    });
    assert_eq!(returned(result).unwrap_err().kind, 4);
}
