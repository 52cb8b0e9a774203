//! Template: the line that says what is signed: fixed text, and what is put between it.

use super::SchemeError;
use super::parts::{PartSpan, RoleSpan};
use super::span::{named, split};
use super::text::{Draft, Parsed, push};

/// What fixed text in the content cannot hold as itself.
const ESCAPES: &[(&str, &str)] =
    &[("{{", "{"), ("}}", "}"), ("\\\\", "\\"), ("\\s", " "), ("\\n", "\n")];

impl<'t> Draft<'t> {
    /// Reads the content, and the headers that are part of it.
    pub(super) fn content(&mut self, template: &'t str) -> Parsed<()> {
        if template.is_empty() {
            return self.part(PartSpan::Body);
        }
        let mut rest = template;
        while !rest.is_empty() {
            let (len, part) = self.first_part(rest)?;
            self.part(part)?;
            rest = rest.get(len..).unwrap_or_default();
        }
        Ok(())
    }

    #[inline(never)]
    fn part(&mut self, part: PartSpan) -> Parsed<()> {
        let place = push(&mut self.scheme.content, part);
        place.map(|_| ()).ok_or(SchemeError::ContentTooMany)
    }

    /// The part that a template begins with, and how much of the template it takes.
    fn first_part(&mut self, template: &str) -> Parsed<(usize, PartSpan)> {
        if let Some(text) = named(ESCAPES, template.get(..2).unwrap_or_default()) {
            return Ok((2, PartSpan::Escape(text)));
        }
        if template.starts_with('{') {
            let (name, _) = split(template, b'}').ok_or(SchemeError::ContentForm)?;
            return Ok((name.len() + 1, self.placeholder(name)?));
        }
        let is_special = |byte| matches!(byte, b'{' | b'}' | b'\\');
        let len = template.bytes().position(is_special).unwrap_or(template.len());
        let text = template.get(..len).filter(|text| !text.is_empty());
        let literal = self.at(text.ok_or(SchemeError::ContentForm)?);
        Ok((len, PartSpan::Literal(literal)))
    }

    /// The part that a placeholder without its last brace stands for.
    fn placeholder(&mut self, name: &str) -> Parsed<PartSpan> {
        match (name, name.strip_prefix("{header:")) {
            ("{body", _) => Ok(PartSpan::Body),
            ("{timestamp", _) => Ok(PartSpan::Timestamp),
            (_, Some(header)) => Ok(PartSpan::Header(self.header(header, RoleSpan::Content)?)),
            _ => Err(SchemeError::ContentForm),
        }
    }
}
