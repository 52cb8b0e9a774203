//! Header: arbitrary header bytes in every format, whole and in chunks, against the oracle.
//!
//! ```text
//! scheme: 1 byte   a place in schemes.json
//! cut:    1 byte   the body's chunks have one byte more than this
//! now FF time FF headers FF body
//! ```
//! Headers are parted by FE and begin with a byte that picks one of those the scheme reads. In a value
//! 01 and 02 stand for the true signatures of the two keys, 03 for one that is a bit off, and 04 for
//! the time: what is signed changes with every byte, so no mutation could keep them true.

use std::sync::LazyLock;

use countersign::scheme::{Role, TimestampSource};
use countersign::{Delivery, Keyring, Scheme, Secret, Verification, Verified, providers, verify};

use crate::oracle;
use crate::{fields, number};

const KEYS: [&[u8]; 2] = [b"the key that signs", b"the key before it"];

/// The schemes of schemes.json.
pub static SCHEMES: LazyLock<Vec<Scheme>> = LazyLock::new(|| {
    let names: Vec<String> = serde_json::from_str(include_str!("../schemes.json")).unwrap();
    names.iter().map(|name| scheme(name)).collect()
});

/// The scheme of a file of vectors: a built-in one, or the text form that stands there.
fn scheme(name: &str) -> Scheme {
    if let Some(scheme) = providers::scheme(name) {
        return scheme;
    }
    let path = format!("{}/../vectors/{name}.json", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let file: serde_json::Value = serde_json::from_slice(&text).unwrap();
    file["scheme"].as_str().unwrap().parse().unwrap()
}

/// One delivery, as the input describes it.
struct Attempt<'a> {
    scheme: &'a Scheme,
    /// What came, by place of the reading order.
    values: Vec<Vec<Vec<u8>>>,
    body: &'a [u8],
    now_ms: u64,
}

pub fn header(data: &[u8]) {
    let Some(([which, cut], rest)) = data.split_first_chunk::<2>() else { return };
    let scheme = &SCHEMES[usize::from(*which) % SCHEMES.len()];
    let [now, time, headers, body] = fields(rest);
    let attempt = Attempt::read(scheme, number(now), time, headers, body);

    let names: Vec<&str> = scheme.headers().map(|(name, _)| name).collect();
    let came = names.iter().zip(&attempt.values);
    let headers: Vec<(&str, &[u8])> = came
        .flat_map(|(name, values)| values.iter().map(|value| (*name, value.as_slice())))
        .collect();
    let secrets = KEYS.map(|key| Secret::from_bytes(key).unwrap());
    let keyring = Keyring::new(scheme, &secrets).unwrap();

    let whole = verify(&Delivery::new(&headers, body), scheme, &keyring, attempt.now_ms);
    let chunked = Verification::begin(&headers, scheme, &keyring).and_then(|mut verification| {
        body.chunks(usize::from(*cut) + 1).for_each(|chunk| verification.update(chunk));
        verification.finish(attempt.now_ms)
    });
    assert_eq!(whole, chunked, "the chunks change the verdict");
    if let Ok(verified) = whole {
        assert!(attempt.is_proven(verified), "verified, and no true signature came");
        assert!(attempt.is_fresh(verified), "verified, and not fresh");
    }
}

impl<'a> Attempt<'a> {
    fn read(scheme: &'a Scheme, now_ms: u64, time: &[u8], headers: &[u8], body: &'a [u8]) -> Self {
        let count = scheme.headers().count();
        let mut attempt = Self { scheme, values: vec![Vec::new(); count], body, now_ms };
        let lines: Vec<(usize, &[u8])> = headers
            .split(|byte| *byte == 0xfe)
            .filter_map(|line| line.split_first())
            .map(|(place, value)| (usize::from(*place) % count, value))
            .collect();
        let fill = |values: &mut Vec<Vec<Vec<u8>>>, signatures: [&[u8]; 3]| {
            values.iter_mut().for_each(Vec::clear);
            for (place, value) in &lines {
                values[*place].push(filled(value, signatures, time));
            }
        };
        // A signature cannot sign itself: the signed headers are filled in without one.
        fill(&mut attempt.values, [b""; 3]);
        let content = attempt.content(time);
        let [one, two] = KEYS.map(|key| oracle::tag(scheme.mac(), key, &content));
        let mut off = one.clone();
        *off.last_mut().unwrap() ^= 1;
        let signatures = [one, two, off].map(|tag| oracle::spell(scheme.encoding(), &tag));
        fill(&mut attempt.values, signatures.each_ref().map(|text| text.as_bytes()));
        attempt
    }

    /// What came in one header, joined as HTTP joins it.
    fn value(&self, place: usize) -> Vec<u8> {
        self.values[place].join(b", ".as_slice())
    }

    fn content(&self, timestamp: &[u8]) -> Vec<u8> {
        oracle::content(self.scheme, timestamp, |place| self.value(place), self.body)
    }

    /// Whether a signature header holds the tag that the matching key makes of a time that came.
    fn is_proven(&self, verified: Verified) -> bool {
        let tags: Vec<String> = self
            .times(verified.timestamp_ms)
            .iter()
            .map(|time| {
                oracle::tag(self.scheme.mac(), KEYS[verified.secret_index], &self.content(time))
            })
            .map(|tag| oracle::spell(self.scheme.encoding(), &tag))
            .collect();
        let any_case = self.scheme.encoding() == countersign::Encoding::HexAnyCase;
        self.signature_headers().iter().any(|value| {
            let value = if any_case { value.to_ascii_uppercase() } else { value.clone() };
            tags.iter().any(|tag| value.windows(tag.len()).any(|part| part == tag.as_bytes()))
        })
    }

    /// The texts of a time that came and mean `ms`.
    fn times(&self, ms: Option<i64>) -> Vec<Vec<u8>> {
        let Some((source, unit)) = self.scheme.timestamp() else { return vec![Vec::new()] };
        let texts: Vec<Vec<u8>> = match source {
            TimestampSource::Body(_) => return vec![Vec::new()],
            TimestampSource::Header(name) => {
                let place = self.scheme.headers().position(|(other, _)| other == name);
                vec![self.value(place.unwrap())]
            }
            TimestampSource::Field => {
                let part = |byte: &u8| matches!(byte, b',' | b';' | b'=' | b' ');
                let headers = self.signature_headers();
                headers.iter().flat_map(|value| value.split(part).map(<[u8]>::to_vec)).collect()
            }
        };
        texts.into_iter().filter(|text| oracle::time_ms(text, unit) == ms && ms.is_some()).collect()
    }

    fn signature_headers(&self) -> Vec<Vec<u8>> {
        let roles = self.scheme.headers().enumerate();
        let places = roles.filter(|(_, (_, role))| *role == Role::Signature);
        places.map(|(place, _)| self.value(place)).collect()
    }

    fn is_fresh(&self, verified: Verified) -> bool {
        match (self.scheme.timestamp(), verified.timestamp_ms) {
            (None, ms) => ms.is_none(),
            (Some((_, unit)), Some(ms)) => oracle::is_fresh(self.scheme, unit, ms, self.now_ms),
            (Some(_), None) => false,
        }
    }
}

/// A value with what its placeholders stand for.
fn filled(value: &[u8], signatures: [&[u8]; 3], time: &[u8]) -> Vec<u8> {
    let piece = |byte: &u8| match *byte {
        place @ 1..=3 => signatures[usize::from(place) - 1].to_vec(),
        4 => time.to_vec(),
        other => vec![other],
    };
    value.iter().flat_map(piece).collect()
}
