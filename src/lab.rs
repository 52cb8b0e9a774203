//! Lab: the door to the explainer, as values of JavaScript.
//!
//! For developers, and a module of its own: what verifies imports nothing, while this one is handed
//! values and asks the host's own `JSON`, so that "re-stringified" means what that engine does.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use js_sys::JSON;
use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::{Serializer, from_value};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::delivery::Delivery;
use crate::explain::{self, Case, Held, Other, OtherKind};
use crate::scheme::{Scheme, Tolerance};

/// What is asked, but for the body.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Question {
    /// The text form of the scheme.
    scheme: String,
    /// Instead of the scheme's own: seconds into the past and the future; infinite for any.
    tolerance_seconds: Option<f64>,
    secrets: Vec<SecretGiven>,
    others: Vec<OtherGiven>,
    headers: Vec<(String, String)>,
    /// In milliseconds since the epoch.
    now: f64,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum SecretGiven {
    Text(String),
    Key(Vec<u8>),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OtherGiven {
    kind: String,
    label: String,
    secret: String,
}

/// Explains the verdict on a delivery.
///
/// # Errors
/// A sentence, when the question is not one.
#[wasm_bindgen]
pub fn explain(question: JsValue, body: &[u8]) -> Result<JsValue, JsValue> {
    let question: Question = from_value(question)?;
    let explanation = question.explained(body).map_err(|problem| JsValue::from_str(&problem))?;
    Ok(explanation.serialize(&Serializer::json_compatible())?)
}

impl Question {
    fn explained(&self, body: &[u8]) -> Result<explain::Explanation, String> {
        let mut scheme: Scheme = self.scheme.parse().map_err(|error| format!("{error}"))?;
        if let Some(seconds) = self.tolerance_seconds {
            scheme.tolerance = tolerance(seconds);
        }
        let secrets: Vec<Held> = self.secrets.iter().map(SecretGiven::held).collect();
        let others: Vec<Other> = self.others.iter().map(OtherGiven::other).collect();
        let headers: Vec<(&str, &[u8])> =
            self.headers.iter().map(|(name, value)| (name.as_str(), value.as_bytes())).collect();
        let bodies = restringified(body);
        let bodies: Vec<(&str, &[u8])> =
            bodies.iter().map(|(how, text)| (how.as_str(), text.as_bytes())).collect();
        Ok(explain::explain(&Case {
            scheme: &scheme,
            secrets: &secrets,
            others: &others,
            delivery: Delivery::new(&headers, body),
            now_ms: whole(self.now),
            bodies: &bodies,
        }))
    }
}

impl SecretGiven {
    fn held(&self) -> Held<'_> {
        match self {
            Self::Text(text) => Held::Text(text),
            Self::Key(key) => Held::Key(key),
        }
    }
}

impl OtherGiven {
    fn other(&self) -> Other<'_> {
        let kind = match self.kind.as_str() {
            "previous" => OtherKind::Previous,
            "mode" => OtherKind::Mode,
            _ => OtherKind::Other,
        };
        Other { kind, label: &self.label, secret: &self.secret }
    }
}

/// The body as this engine itself writes it again, with how it was asked to.
fn restringified(body: &[u8]) -> Vec<(String, String)> {
    let text = core::str::from_utf8(body).ok();
    let Some(value) = text.and_then(|text| JSON::parse(text).ok()) else { return Vec::new() };
    let indents = [("", 0), (" with 2 spaces", 2), (" with 4 spaces", 4)];
    let written = indents.iter().filter_map(|(how, spaces)| {
        let spaces = JsValue::from_f64(f64::from(*spaces));
        let text = JSON::stringify_with_replacer_and_space(&value, &JsValue::NULL, &spaces).ok()?;
        Some((format!("As this engine's JSON.stringify writes it{how}, it fits."), text.into()))
    });
    written.collect()
}

fn tolerance(seconds: f64) -> Tolerance {
    let limit = if seconds.is_finite() { u32::try_from(whole(seconds)).ok() } else { None };
    Tolerance { past_seconds: limit, future_seconds: limit }
}

/// The whole part of a number that is not negative; JavaScript has no other numbers.
#[allow(clippy::cast_sign_loss)]
fn whole(number: f64) -> u64 {
    number.max(0.0) as u64
}
