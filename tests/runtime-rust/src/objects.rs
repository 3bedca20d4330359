//! Types behind handles, as crates have them, and as the emitter declares them.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::Tree;
use crate::runtime::{accept_data, give_data, object};

/// Counts those that are alive.
#[derive(Debug)]
pub struct Alive(&'static AtomicUsize);

impl Alive {
    pub fn new(count: &'static AtomicUsize) -> Self {
        count.fetch_add(1, Ordering::SeqCst);
        Self(count)
    }
}

impl Drop for Alive {
    fn drop(&mut self) {
        assert_ne!(self.0.fetch_sub(1, Ordering::SeqCst), 0, "dropped twice");
    }
}

/// `Send` and `Sync`, no lifetimes.
#[derive(Debug)]
pub struct Pattern {
    pub text: String,
    pub alive: Option<Alive>,
}

impl Pattern {
    pub fn new(text: &str) -> Result<Self, String> {
        match text {
            "" => Err("empty".into()),
            _ => Ok(Self {
                text: text.into(),
                alive: None,
            }),
        }
    }

    pub fn find_iter<'r, 'h>(&'r self, haystack: &'h str) -> Matches<'r, 'h> {
        Matches {
            pattern: self,
            haystack,
            at: 0,
        }
    }

    pub fn words<'r>(&'r self) -> impl Iterator<Item = &'r str> + use<'r> {
        self.text.split(' ')
    }

    pub fn push(&mut self, text: &str) -> &mut Self {
        self.text.push_str(text);
        self
    }
}

object!(Pattern, "Pattern");

/// Borrows from two things.
#[derive(Debug)]
pub struct Matches<'r, 'h> {
    pattern: &'r Pattern,
    haystack: &'h str,
    at: usize,
}

object!(<'a> Matches<'static, 'static>, Matches<'a, 'a>, "Matches");

impl<'h> Iterator for Matches<'_, 'h> {
    type Item = Match<'h>;

    fn next(&mut self) -> Option<Match<'h>> {
        assert_ne!(self.pattern.text, "panic");
        let start = self.at + self.haystack[self.at..].find(&self.pattern.text)?;
        self.at = start + self.pattern.text.len();
        Some(Match {
            haystack: self.haystack,
            start,
            end: self.at,
        })
    }
}

#[derive(Clone, Copy, Debug)]
pub struct Match<'h> {
    haystack: &'h str,
    start: usize,
    end: usize,
}

object!(<'a> Match<'static>, Match<'a>, "Match");

impl<'h> Match<'h> {
    pub fn as_str(&self) -> &'h str {
        &self.haystack[self.start..self.end]
    }

    /// Only the first half of it.
    pub fn half(&self) -> Option<Match<'h>> {
        let end = self.start + (self.end - self.start) / 2;
        (end != self.start).then_some(Self { end, ..*self })
    }
}

/// Keeps what it is given; covariant, but invariant behind `&mut`.
#[derive(Debug, Default)]
pub struct Names<'a>(pub Vec<&'a str>);

object!(<'a> Names<'static>, Names<'a>, "Names");

impl<'a> Names<'a> {
    pub fn push(&mut self, name: &'a str) -> &mut Self {
        self.0.push(name);
        self
    }

    pub fn with(mut self, name: &'a str) -> Self {
        self.0.push(name);
        self
    }

    pub fn first(&self) -> Option<&&'a str> {
        self.0.first()
    }
}

/// Keeps what it is given, though it is shared: invariant. Its clones have the same list.
#[derive(Clone, Debug, Default)]
pub struct Board<'a>(std::sync::Arc<Mutex<Vec<&'a str>>>);

object!(<'a> invariant Board<'static>, Board<'a>, "Board");

impl<'a> Board<'a> {
    pub fn post(&self, text: &'a str) {
        self.0.lock().unwrap().push(text);
    }

    pub fn read(&self) -> String {
        self.0.lock().unwrap().join(" ")
    }

    pub fn pair() -> (Self, Self) {
        let board = Self::default();
        (board.clone(), board)
    }
}

/// `Send`, but not `Sync`.
#[derive(Debug, Default)]
pub struct Meter(Cell<u32>, pub Option<Alive>);

object!(Meter, "Meter");

impl Meter {
    pub fn count(&self) -> u32 {
        self.0.set(self.0.get() + 1);
        self.0.get()
    }

    pub fn gauge(&self) -> Gauge<'_> {
        Gauge(self)
    }
}

#[derive(Debug)]
pub struct Gauge<'a>(pub &'a Meter);

object!(<'a> Gauge<'static>, Gauge<'a>, "Gauge");

/// Not `Send`.
#[derive(Debug)]
pub struct Local(pub Rc<u32>, pub Option<Alive>);

object!(Local, "Local");

impl Local {
    pub fn forever(self) -> impl Iterator<Item = u32> {
        std::iter::repeat_with(move || *self.0)
    }
}

/// Has parts that are types of their own.
#[derive(Debug, Default)]
pub struct Shelf(pub Vec<Item>);

#[derive(Debug, Default, PartialEq, Eq)]
pub struct Item(pub u32);

object!(Shelf, "Shelf");
object!(Item, "Item");

impl Shelf {
    pub fn at(&self, index: usize) -> Option<&Item> {
        self.0.get(index)
    }

    pub fn at_mut(&mut self, index: usize) -> Option<&mut Item> {
        self.0.get_mut(index)
    }

    pub fn first(&mut self) -> &mut Item {
        &mut self.0[0]
    }
}

/// Shows whether two write to it at a time, or it is gone.
#[derive(Debug)]
pub struct Twins {
    one: u64,
    two: u64,
    _alive: Alive,
}

/// Wanted in an `Arc`.
#[derive(Debug)]
pub struct Ring(pub Twins);

/// One of those that share with it.
#[derive(Debug)]
pub struct Twin<'a>(&'a Twins);

object!(Twins, "Twins");
object!(Ring, "Ring", Arc);
object!(<'a> Twin<'static>, Twin<'a>, "Twin");

impl Twins {
    pub fn new(count: &'static AtomicUsize) -> Self {
        Self {
            one: 1,
            two: !1,
            _alive: Alive::new(count),
        }
    }

    pub fn check(&self) -> u64 {
        assert_eq!(self.one, !self.two);
        self.one
    }

    pub fn change(&mut self) {
        self.one += self.check();
        self.two = !self.one;
    }

    pub fn twin(&self) -> Twin<'_> {
        Twin(self)
    }
}

impl Twin<'_> {
    pub fn check(&self) -> u64 {
        self.0.check()
    }
}

impl Drop for Twins {
    fn drop(&mut self) {
        self.check();
        (self.one, self.two) = (0, 0);
    }
}

/// Panics as it is dropped.
#[derive(Debug)]
pub struct Bomb(pub &'static str);

object!(Bomb, "Bomb");

impl Drop for Bomb {
    fn drop(&mut self) {
        panic!("{}", self.0);
    }
}

/// Does something as it is dropped.
pub struct Hook(pub Option<Box<dyn FnOnce() + Send + Sync>>);

object!(Hook, "Hook");

impl Drop for Hook {
    fn drop(&mut self) {
        if let Some(run) = self.0.take() {
            run();
        }
    }
}

give_data!(Tree);
accept_data!(Tree);

/// Can be cloned.
#[derive(Clone, Debug)]
pub struct Tag(pub String);

/// Can be copied.
#[derive(Clone, Copy, Debug)]
pub struct Spot(pub u32);

object!(Tag, "Tag");
object!(Spot, "Spot");
