//! Template: the text that says what is signed: fixed text, and what is put between it.

use alloc::string::String;
use alloc::vec::Vec;

use super::error::SchemeError;
use super::spec::Piece;

/// Reads a content template: fixed text, `{body}`, `{timestamp}`, `{header:Name}`; `{{` and `}}` are braces.
///
/// # Errors
/// [`SchemeError::ContentForm`], [`SchemeError::ContentDollar`], [`SchemeError::ContentText`].
pub fn parse(template: &str) -> Result<Vec<Piece>, SchemeError> {
    let mut pieces = Vec::new();
    let mut literal = String::new();
    let mut rest = template;
    while let Some(first) = rest.bytes().next() {
        let is_doubled = rest.as_bytes().get(1) == Some(&first);
        match first {
            b'{' | b'}' if is_doubled => {
                literal.push(char::from(first));
                rest = rest.get(2..).unwrap_or_default();
            }
            b'{' => {
                let end = rest.bytes().position(|byte| byte == b'}');
                let name = rest.get(1..end.ok_or(SchemeError::ContentForm)?).unwrap_or_default();
                // In a template of JavaScript it means the same as `{name}` does here.
                if literal.ends_with('$') {
                    return Err(SchemeError::ContentDollar);
                }
                end_literal(&mut literal, &mut pieces);
                pieces.push(placeholder(name)?);
                rest = rest.get(name.len() + 2..).unwrap_or_default();
            }
            b'}' => return Err(SchemeError::ContentForm),
            b'\n' | b' '..=b'~' => {
                literal.push(char::from(first));
                rest = rest.get(1..).unwrap_or_default();
            }
            _ => return Err(SchemeError::ContentText),
        }
    }
    end_literal(&mut literal, &mut pieces);
    Ok(pieces)
}

fn end_literal(literal: &mut String, pieces: &mut Vec<Piece>) {
    if !literal.is_empty() {
        pieces.push(Piece::Literal(core::mem::take(literal)));
    }
}

fn placeholder(name: &str) -> Result<Piece, SchemeError> {
    match name {
        "body" => Ok(Piece::Body),
        "timestamp" => Ok(Piece::Timestamp),
        _ => {
            let header = name.strip_prefix("header:").ok_or(SchemeError::ContentForm)?;
            Ok(Piece::Header(header.into()))
        }
    }
}

/// Writes the template of these pieces: the inverse of [`parse`].
pub fn write(pieces: &[Piece]) -> String {
    let mut template = String::new();
    for piece in pieces {
        match piece {
            Piece::Literal(text) => {
                for char in text.chars() {
                    template.push(char);
                    if matches!(char, '{' | '}') {
                        template.push(char);
                    }
                }
            }
            Piece::Body => template.push_str("{body}"),
            Piece::Timestamp => template.push_str("{timestamp}"),
            Piece::Header(name) => template.extend(["{header:", name, "}"]),
        }
    }
    template
}
