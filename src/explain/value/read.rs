//! Read: a JSON text as a tree that keeps its numbers as they stand.

use alloc::string::String;
use alloc::vec::Vec;

/// A JSON value.
pub(crate) enum Value<'a> {
    Object(Vec<(String, Value<'a>)>),
    Array(Vec<Value<'a>>),
    String(String),
    /// A number, `true`, `false` or `null`, as its text.
    Plain(&'a str),
}

impl<'a> Value<'a> {
    /// Reads one JSON text; `None` for anything else, also for what is nested too deep.
    pub(crate) fn parse(text: &'a str) -> Option<Self> {
        let mut reader = Reader { text, at: 0 };
        let value = reader.value(0)?;
        reader.blanks();
        (reader.at == text.len()).then_some(value)
    }

    /// Whether a host that wrote `other` for this lost nothing: of two namesakes it keeps one, of what is
    /// too large it makes `null`, and of long integers others. The order of members is its own.
    pub(crate) fn is_kept_in(&self, other: &Self) -> bool {
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

/// Deepest nesting that is read: the tree is walked by recursion, and stacks are short.
const DEPTH_MAX: usize = 64;

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
                let low = low.and_then(|()| self.unit())?.checked_sub(0xdc00);
                let low = low.filter(|low| *low < 0x400)?;
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

/// Whether it is an object or a list of JSON, to its end.
pub(crate) fn is_whole(body: &[u8]) -> bool {
    let text = core::str::from_utf8(body).ok();
    matches!(text.and_then(Value::parse), Some(Value::Object(_) | Value::Array(_)))
}
