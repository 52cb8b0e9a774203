//! Write: a value as a text in the style of some serialiser.

use alloc::string::String;
use alloc::vec::Vec;

use super::read::Value;

/// How a serialiser writes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Style {
    pub(crate) layout: Layout,
    pub(crate) escapes: Escapes,
    pub(crate) is_sorted: bool,
}

impl Style {
    /// As `JSON.stringify` writes.
    pub(crate) const PLAIN: Self =
        Self { layout: Layout::COMPACT, escapes: Escapes::NONE, is_sorted: false };

    /// Writes a value.
    pub(crate) fn write(&self, value: &Value) -> String {
        let mut writer = Writer { style: self, text: String::new() };
        writer.value(value, 0);
        writer.text
    }
}

/// Where blanks and lines stand.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Layout {
    /// One line, with these blanks behind `,` and `:`.
    Line { item: &'static str, colon: &'static str },
    /// A line for each member, indented by this text, and how it ends.
    Indented { by: &'static str, end: &'static str },
    /// Jackson's own: a line for each member, a blank on both sides of `:`, arrays in one line.
    Jackson,
}

impl Layout {
    /// One line without blanks.
    pub(crate) const COMPACT: Self = Self::Line { item: "", colon: "" };
}

/// What a serialiser writes as an escape, beyond what JSON asks for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Escapes {
    pub(crate) non_ascii: bool,
    pub(crate) hex: Hex,
    pub(crate) slash: Slash,
    /// Characters that are written as `\uXXXX`; a quote may be among them.
    pub(crate) others: &'static str,
}

impl Escapes {
    /// Nothing beyond what JSON asks for.
    pub(crate) const NONE: Self =
        Self { non_ascii: false, hex: Hex::Lower, slash: Slash::Bare, others: "" };
}

/// The digits behind `\u`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hex {
    Lower,
    Upper,
    /// PHP has them in capitals only where it escapes ASCII.
    UpperOfAscii,
}

/// Where `/` is written as `\/`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Slash {
    Bare,
    Escaped,
    /// Only in `</`, which would end a script.
    BehindLess,
}

struct Writer<'s> {
    style: &'s Style,
    text: String,
}

impl Writer<'_> {
    fn value(&mut self, value: &Value, depth: usize) {
        match value {
            Value::Plain(text) => self.text.push_str(text),
            Value::String(text) => self.string(text),
            Value::Array(items) => {
                let items: Vec<(Option<&str>, &Value)> =
                    items.iter().map(|item| (None, item)).collect();
                self.list(['[', ']'], &items, depth);
            }
            Value::Object(members) => {
                let mut members: Vec<(Option<&str>, &Value)> =
                    members.iter().map(|(key, value)| (Some(key.as_str()), value)).collect();
                if self.style.is_sorted {
                    members.sort_by_key(|(key, _)| *key);
                }
                self.list(['{', '}'], &members, depth);
            }
        }
    }

    fn list(&mut self, [open, close]: [char; 2], items: &[(Option<&str>, &Value)], depth: usize) {
        let (item, colon) = match self.style.layout {
            Layout::Line { item, colon } => (item, colon),
            Layout::Indented { .. } => ("", " "),
            Layout::Jackson => ("", ""),
        };
        // Jackson keeps arrays in one line, and what is inside of them no deeper.
        let is_inline = open == '[' && matches!(self.style.layout, Layout::Jackson);
        let inner = if is_inline { depth } else { depth + 1 };
        self.text.push(open);
        for (index, (key, value)) in items.iter().enumerate() {
            if index > 0 {
                self.text.push(',');
                self.text.push_str(item);
            }
            self.gap(inner, is_inline);
            if let Some(key) = key {
                self.string(key);
                let is_jackson = matches!(self.style.layout, Layout::Jackson);
                self.text.push_str(if is_jackson { " : " } else { ":" });
                self.text.push_str(colon);
            }
            self.value(value, inner);
        }
        if !items.is_empty() || matches!(self.style.layout, Layout::Jackson) {
            self.gap(depth, is_inline || items.is_empty());
        }
        self.text.push(close);
    }

    /// What stands in front of a member and of the closing bracket.
    fn gap(&mut self, depth: usize, is_inline: bool) {
        let (indent, end) = match self.style.layout {
            Layout::Line { .. } => return,
            Layout::Jackson if is_inline => return self.text.push(' '),
            Layout::Jackson => ("  ", "\n"),
            Layout::Indented { by, end } => (by, end),
        };
        self.text.push_str(end);
        (0..depth).for_each(|_| self.text.push_str(indent));
    }

    fn string(&mut self, text: &str) {
        self.text.push('"');
        text.chars().for_each(|char| self.char(char));
        self.text.push('"');
    }

    fn char(&mut self, char: char) {
        let Escapes { non_ascii, slash, others, .. } = self.style.escapes;
        let is_escaped = match slash {
            Slash::Bare => false,
            Slash::Escaped => true,
            Slash::BehindLess => self.text.ends_with('<'),
        };
        match char {
            '"' if !others.contains('"') => self.text.push_str("\\\""),
            '\\' => self.text.push_str("\\\\"),
            '/' if is_escaped => self.text.push_str("\\/"),
            '\u{8}' => self.text.push_str("\\b"),
            '\u{c}' => self.text.push_str("\\f"),
            '\n' => self.text.push_str("\\n"),
            '\r' => self.text.push_str("\\r"),
            '\t' => self.text.push_str("\\t"),
            '\0'..='\x1f' | '"' => self.units(char),
            _ if (non_ascii && !char.is_ascii()) || others.contains(char) => self.units(char),
            _ => self.text.push(char),
        }
    }

    fn units(&mut self, char: char) {
        const DIGITS: [&[u8; 16]; 2] = [b"0123456789abcdef", b"0123456789ABCDEF"];
        let is_upper = match self.style.escapes.hex {
            Hex::Lower => false,
            Hex::Upper => true,
            Hex::UpperOfAscii => char.is_ascii(),
        };
        let digits = DIGITS[usize::from(is_upper)];
        for unit in char.encode_utf16(&mut [0; 2]) {
            self.text.push_str("\\u");
            for shift in [12, 8, 4, 0] {
                self.text
                    .push(core::primitive::char::from(digits[usize::from(*unit >> shift & 15)]));
            }
        }
    }
}
