//! fbbench's objects behind a C ABI, by hand: a `Box` and its raw pointer, and one crossing an item for the iterators. The header
//! says what is promised. Panics are caught where there can be one.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::{mem, process, ptr};

use fbbench::objects::Meter;

pub struct Readings<'m>(Box<dyn Iterator<Item = i64> + 'm>);
pub struct Names<'m>(Box<dyn Iterator<Item = &'m str> + 'm>);

#[repr(C)]
#[derive(Default)]
pub struct Reading {
    value: i64,
    some: bool,
}

#[repr(C)]
pub struct Name {
    data: *const u8,
    len: usize,
}

/// A crate that panics here has a bug that nobody can do anything about.
fn guarded<T>(body: impl FnOnce() -> T) -> T {
    catch_unwind(AssertUnwindSafe(body)).unwrap_or_else(|payload| {
        mem::forget(payload);
        process::abort()
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn objects_meter_new(offset: i64) -> Box<Meter> {
    Box::new(Meter::new(offset))
}

#[unsafe(no_mangle)]
pub extern "C" fn objects_meter_with_names(offset: i64, count: u32) -> Box<Meter> {
    guarded(|| Box::new(Meter::with_names(offset, count)))
}

/// It cannot panic, so there is nothing to catch.
#[unsafe(no_mangle)]
pub extern "C" fn objects_meter_read(meter: &Meter, value: i64) -> i64 {
    meter.read(value)
}

#[unsafe(no_mangle)]
pub extern "C" fn objects_meter_free(meter: Box<Meter>) {
    drop(meter);
}

#[unsafe(no_mangle)]
pub extern "C" fn objects_meter_readings(meter: &Meter, count: u32) -> Box<Readings<'_>> {
    Box::new(Readings(Box::new(meter.readings(count))))
}

#[unsafe(no_mangle)]
pub extern "C" fn objects_readings_next(readings: &mut Readings<'_>) -> Reading {
    guarded(|| readings.0.next())
        .map_or_else(Reading::default, |value| Reading { value, some: true })
}

#[unsafe(no_mangle)]
pub extern "C" fn objects_readings_free(readings: Box<Readings<'_>>) {
    drop(readings);
}

#[unsafe(no_mangle)]
pub extern "C" fn objects_meter_names(meter: &Meter) -> Box<Names<'_>> {
    Box::new(Names(Box::new(meter.names())))
}

#[unsafe(no_mangle)]
pub extern "C" fn objects_names_next(names: &mut Names<'_>) -> Name {
    let (data, len) =
        guarded(|| names.0.next()).map_or((ptr::null(), 0), |name| (name.as_ptr(), name.len()));
    Name { data, len }
}

#[unsafe(no_mangle)]
pub extern "C" fn objects_names_free(names: Box<Names<'_>>) {
    drop(names);
}
