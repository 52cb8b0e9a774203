//! The explainer: what it finds in the corpus of `tests/vectors/explain`, that of a forgery it finds
//! nothing, what a report may not hold, that its work is bounded, and that it judges as an endpoint does.
#![cfg(not(target_family = "wasm"))]

mod vectors;

mod redaction;

mod bounds;

mod forgeries;

mod splits;

mod limits;

#[path = "../corpus/scheme.rs"]
mod scheme;

#[path = "../properties/seeded.rs"]
mod seeded;

use countersign::explain::{Explanation, FindingCode, State};

use seeded::{holds, like};
use vectors::vectors;

#[test]
fn every_broken_delivery_gets_its_finding_first_and_every_attack_gets_none() {
    let (mut broken, mut attacks, mut problems) = (0, 0, Vec::new());
    for (vector, scheme, _) in vectors() {
        let explanation = vector.explained(&scheme);
        let got = explanation.findings.first().map(|finding| finding.code.name());
        match &vector.finding {
            Some(_) => broken += 1,
            None => attacks += 1,
        }
        let code = explanation.verdict.code.unwrap_or("verified");
        if got != vector.finding.as_deref() || code != vector.reason {
            let evidence = explanation.findings.first().map_or("", |finding| &finding.evidence);
            problems.push(format!(
                "{} {}: expected {} {:?}, got {code} {got:?} {evidence}",
                vector.id, vector.comment, vector.reason, vector.finding
            ));
        }
        if !explanation.work.complete {
            problems.push(format!("{} cost {:?}", vector.id, explanation.work));
        }
    }
    assert!(broken >= 80 && attacks >= 20, "{broken} broken, {attacks} attacks");
    assert!(problems.is_empty(), "{} of {broken}:\n{}", problems.len(), problems.join("\n"));
}

#[test]
fn the_corpus_has_a_delivery_for_every_code() {
    let mut first: Vec<String> =
        vectors().into_iter().filter_map(|(vector, _, _)| vector.finding).collect();
    first.sort();
    first.dedup();
    let mut codes: Vec<&str> = FindingCode::ALL.iter().map(|code| code.name()).collect();
    codes.sort_unstable();
    assert_eq!(first, codes);
}

#[test]
fn a_distance_in_time_alone_is_a_likeness_and_a_signature_that_fits_is_proven() {
    let mut likenesses = 0;
    for (vector, scheme, _) in vectors() {
        for finding in vector.explained(&scheme).findings {
            match finding.code {
                FindingCode::ClockZone | FindingCode::ClockRetry => {
                    likenesses += 1;
                    assert!(!finding.proven, "{}", vector.id);
                }
                FindingCode::ClockOld | FindingCode::ClockNew => {
                    assert!(finding.proven, "{}", vector.id);
                }
                _ => {}
            }
        }
    }
    assert!(likenesses >= 5, "only {likenesses}");
}

#[test]
fn a_weaker_hash_is_never_advised_without_a_word_on_it() {
    let (mut alone, mut others) = (0, 0);
    for (vector, scheme, _) in vectors().into_iter().filter(|(_, scheme, _)| !is_sha1(scheme)) {
        let findings = vector.explained(&scheme).findings;
        if vector.comment == "the header with SHA-1 alone came" {
            let codes: Vec<FindingCode> = findings.iter().map(|finding| finding.code).collect();
            assert_eq!(codes, [FindingCode::HeaderName]);
            assert!(!findings[0].proven);
            assert_eq!(
                findings[0].evidence,
                "`X-Hub-Signature-256` is missing, and `X-Hub-Signature` matches. It is signed with \
                 hmac-sha1, weaker than the hmac-sha256 of the scheme: ask for that."
            );
            alone += 1;
        }
        for finding in findings.iter().filter(|finding| finding.evidence.contains("sha1 matches")) {
            assert!(finding.evidence.contains("weaker"), "{}: {finding:?}", vector.id);
            others += 1;
        }
    }
    assert!(alone == 1 && others >= 9, "{alone} headers, {others} hashes");
}

fn is_sha1(scheme: &countersign::Scheme) -> bool {
    scheme.algorithm() == countersign::Algorithm::HmacSha1
}

#[test]
fn the_steps_end_where_the_verdict_says() {
    for (vector, scheme, _) in vectors() {
        let Explanation { steps, verdict, saw, .. } = vector.explained(&scheme);
        let failed: Vec<&str> =
            steps.iter().filter(|step| step.state == State::Failed).map(|step| step.name).collect();
        let expected = match verdict.code.unwrap() {
            "HEADER_MISSING" | "HEADER_REPEATED" => "headers",
            "SIGNATURE_MISMATCH" => "compare",
            "TIMESTAMP_TOO_OLD" | "TIMESTAMP_TOO_NEW" => "freshness",
            "SECRET_INVALID" => "secret",
            _ => "claim",
        };
        assert_eq!(failed, [expected], "{}", vector.id);
        if let Some(last) = saw.content.last() {
            let pieces = saw.content.iter().map(|piece| piece.end - piece.start).sum::<usize>();
            assert_eq!(last.end, pieces, "{}", vector.id);
            assert!(pieces >= vector.body_hex.len() / 2, "{}", vector.id);
        }
    }
}
