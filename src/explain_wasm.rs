//! The door to the explainer, as values of JavaScript.
//!
//! For developers, and a module of its own: what verifies imports nothing, while this one is handed
//! values and asks the host's own `JSON`, so that "re-stringified" means what that engine does.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::str;

use js_sys::{JSON, Object, Reflect, Uint8Array};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use zeroize::Zeroizing;

use crate::delivery::Delivery;
use crate::explain::{self, Case, Content, Explanation, Other, OtherKind};
use crate::scheme::{Scheme, Tolerance, wire};
use crate::secret::Secret;

// Read field by field: what is checked already needs no second reader that could refuse it.
#[wasm_bindgen]
extern "C" {
    /// What is asked, but for the body.
    pub type Question;
    /// The scheme, taken apart as for the module that verifies: reading an object would be a third of this one.
    #[wasm_bindgen(method, getter)]
    fn scheme(this: &Question) -> String;
    /// Instead of the scheme's own: seconds into the past and the future; infinite for any.
    #[wasm_bindgen(method, getter)]
    fn tolerance(this: &Question) -> Option<ToleranceGiven>;
    /// Of the time in the body, in seconds.
    #[wasm_bindgen(method, getter, js_name = maxEventAgeSeconds)]
    fn max_event_age_seconds(this: &Question) -> Option<f64>;
    #[wasm_bindgen(method, getter)]
    fn secrets(this: &Question) -> Vec<SecretGiven>;
    #[wasm_bindgen(method, getter)]
    fn headers(this: &Question) -> Vec<HeaderGiven>;
    /// In milliseconds since the epoch.
    #[wasm_bindgen(method, getter)]
    fn now(this: &Question) -> f64;
    #[wasm_bindgen(method, getter, js_name = showContent)]
    fn show_content(this: &Question) -> bool;

    /// A secret as bytes. Strings are read by glue that leaves copies, which nobody wipes.
    type SecretGiven;
    #[wasm_bindgen(method, getter)]
    fn bytes(this: &SecretGiven) -> Vec<u8>;
    /// `text` or `key` of those that are held; else what it is to the receiver.
    #[wasm_bindgen(method, getter)]
    fn kind(this: &SecretGiven) -> String;
    /// What the receiver calls it; empty for those that are held.
    #[wasm_bindgen(method, getter)]
    fn label(this: &SecretGiven) -> String;

    type ToleranceGiven;
    #[wasm_bindgen(method, getter)]
    fn past(this: &ToleranceGiven) -> f64;
    #[wasm_bindgen(method, getter)]
    fn future(this: &ToleranceGiven) -> f64;

    type HeaderGiven;
    #[wasm_bindgen(method, getter)]
    fn name(this: &HeaderGiven) -> String;
    #[wasm_bindgen(method, getter)]
    fn value(this: &HeaderGiven) -> String;
}

/// Explains the verdict on a delivery.
///
/// # Errors
/// A sentence, when the scheme is not one.
#[wasm_bindgen]
pub fn explain(question: &Question, body: &[u8]) -> Result<JsValue, JsValue> {
    let answer = answered(question, body);
    let (explanation, content) = answer.map_err(|problem| JsValue::from_str(&problem))?;
    let answer = explanation.serialize(&Serializer::json_compatible())?;
    if let Some(content) = content {
        Reflect::set(&answer, &"content".into(), &bytes_of(&content)?)?;
    }
    Ok(answer)
}

fn answered(question: &Question, body: &[u8]) -> Result<(Explanation, Option<Content>), String> {
    let scheme = wire::read(question.scheme().as_bytes()).and_then(Scheme::new);
    let scheme = scheme.map_err(|error| format!("{error}"))?;
    let secrets: Vec<SecretTaken> = question.secrets().iter().map(SecretTaken::take).collect();
    let held: Vec<Secret> = secrets.iter().filter_map(SecretTaken::held).collect();
    let others: Vec<Other> = secrets.iter().filter_map(SecretTaken::other).collect();
    let headers = question.headers();
    let headers: Vec<(String, String)> =
        headers.iter().map(|header| (header.name(), header.value())).collect();
    let bodies = restringified(body);
    let bodies: Vec<(&str, &[u8])> =
        bodies.iter().map(|(how, text)| (how.as_str(), text.as_bytes())).collect();
    let case = Case {
        tolerance: question.tolerance().map(|given| tolerance(&given)),
        max_event_age_seconds: question.max_event_age_seconds().and_then(limit),
        others: &others,
        bodies: &bodies,
        ..Case::new(&scheme, &held, Delivery::new(&headers, body), whole(question.now()))
    };
    if !question.show_content() {
        return Ok((explain::explain(&case), None));
    }
    let (explanation, content) = explain::explain_with_content(&case);
    Ok((explanation, Some(content)))
}

/// A secret on this side, wiped when dropped.
struct SecretTaken {
    bytes: Zeroizing<Vec<u8>>,
    kind: String,
    label: String,
}

impl SecretTaken {
    fn take(given: &SecretGiven) -> Self {
        Self { bytes: Zeroizing::new(given.bytes()), kind: given.kind(), label: given.label() }
    }

    fn text(&self) -> &str {
        str::from_utf8(&self.bytes).unwrap_or_default()
    }

    fn held(&self) -> Option<Secret<'_>> {
        match self.kind.as_str() {
            "text" => Some(Secret::Text(self.text())),
            "key" => Some(Secret::Key(&self.bytes)),
            _ => None,
        }
    }

    fn other(&self) -> Option<Other<'_>> {
        let kind = match self.kind.as_str() {
            "previous" => OtherKind::Previous,
            "mode" => OtherKind::Mode,
            "other" => OtherKind::Other,
            _ => return None,
        };
        Some(Other { kind, label: &self.label, secret: self.text() })
    }
}

/// The bytes of both sides; serde would make a list of numbers of them.
fn bytes_of(content: &Content) -> Result<JsValue, JsValue> {
    let sides = Object::new();
    for (name, bytes) in [("received", &content.received), ("signed", &content.signed)] {
        let bytes = bytes.as_deref().map_or(JsValue::NULL, |bytes| Uint8Array::from(bytes).into());
        Reflect::set(&sides, &name.into(), &bytes)?;
    }
    Ok(sides.into())
}

/// The body as this engine itself writes it again, with how it was asked to.
fn restringified(body: &[u8]) -> Vec<(String, String)> {
    let text = str::from_utf8(body).ok();
    let Some(value) = text.and_then(|text| JSON::parse(text).ok()) else { return Vec::new() };
    let indents = [("", 0), (" with 2 spaces", 2), (" with 4 spaces", 4)];
    let written = indents.iter().filter_map(|(how, spaces)| {
        let spaces = JsValue::from_f64(f64::from(*spaces));
        let text = JSON::stringify_with_replacer_and_space(&value, &JsValue::NULL, &spaces).ok()?;
        Some((format!("As this engine's JSON.stringify writes it{how}, it matches."), text.into()))
    });
    written.collect()
}

fn tolerance(given: &ToleranceGiven) -> Tolerance {
    Tolerance { past_seconds: limit(given.past()), future_seconds: limit(given.future()) }
}

/// A limit in seconds; what is infinite is none.
fn limit(seconds: f64) -> Option<u32> {
    if seconds.is_finite() { u32::try_from(whole(seconds)).ok() } else { None }
}

/// The whole part of a number that is not negative; JavaScript has no other numbers.
#[allow(clippy::cast_sign_loss)]
fn whole(number: f64) -> u64 {
    number.max(0.0) as u64
}
