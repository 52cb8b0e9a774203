//! Answers that others published, through the same walk that deliveries take: an endpoint signs with the
//! tag, and accepts it and nothing near it.
//!
//! The RFCs and Wycheproof count truncated tags among their valid ones. No scheme here truncates, and a
//! shorter tag is easier to guess, so each of them is refused.
#![cfg(not(target_family = "wasm"))]

use countersign::{
    Algorithm, Code, Delivery, Encoding, Endpoint, Rejection, SECRET_BYTES_MAX, Scheme, SchemeSpec,
    Secret, Signing,
};
use serde::Deserialize;
use wycheproof::TestResult;
use wycheproof::mac::{TestName, TestSet};

/// Where the body is cut when it comes in chunks: odd sizes, and around the blocks of the hashes.
const CHUNKS: &[usize] = &[1, 3, 7, 63, 65, 127];

type Verdict = Result<(), Code>;

const MALFORMED: Verdict = Err(Code::SignatureMalformed);
const MISMATCH: Verdict = Err(Code::SignatureMismatch);

/// A key, a body, and a tag that is right or wrong.
struct Answer {
    id: String,
    algorithm: Algorithm,
    key: Vec<u8>,
    body: Vec<u8>,
    tag: Vec<u8>,
    /// Whether the publisher calls the tag valid, at the length that it has.
    is_valid: bool,
}

/// What became of the answers of one algorithm.
#[derive(Debug, Default, PartialEq)]
struct Tally {
    /// The whole tag of this key and body.
    verified: usize,
    /// A whole tag of another key or body.
    mismatched: usize,
    /// The beginning of the right tag.
    truncated: usize,
    /// The beginning of a wrong tag.
    truncated_and_wrong: usize,
}

impl Tally {
    const fn add(&mut self, other: &Self) {
        self.verified += other.verified;
        self.mismatched += other.mismatched;
        self.truncated += other.truncated;
        self.truncated_and_wrong += other.truncated_and_wrong;
    }

    const fn total(&self) -> usize {
        self.verified + self.mismatched + self.truncated + self.truncated_and_wrong
    }
}

#[test]
fn rfc_2202_and_rfc_4231_are_answered() {
    const FILES: [&str; 2] =
        [include_str!("known-answers/rfc2202.json"), include_str!("known-answers/rfc4231.json")];
    let answers: Vec<Answer> = FILES.into_iter().flat_map(rfc_answers).collect();
    let tally = |algorithm| judge(answers.iter().filter(|answer| answer.algorithm == algorithm));
    assert_eq!(tally(Algorithm::HmacSha1), Tally { verified: 7, ..Tally::default() });
    for algorithm in [Algorithm::HmacSha256, Algorithm::HmacSha384, Algorithm::HmacSha512] {
        // Case 5 is the truncated one.
        let expected = Tally { verified: 6, truncated: 1, ..Tally::default() };
        assert_eq!(tally(algorithm), expected, "{algorithm:?}");
    }
    assert_eq!(answers.len(), 28);
    println!("measured: 25 tags of the RFCs verified, 3 truncated ones refused");
}

#[test]
fn every_case_of_wycheproof_is_answered() {
    let mut all = Tally::default();
    for (algorithm, name, total, truncated_and_wrong) in [
        (Algorithm::HmacSha1, TestName::HmacSha1, 170, 50),
        (Algorithm::HmacSha256, TestName::HmacSha256, 174, 54),
        (Algorithm::HmacSha384, TestName::HmacSha384, 174, 54),
        (Algorithm::HmacSha512, TestName::HmacSha512, 174, 54),
    ] {
        let answers = wycheproof_answers(algorithm, name);
        let tally = judge(&answers);
        let expected = Tally { verified: 33, mismatched: 54, truncated: 33, truncated_and_wrong };
        assert_eq!(tally, expected, "{algorithm:?}");
        assert_eq!((tally.total(), answers.len()), (total, total), "{algorithm:?}");
        all.add(&tally);
    }
    println!(
        "measured: {} cases of Wycheproof: {} verified, {} mismatched, {} truncated and refused",
        all.total(),
        all.verified,
        all.mismatched,
        all.truncated + all.truncated_and_wrong
    );
}

#[test]
fn no_published_key_is_refused_and_the_limits_have_their_codes() {
    let scheme = || Scheme::new(SchemeSpec::new("keys", Algorithm::HmacSha256, "X-Tag")).unwrap();
    let refused = |key: &[u8]| Endpoint::new(scheme(), [Secret::Key(key)]).map(|_| ());
    assert_eq!(refused(&[]), Err(Code::SecretEmpty));
    assert_eq!(refused(&[1; SECRET_BYTES_MAX]), Ok(()));
    assert_eq!(refused(&[1; SECRET_BYTES_MAX + 1]), Err(Code::SecretInvalid));
    let sets = [
        wycheproof_answers(Algorithm::HmacSha1, TestName::HmacSha1),
        wycheproof_answers(Algorithm::HmacSha256, TestName::HmacSha256),
        wycheproof_answers(Algorithm::HmacSha384, TestName::HmacSha384),
        wycheproof_answers(Algorithm::HmacSha512, TestName::HmacSha512),
    ];
    let lengths: Vec<usize> = sets.iter().flatten().map(|answer| answer.key.len()).collect();
    assert_eq!((lengths.iter().min(), lengths.iter().max()), (Some(&10), Some(&65)));
    assert!(sets.iter().flatten().all(|answer| refused(&answer.key).is_ok()));
}

fn rfc_answers(text: &str) -> Vec<Answer> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct File {
        _comment: String,
        answers: Vec<Facts>,
    }
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Facts {
        id: String,
        algorithm: String,
        key_hex: String,
        body_hex: String,
        tag_hex: String,
    }
    let file: File = serde_json::from_str(text).unwrap();
    let ready = |facts: Facts| Answer {
        algorithm: named(&facts.algorithm).expect(&facts.id),
        id: facts.id,
        key: hex::decode(facts.key_hex).unwrap(),
        body: hex::decode(facts.body_hex).unwrap(),
        tag: hex::decode(facts.tag_hex).unwrap(),
        is_valid: true,
    };
    file.answers.into_iter().map(ready).collect()
}

fn named(name: &str) -> Option<Algorithm> {
    let mut names = Algorithm::NAMES.iter();
    names.find(|(other, _)| *other == name).map(|(_, algorithm)| *algorithm)
}

fn wycheproof_answers(algorithm: Algorithm, name: TestName) -> Vec<Answer> {
    let set = TestSet::load(name).unwrap();
    let announced = set.number_of_tests;
    let tests = set.test_groups.into_iter().flat_map(|group| group.tests);
    let answers: Vec<Answer> = tests
        .map(|test| Answer {
            id: format!("wycheproof {algorithm:?} {} {}", test.tc_id, test.comment),
            algorithm,
            key: test.key.to_vec(),
            body: test.msg.to_vec(),
            tag: test.tag.to_vec(),
            is_valid: match test.result {
                TestResult::Valid => true,
                TestResult::Invalid => false,
                TestResult::Acceptable => panic!("{}: valid or not?", test.tc_id),
            },
        })
        .collect();
    assert_eq!(answers.len(), announced);
    answers
}

/// Judges each answer in every encoding, and counts each once.
fn judge<'a>(answers: impl IntoIterator<Item = &'a Answer>) -> Tally {
    let mut tally = Tally::default();
    for answer in answers {
        for (_, encoding) in Encoding::NAMES {
            Trial::new(answer, *encoding).judge();
        }
        let is_whole = answer.tag.len() == answer.algorithm.tag_len();
        *match (is_whole, answer.is_valid) {
            (true, true) => &mut tally.verified,
            (true, false) => &mut tally.mismatched,
            (false, true) => &mut tally.truncated,
            (false, false) => &mut tally.truncated_and_wrong,
        } += 1;
    }
    tally
}

/// One answer under a scheme that signs the body alone, in one encoding.
struct Trial<'a> {
    answer: &'a Answer,
    endpoint: Endpoint,
}

impl<'a> Trial<'a> {
    fn new(answer: &'a Answer, encoding: Encoding) -> Self {
        let mut spec = SchemeSpec::new("known-answers", answer.algorithm, "X-Tag");
        spec.signature.encoding = encoding;
        let secret = Secret::Key(&answer.key);
        let endpoint = Endpoint::new(Scheme::new(spec).unwrap(), [secret]).expect(&answer.id);
        Self { answer, endpoint }
    }

    fn judge(&self) {
        let Answer { id, tag, is_valid, algorithm, .. } = self.answer;
        let signed = self.signed();
        let whole = decode(self.encoding(), &signed);
        assert_eq!(whole.len(), algorithm.tag_len(), "{id}");
        assert_eq!(whole.starts_with(tag), *is_valid, "{id}: {signed}");
        let verdict = if tag.len() < whole.len() {
            MALFORMED
        } else if *is_valid {
            Ok(())
        } else {
            MISMATCH
        };
        self.expect(tag, verdict);
        self.expect_in_chunks(tag, verdict);
        if verdict.is_ok() {
            self.refuses_what_is_near(tag);
        }
    }

    fn encoding(&self) -> Encoding {
        self.endpoint.scheme().encoding()
    }

    /// The text of the signature that the endpoint makes.
    fn signed(&self) -> String {
        let mut headers = self.endpoint.sign(&self.answer.body, &Signing::at(0)).unwrap();
        assert_eq!(headers.len(), 1);
        headers.remove(0).1
    }

    /// A bit off in any byte is another tag; a byte more or less is none.
    fn refuses_what_is_near(&self, tag: &[u8]) {
        for index in 0..tag.len() {
            let mut other = tag.to_vec();
            other[index] ^= 1 << (index % 8);
            self.expect(&other, MISMATCH);
            self.expect(&tag[..index], MALFORMED);
        }
        self.expect(&[tag, &[0]].concat(), MALFORMED);
    }

    #[track_caller]
    fn expect(&self, tag: &[u8], wanted: Verdict) {
        let Answer { id, body, .. } = self.answer;
        let headers = [("X-Tag", encode(self.encoding(), tag))];
        let got = self.endpoint.verify(&Delivery::new(&headers, body), 0);
        let got = got.map(|_| ()).map_err(Rejection::code);
        assert_eq!(got, wanted, "{id}: {}", headers[0].1);
    }

    /// The same verdict when the body comes in chunks. A header that is refused asks for no body.
    fn expect_in_chunks(&self, tag: &[u8], wanted: Verdict) {
        let Answer { id, body, .. } = self.answer;
        let headers = [("X-Tag", encode(self.encoding(), tag))];
        for size in CHUNKS {
            let streamed = self.endpoint.begin(&Delivery::new(&headers, b""));
            let got = streamed.and_then(|mut verification| {
                body.chunks(*size).for_each(|chunk| verification.update(chunk));
                verification.finish(0)
            });
            let got = got.map(|_| ()).map_err(Rejection::code);
            assert_eq!(got, wanted, "{id}: {} in chunks of {size}", headers[0].1);
        }
    }
}

/// The encodings, by a library of others.
fn library(encoding: Encoding) -> data_encoding::Encoding {
    match encoding {
        Encoding::Hex => data_encoding::HEXLOWER,
        Encoding::HexAnyCase => data_encoding::HEXUPPER,
        Encoding::Base64 => data_encoding::BASE64,
        Encoding::Base64Url => data_encoding::BASE64URL_NOPAD,
    }
}

fn encode(encoding: Encoding, tag: &[u8]) -> String {
    library(encoding).encode(tag)
}

fn decode(encoding: Encoding, text: &str) -> Vec<u8> {
    library(encoding).decode(text.as_bytes()).unwrap()
}
