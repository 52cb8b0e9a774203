//! Model: what the door should answer, from the same window and by the core's public front.

use countersign::{Code, Delivery, Keyring, Mac, Rejection, Scheme, Secret, Verified, verify};

use crate::host::{self, ABSENT};
use crate::oracle;

pub type Headers = Vec<(String, Vec<u8>)>;

#[track_caller]
pub fn expect(answer: i32, wanted: Result<usize, Code>) {
    let wanted = match wanted {
        Ok(number) => i32::try_from(number).unwrap(),
        Err(code) => -i32::from(code.number()),
    };
    assert_eq!(answer, wanted);
}

#[track_caller]
pub fn expect_verdict(answer: i32, wanted: Result<Verified, Code>) {
    expect(answer, wanted.map(|verified| verified.secret_index));
    let Ok(verified) = wanted else { return };
    let ms = verified.timestamp_ms.and_then(|ms| u64::try_from(ms).ok());
    let [known, high, low, ..] = *host::lengths();
    let left = (known == 1).then(|| u64::from(high) << 32 | u64::from(low));
    assert_eq!(left, ms);
}

/// The number of a scheme's problem is left where the host looks for it.
pub fn told(problem: Option<u32>) {
    assert!(problem.is_none_or(|number| host::lengths()[0] == number));
}

/// What the window holds as a scheme, or its code and the number of its problem.
pub fn scheme_in_window(len: u32) -> Result<Scheme, (Code, Option<u32>)> {
    let text = host::text().get(..len as usize).and_then(|text| str::from_utf8(text).ok());
    let parsed = text.ok_or((Code::SchemeInvalid, None))?.parse::<Scheme>();
    parsed.map_err(|problem| (Code::SchemeInvalid, Some(u32::from(problem.number()))))
}

/// The headers in the window, by name.
pub fn headers(scheme: &Scheme) -> Headers {
    let came = scheme.headers().zip(host::values());
    came.filter_map(|((name, _), value)| Some((name.to_string(), value?))).collect()
}

pub fn slices(headers: &Headers) -> Vec<(&str, &[u8])> {
    headers.iter().map(|(name, value)| (name.as_str(), value.as_slice())).collect()
}

/// Leaves header values back to back, and their lengths.
pub fn place(values: &[Option<&[u8]>]) {
    host::lengths().fill(ABSENT);
    let mut rest = host::text();
    for (len, value) in host::lengths().iter_mut().zip(values) {
        let Some(value) = value.filter(|value| value.len() <= rest.len()) else { continue };
        let (place, behind) = rest.split_at_mut(value.len());
        place.copy_from_slice(value);
        rest = behind;
        *len = value.len() as u32;
    }
}

/// The keys of a slot. One that has none yet proves nothing, as a key does that nobody signs with.
pub fn ring(scheme: &Scheme, secrets: &[Secret]) -> Keyring {
    let nobodys = [Secret::from_bytes(b"a key that nobody signs with").unwrap()];
    let secrets = if secrets.is_empty() { &nobodys } else { secrets };
    Keyring::new(scheme, secrets).unwrap()
}

pub fn verdict(
    scheme: &Scheme,
    secrets: &[Secret],
    headers: &Headers,
    body: &[u8],
    now_ms: u64,
) -> Result<Verified, Rejection> {
    verify(&Delivery::new(&slices(headers), body), scheme, &ring(scheme, secrets), now_ms)
}

/// Some verdict to read events by: whose it is does not count.
pub fn proven() -> Verified {
    let scheme: Scheme = "name: acme\nmac: sha256\nheader: Signature".parse().unwrap();
    let secrets = [Secret::from_bytes(b"key").unwrap()];
    let signature = oracle::spell(scheme.encoding(), &oracle::tag(Mac::Sha256, b"key", b""));
    let headers = vec![("Signature".to_string(), signature.into_bytes())];
    verdict(&scheme, &secrets, &headers, b"", 0).unwrap()
}
