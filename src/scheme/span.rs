//! Span: places in the text of a scheme, and the words that stand there.

/// A place in the text of a scheme, so that a scheme owns one text and nothing else.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Span {
    start: u16,
    end: u16,
}

impl Span {
    /// The place of `part`, which was cut from `text`.
    pub(super) fn at(text: &str, part: &str) -> Self {
        let start = part.as_ptr() as usize - text.as_ptr() as usize;
        Self { start: start as u16, end: (start + part.len()) as u16 }
    }

    pub(super) fn of(self, text: &str) -> &str {
        text.get(usize::from(self.start)..usize::from(self.end)).unwrap_or_default()
    }

    /// The words that stand there, separated by blanks.
    pub(super) fn words(self, text: &str) -> impl Iterator<Item = &str> {
        Words(self.of(text))
    }
}

/// What stands between blanks.
pub(super) struct Words<'t>(pub(super) &'t str);

impl<'t> Words<'t> {
    /// The next word; an empty one when there is none.
    #[inline(never)]
    pub(super) fn word(&mut self) -> &'t str {
        let text = self.0.trim_ascii_start();
        let end = text.bytes().position(|byte| byte == b' ').unwrap_or(text.len());
        let (word, rest) = text.split_at_checked(end).unwrap_or_default();
        self.0 = rest;
        word
    }

    /// What was read from these words, if it was read from all of them.
    pub(super) fn whole<T>(mut self, read: Option<T>) -> Option<T> {
        read.filter(|_| self.word().is_empty())
    }
}

impl<'t> Iterator for Words<'t> {
    type Item = &'t str;

    fn next(&mut self) -> Option<&'t str> {
        Some(self.word()).filter(|word| !word.is_empty())
    }
}

/// What stands before the first such byte, and behind it.
pub(super) fn split(text: &str, byte: u8) -> Option<(&str, &str)> {
    let index = text.bytes().position(|other| other == byte)?;
    Some((text.get(..index)?, text.get(index + 1..)?))
}

/// What a name in a table stands for.
pub(super) fn named<T: Copy>(names: &[(&str, T)], wanted: &str) -> Option<T> {
    names.iter().find(|(name, _)| *name == wanted).map(|(_, value)| *value)
}
