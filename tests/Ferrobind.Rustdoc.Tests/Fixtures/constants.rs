//! Constants and statics.

pub const SIZE: usize = 16;
pub const COMPUTED: u32 = SIZE as u32 * 2 + 1;
pub const NEGATIVE: i64 = -5;
pub const HEX: u8 = 0xff;
pub const LARGE: u128 = u128::MAX;
pub const RATIO: f64 = 0.5;
pub const YES: bool = true;
pub const LETTER: char = 'x';
pub const NAME: &str = "ferrobind";
pub const BYTES: &[u8] = b"abc";
pub const LIST: [u8; 3] = [1, 2, 3];
pub const NOTHING: Option<u8> = None;
pub const POINT: Point = Point { x: 1 };
/// Documented.
#[deprecated]
pub const OLD: u8 = 1;
pub struct Point {
    pub x: u8,
}
impl Point {
    /// The origin.
    pub const ORIGIN: Point = Point { x: 0 };
    pub const LIMIT: u8 = 2 * 4;
}

pub static GREETING: &str = "hello";
pub static mut COUNTER: u32 = 0;
pub static TABLE: std::sync::Mutex<Vec<u8>> = std::sync::Mutex::new(Vec::new());
unsafe extern "C" {
    pub static errno_like: i32;
}
