//! Scheme: any text as a scheme; one that is accepted prints, parses, signs and verifies.
//!
//! ```text
//! text FF ms FF body
//! ```

use countersign::scheme::{HEADERS_MAX, PARTS_MAX, Role, TimestampSource, Unit};
use countersign::{Code, Delivery, Keyring, Scheme, SchemeError, Secret, sign, verify};

use crate::{fields, number, oracle};

const TEXT_BYTES_MAX: usize = 8192;
const KEY: &[u8] = b"the key that signs";

pub fn scheme(data: &[u8]) {
    let [text, ms, body] = fields(data);
    let Ok(text) = std::str::from_utf8(text) else { return };
    match text.parse::<Scheme>() {
        Ok(scheme) => {
            keeps_its_limits(text, &scheme);
            prints_itself(&scheme);
            signs_what_it_verifies(&scheme, number(ms), body);
        }
        Err(problem) => {
            assert_eq!(SchemeError::ALL[usize::from(problem.number()) - 1], problem);
            assert!(!problem.to_string().is_empty());
        }
    }
}

fn keeps_its_limits(text: &str, scheme: &Scheme) {
    assert!(text.len() <= TEXT_BYTES_MAX);
    assert!((1..=HEADERS_MAX).contains(&scheme.headers().count()));
    assert!((1..=PARTS_MAX).contains(&scheme.content().count()));
    assert!(scheme.headers().any(|(_, role)| role == Role::Signature));
    assert!(scheme.timestamp().is_some() || scheme.tolerance() == Default::default());
}

fn prints_itself(scheme: &Scheme) {
    let printed = scheme.to_string();
    let again: Scheme = printed.parse().expect("what a scheme prints is a scheme");
    assert_eq!(again.to_string(), printed);
    assert_eq!(facts(&again), facts(scheme), "printing changes the scheme");
}

/// All that a scheme says, apart from how its text is laid out.
fn facts(scheme: &Scheme) -> String {
    let headers: Vec<_> = scheme.headers().collect();
    let content: Vec<_> = scheme.content().collect();
    let hints: Vec<_> = scheme.hints().collect();
    let wire = (scheme.name(), scheme.mac(), scheme.encoding(), scheme.format(), headers, content);
    let time = (scheme.timestamp(), scheme.tolerance());
    format!("{:?}", (wire, time, scheme.event_type(), scheme.event_id(), hints))
}

fn signs_what_it_verifies(scheme: &Scheme, ms: u64, body: &[u8]) {
    let keyring = Keyring::new(scheme, &[Secret::from_bytes(KEY).unwrap()]).unwrap();
    let dated = dated_body(scheme, ms);
    let body = dated.as_deref().unwrap_or(body);
    let Some(headers) = signed(scheme, &keyring, ms, body) else { return };
    let headers: Vec<(&str, &[u8])> =
        headers.iter().map(|(name, value)| (name.as_str(), value.as_bytes())).collect();
    let now_ms = ms.min(i64::MAX as u64);
    let verified = verify(&Delivery::new(&headers, body), scheme, &keyring, now_ms)
        .expect("what was signed verifies");
    assert_eq!(verified.secret_index, 0);
    if let (Some((_, unit)), Some(read)) = (scheme.timestamp(), verified.timestamp_ms) {
        let step = if unit == Unit::Seconds { 1000 } else { 1 };
        assert_eq!(read, (ms / step * step) as i64, "another time was read than was signed");
    }
    assert_eq!(verified.timestamp_ms.is_some(), scheme.timestamp().is_some());
}

/// Signs with the first id that may stand in this scheme's headers. `None` for a time that its headers
/// cannot hold.
fn signed(
    scheme: &Scheme,
    keyring: &Keyring,
    ms: u64,
    body: &[u8],
) -> Option<Vec<(String, String)>> {
    // A fixed text may hold some of these, which then may not stand in front of it: none holds all.
    let ids = (b'!'..=b'~').filter(|byte| *byte != b',').map(|byte| char::from(byte).to_string());
    for id in ids {
        match sign(body, scheme, keyring, ms, &id) {
            Ok(headers) => return Some(headers),
            Err(code) => assert_eq!(code, Code::OptionInvalid),
        }
    }
    let unit = scheme.timestamp().map(|(_, unit)| unit).expect("some id can be signed");
    assert!(!is_writable(ms, unit), "a time that headers can hold is refused");
    None
}

/// Whether a time has a text that a reader takes.
fn is_writable(ms: u64, unit: Unit) -> bool {
    const YEAR_10000: u64 = 253_402_300_800_000;
    match unit {
        Unit::Seconds => oracle::time_ms((ms / 1000).to_string().as_bytes(), unit).is_some(),
        Unit::Milliseconds => oracle::time_ms(ms.to_string().as_bytes(), unit).is_some(),
        Unit::Rfc3339 => ms < YEAR_10000,
    }
}

/// For a scheme that reads its time from the body, a body that has one.
fn dated_body(scheme: &Scheme, ms: u64) -> Option<Vec<u8>> {
    let (TimestampSource::Body(key), unit) = scheme.timestamp()? else { return None };
    let time = match unit {
        Unit::Seconds => (ms / 1000).to_string(),
        Unit::Milliseconds => ms.to_string(),
        Unit::Rfc3339 => chrono::DateTime::from_timestamp_millis(i64::try_from(ms).ok()?)?
            .to_rfc3339_opts(chrono::SecondsFormat::Millis, true),
    };
    Some(serde_json::to_vec(&serde_json::json!({ key: time })).unwrap())
}
