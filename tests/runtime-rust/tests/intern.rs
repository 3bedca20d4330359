//! What has to be there for the rest of the program is there once.

use std::ptr;
use std::thread;

use runtime_tests::runtime::{intern, intern_like};

#[derive(Clone, Debug, PartialEq)]
struct Name(String);

#[derive(Clone, PartialEq)]
struct Other;

#[test]
fn what_is_equal_is_kept_once() {
    let given = Name("a".to_owned());
    let kept = intern_like(&given);
    assert_eq!(kept, &given);
    assert!(!ptr::eq(kept, &given));
    assert!(ptr::eq(kept, intern_like(&given.clone())));
    assert!(!ptr::eq(kept, intern_like(&Name("b".to_owned()))));
    // Of another type.
    let _ = intern_like(&Other);
    assert!(ptr::eq(kept, intern_like(&given)));
}

#[test]
fn threads_share_it() {
    let all: Vec<usize> = (0..8)
        .map(|_| thread::spawn(|| ptr::from_ref(intern_like(&Name("shared".to_owned()))).addr()))
        .map(|thread| thread.join().expect("no panic"))
        .collect();
    assert!(all.iter().all(|&at| at == all[0]));
}

#[test]
fn texts_and_lists_are_kept_by_what_they_are() {
    let text = intern("text".to_owned()).as_str();
    assert!(ptr::eq(text, intern("text".to_owned()).as_str()));
    assert!(!ptr::eq(text, intern("other".to_owned()).as_str()));
    let list = intern(vec![1u32, 2]).as_slice();
    assert!(ptr::eq(list, intern(vec![1u32, 2]).as_slice()));
    assert_eq!(intern(Vec::<u32>::new()).as_slice(), &[] as &[u32]);
}
