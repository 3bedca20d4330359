//! The same as JSON. The types are what deriving on the crate's own would make of them: its functions do nothing, so the
//! values need not become those of the crate.

use std::collections::HashMap;
use std::hint::black_box;

use serde::{Deserialize, Serialize};

use crate::{Out, run, view};

#[derive(Serialize, Deserialize)]
struct Quad {
    a: f64,
    b: f64,
    c: f64,
    d: f64,
}

#[derive(Serialize, Deserialize)]
struct Contact {
    name: String,
    street: String,
    city: String,
    country: String,
    email: String,
}

#[derive(Serialize, Deserialize)]
#[serde(tag = "type")]
enum Event {
    Quit,
    Key { code: u32 },
    Resize { width: u32, height: u32 },
    Paste { text: String },
}

type Nested = Option<Result<Option<String>, u32>>;

macro_rules! echoes {
    ($($name:ident: $type:ty),+ $(,)?) => {$(
        /// # Safety
        ///
        /// As the header says.
        #[unsafe(no_mangle)]
        pub unsafe extern "C" fn $name(data: *const u8, len: usize, out: *mut Out) {
            run(out, || {
                let value: $type = serde_json::from_slice(unsafe { view(data, len) }).ok()?;
                serde_json::to_vec(&black_box(value)).ok().map(Out::owned)
            });
        }
    )+};
}

echoes! {
    values_json_quad: Quad,
    values_json_quads: Vec<Quad>,
    values_json_texts: Vec<String>,
    values_json_contact: Contact,
    values_json_counts: HashMap<String, u64>,
    values_json_event: Event,
    values_json_nested: Nested,
}
