//! The text: the same each time.

const WORDS: [&str; 32] = [
    "the",
    "of",
    "and",
    "a",
    "to",
    "in",
    "that",
    "it",
    "was",
    "he",
    "his",
    "is",
    "had",
    "with",
    "which",
    "for",
    "as",
    "but",
    "said",
    "upon",
    "there",
    "would",
    "could",
    "little",
    "street",
    "matter",
    "window",
    "morning",
    "nothing",
    "remarkable",
    "naïve",
    "straße",
];

/// Prose of so many bytes or a little more. A line in 64 has the name, one in 16 a date, one in 32 an address and one in 32 a word
/// that is an error.
pub fn make(size: usize) -> String {
    let mut random = Random(42);
    let mut text = String::with_capacity(size + 256);
    while text.len() < size {
        for _ in 0..8 + random.below(8) {
            text.push_str(WORDS[random.below(WORDS.len())]);
            text.push(' ');
        }
        match random.below(64) {
            0 => text.push_str("Mr. Holmes"),
            1..=4 => text.push_str(&format!(
                "on 18{:02}-{:02}-{:02}",
                random.below(100),
                1 + random.below(12),
                1 + random.below(28)
            )),
            5..=6 => text.push_str(&format!(
                "{}.watson@{}.org",
                WORDS[random.below(30)],
                WORDS[random.below(30)]
            )),
            7..=8 => text.push_str(["an Error", "a warning", "FAILURE"][random.below(3)]),
            _ => text.push_str("and so on"),
        }
        text.push_str(".\n");
    }
    text
}

/// The linear congruential generator of Knuth's MMIX.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % bound
    }
}
