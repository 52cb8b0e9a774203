//! Form: a body that went through a form parser, or into a form.

use alloc::format;
use alloc::string::ToString;
use alloc::vec::Vec;

use super::body::Visit;
use super::code::FindingCode;
use super::text;
use super::value::Value;

/// Hands over what forms make of a body, undone.
pub(super) fn each(body: &[u8], visit: &mut Visit) -> bool {
    for plus_is_blank in [true, false] {
        let decoded = text::from_form(field_value(body), plus_is_blank);
        if let Some(other) = decoded
            && !visit(FindingCode::BodyForm, "Decoded as a form, it fits.", other)
        {
            return false;
        }
    }
    if let Some(key) = only_key(body)
        && !visit(
            FindingCode::BodyForm,
            "It is an object with the body as its key; that key fits.",
            key,
        )
    {
        return false;
    }
    // What URLSearchParams, encodeURIComponent, PHP, Python and Ruby leave as it is.
    let kept: [(&[u8], bool); 4] =
        [(b"*-._", true), (b"-_.!~*'()", false), (b"-_.~", true), (b"-_.~", false)];
    for field in ["payload=", "body=", "data=", ""] {
        for (kept, blank_is_plus) in kept {
            let value = text::to_form(body, kept, blank_is_plus);
            let other = [field.as_bytes(), &value].concat();
            let evidence = match field {
                "" => "Encoded as the value of a form, it fits.".to_string(),
                _ => format!("Encoded as the field `{field}` of a form, it fits."),
            };
            if !visit(FindingCode::BodyForm, &evidence, other) {
                return false;
            }
        }
    }
    true
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
