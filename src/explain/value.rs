//! Value: a JSON text as a tree that keeps its numbers as they stand, and writes itself in any style.

use alloc::string::String;
use alloc::vec::Vec;

/// Deepest nesting that is read: the tree is walked by recursion, and stacks are short.
const DEPTH_MAX: usize = 64;

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

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Layout {
    Compact,
    /// One line, with a blank behind `:` and `,`.
    Spaced,
    /// A line for each member, indented by this text.
    Indented(&'static str),
}

/// What a serialiser writes as an escape, beyond what JSON asks for.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Escapes {
    pub(super) non_ascii: bool,
    pub(super) upper_hex: bool,
    pub(super) slash: bool,
    /// Characters that are written as `\uXXXX`; a quote may be among them.
    pub(super) others: &'static str,
}

impl<'a> Value<'a> {
    /// Reads one JSON text; `None` for anything else, also for what is nested too deep.
    pub(super) fn parse(text: &'a str) -> Option<Self> {
        let mut reader = Reader { text, at: 0 };
        let value = reader.value(0)?;
        reader.blanks();
        (reader.at == text.len()).then_some(value)
    }

    pub(super) fn write(&self, style: &Style) -> String {
        let mut writer = Writer { style, text: String::new() };
        writer.value(self, 0);
        writer.text
    }
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn blanks(&mut self) {
        while self.peek().is_some_and(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn take(&mut self, byte: u8) -> Option<()> {
        self.blanks();
        (self.peek()? == byte).then(|| self.at += 1)
    }

    fn value(&mut self, depth: usize) -> Option<Value<'a>> {
        if depth > DEPTH_MAX {
            return None;
        }
        self.blanks();
        match self.peek()? {
            b'{' => self.object(depth),
            b'[' => self.array(depth),
            b'"' => Some(Value::String(self.string()?)),
            _ => self.plain(),
        }
    }

    fn object(&mut self, depth: usize) -> Option<Value<'a>> {
        self.take(b'{')?;
        let mut members = Vec::new();
        if self.take(b'}').is_some() {
            return Some(Value::Object(members));
        }
        loop {
            self.blanks();
            let key = self.string()?;
            self.take(b':')?;
            members.push((key, self.value(depth + 1)?));
            if self.take(b',').is_none() {
                self.take(b'}')?;
                return Some(Value::Object(members));
            }
        }
    }

    fn array(&mut self, depth: usize) -> Option<Value<'a>> {
        self.take(b'[')?;
        let mut items = Vec::new();
        if self.take(b']').is_some() {
            return Some(Value::Array(items));
        }
        loop {
            items.push(self.value(depth + 1)?);
            if self.take(b',').is_none() {
                self.take(b']')?;
                return Some(Value::Array(items));
            }
        }
    }

    fn plain(&mut self) -> Option<Value<'a>> {
        let rest = self.text.get(self.at..)?;
        let is_plain =
            |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.');
        let len = rest.bytes().position(|byte| !is_plain(byte)).unwrap_or(rest.len());
        self.at += len;
        (len > 0).then(|| Value::Plain(&rest[..len]))
    }

    fn string(&mut self) -> Option<String> {
        self.take(b'"')?;
        let mut text = String::new();
        loop {
            let rest = self.text.get(self.at..)?;
            let len = rest.bytes().position(|byte| matches!(byte, b'"' | b'\\' | 0..=0x1f))?;
            text.push_str(&rest[..len]);
            self.at += len + 1;
            match rest.as_bytes()[len] {
                b'"' => return Some(text),
                b'\\' => text.push(self.escape()?),
                _ => return None,
            }
        }
    }

    fn escape(&mut self) -> Option<char> {
        let letter = self.peek()?;
        self.at += 1;
        Some(match letter {
            b'"' | b'\\' | b'/' => char::from(letter),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let unit = self.unit()?;
                if !(0xd800..0xdc00).contains(&unit) {
                    return char::from_u32(unit);
                }
                let low = self.text.get(self.at..)?.starts_with("\\u").then(|| self.at += 2);
                let low = low.and_then(|()| self.unit())?.checked_sub(0xdc00)?;
                return char::from_u32(0x10000 + ((unit - 0xd800) << 10) + low);
            }
            _ => return None,
        })
    }

    fn unit(&mut self) -> Option<u32> {
        let digits = self.text.get(self.at..self.at + 4)?;
        self.at += 4;
        u32::from_str_radix(digits, 16).ok().filter(|_| !digits.starts_with('+'))
    }
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
        self.text.push(open);
        for (index, (key, value)) in items.iter().enumerate() {
            if index > 0 {
                self.text.push_str(if self.style.layout == Layout::Spaced { ", " } else { "," });
            }
            self.line(depth + 1);
            if let Some(key) = key {
                self.string(key);
                self.text.push_str(if self.style.layout == Layout::Compact { ":" } else { ": " });
            }
            self.value(value, depth + 1);
        }
        if !items.is_empty() {
            self.line(depth);
        }
        self.text.push(close);
    }

    fn line(&mut self, depth: usize) {
        if let Layout::Indented(indent) = self.style.layout {
            self.text.push('\n');
            (0..depth).for_each(|_| self.text.push_str(indent));
        }
    }

    fn string(&mut self, text: &str) {
        self.text.push('"');
        text.chars().for_each(|char| self.char(char));
        self.text.push('"');
    }

    fn char(&mut self, char: char) {
        let Escapes { non_ascii, slash, others, .. } = self.style.escapes;
        match char {
            '"' if !others.contains('"') => self.text.push_str("\\\""),
            '\\' => self.text.push_str("\\\\"),
            '/' if slash => self.text.push_str("\\/"),
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
        let digits = DIGITS[usize::from(self.style.escapes.upper_hex)];
        for unit in char.encode_utf16(&mut [0; 2]) {
            self.text.push_str("\\u");
            for shift in [12, 8, 4, 0] {
                self.text
                    .push(core::primitive::char::from(digits[usize::from(*unit >> shift & 15)]));
            }
        }
    }
}
