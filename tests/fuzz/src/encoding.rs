//! Encoding: signatures, keys and times as text, there and back, against other people's readers.
//!
//! ```text
//! kind:  1 byte   its digits pick a MAC, an encoding, a key's encoding, a unit
//! body FF text FF secret FF time FF ms FF edits
//! ```
//! In the text of a signature 01 stands for the true one; each edit is two bytes: a place of what came
//! of it, and the byte to put there.

use countersign::scheme::Unit;
use countersign::{
    Code, Delivery, Encoding, Keyring, Mac, Rejection, SECRET_BYTES_MAX, Scheme, Secret, Verified,
    sign, verify,
};

use crate::{fields, number, oracle};

const KEY: &[u8] = b"the key that signs";

pub fn encoding(data: &[u8]) {
    let Some((kind, rest)) = data.split_first() else { return };
    let [body, text, secret, time, ms, edits] = fields(rest);
    let mac = pick(Mac::NAMES, kind % 4);
    let encoding = pick(Encoding::NAMES, kind / 4 % 4);
    signature(mac, encoding, body, text, edits);
    key(["utf8", "base64", "hex"][usize::from(kind / 16 % 3)], secret, body);
    for unit in [("s", Unit::Seconds), ("ms", Unit::Milliseconds), ("rfc3339", Unit::Rfc3339)] {
        time_read(unit, time, body);
        time_written(unit, number(ms), body);
    }
}

fn pick<T: Copy>(names: &[(&'static str, T)], index: u8) -> (&'static str, T) {
    names[usize::from(index)]
}

fn keyring(scheme: &Scheme, key: &[u8]) -> Keyring {
    Keyring::new(scheme, &[Secret::from_bytes(key).unwrap()]).unwrap()
}

/// A signature is read exactly when it is the one spelling of as many bytes as the MAC has.
fn signature(mac: (&str, Mac), encoding: (&str, Encoding), body: &[u8], text: &[u8], edits: &[u8]) {
    let scheme: Scheme =
        format!("name: acme\nmac: {}\nheader: Signature\nencoding: {}", mac.0, encoding.0)
            .parse()
            .unwrap();
    let keyring = keyring(&scheme, KEY);
    let tag = oracle::tag(mac.1, KEY, body);
    let spelled = oracle::spell(encoding.1, &tag);
    assert_eq!(sign(body, &scheme, &keyring, 0, "").unwrap()[0].1, spelled);

    let piece = |byte: &u8| if *byte == 1 { spelled.as_bytes().to_vec() } else { vec![*byte] };
    let mut text: Vec<u8> = text.iter().flat_map(piece).collect();
    for edit in edits.chunks_exact(2) {
        let len = text.len().max(1);
        if let Some(place) = text.get_mut(usize::from(edit[0]) % len) {
            *place = edit[1];
        }
    }
    let verdict = verify(&Delivery::new(&[("Signature", &text)], body), &scheme, &keyring, 0);
    match oracle::read(encoding.1, &text).filter(|read| read.len() == tag.len()) {
        Some(read) if read == tag => assert!(verdict.is_ok(), "{verdict:?}"),
        Some(_) => assert_eq!(verdict, Err(Rejection::SignatureMismatch)),
        // Which code a text gets that is no signature is for the grammar to say.
        None => assert_ne!(verdict.expect_err("no signature came"), Rejection::SignatureMismatch),
    }
}

/// A secret is read as the key that another reader finds in it.
fn key(form: &str, secret: &[u8], body: &[u8]) {
    let scheme: Scheme =
        format!("name: acme\nmac: sha256\nheader: Signature\nkey: {form}").parse().unwrap();
    let Ok(secret) = std::str::from_utf8(secret) else { return };
    let wanted = match form {
        _ if secret.trim_ascii().is_empty() => Err(Code::SecretEmpty),
        _ if secret.len() > SECRET_BYTES_MAX => Err(Code::SecretInvalid),
        "utf8" => Ok(secret.as_bytes().to_vec()),
        "base64" => oracle::base64_key(secret.as_bytes()).ok_or(Code::SecretInvalid),
        _ => oracle::hex_key(secret.as_bytes()).ok_or(Code::SecretInvalid),
    };
    let secret = Secret::parse(secret, &scheme);
    assert_eq!(secret.as_ref().err(), wanted.as_ref().err());
    if let (Ok(secret), Ok(key)) = (secret, wanted) {
        let keyring = Keyring::new(&scheme, &[secret]).unwrap();
        let signed = sign(body, &scheme, &keyring, 0, "").unwrap();
        let tag = oracle::tag(Mac::Sha256, &key, body);
        assert_eq!(signed[0].1, oracle::spell(Encoding::Hex, &tag), "another key was read");
    }
}

fn dated(unit: &str) -> Scheme {
    let text = "name: acme\nmac: sha256\nheader: Signature\ncontent: {timestamp}.{body}";
    format!("{text}\ntimestamp: header Time {unit}").parse().unwrap()
}

/// A time is read exactly when another reader reads it, and says the same.
fn time_read((name, unit): (&str, Unit), time: &[u8], body: &[u8]) {
    let scheme = dated(name);
    let content = [time, b".", body].concat();
    let signature = oracle::spell(Encoding::Hex, &oracle::tag(Mac::Sha256, KEY, &content));
    let headers = [("Signature", signature.as_bytes()), ("Time", time)];
    let verdict = verify(&Delivery::new(&headers, body), &scheme, &keyring(&scheme, KEY), 0);
    match oracle::time_ms(time, unit) {
        Some(ms) => assert_eq!(verdict.map(|verified| verified.timestamp_ms), Ok(Some(ms))),
        None => not_a_time(verdict),
    }
}

#[track_caller]
fn not_a_time(verdict: Result<Verified, Rejection>) {
    use Rejection::{HeaderRepeated, TimestampMalformed};
    assert!(matches!(verdict, Err(TimestampMalformed | HeaderRepeated)), "{verdict:?}");
}

/// A time is written so that another reader reads it back.
fn time_written((name, unit): (&str, Unit), ms: u64, body: &[u8]) {
    let scheme = dated(name);
    let signed = sign(body, &scheme, &keyring(&scheme, KEY), ms, "");
    let step = if unit == Unit::Seconds { 1000 } else { 1 };
    match signed {
        Ok(headers) => {
            let read = oracle::time_ms(headers[1].1.as_bytes(), unit);
            assert_eq!(read, i64::try_from(ms / step * step).ok(), "{headers:?}");
        }
        Err(code) => {
            assert_eq!(code, Code::OptionInvalid);
            // The readers' own limits: 15 digits, and a year of four.
            assert!(ms >= 253_402_300_800_000, "{ms} {name}");
        }
    }
}
