//! Limits: what a scheme may not say, because the walk would be ambiguous, unbounded or unsafe.

use alloc::string::String;

use super::error::SchemeError;
use super::parts::{HeaderRow, Part, Role, same_name};
use super::spec::{EventTime, Format, KeyRule, Place, TimestampRule, TimestampSource};

pub(super) type Checked = Result<(), SchemeError>;

/// Longest word that a header or a body is searched for. With longer ones, a scheme could ask for a
/// header that is refused for its size, or for a key that no walk through the body can hold.
const WORD_BYTES_MAX: usize = 128;

/// Whether the words that stand by themselves have a form.
pub(super) fn check_words(name: &str, key: &KeyRule, hints: &[String]) -> Checked {
    let kebab = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    demand((1..=64).contains(&name.len()) && name.bytes().all(kebab), SchemeError::NameForm)?;
    let fits = |prefix: &String| !prefix.is_empty() && is_visible(prefix);
    demand(key.strip_prefixes.iter().all(fits), SchemeError::KeyPrefix)?;
    demand(key.never_prefixes.iter().all(fits), SchemeError::KeyNeverPrefix)?;
    demand(hints.iter().all(|name| is_token(name)), SchemeError::HintForm)
}

pub(super) fn check_headers(headers: &[HeaderRow]) -> Checked {
    demand(headers.iter().any(|row| row.role == Role::Signature), SchemeError::HeaderNone)?;
    for HeaderRow { name, role } in headers {
        demand(is_token(name), SchemeError::HeaderForm)?;
        let namesakes = headers.iter().filter(|other| same_name(&other.name, name)).count();
        demand(namesakes == 1, SchemeError::HeaderTwice)?;
        let Role::Required(value) = role else { continue };
        demand(!value.is_empty() && is_fixed(value), SchemeError::RequireValue)?;
    }
    Ok(())
}

pub(super) fn check_format(format: &Format, each: bool) -> Checked {
    match format {
        Format::Value { prefix } => {
            let bare = prefix.strip_suffix(' ').unwrap_or(prefix);
            let is_blank = bare.is_empty() && !prefix.is_empty();
            demand(is_fixed(bare) && !is_blank, SchemeError::FormatPrefix)
        }
        Format::Pairs { separator, signature_key, timestamp_key, spaces } => {
            demand(matches!(separator, b',' | b';'), SchemeError::FormatSeparator)?;
            demand(is_label(signature_key), SchemeError::FormatSignatureKey)?;
            // Of two equal keys the timestamp would be a signature, and the header repeated.
            let is_other = |key: &str| is_label(key) && key != signature_key;
            let is_sound = timestamp_key.as_deref().is_none_or(is_other);
            demand(is_sound, SchemeError::FormatTimestampKey)?;
            // A header that came twice arrives joined by ", "; only a timestamp key tells then.
            let is_ambiguous = *spaces && *separator == b',' && timestamp_key.is_none();
            demand(!is_ambiguous, SchemeError::FormatSpaces)
        }
        Format::Tokens { tag } => demand(is_label(tag), SchemeError::FormatTag),
        Format::Positional => demand(!each, SchemeError::FormatPositional),
    }
}

pub(super) fn check_content(content: &[Part]) -> Checked {
    let count = |wanted: &Part| content.iter().filter(|part| *part == wanted).count();
    demand(count(&Part::Body) == 1, SchemeError::ContentBodies)?;
    demand(count(&Part::Timestamp) <= 1, SchemeError::ContentTimestamps)?;
    let is_text = |byte: u8| byte == b'\n' || matches!(byte, b' '..=b'~');
    let is_writable = |part: &Part| match part {
        Part::Literal(text) => text.bytes().all(is_text),
        _ => true,
    };
    demand(content.iter().all(is_writable), SchemeError::ContentText)?;
    // A template cannot say these: it has one spelling for each content.
    let is_dollar = |pair: &[Part]| match pair {
        [Part::Literal(text), next] => text.ends_with('$') && !matches!(next, Part::Literal(_)),
        _ => false,
    };
    demand(!content.windows(2).any(is_dollar), SchemeError::ContentDollar)
}

/// What the fields that a timestamp touches say of each other.
pub(super) fn check_timestamp(
    timestamp: Option<&TimestampRule>,
    event_time: Option<&EventTime>,
    format: &Format,
    content: &[Part],
) -> Checked {
    demand(event_time.is_none_or(|time| is_path(&time.path)), SchemeError::EventTimePath)?;
    let in_content = content.contains(&Part::Timestamp);
    let in_header = match format {
        Format::Pairs { timestamp_key, .. } => timestamp_key.is_some(),
        Format::Positional => true,
        Format::Value { .. } | Format::Tokens { .. } => false,
    };
    let Some(timestamp) = timestamp else {
        demand(!in_header, SchemeError::TimestampUnsaid)?;
        return demand(!in_content, SchemeError::TimestampNowhere);
    };
    demand(event_time.is_none(), SchemeError::EventTimeBeside)?;
    if timestamp.source == TimestampSource::Field {
        demand(in_header, SchemeError::TimestampNoField)?;
    } else {
        demand(!in_header, SchemeError::TimestampUnusedField)?;
    }
    match &timestamp.source {
        TimestampSource::Body(path) => {
            demand(is_path(path), SchemeError::TimestampPath)?;
            demand(!in_content, SchemeError::ContentBodyTimestamp)
        }
        _ => demand(in_content, SchemeError::ContentNoTimestamp),
    }
}

/// Whether a fact of an event stands where something can be proven of it.
pub(super) fn check_place(
    place: Option<&Place>,
    headers: &[HeaderRow],
    [path_wrong, unsigned]: [SchemeError; 2],
) -> Checked {
    match place {
        None => Ok(()),
        Some(Place::Body(path)) => demand(is_path(path), path_wrong),
        Some(Place::Header(name)) => {
            let signs = |row: &HeaderRow| row.role == Role::Content && same_name(&row.name, name);
            demand(headers.iter().any(signs), unsigned)
        }
    }
}

pub(super) fn demand(is_met: bool, problem: SchemeError) -> Checked {
    if is_met { Ok(()) } else { Err(problem) }
}

/// Whether a text can stand in a header for what it is: visible, without the comma that joins two.
fn is_fixed(text: &str) -> bool {
    is_visible(text) && !text.as_bytes().contains(&b',')
}

fn is_visible(text: &str) -> bool {
    text.len() <= WORD_BYTES_MAX && text.bytes().all(|byte| byte.is_ascii_graphic())
}

/// Whether a text leads to a value of a JSON object: keys joined by dots.
fn is_path(path: &str) -> bool {
    is_visible(path) && path.as_bytes().split(|byte| *byte == b'.').all(|key| !key.is_empty())
}

/// A header name of RFC 9110, section 5.6.2.
fn is_token(name: &str) -> bool {
    // Every visible character but the delimiters.
    let token = |byte: u8| {
        byte.is_ascii_graphic()
            && !matches!(byte, b'"' | b'(' | b')' | b',' | b'/' | b':'..=b'@' | b'['..=b']' | b'{' | b'}')
    };
    (1..=WORD_BYTES_MAX).contains(&name.len()) && name.bytes().all(token)
}

fn is_label(text: &str) -> bool {
    let label = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    (1..=WORD_BYTES_MAX).contains(&text.len()) && text.bytes().all(label)
}
