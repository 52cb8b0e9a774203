//! Limits: what a scheme may not say, because the walk would be ambiguous, unbounded or unsafe.

use super::{Field, Format, Part, Role, Scheme, SchemeError, TimestampSource};

type Checked = Result<(), SchemeError>;

/// Longest word that a header or a body is searched for. With longer ones, a scheme could ask for a
/// header that is refused for its size, or for a key that no walk through the body can hold.
pub(super) const WORD_BYTES_MAX: usize = 128;

impl Scheme {
    /// Checks that the fields agree with each other.
    pub(super) fn check(&self) -> Checked {
        self.check_name()?;
        self.check_headers()?;
        self.check_format()?;
        self.check_content()?;
        self.check_timestamp()?;
        self.check_event_fields()
    }

    fn check_name(&self) -> Checked {
        let kebab = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        let (name, len) = (self.name(), self.name().len());
        demand((1..=64).contains(&len) && name.bytes().all(kebab), SchemeError::NameForm)
    }

    fn check_headers(&self) -> Checked {
        let mut signatures = self.headers().filter(|(_, role)| *role == Role::Signature);
        demand(signatures.next().is_some(), SchemeError::HeaderNone)?;
        for (name, role) in self.headers() {
            demand(is_token(name), SchemeError::HeaderForm)?;
            let namesakes = self.headers().filter(|(other, _)| same_name(other, name)).count();
            demand(namesakes == 1, SchemeError::HeaderTwice)?;
            let Role::Required(value) = role else { continue };
            demand(is_fixed(value), SchemeError::RequireValue)?;
        }
        demand(self.hints().all(is_token), SchemeError::HeaderForm)
    }

    fn check_format(&self) -> Checked {
        match self.format() {
            Format::Value { prefix, .. } => demand(is_fixed(prefix), SchemeError::FormatPrefix),
            Format::Pairs { separator, signature_key, timestamp_key, spaces } => {
                let labels = is_label(signature_key) && timestamp_key.is_none_or(is_label);
                // Of two equal keys the timestamp would be a signature, and the header repeated.
                let differ = timestamp_key != Some(signature_key);
                demand(labels && differ, SchemeError::FormatKey)?;
                // A header that came twice arrives joined by ", "; only a timestamp key tells then.
                let ambiguous = spaces && separator == b',' && timestamp_key.is_none();
                demand(!ambiguous, SchemeError::FormatSpaces)
            }
            Format::Tokens { tag } => demand(is_label(tag), SchemeError::FormatTag),
            Format::Positional => demand(!self.each, SchemeError::FormatPositional),
        }
    }

    fn check_content(&self) -> Checked {
        let count = |wanted| self.content().filter(|part| *part == wanted).count();
        demand(count(Part::Body) == 1, SchemeError::ContentBodies)?;
        demand(count(Part::Timestamp) <= 1, SchemeError::ContentTimestamps)
    }

    fn check_timestamp(&self) -> Checked {
        let in_content = self.content().any(|part| part == Part::Timestamp);
        let in_header = match self.format() {
            Format::Pairs { timestamp_key, .. } => timestamp_key.is_some(),
            Format::Positional => true,
            Format::Value { .. } | Format::Tokens { .. } => false,
        };
        let Some((source, _)) = self.timestamp() else {
            demand(!in_header, SchemeError::TimestampUnsaid)?;
            return demand(!in_content, SchemeError::TimestampNowhere);
        };
        if source == TimestampSource::Field {
            demand(in_header, SchemeError::TimestampNoField)?;
        } else {
            demand(!in_header, SchemeError::TimestampUnusedField)?;
        }
        match source {
            TimestampSource::Body(_) => demand(!in_content, SchemeError::ContentBodyTimestamp),
            _ => demand(in_content, SchemeError::ContentNoTimestamp),
        }
    }

    fn check_event_fields(&self) -> Checked {
        demand(self.is_signed(self.event_type()), SchemeError::TypeUnsigned)?;
        demand(self.is_signed(self.event_id()), SchemeError::IdUnsigned)
    }

    fn is_signed(&self, field: Option<Field>) -> bool {
        let Some(Field::Header(name)) = field else { return true };
        self.headers().any(|(other, role)| role == Role::Content && same_name(other, name))
    }
}

fn demand(is_met: bool, problem: SchemeError) -> Checked {
    if is_met { Ok(()) } else { Err(problem) }
}

/// Whether a text can stand in a header for what it is: visible, without the comma that joins two.
fn is_fixed(text: &str) -> bool {
    let fixed = |byte: u8| byte.is_ascii_graphic() && byte != b',';
    text.len() <= WORD_BYTES_MAX && text.bytes().all(fixed)
}

pub(crate) fn same_name(one: &str, other: &str) -> bool {
    one.eq_ignore_ascii_case(other)
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
