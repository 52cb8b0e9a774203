//! Limits: an explanation judges as an endpoint with the same limits does, in the same words.

use countersign::explain::{Case, Explanation, FindingCode, State, explain};
use countersign::scheme::Tolerance;
use countersign::{Delivery, Endpoint, Scheme, Secret, Signing, providers};

use crate::vectors::vectors;

const NOW_MS: u64 = 1_700_000_000_000;
const SECRET: &str = "MDEyMzQ1Njc4OWFiY2RlZg==";

/// A genuine delivery of a built-in scheme, judged some seconds after it was signed.
fn explained(
    provider: &str,
    after_s: u64,
    tolerance: Option<Tolerance>,
    max_event_age_seconds: Option<u32>,
) -> Explanation {
    let scheme = providers::scheme(provider).unwrap();
    let body = format!(r#"{{"event":"a","data":{{}},"ts":{NOW_MS}}}"#);
    let endpoint = Endpoint::new(scheme.clone(), [SECRET]).unwrap();
    let headers = endpoint.sign(body.as_bytes(), &Signing::at(NOW_MS)).unwrap();
    let delivery = Delivery::new(&headers, body.as_bytes());
    let secrets = [Secret::Text(SECRET)];
    let case = Case::new(&scheme, &secrets, delivery, NOW_MS + after_s * 1000);
    explain(&Case { tolerance, max_event_age_seconds, ..case })
}

#[test]
fn the_verdict_is_that_of_an_endpoint_with_the_same_limits() {
    let mut judged = 0;
    for (vector, scheme, _) in vectors().into_iter().step_by(9) {
        let secrets: Vec<Secret> = vector.secrets.iter().map(|text| Secret::Text(text)).collect();
        let Ok(endpoint) = endpoint(&scheme, &secrets) else { continue };
        let (body, limits) = (vector.body(), endpoint.tolerance());
        let delivery = Delivery::new(&vector.headers, &body);
        let case = Case::new(&scheme, &secrets, delivery.clone(), vector.now);
        let max_event_age_seconds = endpoint.max_event_age_seconds();
        let verdict =
            explain(&Case { tolerance: Some(limits), max_event_age_seconds, ..case }).verdict;
        let got = endpoint.verify(&delivery, vector.now).map(|_| ()).map_err(|rejection| {
            let (code, detail) = (rejection.code().name(), rejection.detail().name());
            (Some(code), Some(detail), endpoint.sentence(rejection))
        });
        let told = (verdict.code, verdict.detail, verdict.sentence);
        assert_eq!(got, if verdict.ok { Ok(()) } else { Err(told) }, "{}", vector.id);
        judged += 1;
    }
    assert!(judged > 80, "only {judged}");
}

/// An endpoint with every limit that its scheme allows.
fn endpoint(scheme: &Scheme, secrets: &[Secret]) -> Result<Endpoint, countersign::Code> {
    let mut endpoint = Endpoint::new(scheme.clone(), secrets.iter().copied())?;
    if scheme.timestamp().is_some() {
        endpoint = endpoint.with_tolerance(Tolerance::both(7))?;
    }
    if scheme.event_time().is_some() {
        endpoint = endpoint.with_max_event_age(7)?;
    }
    Ok(endpoint)
}

#[test]
fn a_tolerance_of_the_receiver_replaces_that_of_the_scheme() {
    let code = |tolerance| explained("agentbot", 400, tolerance, None).verdict.code;
    assert_eq!(code(None), Some("TIMESTAMP_TOO_OLD"));
    assert_eq!(code(Some(Tolerance::both(400))), None);
    assert_eq!(code(Some(Tolerance::both(399))), Some("TIMESTAMP_TOO_OLD"));
    assert_eq!(code(Some(Tolerance::default())), None);
}

#[test]
fn an_event_that_is_too_old_ends_at_freshness_and_is_found() {
    assert!(explained("bookbag", 400, None, None).verdict.ok);
    assert!(explained("bookbag", 400, None, Some(400)).verdict.ok);
    let Explanation { verdict, steps, findings, .. } = explained("bookbag", 400, None, Some(399));
    assert_eq!((verdict.code, verdict.detail), (Some("TIMESTAMP_TOO_OLD"), Some("event-too-old")));
    assert_eq!(verdict.sentence, "The body's ts is 400 s ago; maxEventAgeSeconds allows 399 s.");
    let failed = steps.iter().filter(|step| step.state == State::Failed).map(|step| step.name);
    assert_eq!(failed.collect::<Vec<_>>(), ["freshness"]);
    let found = findings.iter().find(|finding| finding.code == FindingCode::ClockOld);
    assert!(found.is_some_and(|finding| finding.proven), "{findings:?}");
}
