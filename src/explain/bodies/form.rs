//! Form: a body that went through a form parser, or into a form.

use alloc::format;
use alloc::string::ToString;
use alloc::vec::Vec;

use crate::explain::change::Visit;
use crate::explain::code::FindingCode;
use crate::explain::value::Value;

/// Hands over what forms make of a body, undone.
pub(super) fn each(body: &[u8], visit: &mut Visit) -> bool {
    for plus_is_blank in [true, false] {
        let decoded = from_form(field_value(body), plus_is_blank);
        if let Some(other) = decoded
            && !visit(FindingCode::BodyForm, "Decoded as a form, it matches.", other)
        {
            return false;
        }
    }
    if let Some(key) = only_key(body)
        && !visit(
            FindingCode::BodyForm,
            "It is an object with the body as its key; that key matches.",
            key,
        )
    {
        return false;
    }
    for (blank, other) in [("%20", "+"), ("+", "%20")] {
        let Some(text) = form(body).filter(|text| text.contains(blank)) else { continue };
        let evidence = format!("With its spaces written as `{other}`, it matches.");
        if !visit(FindingCode::BodyForm, &evidence, text.replace(blank, other).into_bytes()) {
            return false;
        }
    }
    // What URLSearchParams, encodeURIComponent, PHP, Python and Ruby leave as it is.
    let kept: [(&[u8], bool); 4] =
        [(b"*-._", true), (b"-_.!~*'()", false), (b"-_.~", true), (b"-_.~", false)];
    for field in ["payload=", "body=", "data=", ""] {
        for (kept, blank_is_plus) in kept {
            let value = to_form(body, kept, blank_is_plus);
            let other = [field.as_bytes(), &value].concat();
            let evidence = match field {
                "" => "Encoded as the value of a form, it matches.".to_string(),
                _ => format!("Encoded as the field `{field}` of a form, it matches."),
            };
            if !visit(FindingCode::BodyForm, &evidence, other) {
                return false;
            }
        }
    }
    true
}

/// The body if it is a form and can be nothing else: elsewhere `+` is no blank, but what a forger wrote.
fn form(body: &[u8]) -> Option<&str> {
    let is_of_form = |byte: &u8| byte.is_ascii_alphanumeric() || b"*-._~!'()%=&+".contains(byte);
    let text = core::str::from_utf8(body).ok()?;
    let has_names = text.split('&').all(|field| field.find('=').is_some_and(|at| at > 0));
    (has_names && body.iter().all(is_of_form)).then_some(text)
}

/// The value of a form's only field, or all of it. What a form parser would read otherwise, a member of
/// JSON or a second field, may be a forger's.
fn field_value(body: &[u8]) -> &[u8] {
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.');
    let start = body.iter().position(|byte| !is_name(byte)).unwrap_or_default();
    let value = body[start..].strip_prefix(b"=").unwrap_or(body);
    let is_encoded = !value.iter().any(|byte| b"{}[]\"=&\n ".contains(byte));
    if is_encoded { value } else { b"" }
}

/// The key of an object that has one, with an empty value: what a form parser makes of JSON.
fn only_key(body: &[u8]) -> Option<Vec<u8>> {
    let text = core::str::from_utf8(body).ok()?;
    let Value::Object(members) = Value::parse(text)? else { return None };
    match members.as_slice() {
        [(key, Value::String(value))] if value.is_empty() => Some(key.clone().into_bytes()),
        _ => None,
    }
}

/// The bytes of a text that is percent-encoded as forms are.
fn from_form(body: &[u8], plus_is_blank: bool) -> Option<Vec<u8>> {
    if !body.contains(&b'%') && !body.contains(&b'+') {
        return None;
    }
    let mut decoded = Vec::with_capacity(body.len());
    let mut rest = body;
    while let Some((first, behind)) = rest.split_first() {
        rest = behind;
        match (first, behind) {
            (b'%', [high, low, ..]) => {
                let digit = |byte: u8| char::from(byte).to_digit(16);
                decoded.push((digit(*high)? * 16 + digit(*low)?) as u8);
                rest = behind.get(2..)?;
            }
            (b'+', _) if plus_is_blank => decoded.push(b' '),
            (byte, _) => decoded.push(*byte),
        }
    }
    Some(decoded)
}

/// The text as the value of a form's field; `kept` is what stands for itself beside letters and digits.
fn to_form(body: &[u8], kept: &[u8], blank_is_plus: bool) -> Vec<u8> {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let mut encoded = Vec::with_capacity(body.len() * 2);
    for byte in body {
        match byte {
            b' ' if blank_is_plus => encoded.push(b'+'),
            _ if byte.is_ascii_alphanumeric() || kept.contains(byte) => encoded.push(*byte),
            _ => encoded.extend([
                b'%',
                DIGITS[usize::from(byte >> 4)],
                DIGITS[usize::from(byte & 15)],
            ]),
        }
    }
    encoded
}
