//! Encodings: a tag has one spelling, a key has those of its form, and another library says which.

use countersign::scheme::{KeyEncoding, KeyRule, SchemeSpec};
use countersign::{Algorithm, Code, Encoding, Endpoint, Scheme, Secret, Signing};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::plan::{Plan, keys};
use crate::{holds, like};

#[test]
fn each_encoding_writes_the_tag_as_another_library_does() {
    holds(500, (forms(), keys(), any::<[u8; 8]>()), |((algorithm, encoding), key, body)| {
        let scheme = scheme(algorithm, encoding);
        let in_hex = signature(&self::scheme(algorithm, Encoding::Hex), &key, &body);
        let tag = data_encoding::HEXLOWER.decode(in_hex.as_bytes()).unwrap();
        prop_assert_eq!(signature(&scheme, &key, &body), library(&scheme).encode(&tag));
        Ok(())
    });
}

#[test]
fn a_signature_is_read_in_its_one_spelling_and_in_no_other() {
    let spellings = (vec(any::<Edit>(), 0..=2), 0..LIBRARIES.len(), 0..4_u8);
    holds(3000, (forms(), any::<[u8; 4]>(), spellings), |(form, key, (edits, other, kind))| {
        let scheme = scheme(form.0, form.1);
        let plan = Plan {
            scheme: scheme.clone(),
            key: key.to_vec(),
            body: b"{}".to_vec(),
            time_ms: 0,
            id: String::new(),
        };
        let mut sent = plan.sign().unwrap();
        let right = sent.headers[0].1.clone();
        let right_tag = tag(&scheme, &right).unwrap();
        // The right spelling, that of an other tag, that of an other encoding; then some edits.
        let mut text = match kind {
            0 | 1 => right.clone(),
            2 => library(&scheme).encode(&vec![key[0]; right_tag.len()]).into_bytes(),
            _ => LIBRARIES[other].encode(&right_tag).into_bytes(),
        };
        for edit in &edits {
            edit.apply(&mut text);
        }
        sent.headers[0].1.clone_from(&text);

        let is_clean = text.iter().all(|byte| (0x20..=0x7e).contains(byte));
        let wanted = match tag(&scheme, &text) {
            Some(tag) if tag == right_tag => Ok(()),
            Some(_) => Err(Code::SignatureMismatch),
            None if is_clean && text.contains(&b',') => Err(Code::HeaderRepeated),
            None => Err(Code::SignatureMalformed),
        };
        let got = sent.code();
        prop_assert_eq!(got, wanted, "{}", text.escape_ascii());
        if got.is_ok() && scheme.encoding() != Encoding::HexAnyCase {
            prop_assert_eq!(text, right, "a second spelling");
        }
        Ok(())
    });
}

#[test]
fn the_text_of_a_secret_is_read_exactly_where_another_library_reads_it() {
    let texts = prop_oneof![
        (keys(), 0..LIBRARIES.len()).prop_map(|(key, library)| LIBRARIES[library].encode(&key)),
        like("[ -~]{0,12}"),
        like("[A-Za-z0-9+/]{0,12}={0,3}"),
        like("[0-9a-fA-F]{0,12}"),
        like("[ \t\r\n]{0,3}"),
    ];
    let edited = (texts, vec(any::<Edit>(), 0..=1)).prop_map(|(text, edits)| {
        let mut bytes = text.into_bytes();
        for edit in &edits {
            edit.apply(&mut bytes);
        }
        String::from_utf8_lossy(&bytes).into_owned()
    });
    let forms = select(vec![KeyEncoding::Utf8, KeyEncoding::Base64, KeyEncoding::Hex]);
    holds(2000, (edited, forms, any::<bool>()), |(text, form, is_prefixed)| {
        let mut spec = SchemeSpec::new("a", Algorithm::HmacSha256, "S");
        let (strip_prefixes, never_prefixes) = (vec!["whsec_".into()], vec![]);
        spec.key = KeyRule { encoding: form, strip_prefixes, never_prefixes };
        let scheme = Scheme::new(spec).unwrap();
        let written = if is_prefixed { format!("whsec_{text}") } else { text.clone() };
        let clean = written.trim_matches([' ', '\t', '\n', '\r', '\x0c']);
        let bare = |text: &str| text.strip_prefix("whsec_").unwrap_or(text).as_bytes().to_vec();
        let key = match form {
            KeyEncoding::Utf8 => Some(bare(&written)),
            KeyEncoding::Base64 => lenient_base64(&bare(clean)),
            KeyEncoding::Hex => {
                canonical(&data_encoding::HEXUPPER, &bare(clean).to_ascii_uppercase())
            }
        };
        let is_blank = |key: &[u8]| key.iter().all(|byte| b" \t\n\r\0".contains(byte));
        let wanted = match key {
            _ if written.len() > countersign::SECRET_BYTES_MAX => Err(Code::SecretInvalid),
            Some(key) if is_blank(&key) => Err(Code::SecretEmpty),
            Some(key) => Ok(signature(&scheme, &key, b"")),
            None => Err(Code::SecretInvalid),
        };
        let got = signed(&scheme, Secret::Text(&written), b"");
        prop_assert_eq!(got, wanted);
        Ok(())
    });
}

/// As senders read it: one or two signs of padding, or none, and any bits behind the last byte.
fn lenient_base64(text: &[u8]) -> Option<Vec<u8>> {
    let bare = text.strip_suffix(b"=").unwrap_or(text);
    let bare = bare.strip_suffix(b"=").unwrap_or(bare);
    let mut specification = data_encoding::BASE64_NOPAD.specification();
    specification.check_trailing_bits = false;
    specification.encoding().unwrap().decode(bare).ok()
}

/// The tag of which this is the canonical spelling, if it is one.
pub fn tag(scheme: &Scheme, text: &[u8]) -> Option<Vec<u8>> {
    let tag = match scheme.encoding() {
        Encoding::HexAnyCase => canonical(&data_encoding::HEXUPPER, &text.to_ascii_uppercase()),
        _ => canonical(&library(scheme), text),
    };
    tag.filter(|tag| tag.len() == tag_len(scheme.algorithm()))
}

/// The bytes that are written like this and in no other way. The library also reads two padded texts,
/// one behind the other.
fn canonical(library: &data_encoding::Encoding, text: &[u8]) -> Option<Vec<u8>> {
    library.decode(text).ok().filter(|bytes| library.encode(bytes).as_bytes() == text)
}

/// How long a signature of this scheme is.
pub fn spelling_len(scheme: &Scheme) -> usize {
    library(scheme).encode_len(tag_len(scheme.algorithm()))
}

const LIBRARIES: &[data_encoding::Encoding] = &[
    data_encoding::HEXLOWER,
    data_encoding::HEXUPPER,
    data_encoding::BASE64,
    data_encoding::BASE64URL_NOPAD,
    data_encoding::BASE64_NOPAD,
    data_encoding::BASE64URL,
];

fn library(scheme: &Scheme) -> data_encoding::Encoding {
    match scheme.encoding() {
        Encoding::Hex => data_encoding::HEXLOWER,
        Encoding::HexAnyCase => data_encoding::HEXUPPER,
        Encoding::Base64 => data_encoding::BASE64,
        Encoding::Base64Url => data_encoding::BASE64URL_NOPAD,
    }
}

/// How long the output of the hash is, as the standards say.
fn tag_len(algorithm: Algorithm) -> usize {
    match algorithm {
        Algorithm::HmacSha1 => 20,
        Algorithm::HmacSha256 => 32,
        Algorithm::HmacSha384 => 48,
        Algorithm::HmacSha512 => 64,
        _ => panic!("{algorithm:?}"),
    }
}

/// The algorithm and the encoding of a scheme.
fn forms() -> impl Strategy<Value = (Algorithm, Encoding)> {
    let encodings = select(Encoding::NAMES).prop_map(|(_, encoding)| encoding);
    (select(Algorithm::NAMES).prop_map(|(_, algorithm)| algorithm), encodings)
}

fn scheme(algorithm: Algorithm, encoding: Encoding) -> Scheme {
    let mut spec = SchemeSpec::new("a", algorithm, "S");
    spec.signature.encoding = encoding;
    Scheme::new(spec).unwrap()
}

fn signature(scheme: &Scheme, key: &[u8], body: &[u8]) -> String {
    signed(scheme, Secret::Key(key), body).unwrap()
}

fn signed(scheme: &Scheme, secret: Secret, body: &[u8]) -> Result<String, Code> {
    let endpoint = Endpoint::new(scheme.clone(), [secret])?;
    Ok(endpoint.sign(body, &Signing::at(0)).unwrap().remove(0).1)
}

/// One small change of a text.
#[derive(Clone, Debug)]
struct Edit {
    at: Index,
    kind: EditKind,
}

#[derive(Clone, Copy, Debug)]
enum EditKind {
    OtherCase,
    OtherAlphabet,
    NextDigit,
    Drop,
    Insert(u8),
    Pad,
    Unpad,
}

impl Arbitrary for Edit {
    type Parameters = ();
    type Strategy = BoxedStrategy<Self>;

    fn arbitrary_with((): ()) -> Self::Strategy {
        let kind = prop_oneof![
            Just(EditKind::OtherCase),
            Just(EditKind::OtherAlphabet),
            Just(EditKind::NextDigit),
            Just(EditKind::Drop),
            select(b" \t\n=,;-_+/aA0\0\x7f\xff".as_slice()).prop_map(EditKind::Insert),
            Just(EditKind::Pad),
            Just(EditKind::Unpad),
        ];
        // Half of all edits are at the end, where padding and stray bits are.
        (any::<Index>(), any::<bool>(), kind).prop_map(|(at, _, kind)| Self { at, kind }).boxed()
    }
}

impl Edit {
    fn apply(&self, text: &mut Vec<u8>) {
        if text.is_empty() {
            return;
        }
        let at = self.at.index(text.len());
        match self.kind {
            EditKind::OtherCase => {
                text[at] ^= if text[at].is_ascii_alphabetic() { 0x20 } else { 0 }
            }
            EditKind::OtherAlphabet => text.iter_mut().for_each(|byte| *byte = other_digit(*byte)),
            EditKind::NextDigit => {
                // Of the last digit before the padding: some of its bits may belong to no byte.
                let last = text.iter().rposition(|byte| *byte != b'=').unwrap_or_default();
                text[last] = text[last].wrapping_add(1);
            }
            EditKind::Drop => drop(text.remove(at)),
            EditKind::Insert(byte) => text.insert(at, byte),
            EditKind::Pad => text.push(b'='),
            EditKind::Unpad => text.truncate(text.len() - usize::from(text.ends_with(b"="))),
        }
    }
}

fn other_digit(byte: u8) -> u8 {
    match byte {
        b'+' => b'-',
        b'/' => b'_',
        b'-' => b'+',
        b'_' => b'/',
        _ => byte,
    }
}
