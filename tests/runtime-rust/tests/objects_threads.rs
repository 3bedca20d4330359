//! Handles, as many threads see them.

use std::sync::atomic::{AtomicU32, AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Barrier, Mutex, MutexGuard, PoisonError, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use runtime_tests::exports::*;
use runtime_tests::objects::*;
use runtime_tests::runtime::{Failure, Returned, call_with, close, forget, live};
use runtime_tests::{Raised, returned, unit};

const IN_USE: u32 = 5;
const THREAD: u32 = 7;

/// The living are counted, so the tests take turns.
fn turn() -> MutexGuard<'static, ()> {
    static TURN: Mutex<()> = Mutex::new(());
    TURN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Waits for another thread. What never comes fails after a while.
#[track_caller]
fn wait_until(done: impl Fn() -> bool) {
    let start = Instant::now();
    while !done() {
        assert!(start.elapsed() < Duration::from_secs(60), "it never came");
        thread::yield_now();
    }
}

/// Runs something on a thread of its own.
fn elsewhere<T: Send>(run: impl FnOnce() -> T + Send) -> T {
    thread::scope(|scope| scope.spawn(run).join().unwrap())
}

fn hook(run: impl FnOnce() + Send + Sync + 'static) -> u64 {
    let result: Returned<u64> = call_with(None, |_, handles, _, _| {
        Ok(handles.give::<Hook>(Hook(Some(Box::new(run)))))
    });
    returned(result).unwrap()
}

fn local(count: Option<&'static AtomicUsize>) -> u64 {
    let result: Returned<u64> = call_with(None, |_, handles, _, _| {
        Ok(handles.give::<Local>(Local(7.into(), count.map(Alive::new))))
    });
    returned(result).unwrap()
}

fn local_number(local: u64) -> Result<u32, Raised> {
    let result: Returned<u32> = call_with(None, |frame, handles, _, _| {
        let this = handles.shared::<Local>(frame, "self", &handles.free(), local)?;
        frame.value(*this.0)
    });
    returned(result)
}

fn meter() -> u64 {
    let result: Returned<u64> = call_with(None, |_, handles, _, _| {
        Ok(handles.give::<Meter>(Meter::default()))
    });
    returned(result).unwrap()
}

fn meter_with<T: Default>(meter: u64, body: impl FnOnce(&Meter) -> T) -> Result<T, Raised> {
    let result: Returned<T> = call_with(None, |frame, handles, _, _| {
        let this = handles.shared::<Meter>(frame, "self", &handles.free(), meter)?;
        Ok(body(this))
    });
    returned(result)
}

fn gauge(meter: u64) -> Result<u64, Raised> {
    let result: Returned<u64> = call_with(None, |frame, handles, _, _| {
        let this = handles.kept_shared::<Meter>(frame, "self", &handles.free(), meter)?;
        Ok(handles.give::<Gauge>(this.gauge()))
    });
    returned(result)
}

fn gauge_count(gauge: u64) -> Result<u32, Raised> {
    let result: Returned<u32> = call_with(None, |frame, handles, own, _| {
        let this = handles.shared::<Gauge>(frame, "self", &own, gauge)?;
        frame.value(this.0.count())
    });
    returned(result)
}

#[test]
fn what_is_forgotten_ends_on_a_thread_of_its_own() {
    let _turn = turn();
    static NAME: Mutex<Option<String>> = Mutex::new(None);
    // Also after one that panicked.
    for _ in 0..3 {
        forget(hook(|| panic!("in a destructor")));
        forget(hook(|| {
            *NAME.lock().unwrap() = thread::current().name().map(str::to_owned);
        }));
        wait_until(|| live() == 0);
        let name = NAME.lock().unwrap().take();
        assert_eq!(name.as_deref(), Some("ferrobind-release"));
    }
}

#[test]
fn the_forgotten_end_in_order() {
    let _turn = turn();
    static LAST: AtomicU32 = AtomicU32::new(0);
    for i in 0..1000 {
        forget(hook(move || {
            assert_eq!(LAST.swap(i, Ordering::SeqCst), i.saturating_sub(1));
        }));
    }
    wait_until(|| live() == 0);
    assert_eq!(LAST.load(Ordering::SeqCst), 999);
}

#[test]
fn many_threads_forget() {
    let _turn = turn();
    static ENDED: AtomicUsize = AtomicUsize::new(0);
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for _ in 0..2000 {
                    forget(hook(|| {
                        ENDED.fetch_add(1, Ordering::SeqCst);
                    }));
                }
            });
        }
    });
    wait_until(|| live() == 0);
    assert_eq!(ENDED.load(Ordering::SeqCst), 8000);
}

#[test]
fn what_is_not_send_stays_on_its_thread() {
    let _turn = turn();
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let handle = local(Some(&COUNT));
    assert_eq!(local_number(handle).unwrap(), 7);
    let raised = elsewhere(|| local_number(handle)).unwrap_err();
    assert_eq!(
        (raised.kind, raised.message.as_str()),
        (
            THREAD,
            "is a Local that belongs to another thread, and is not Send"
        )
    );
    for end in [close, forget] {
        let handle = local(Some(&COUNT));
        elsewhere(|| end(handle));
        // It is over at once, but dropped here, with the next use of something like it.
        assert_eq!((live(), COUNT.load(Ordering::SeqCst)), (2, 2));
        assert_eq!(local_number(handle).unwrap_err().kind, 4);
        assert_eq!((live(), COUNT.load(Ordering::SeqCst)), (1, 1));
    }
    close(handle);
    assert_eq!((live(), COUNT.load(Ordering::SeqCst)), (0, 0));
}

#[test]
fn what_is_not_send_ends_with_its_thread() {
    let _turn = turn();
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let (made, handles) = mpsc::channel();
    let (closed, go_on) = mpsc::channel();
    thread::scope(|scope| {
        scope.spawn(move || {
            made.send(local(Some(&COUNT))).unwrap();
            go_on.recv().unwrap();
        });
        close(handles.recv().unwrap());
        assert_eq!(COUNT.load(Ordering::SeqCst), 1);
        closed.send(()).unwrap();
    });
    // A scope does not wait for thread locals.
    wait_until(|| live() == 0);
    assert_eq!(COUNT.load(Ordering::SeqCst), 0);
}

#[test]
fn what_is_not_sync_is_on_one_thread_at_a_time() {
    let _turn = turn();
    let handle = meter();
    meter_with(handle, |_| {
        assert_eq!(meter_with(handle, Meter::count).unwrap(), 1);
        let raised = elsewhere(|| meter_with(handle, Meter::count)).unwrap_err();
        assert_eq!(
            (raised.kind, raised.message.as_str()),
            (
                IN_USE,
                "is a Meter that is in use on another thread, and not Sync"
            )
        );
    })
    .unwrap();
    // But it may change.
    assert_eq!(elsewhere(|| meter_with(handle, Meter::count)).unwrap(), 2);
    assert_eq!(meter_with(handle, Meter::count).unwrap(), 3);

    let gauge = gauge(handle).unwrap();
    assert_eq!(gauge_count(gauge).unwrap(), 4);
    let raised = elsewhere(|| meter_with(handle, Meter::count)).unwrap_err();
    assert_eq!(raised.kind, IN_USE);
    assert_eq!(elsewhere(|| gauge_count(gauge)).unwrap_err().kind, THREAD);
    close(handle);
    elsewhere(|| close(gauge));
    assert_eq!(gauge_count(gauge).unwrap_err().kind, 4);
    assert_eq!(live(), 0);
}

#[test]
fn what_is_not_sync_belongs_to_a_thread_once_it_is_shared() {
    let _turn = turn();
    let handle = meter();
    let result: *mut Failure = call_with(None, |frame, handles, own, _| {
        handles.arc::<Meter>(frame, "self", &own, handle)?;
        Ok(())
    });
    unit(result).unwrap();
    assert_eq!(meter_with(handle, Meter::count).unwrap(), 1);
    let raised = elsewhere(|| meter_with(handle, Meter::count)).unwrap_err();
    assert_eq!(raised.kind, THREAD);
    close(handle);
}

#[test]
fn an_owner_ends_on_its_own_thread() {
    let _turn = turn();
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let parent = local(Some(&COUNT));
    let result: Returned<u64> = call_with(None, |frame, handles, _, _| {
        let this = handles.kept_shared::<Local>(frame, "self", &handles.free(), parent)?;
        // It is `Send`, and borrows all the same.
        let _: &Local = this;
        Ok(handles.give::<Names>(Names::default()))
    });
    let child = returned(result).unwrap();
    close(parent);
    elsewhere(|| close(child));
    assert_eq!(COUNT.load(Ordering::SeqCst), 1);
    close(local(None));
    assert_eq!((live(), COUNT.load(Ordering::SeqCst)), (0, 0));
}

#[test]
fn sequences_go_where_their_iterators_may() {
    let _turn = turn();
    let (numbers, sevens) = (numbers(), sevens());
    assert_eq!(batch::<u32>(numbers, 2).unwrap(), [0, 1]);
    assert_eq!(batch::<u32>(sevens, 2).unwrap(), [7, 7]);
    assert_eq!(elsewhere(|| batch::<u32>(numbers, 2)).unwrap(), [2, 3]);
    let raised = elsewhere(|| batch::<u32>(sevens, 2)).unwrap_err();
    assert_eq!(raised.kind, THREAD);
    close(numbers);
    close(sevens);
}

static TWINS: AtomicUsize = AtomicUsize::new(0);

fn twins() -> u64 {
    let result: Returned<u64> = call_with(None, |_, handles, _, _| {
        Ok(handles.give::<Twins>(Twins::new(&TWINS)))
    });
    returned(result).unwrap()
}

fn check(token: u64) -> Result<u64, Raised> {
    let result: Returned<u64> = call_with(None, |frame, handles, _, _| {
        let this = handles.shared::<Twins>(frame, "self", &handles.free(), token)?;
        frame.value(this.check())
    });
    returned(result)
}

fn change(token: u64) -> Result<(), Raised> {
    let result: *mut Failure = call_with(None, |frame, handles, _, _| {
        let this = handles.exclusive::<Twins>(frame, "self", &handles.free(), token)?;
        this.change();
        Ok(())
    });
    unit(result)
}

fn consume(token: u64) -> Result<u64, Raised> {
    let result: Returned<u64> = call_with(None, |frame, handles, _, _| {
        let this = handles.taken::<Twins>(frame, "self", &handles.free(), token)?;
        frame.value(this.take().check())
    });
    returned(result)
}

fn share(token: u64) -> Result<u64, Raised> {
    let result: Returned<u64> = call_with(None, |frame, handles, _, _| {
        let this = handles.arc::<Twins>(frame, "self", &handles.free(), token)?;
        frame.value(this.check())
    });
    returned(result)
}

fn twin(token: u64) -> Result<u64, Raised> {
    let result: Returned<u64> = call_with(None, |frame, handles, _, _| {
        let this = handles.kept_shared::<Twins>(frame, "self", &handles.free(), token)?;
        Ok(handles.give::<Twin>(this.twin()))
    });
    returned(result)
}

fn check_twin(token: u64) -> Result<u64, Raised> {
    let result: Returned<u64> = call_with(None, |frame, handles, own, _| {
        let this = handles.shared::<Twin>(frame, "self", &own, token)?;
        frame.value(this.check())
    });
    returned(result)
}

/// Numbers that look random, the same ones each time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % below
    }
}

/// How often each thread of the tests below does something.
const ROUNDS: usize = if cfg!(miri) { 100 } else { 30_000 };

/// Whatever happens to a handle, by however many: its value is whole as long as somebody uses it,
/// and dropped once.
#[test]
fn values_withstand_all_that_can_be_done_to_handles() {
    let _turn = turn();
    const THREADS: u64 = 6;
    let slots: [AtomicU64; 4] = std::array::from_fn(|_| AtomicU64::new(twins()));
    let done: [AtomicUsize; 8] = std::array::from_fn(|_| AtomicUsize::new(0));
    let start = Barrier::new(THREADS as usize);
    thread::scope(|scope| {
        for thread in 1..=THREADS {
            let (slots, done, start) = (&slots, &done, &start);
            scope.spawn(move || {
                let mut dice = Dice(thread * 0x9e37_79b9);
                // Handles that are over are as good as any.
                let mut old = 0;
                start.wait();
                for _ in 0..ROUNDS {
                    let slot = &slots[dice.roll(4) as usize];
                    let token = match dice.roll(8) {
                        0 if old != 0 => old,
                        _ => slot.load(Ordering::Acquire),
                    };
                    let what = dice.roll(16) as usize;
                    let result = match what {
                        0..6 => check(token).map(|_| ()),
                        6..9 => change(token),
                        9 => share(token).map(|_| ()),
                        10..12 => twin(token).and_then(|twin| {
                            let result = check_twin(twin);
                            match dice.roll(2) {
                                0 => close(twin),
                                _ => forget(twin),
                            }
                            result.map(|_| ())
                        }),
                        12 => consume(token).map(|_| ()),
                        13 => {
                            close(token);
                            Ok(())
                        }
                        14 => {
                            forget(token);
                            Ok(())
                        }
                        _ => {
                            // Closed in the middle of its use.
                            let result: *mut Failure = call_with(None, |frame, handles, own, _| {
                                let this = handles.shared::<Twins>(frame, "self", &own, token)?;
                                close(token);
                                this.check();
                                Ok(())
                            });
                            unit(result)
                        }
                    };
                    match result {
                        Ok(()) => _ = done[what / 2].fetch_add(1, Ordering::Relaxed),
                        Err(raised) if raised.kind == IN_USE => {}
                        Err(raised) => {
                            assert_eq!(raised.kind, 4, "{}", raised.message);
                            old = token;
                            if slot.load(Ordering::Acquire) == token {
                                let new = twins();
                                let (seen, failed) = (Ordering::AcqRel, Ordering::Relaxed);
                                if slot.compare_exchange(token, new, seen, failed).is_err() {
                                    close(new);
                                }
                            }
                        }
                    }
                }
            });
        }
    });
    slots
        .iter()
        .for_each(|slot| close(slot.load(Ordering::Acquire)));
    wait_until(|| live() == 0);
    assert_eq!(TWINS.load(Ordering::SeqCst), 0);
    if !cfg!(miri) {
        assert!(done.iter().all(|done| done.load(Ordering::Relaxed) > 0));
    }
}

/// Of many that close, consume or forget the same handle, one does.
#[test]
fn a_value_ends_once() {
    let _turn = turn();
    const THREADS: usize = 4;
    let (start, end) = (Barrier::new(THREADS), Barrier::new(THREADS));
    let (token, consumed) = (AtomicU64::new(0), AtomicUsize::new(0));
    thread::scope(|scope| {
        for thread in 0..THREADS {
            let (start, end, token, consumed) = (&start, &end, &token, &consumed);
            scope.spawn(move || {
                for round in 0..ROUNDS / 30 {
                    if thread == 0 {
                        token.store(twins(), Ordering::Release);
                    }
                    start.wait();
                    let token = token.load(Ordering::Acquire);
                    match (thread + round) % 4 {
                        0 => close(token),
                        1 => forget(token),
                        2 => _ = check(token),
                        _ => {
                            _ = consumed.fetch_add(consume(token).is_ok().into(), Ordering::Relaxed)
                        }
                    }
                    end.wait();
                    assert_eq!(check(token).unwrap_err().kind, 4);
                }
            });
        }
    });
    wait_until(|| live() == 0);
    assert_eq!(TWINS.load(Ordering::SeqCst), 0);
}

/// One that is not `Sync` counts right, whoever uses it, as long as they are told no.
#[test]
fn what_is_not_sync_counts_right() {
    let _turn = turn();
    let handle = meter();
    let counted = AtomicU32::new(0);
    thread::scope(|scope| {
        for thread in 1..=4 {
            let counted = &counted;
            scope.spawn(move || {
                let mut dice = Dice(thread);
                for _ in 0..ROUNDS {
                    let result = match dice.roll(4) {
                        0 => gauge(handle).and_then(|gauge| {
                            let count = gauge_count(gauge);
                            close(gauge);
                            count
                        }),
                        _ => meter_with(handle, Meter::count),
                    };
                    match result {
                        Ok(_) => _ = counted.fetch_add(1, Ordering::Relaxed),
                        Err(raised) => assert_eq!(raised.kind, IN_USE, "{}", raised.message),
                    }
                }
            });
        }
    });
    let counted = counted.load(Ordering::Relaxed);
    assert_eq!(meter_with(handle, Meter::count).unwrap(), counted + 1);
    close(handle);
}

/// Sequences whose items go everywhere.
#[test]
fn items_are_everybodys() {
    let _turn = turn();
    let pattern = pattern("ab");
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for round in 0..ROUNDS / 100 {
                    let matches = matches(pattern, "ab cab abab").unwrap();
                    let all = elsewhere(|| batch::<u64>(matches, 10)).unwrap();
                    assert_eq!(all.len(), 4);
                    close(matches);
                    for (i, one) in all.into_iter().enumerate() {
                        assert_eq!(match_text(one).unwrap(), "ab");
                        match (i + round) % 2 {
                            0 => close(one),
                            _ => forget(one),
                        }
                    }
                }
            });
        }
    });
    close(pattern);
    wait_until(|| live() == 0);
}

/// What is wanted in an `Arc` is in one, so that many can have it at the same time.
#[test]
fn many_threads_share_with_rust() {
    let _turn = turn();
    let result: Returned<u64> = call_with(None, |_, handles, _, _| {
        Ok(handles.give::<Ring>(Ring(Twins::new(&TWINS))))
    });
    let handle = returned(result).unwrap();
    let all: Vec<Arc<Ring>> = thread::scope(|scope| {
        let share = || {
            let mut all = Vec::new();
            for _ in 0..ROUNDS / 10 {
                let result: *mut Failure = call_with(None, |frame, handles, own, _| {
                    let one = handles.shared::<Ring>(frame, "one", &own, handle)?;
                    let arc = handles.arc::<Ring>(frame, "other", &own, handle)?;
                    assert!(std::ptr::eq(one, &*arc));
                    all.push(arc);
                    Ok(())
                });
                unit(result).unwrap();
            }
            all
        };
        let threads: Vec<_> = (0..4).map(|_| scope.spawn(share)).collect();
        let all = threads.into_iter().map(|thread| thread.join().unwrap());
        all.flatten().collect()
    });
    close(handle);
    assert_eq!(live(), 0);
    assert_eq!(Arc::strong_count(&all[0]), all.len());
    all[0].0.check();
    drop(all);
    assert_eq!(TWINS.load(Ordering::SeqCst), 0);
}
