//! What is kept for the rest of the program.

use std::ptr;
use std::thread;

use runtime_tests::runtime::intern;

#[test]
fn each_value_is_kept_once() {
    let (one, two) = (intern(String::from("same")), intern(String::from("same")));
    assert!(ptr::eq(one, two));
    assert_eq!(*intern(String::from("other")), "other");
    assert_eq!(one, "same");
}

#[test]
fn types_with_the_same_bytes_are_apart() {
    assert_eq!((*intern(65u32), *intern('A')), (65, 'A'));
    assert_eq!((*intern(1u8), *intern(true)), (1, true));
}

#[test]
fn threads_have_the_same_one() {
    let threads: Vec<_> = (0..8)
        .map(|_| thread::spawn(|| ptr::from_ref(intern(vec![1u64, 2])) as usize))
        .collect();
    let mut places: Vec<_> = threads.into_iter().map(|t| t.join().unwrap()).collect();
    places.dedup();
    assert_eq!(places.len(), 1);
}
