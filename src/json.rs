//! JSON: finds top-level scalars of a proven body, chunk by chunk, without a tree.
//!
//! The core needs at most a type, an id and a time from a body that may be 25 MiB. A [`Finder`] walks
//! the bytes once, keeps fixed buffers, and recurses nowhere, so a deeply nested body costs no more
//! than a flat one. Of a body that is JSON it answers what `JSON.parse` answers: escapes in keys count,
//! nested keys do not, and of duplicate keys the last one wins. It does not judge what it walks past;
//! the application's own parser does that.

mod text;

use text::{Step, Text};

pub use text::TEXT_BYTES_MAX;

/// How many keys one finder can look for.
pub const KEYS_MAX: usize = 2;

/// The top-level keys that are wanted; `None` for a place that is not needed.
pub type Keys<'k> = [Option<&'k str>; KEYS_MAX];

/// Where the walk stands between two bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Start,
    BeforeKey {
        first: bool,
    },
    Key,
    AfterKey,
    BeforeValue,
    StringValue,
    PlainValue,
    Nested {
        depth: usize,
    },
    NestedString {
        depth: usize,
        escaped: bool,
    },
    AfterValue,
    End,
    /// Not one JSON object: nothing is found in it.
    Broken,
}

/// Finds the strings and numbers under wanted top-level keys of one JSON object.
///
/// The keys are handed to every call instead of being kept, so that a finder borrows nothing.
#[derive(Clone, Debug)]
pub struct Finder {
    state: State,
    /// The key or the scalar being read.
    current: Text,
    /// Which wanted key the value being read stands under.
    wanted: Option<usize>,
    found: [Text; KEYS_MAX],
}

impl Default for Finder {
    fn default() -> Self {
        Self::new()
    }
}

impl Finder {
    /// A finder before the first byte of a body.
    pub const fn new() -> Self {
        let found = [const { Text::EMPTY }; KEYS_MAX];
        Self { state: State::Start, current: Text::EMPTY, wanted: None, found }
    }

    /// Walks the next bytes of the body, looking for `keys`; the same keys on every call.
    pub fn update(&mut self, chunk: &[u8], keys: Keys) {
        for &byte in chunk {
            self.state = self.step(byte, keys);
        }
    }

    /// The string, or the text of the number, under the key at `index`, once the whole body was
    /// walked. `None` for anything else, for an empty string, and for more than
    /// [`TEXT_BYTES_MAX`] bytes.
    pub fn found(&self, index: usize) -> Option<&str> {
        let complete = self.state == State::End;
        self.found.get(index).filter(|_| complete)?.as_str()
    }

    fn step(&mut self, byte: u8, keys: Keys) -> State {
        match self.state {
            State::Nested { depth } => nested(byte, depth),
            State::NestedString { depth, escaped } => nested_string(byte, depth, escaped),
            State::Key => self.key(byte, keys),
            State::StringValue => self.string_value(byte),
            State::PlainValue => self.plain_value(byte),
            state if is_blank(byte) => state,
            state => self.token(state, byte),
        }
    }

    /// A byte between the keys and values of the object.
    fn token(&mut self, state: State, byte: u8) -> State {
        match (state, byte) {
            (State::Start, b'{') => State::BeforeKey { first: true },
            (State::BeforeKey { .. }, b'"') => self.begin(State::Key),
            (State::BeforeKey { first: true } | State::AfterValue, b'}') => State::End,
            (State::AfterKey, b':') => State::BeforeValue,
            (State::AfterValue, b',') => State::BeforeKey { first: false },
            (State::BeforeValue, b'"') => self.begin(State::StringValue),
            (State::BeforeValue, b'{' | b'[') => {
                self.end_value(false);
                State::Nested { depth: 1 }
            }
            (State::BeforeValue, b'-' | b'0'..=b'9' | b't' | b'f' | b'n') => {
                self.begin(State::PlainValue);
                self.plain_value(byte)
            }
            _ => State::Broken,
        }
    }

    fn begin(&mut self, state: State) -> State {
        self.current.clear();
        state
    }

    fn key(&mut self, byte: u8, keys: Keys) -> State {
        match self.current.step(byte) {
            Step::More => State::Key,
            Step::Broken => State::Broken,
            Step::Closed => {
                let key = self.current.as_str();
                self.wanted = keys.iter().position(|wanted| wanted.is_some() && *wanted == key);
                State::AfterKey
            }
        }
    }

    fn string_value(&mut self, byte: u8) -> State {
        match self.current.step(byte) {
            Step::More => State::StringValue,
            Step::Broken => State::Broken,
            Step::Closed => self.end_value(true),
        }
    }

    /// A number, `true`, `false` or `null`, up to the byte that ends it.
    fn plain_value(&mut self, byte: u8) -> State {
        if !is_blank(byte) && !matches!(byte, b',' | b'}') {
            self.current.push(byte);
            return State::PlainValue;
        }
        let digit = |byte| matches!(byte, b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E');
        let digits = |text: &str| text.bytes().all(digit);
        let is_number = self.current.as_str().is_some_and(digits);
        match self.end_value(is_number) {
            state if is_blank(byte) => state,
            state => self.token(state, byte),
        }
    }

    /// Keeps the value just read if its key is wanted; a later duplicate replaces it, also by
    /// nothing.
    fn end_value(&mut self, is_scalar: bool) -> State {
        if let Some(found) = self.wanted.take().and_then(|index| self.found.get_mut(index)) {
            if is_scalar {
                found.set(&self.current);
            } else {
                found.clear();
            }
        }
        State::AfterValue
    }
}

/// Inside an object or array below the top level, where only the end matters.
fn nested(byte: u8, depth: usize) -> State {
    match byte {
        b'"' => State::NestedString { depth, escaped: false },
        b'{' | b'[' => State::Nested { depth: depth + 1 },
        b'}' | b']' if depth == 1 => State::AfterValue,
        b'}' | b']' => State::Nested { depth: depth - 1 },
        _ => State::Nested { depth },
    }
}

fn nested_string(byte: u8, depth: usize, escaped: bool) -> State {
    match byte {
        b'"' if !escaped => State::Nested { depth },
        b'\\' if !escaped => State::NestedString { depth, escaped: true },
        _ => State::NestedString { depth, escaped: false },
    }
}

fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r')
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::String;

    fn find(body: &str, key: &str) -> Option<String> {
        let mut finder = Finder::new();
        // One byte at a time: where the body is cut must not matter.
        body.as_bytes().chunks(1).for_each(|chunk| finder.update(chunk, [Some(key), None]));
        finder.found(0).map(String::from)
    }

    #[track_caller]
    fn finds(body: &str, text: &str) {
        assert_eq!(find(body, "type").as_deref(), Some(text), "{body}");
    }

    #[track_caller]
    fn finds_nothing(body: &str) {
        assert_eq!(find(body, "type"), None, "{body}");
    }

    #[test]
    fn finds_strings_and_numbers_of_the_top_level() {
        finds(r#"{"type":"a"}"#, "a");
        finds(" { \"x\" : [1,{\"type\":\"no\"}] ,\n\"type\"\t:\r\"a\" } ", "a");
        finds(r#"{"type":1733155200000}"#, "1733155200000");
        finds(r#"{"type":-1.5e+3 }"#, "-1.5e+3");
    }

    #[test]
    fn reads_escapes_as_json_parse_does() {
        finds(r#"{"\u0074ype":"\u00e9\n\/\ud83d\ude00"}"#, "é\n/😀");
        finds(r#"{"x":"\\\"","type":"a\"b"}"#, "a\"b");
        finds_nothing(r#"{"type":"\ud83d"}"#);
        finds_nothing(r#"{"type":"\ud83dx"}"#);
        finds_nothing(r#"{"type":"\ude00\ud83d"}"#);
    }

    #[test]
    fn takes_the_last_of_duplicate_keys() {
        finds(r#"{"type":"a","type":"b"}"#, "b");
        finds_nothing(r#"{"type":"a","type":null}"#);
        finds_nothing(r#"{"type":"a","type":{"type":"b"}}"#);
        finds_nothing(r#"{"type":"a","type":[]}"#);
    }

    #[test]
    fn finds_nothing_where_nothing_of_use_stands() {
        for body in [
            r#"{"type":""}"#,
            r#"{"type":true}"#,
            r#"{"x":{"type":"a"}}"#,
            r#"["type","a"]"#,
            r#""type""#,
            "",
            "{}",
        ] {
            finds_nothing(body);
        }
    }

    #[test]
    fn finds_nothing_in_what_is_not_one_complete_object() {
        for body in [
            r#"{"type":"a""#,
            r#"{"type":"a"}x"#,
            r#"{"type":"a"}{}"#,
            r#"{"type":"a",}"#,
            r#"{,"type":"a"}"#,
            r#"{"type" "a"}"#,
            r#"{"type":"a" "x":1}"#,
            r#"{"type":a}"#,
            r#"{"type":trueish}"#,
            r#"{"type":"\x"}"#,
            r#"{"type":"\u00g0"}"#,
            "{\"type\":\"a\nb\"}",
            "\u{feff}{\"type\":\"a\"}",
        ] {
            finds_nothing(body);
        }
    }

    #[test]
    fn treats_a_text_beyond_the_limit_as_absent() {
        let long = "x".repeat(TEXT_BYTES_MAX);
        finds(&alloc::format!(r#"{{"type":"{long}"}}"#), &long);
        finds_nothing(&alloc::format!(r#"{{"type":"{long}x"}}"#));
    }

    #[test]
    fn walks_a_body_nested_a_million_deep() {
        let deep =
            alloc::format!(r#"{{"x":{}{},"type":"a"}}"#, "[".repeat(1 << 20), "]".repeat(1 << 20));
        finds(&deep, "a");
    }
}
