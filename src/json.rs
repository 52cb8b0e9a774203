//! JSON: finds scalars of a proven body by their paths, chunk by chunk, without a tree.
//!
//! The core needs at most a type, an id and a time from a body that may be 25 MiB. A [`Finder`] walks
//! the bytes once, keeps fixed buffers, and recurses nowhere, so a deeply nested body costs no more
//! than a flat one. Of a body that is JSON it answers what `JSON.parse` answers: escapes in keys count,
//! other keys do not, and of duplicate keys the last one wins. It does not judge what it walks past;
//! the application's own parser does that.

mod text;

use text::{Step, Text};

pub use text::TEXT_BYTES_MAX;

/// How many paths one finder can look for.
pub const PATHS_MAX: usize = 2;

/// The paths that are wanted: keys joined by dots, from the top; `None` for a place that is not needed.
pub type Paths<'p> = [Option<&'p str>; PATHS_MAX];

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
    /// In an object or array that leads to nothing wanted.
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

/// Finds the strings and numbers at wanted paths of one JSON object.
///
/// The paths are handed to every call instead of being kept, so that a finder borrows nothing.
#[derive(Clone, Debug)]
pub struct Finder {
    state: State,
    /// The key or the scalar being read.
    current: Text,
    /// How many objects are open around the next key; each of them leads to something wanted.
    depth: usize,
    /// For each path, how many of its keys lead to the value being read.
    matched: [usize; PATHS_MAX],
    /// For each path, whether the value being read stands at its end.
    is_wanted: [bool; PATHS_MAX],
    found: [Text; PATHS_MAX],
}

impl Default for Finder {
    fn default() -> Self {
        Self::new()
    }
}

impl Finder {
    /// A finder before the first byte of a body.
    pub const fn new() -> Self {
        Self {
            state: State::Start,
            current: Text::EMPTY,
            depth: 1,
            matched: [0; PATHS_MAX],
            is_wanted: [false; PATHS_MAX],
            found: [const { Text::EMPTY }; PATHS_MAX],
        }
    }

    /// Walks the next bytes of the body, looking for `paths`; the same paths on every call.
    pub fn update(&mut self, chunk: &[u8], paths: Paths) {
        for &byte in chunk {
            self.state = self.step(byte, paths);
        }
    }

    /// The string, or the text of the number, at the path of this index, once the whole body was
    /// walked. `None` for anything else, for an empty string, and for more than
    /// [`TEXT_BYTES_MAX`] bytes.
    pub fn found(&self, index: usize) -> Option<&str> {
        let complete = self.state == State::End;
        self.found.get(index).filter(|_| complete)?.as_str()
    }

    fn step(&mut self, byte: u8, paths: Paths) -> State {
        match self.state {
            State::Nested { depth } => nested(byte, depth),
            State::NestedString { depth, escaped } => nested_string(byte, depth, escaped),
            State::Key => self.key(byte, paths),
            State::StringValue => self.string_value(byte),
            State::PlainValue => self.plain_value(byte, paths),
            state if is_space(byte) => state,
            state => self.token(state, byte, paths),
        }
    }

    /// A byte between the keys and values of an object.
    fn token(&mut self, state: State, byte: u8, paths: Paths) -> State {
        match (state, byte) {
            (State::Start, b'{') => State::BeforeKey { first: true },
            (State::BeforeKey { .. }, b'"') => self.begin(State::Key),
            (State::BeforeKey { first: true } | State::AfterValue, b'}') => self.end_object(),
            (State::AfterKey, b':') => State::BeforeValue,
            (State::AfterValue, b',') => State::BeforeKey { first: false },
            (State::BeforeValue, b'"') => self.begin(State::StringValue),
            (State::BeforeValue, b'{') if self.leads_on(paths) => {
                self.depth += 1;
                State::BeforeKey { first: true }
            }
            (State::BeforeValue, b'{' | b'[') => State::Nested { depth: 1 },
            (State::BeforeValue, b'-' | b'0'..=b'9' | b't' | b'f' | b'n') => {
                self.begin(State::PlainValue);
                self.plain_value(byte, paths)
            }
            _ => State::Broken,
        }
    }

    fn begin(&mut self, state: State) -> State {
        self.current.clear();
        state
    }

    fn end_object(&mut self) -> State {
        self.depth -= 1;
        if self.depth == 0 { State::End } else { State::AfterValue }
    }

    fn key(&mut self, byte: u8, paths: Paths) -> State {
        match self.current.step(byte) {
            Step::More => State::Key,
            Step::Broken => State::Broken,
            Step::Closed => {
                self.end_key(paths);
                State::AfterKey
            }
        }
    }

    /// Notes which paths go on with the key just read. What was found behind an earlier duplicate of it
    /// is void, whatever follows.
    fn end_key(&mut self, paths: Paths) {
        let Self { current, depth, matched, is_wanted, found, .. } = self;
        let key = current.as_str().map(str::as_bytes);
        let places = matched.iter_mut().zip(is_wanted).zip(found).zip(paths);
        for (((matched, is_wanted), found), path) in places {
            *matched = (*matched).min(*depth - 1);
            *is_wanted = false;
            let Some(path) = path.filter(|_| *matched == *depth - 1) else { continue };
            let mut keys = path.as_bytes().split(|byte| *byte == b'.').skip(*matched);
            if keys.next() == key && key.is_some() {
                *matched = *depth;
                *is_wanted = keys.next().is_none();
                found.clear();
            }
        }
    }

    /// Whether the object that begins here may hold something wanted.
    fn leads_on(&self, paths: Paths) -> bool {
        let mut places = self.matched.iter().zip(&self.is_wanted).zip(paths);
        places.any(|((matched, is_wanted), path)| {
            path.is_some() && *matched == self.depth && !is_wanted
        })
    }

    fn string_value(&mut self, byte: u8) -> State {
        match self.current.step(byte) {
            Step::More => State::StringValue,
            Step::Broken => State::Broken,
            Step::Closed => self.end_scalar(),
        }
    }

    /// A number, `true`, `false` or `null`, up to the byte that ends it.
    fn plain_value(&mut self, byte: u8, paths: Paths) -> State {
        if !is_space(byte) && !matches!(byte, b',' | b'}') {
            self.current.push(byte);
            return State::PlainValue;
        }
        let digit = |byte| matches!(byte, b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E');
        if self.current.as_str().is_some_and(|text| text.bytes().all(digit)) {
            self.end_scalar();
        }
        if is_space(byte) { State::AfterValue } else { self.token(State::AfterValue, byte, paths) }
    }

    /// Keeps the scalar just read if it stands at the end of a path.
    fn end_scalar(&mut self) -> State {
        for (found, is_wanted) in self.found.iter_mut().zip(self.is_wanted) {
            if is_wanted {
                found.set(&self.current);
            }
        }
        State::AfterValue
    }
}

/// Inside an object or array that leads to nothing wanted, where only the end matters.
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

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r')
}
