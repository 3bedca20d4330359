//! Durations and times: seconds, and nanoseconds after them.

use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use super::{Decode, Encode, Extent, Malformed, Reader, Writer};

const NANOS: u32 = 1_000_000_000;

impl Extent for Duration {
    const LEAST: usize = 12;
    const IS_FIXED: bool = true;
}

impl Encode for Duration {
    #[inline]
    fn encode(&self, out: &mut Writer) {
        self.as_secs().encode(out);
        self.subsec_nanos().encode(out);
    }
}

impl<'f> Decode<'f> for Duration {
    #[inline]
    fn decode(reader: &mut Reader<'f>) -> Result<Self, Malformed> {
        let seconds = u64::decode(reader)?;
        Ok(Duration::new(seconds, nanos(reader)?))
    }
}

impl Extent for SystemTime {
    const LEAST: usize = 12;
    const IS_FIXED: bool = true;
}

/// Before the epoch, the seconds are rounded down, so that the nanoseconds always come after them.
impl Encode for SystemTime {
    #[inline]
    fn encode(&self, out: &mut Writer) {
        let (seconds, nanos) = match self.duration_since(UNIX_EPOCH) {
            Ok(after) => (after.as_secs() as i64, after.subsec_nanos()),
            Err(error) => {
                let before = error.duration();
                match before.subsec_nanos() {
                    0 => ((before.as_secs() as i64).wrapping_neg(), 0),
                    nanos => (!(before.as_secs() as i64), NANOS - nanos),
                }
            }
        };
        seconds.encode(out);
        nanos.encode(out);
    }
}

impl<'f> Decode<'f> for SystemTime {
    #[inline]
    fn decode(reader: &mut Reader<'f>) -> Result<Self, Malformed> {
        let seconds = i64::decode(reader)?;
        let nanos = nanos(reader)?;
        let whole = Duration::from_secs(seconds.unsigned_abs());
        let whole = if seconds < 0 {
            UNIX_EPOCH.checked_sub(whole)
        } else {
            UNIX_EPOCH.checked_add(whole)
        };
        whole
            .and_then(|whole| whole.checked_add(Duration::from_nanos(nanos.into())))
            .ok_or_else(|| reader.invalid(12, "SystemTime"))
    }
}

impl Extent for Instant {
    const LEAST: usize = 8;
    const IS_FIXED: bool = true;
}

/// How far it is from now, in nanoseconds: the clock has no other beginning that both sides know.
impl Encode for Instant {
    #[inline]
    fn encode(&self, out: &mut Writer) {
        let now = Instant::now();
        let nanos = |span: Duration| i64::try_from(span.as_nanos()).unwrap_or(i64::MAX);
        match self.checked_duration_since(now) {
            Some(after) => nanos(after).encode(out),
            None => (-nanos(now.duration_since(*self))).encode(out),
        }
    }
}

impl<'f> Decode<'f> for Instant {
    #[inline]
    fn decode(reader: &mut Reader<'f>) -> Result<Self, Malformed> {
        let nanos = i64::decode(reader)?;
        let span = Duration::from_nanos(nanos.unsigned_abs());
        let now = Instant::now();
        let instant = if nanos < 0 {
            now.checked_sub(span)
        } else {
            now.checked_add(span)
        };
        instant.ok_or_else(|| reader.invalid(8, "Instant"))
    }
}

#[inline]
fn nanos(reader: &mut Reader<'_>) -> Result<u32, Malformed> {
    match u32::decode(reader)? {
        nanos @ 0..NANOS => Ok(nanos),
        _ => Err(reader.invalid(4, "nanoseconds")),
    }
}
