//! Values behind handles: `docs/handles.md` of Ferrobind says what they do, and this is how.
//!
//! Everything else relies on three rules:
//!
//! * A value is reached with a lease only, and ends when it is closed and there is none.
//! * What a value borrows from has leases in that value's [owners](owners), so it ends later.
//! * That a result borrows from nothing else, the compiler has proven before its lifetimes are
//!   erased: see [`Handles`].

mod accept;
mod acquire;
mod cell;
mod desk;
mod dyn_object;
mod give;
mod handles;
mod keeper;
mod lease;
mod object;
mod own;
mod owners;
mod pool;
mod release;
mod scope;
mod sequence;
mod state;
mod taken;
mod threads;

pub(crate) use accept::accept_data;
pub use accept::{Accept, check_field};
pub use cell::{Facts, Form};
pub use desk::{Desk, Incoming, Way};
pub(crate) use dyn_object::dyn_object;
pub use dyn_object::{drop_dyn, enter, is_dyn_unique, place, share_dyn};
pub use give::Give;
pub(crate) use give::give_data;
pub use handles::Handles;
pub(in crate::runtime) use handles::returned;
pub use keeper::Keeper;
pub(crate) use object::object;
pub use object::{
    Object, Probe, ProbeOf, Unproven, UnprovenClone, UnprovenOf, Whole, drop_value, is_unique,
    share_value,
};
pub use own::Own;
pub use pool::live;
pub use release::{close, forget};
pub(in crate::runtime) use scope::Lending;
pub use sequence::next;
pub(crate) use sequence::sequence;
pub use taken::Taken;
pub(in crate::runtime) use taken::take_returned;
