//! Bodies: what parsers, gateways and editors make of a body, undone.
//!
//! Bodies are made one at a time and dropped before the next, so memory does not grow with their number.

mod ends;
mod wrap;

mod charset;

mod form;

pub(super) mod style;

mod lost;

use super::change::Visit;
pub(super) use lost::observed;

/// Hands over what may have been signed instead of `body`, but for its value in other words
/// ([`style`]), the likeliest first.
pub(super) fn each(body: &[u8], visit: &mut Visit) -> bool {
    ends::each(body, visit)
        && wrap::each(body, visit)
        && charset::each(body, visit)
        && form::each(body, visit)
}
