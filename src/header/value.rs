//! Value: what the text of one header can be.

use crate::scheme::HEADER_BYTES_MAX;
use crate::verdict::Detail;

/// The value of a header that holds one thing only.
pub(super) fn plain(value: Option<&[u8]>, malformed: Detail) -> Result<&[u8], Detail> {
    let value = value.ok_or(Detail::HeaderMissing)?;
    match value {
        _ if is_plain(value) => Ok(value),
        // No scheme has a comma in such a header; a header that came twice arrives joined by one.
        _ if is_clean(value) && split(value, b',').is_some() => Err(Detail::HeaderRepeated),
        _ => Err(malformed),
    }
}

/// Whether the value is one thing: visible, without the comma that joins two.
pub(crate) fn is_plain(value: &[u8]) -> bool {
    is_clean(value) && !value.iter().any(|byte| matches!(byte, b',' | b' '))
}

/// The grammar of pairs, as bytes.
pub(super) struct Pairs<'s> {
    pub(super) separator: u8,
    pub(super) signature_key: &'s [u8],
    pub(super) timestamp_key: Option<&'s [u8]>,
    pub(super) spaces: bool,
}

impl Pairs<'_> {
    /// Refuses a header, or a timestamp, that came twice.
    pub(super) fn check_repeats(&self, value: &[u8]) -> Result<(), Detail> {
        let repeated = match self.timestamp_key {
            Some(timestamp_key) => {
                let items = value.split(|byte| matches!(byte, b',' | b';'));
                let keys = items.filter_map(|item| split(item.trim_ascii_start(), b'='));
                let times = keys.filter(|(key, _)| *key == timestamp_key).count();
                (times > 1).then_some(Detail::TimestampRepeated)
            }
            None => is_joined(value).then_some(Detail::HeaderRepeated),
        };
        let is_list = self.separator != b',' && split(value, b',').is_some();
        repeated.or(is_list.then_some(Detail::HeaderRepeated)).map_or(Ok(()), Err)
    }
}

/// A key and its value; `None` for an item that is not a pair.
pub(super) fn pair(item: &[u8]) -> Option<(&[u8], &[u8])> {
    let (key, value) = split(item, b'=')?;
    (!key.is_empty() && split(item, b' ').is_none()).then_some((key, value))
}

pub(super) fn split(text: &[u8], byte: u8) -> Option<(&[u8], &[u8])> {
    let index = text.iter().position(|other| *other == byte)?;
    Some((text.get(..index)?, text.get(index + 1..)?))
}

/// Whether the value is of a size and of bytes that a header can have. Spaces are for the grammars to
/// judge: a header that came twice has one.
pub(super) fn is_clean(value: &[u8]) -> bool {
    let clean = |byte: &u8| byte.is_ascii_graphic() || *byte == b' ';
    (1..=HEADER_BYTES_MAX).contains(&value.len()) && value.iter().all(clean)
}

/// Whether the value looks like two that HTTP joined.
pub(super) fn is_joined(value: &[u8]) -> bool {
    value.windows(2).any(|pair| pair == b", ")
}

/// Whether the value begins with the label of another version, such as `sha1=`.
pub(super) fn has_other_label(value: &[u8]) -> bool {
    let label = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    split(value, b'=').is_some_and(|(name, rest)| {
        (1..=16).contains(&name.len()) && name.iter().all(label) && !rest.is_empty()
    })
}
