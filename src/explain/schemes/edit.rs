//! Edit: a scheme with some of its fields changed.

use crate::scheme::{Scheme, SchemeSpec, Unit};

/// The scheme with some of its fields changed; `None` for what is not a scheme.
pub(crate) fn edited(scheme: &Scheme, edit: impl FnOnce(&mut SchemeSpec)) -> Option<Scheme> {
    let mut spec = scheme.to_spec();
    edit(&mut spec);
    Scheme::new(spec).ok()
}

/// The scheme with its timestamp in another unit; `None` if that is its own.
pub(crate) fn with_unit(scheme: &Scheme, unit: Unit) -> Option<Scheme> {
    let own = scheme.timestamp()?.unit;
    if own == unit {
        return None;
    }
    edited(scheme, |spec| {
        if let Some(rule) = &mut spec.timestamp {
            rule.unit = unit;
        }
    })
}
