//! Encoding: signatures, keys and times as text, there and back, against other people's readers.
//!
//! ```text
//! kind:  1 byte   its digits pick an algorithm, an encoding, a key's encoding
//! body FF text FF secret FF time FF ms FF edits
//! ```
//! In the text of a signature 01 stands for the true one; each edit is two bytes: a place in the text,
//! and the byte to put there.

use countersign::scheme::{
    KeyEncoding, Piece, SchemeSpec, TimestampRule, TimestampSource, Tolerance, Unit,
};
use countersign::{
    Algorithm, Code, Delivery, Encoding, Endpoint, Rejection, SECRET_BYTES_MAX, Scheme, Secret,
    Signing, Verified,
};

use crate::{fields, number, oracle};

const KEY: &[u8] = b"the key that signs";

pub fn encoding(data: &[u8]) {
    let Some((kind, rest)) = data.split_first() else { return };
    let [body, text, secret, time, ms, edits] = fields(rest);
    let algorithm = pick(Algorithm::NAMES, kind % 4);
    signature(algorithm, pick(Encoding::NAMES, kind / 4 % 4), body, text, edits);
    key(pick(KeyEncoding::NAMES, kind / 16 % 3), secret, body);
    for (_, unit) in Unit::NAMES {
        time_read(*unit, time, body);
        time_written(*unit, number(ms), body);
    }
}

fn pick<T: Copy>(names: &[(&str, T)], index: u8) -> T {
    names[usize::from(index)].1
}

fn spec(algorithm: Algorithm) -> SchemeSpec {
    SchemeSpec::new("acme", algorithm, "Signature")
}

fn endpoint(spec: SchemeSpec) -> Endpoint {
    Endpoint::new(Scheme::new(spec).unwrap(), [Secret::Key(KEY)]).unwrap()
}

/// A signature is read exactly when it is the one spelling of as many bytes as the algorithm makes.
fn signature(algorithm: Algorithm, encoding: Encoding, body: &[u8], text: &[u8], edits: &[u8]) {
    let mut spec = spec(algorithm);
    spec.signature.encoding = encoding;
    let endpoint = endpoint(spec);
    let tag = oracle::tag(algorithm, KEY, body);
    let spelled = oracle::spell(encoding, &tag);
    assert_eq!(endpoint.sign(body, &Signing::at(0)).unwrap()[0].1, spelled);

    let piece = |byte: &u8| if *byte == 1 { spelled.as_bytes().to_vec() } else { vec![*byte] };
    let mut text: Vec<u8> = text.iter().flat_map(piece).collect();
    for edit in edits.chunks_exact(2) {
        let len = text.len().max(1);
        if let Some(place) = text.get_mut(usize::from(edit[0]) % len) {
            *place = edit[1];
        }
    }
    let headers = [("Signature", &text)];
    let code = endpoint.verify(&Delivery::new(&headers, body), 0).map_err(Rejection::code).err();
    match oracle::read(encoding, &text).filter(|read| read.len() == tag.len()) {
        Some(read) if read == tag => assert_eq!(code, None),
        Some(_) => assert_eq!(code, Some(Code::SignatureMismatch)),
        // Which code a text gets that is not a signature is for the grammar to say.
        None => assert!(code.is_some_and(|code| code != Code::SignatureMismatch), "{code:?}"),
    }
}

/// A secret is read as the key that another reader finds in it.
fn key(encoding: KeyEncoding, secret: &[u8], body: &[u8]) {
    let mut spec = spec(Algorithm::HmacSha256);
    spec.key.encoding = encoding;
    let Ok(secret) = std::str::from_utf8(secret) else { return };
    let clean = secret.trim_ascii();
    let key = match encoding {
        _ if secret.len() > SECRET_BYTES_MAX || oracle::is_unset(clean) => None,
        KeyEncoding::Utf8 => Some(secret.as_bytes().to_vec()),
        KeyEncoding::Base64 => oracle::base64_key(clean.as_bytes()),
        KeyEncoding::Hex => oracle::hex_key(clean.as_bytes()),
    };
    let wanted = match key {
        None => Err(Code::SecretInvalid),
        Some(key) if oracle::is_guessable(&key) => Err(Code::SecretEmpty),
        Some(key) => Ok(key),
    };
    let endpoint = Endpoint::new(Scheme::new(spec).unwrap(), [Secret::Text(secret)]);
    assert_eq!(endpoint.as_ref().err(), wanted.as_ref().err());
    if let (Ok(endpoint), Ok(key)) = (endpoint, wanted) {
        let signed = endpoint.sign(body, &Signing::at(0)).unwrap();
        let tag = oracle::tag(Algorithm::HmacSha256, &key, body);
        assert_eq!(signed[0].1, oracle::spell(Encoding::Hex, &tag), "another key was read");
    }
}

fn dated(unit: Unit) -> Endpoint {
    let mut spec = spec(Algorithm::HmacSha256);
    spec.content = vec![Piece::Timestamp, Piece::Literal(".".into()), Piece::Body];
    let source = TimestampSource::Header("Time".into());
    spec.timestamp = Some(TimestampRule { source, unit, tolerance: Tolerance::default() });
    endpoint(spec)
}

/// A time is read exactly when another reader reads it, and says the same.
fn time_read(unit: Unit, time: &[u8], body: &[u8]) {
    let endpoint = dated(unit);
    let content = [time, b".", body].concat();
    let tag = oracle::tag(Algorithm::HmacSha256, KEY, &content);
    let signature = oracle::spell(Encoding::Hex, &tag);
    let headers = [("Signature", signature.as_bytes()), ("Time", time)];
    let delivery = Delivery::new(&headers, body);
    let verdict = endpoint.verify(&delivery, 0);
    match oracle::time_ms(time, unit) {
        Some(ms) => assert_eq!(verdict.map(|verified| verified.timestamp_ms()), Ok(Some(ms))),
        None => not_a_time(verdict),
    }
}

#[track_caller]
fn not_a_time(verdict: Result<Verified, Rejection>) {
    let code = verdict.map_err(Rejection::code).err();
    assert!(matches!(code, Some(Code::TimestampMalformed | Code::HeaderRepeated)), "{code:?}");
}

/// A time is written so that another reader reads it back.
fn time_written(unit: Unit, ms: u64, body: &[u8]) {
    let signed = dated(unit).sign(body, &Signing::at(ms));
    match (oracle::time_text(ms, unit), signed) {
        (Some(text), Ok(headers)) => assert_eq!(headers[1].1, text),
        (None, Err(code)) => assert_eq!(code, Code::OptionInvalid),
        (wanted, signed) => panic!("{ms} in {unit:?}: {signed:?} instead of {wanted:?}"),
    }
}
