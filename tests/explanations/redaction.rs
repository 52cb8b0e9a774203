//! Redaction: a report holds no secret and no right MAC, in whatever they could be written.

use countersign::{Endpoint, Scheme, Signing};

use crate::vectors::{Vector, vectors};

/// Every spelling in which bytes could be taken out of a report.
fn spellings(bytes: &[u8]) -> Vec<String> {
    use data_encoding::{BASE32_NOPAD, BASE64_NOPAD, BASE64URL_NOPAD};
    let decimal: Vec<String> = bytes.iter().map(u8::to_string).collect();
    vec![
        hex::encode(bytes),
        hex::encode_upper(bytes),
        BASE64_NOPAD.encode(bytes),
        BASE64URL_NOPAD.encode(bytes),
        BASE32_NOPAD.encode(bytes),
        decimal.join(","),
        decimal.join(", "),
        String::from_utf8_lossy(bytes).into_owned(),
    ]
}

/// The bytes of every MAC in a header's value, whatever it is written in.
pub fn tags(value: &str) -> Vec<Vec<u8>> {
    use data_encoding::{BASE64, BASE64_NOPAD, BASE64URL_NOPAD, HEXLOWER_PERMISSIVE};
    let words = value.split([',', ' ', ';', '"']).map(|word| {
        let bare = word.trim_end_matches('=');
        word[bare.rfind(['=', ':']).map_or(0, |at| at + 1)..].to_owned()
    });
    words
        .filter_map(|word| {
            [HEXLOWER_PERMISSIVE, BASE64, BASE64_NOPAD, BASE64URL_NOPAD]
                .iter()
                .find_map(|encoding| encoding.decode(word.as_bytes()).ok())
        })
        .filter(|tag| tag.len() >= 20)
        .collect()
}

/// The MACs that the holder of `secret` makes of a delivery as it arrived.
fn right_tags(vector: &Vector, scheme: &Scheme, secret: &str) -> Vec<Vec<u8>> {
    let Ok(endpoint) = Endpoint::new(scheme.clone(), [secret]) else { return Vec::new() };
    let id = vector.headers.iter().find(|(name, _)| name.ends_with("-id"));
    let id = id.map_or("msg_1", |(_, value)| value);
    let signing = Signing::at(vector.now).with_id(id);
    let headers = endpoint.sign(&vector.body(), &signing).unwrap_or_default();
    headers.iter().flat_map(|(_, value)| tags(value)).collect()
}

#[test]
fn no_report_holds_a_secret_or_a_right_mac_in_any_spelling() {
    let mut searched = 0;
    for (vector, scheme, sender) in vectors() {
        let report = serde_json::to_string(&vector.explained(&scheme)).unwrap();
        let held = vector.secrets.iter().chain(vector.others.iter().map(|other| &other.secret));
        let mut forbidden: Vec<Vec<u8>> = Vec::new();
        for secret in held {
            // The name of its variable is no secret; the advice says it too.
            let bare = secret.trim_start_matches("WEBHOOK_SECRET");
            let bare = bare.trim_matches(|char: char| !char.is_alphanumeric());
            forbidden.push(bare.as_bytes().to_vec());
            let parts = bare.split(['=', ' ', '"', '\'']).filter(|part| part.len() >= 10);
            forbidden.extend(parts.map(|part| part.as_bytes().to_vec()));
            forbidden.extend(right_tags(&vector, &scheme, secret));
            forbidden.extend(right_tags(&vector, &sender, secret));
        }
        forbidden.extend(vector.headers.iter().flat_map(|(_, value)| tags(value)));
        for bytes in forbidden.iter().filter(|bytes| bytes.len() >= 10) {
            for spelling in spellings(bytes) {
                searched += 1;
                // Not a part of it either: ten characters of a MAC are nothing by chance.
                let part: String = spelling.chars().take(10).collect();
                assert!(!report.contains(&part), "{} holds {part}: {report}", vector.id);
            }
        }
    }
    assert!(searched > 10_000, "only {searched} spellings were searched for");
}

#[test]
fn a_broken_report_would_be_noticed() {
    // The search above finds what it looks for in the header as it arrived.
    let (vector, scheme, sender) = vectors().remove(0);
    let text = serde_json::to_string(&vector.headers).unwrap();
    let tag = tags(&vector.headers[0].1).remove(0);
    assert!(spellings(&tag).iter().any(|spelling| text.contains(spelling)));
    assert!(!right_tags(&vector, &scheme, &vector.secrets[0]).is_empty());
    assert!(!right_tags(&vector, &sender, &vector.secrets[0]).is_empty());
}
