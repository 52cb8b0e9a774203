//! Value: a JSON text as a tree that keeps its numbers as they stand, and writes itself in any style.

mod read;
mod write;

use alloc::string::String;
use alloc::vec::Vec;

/// A JSON value.
pub(super) enum Value<'a> {
    Object(Vec<(String, Value<'a>)>),
    Array(Vec<Value<'a>>),
    String(String),
    /// A number, `true`, `false` or `null`, as its text.
    Plain(&'a str),
}

/// How a serialiser writes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Style {
    pub(super) layout: Layout,
    pub(super) escapes: Escapes,
    pub(super) is_sorted: bool,
}

/// Where blanks and lines stand.
#[derive(Clone, Copy, Debug)]
pub(super) enum Layout {
    /// One line, with these blanks behind `,` and `:`.
    Line { item: &'static str, colon: &'static str },
    /// A line for each member, indented by this text, and how it ends.
    Indented { by: &'static str, end: &'static str },
    /// Jackson's own: a line for each member, a blank on both sides of `:`, arrays in one line.
    Jackson,
}

/// What a serialiser writes as an escape, beyond what JSON asks for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Escapes {
    pub(super) non_ascii: bool,
    pub(super) hex: Hex,
    pub(super) slash: Slash,
    /// Characters that are written as `\uXXXX`; a quote may be among them.
    pub(super) others: &'static str,
}

/// The digits behind `\u`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hex {
    Lower,
    Upper,
    /// PHP has them in capitals only where it escapes ASCII.
    UpperOfAscii,
}

/// Where `/` is written as `\/`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slash {
    Bare,
    Escaped,
    /// Only in `</`, which would end a script.
    BehindLess,
}

impl<'a> Value<'a> {
    /// Reads one JSON text; `None` for anything else, also for what is nested too deep.
    pub(super) fn parse(text: &'a str) -> Option<Self> {
        read::whole(text)
    }

    /// Whether a host that wrote `other` for this lost nothing: of two namesakes it keeps one, of what is
    /// too large it makes `null`, and of long integers others. The order of members is its own.
    pub(super) fn is_kept_in(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Object(ones), Self::Object(others)) => {
                let (ones, others) = (by_name(ones), by_name(others));
                let same = |((one, value), (other, kept)): (&Member, &Member)| {
                    one == other && value.is_kept_in(kept)
                };
                ones.len() == others.len()
                    && ones.iter().copied().zip(others.iter().copied()).all(same)
            }
            (Self::Array(ones), Self::Array(others)) => {
                ones.len() == others.len()
                    && ones.iter().zip(others).all(|(one, other)| one.is_kept_in(other))
            }
            (Self::String(one), Self::String(other)) => one == other,
            (Self::Plain(one), Self::Plain(other)) => one == other || is_rewritten(one, other),
            _ => false,
        }
    }

    pub(super) fn write(&self, style: &Style) -> String {
        write::written(self, style)
    }
}

type Member<'a> = (String, Value<'a>);

fn by_name<'v, 'a>(members: &'v [Member<'a>]) -> Vec<&'v Member<'a>> {
    let mut members: Vec<&Member> = members.iter().collect();
    members.sort_by_key(|(name, _)| name);
    members
}

/// Whether two texts may be those of one number: of one sign, and not both of an integer.
fn is_rewritten(one: &str, other: &str) -> bool {
    let is_negative = |text: &str| text.starts_with('-');
    let is_number =
        |text: &str| text.trim_start_matches('-').starts_with(|c: char| c.is_ascii_digit());
    let is_integer = |text: &str| !text.contains(['.', 'e', 'E']);
    is_number(one)
        && is_number(other)
        && is_negative(one) == is_negative(other)
        && !(is_integer(one) && is_integer(other))
}
