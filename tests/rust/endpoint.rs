//! What an endpoint keeps together: its scheme, its limits, and the delivery that it proved.

use countersign::scheme::Tolerance;
use countersign::{
    Code, Delivery, Detail, EVENT_FUTURE_SECONDS, Endpoint, Scheme, Signing, Verified,
};
use serde_json::{Value, from_value, json};
use wasm_bindgen_test::wasm_bindgen_test;

const NOW_MS: u64 = 1_700_000_000_000;

/// An endpoint of a scheme that says this beside its name, its algorithm and its header.
fn endpoint(mut object: Value) -> Endpoint {
    object["name"] = json!("acme");
    object["algorithm"] = json!("hmac-sha256");
    object["signature"] = json!({ "header": "X-Sig" });
    let scheme: Scheme = from_value(object).unwrap();
    Endpoint::new(scheme, ["secret"]).unwrap()
}

/// The time of a header is signed: 5 s into the past, 6 s into the future.
fn timed() -> Endpoint {
    let tolerance = json!({ "past": 5, "future": 6 });
    let from = json!({ "header": "X-Time" });
    let timestamp = json!({ "from": from, "unit": "s", "toleranceSeconds": tolerance });
    endpoint(json!({ "content": "{timestamp}{body}", "timestamp": timestamp }))
}

/// The body tells a time.
fn told(unit: &str) -> Endpoint {
    endpoint(json!({ "eventTime": { "body": "data.ts", "unit": unit } }))
}

/// The code of the verdict on a genuine delivery of this body.
fn code(endpoint: &Endpoint, body: &str, now_ms: u64) -> Result<(), Code> {
    let headers = endpoint.sign(body.as_bytes(), &Signing::at(NOW_MS))?;
    endpoint.verify(&Delivery::new(&headers, body.as_bytes()), now_ms)?;
    Ok(())
}

#[wasm_bindgen_test(unsupported = test)]
fn a_tolerance_on_nothing_is_refused() {
    let each = |past_seconds, future_seconds| Tolerance { past_seconds, future_seconds };
    for tolerance in [Tolerance::both(300), each(Some(0), None), each(None, Some(9))] {
        for endpoint in [endpoint(json!({})), told("s")] {
            let got = endpoint.with_tolerance(tolerance).map(|_| ());
            assert_eq!(got, Err(Code::OptionInvalid), "{tolerance:?}");
        }
    }
    assert!(endpoint(json!({})).with_tolerance(Tolerance::default()).is_ok());
}

#[wasm_bindgen_test(unsupported = test)]
fn a_tolerance_replaces_that_of_the_scheme_in_both_directions() {
    let at = |endpoint: &Endpoint, after_s: i64| {
        code(endpoint, "{}", NOW_MS.checked_add_signed(after_s * 1000).unwrap())
    };
    let own = timed();
    assert_eq!((at(&own, 5), at(&own, 6)), (Ok(()), Err(Code::TimestampTooOld)));
    assert_eq!((at(&own, -6), at(&own, -7)), (Ok(()), Err(Code::TimestampTooNew)));
    let tolerance = Tolerance { past_seconds: Some(9), future_seconds: None };
    let other = timed().with_tolerance(tolerance).unwrap();
    assert_eq!(other.tolerance(), tolerance);
    assert_eq!((at(&other, 9), at(&other, 10)), (Ok(()), Err(Code::TimestampTooOld)));
    assert_eq!(at(&other, -1_000_000), Ok(()));
    let none = timed().with_tolerance(Tolerance::default()).unwrap();
    assert_eq!((at(&none, 1_000_000), at(&none, -1_000_000)), (Ok(()), Ok(())));
    assert_eq!(none.scheme().tolerance(), own.tolerance());
}

#[wasm_bindgen_test(unsupported = test)]
fn an_age_on_nothing_is_refused() {
    for endpoint in [endpoint(json!({})), timed()] {
        assert_eq!(endpoint.max_event_age_seconds(), None);
        assert_eq!(endpoint.with_max_event_age(300).map(|_| ()), Err(Code::OptionInvalid));
    }
    let endpoint = told("s").with_max_event_age(300).unwrap();
    assert_eq!(endpoint.max_event_age_seconds(), Some(300));
}

#[wasm_bindgen_test(unsupported = test)]
fn an_event_has_an_age_up_to_the_limit_and_five_minutes_of_future() {
    let body = format!(r#"{{"data":{{"ts":{NOW_MS}}}}}"#);
    let endpoint = told("ms").with_max_event_age(60).unwrap();
    let at = |after_ms: i64| code(&endpoint, &body, NOW_MS.checked_add_signed(after_ms).unwrap());
    let future_ms = i64::from(EVENT_FUTURE_SECONDS) * 1000;
    assert_eq!((at(60_000), at(60_001)), (Ok(()), Err(Code::TimestampTooOld)));
    assert_eq!((at(-future_ms), at(-future_ms - 1)), (Ok(()), Err(Code::TimestampTooNew)));
    // A time in seconds is compared in whole seconds.
    let body = format!(r#"{{"data":{{"ts":"{}"}}}}"#, NOW_MS / 1000);
    let endpoint = told("s").with_max_event_age(0).unwrap();
    let at = |after_ms| code(&endpoint, &body, NOW_MS + after_ms);
    assert_eq!((at(999), at(1000)), (Ok(()), Err(Code::TimestampTooOld)));
}

#[wasm_bindgen_test(unsupported = test)]
fn the_time_of_an_event_is_a_whole_number_or_its_digits_in_a_string() {
    let now = NOW_MS / 1000;
    let told = told("s").with_max_event_age(u32::MAX).unwrap();
    let at = |ts: &str| code(&told, &format!(r#"{{"data":{{"ts":{ts}}}}}"#), NOW_MS);
    for ts in
        [format!("{now}"), format!("\"{now}\""), format!(" {now}\n"), format!(r#"0,"ts":{now}"#)]
    {
        assert_eq!(at(&ts), Ok(()), "{ts}");
    }
    for ts in [
        "1.7e9",
        "1700000000.0",
        "1700000000.5",
        "-1700000000",
        "-0",
        "01700000000",
        "+1700000000",
        "\"\"",
        "\" 1700000000\"",
        "\"1700000000.5\"",
        "\"2023-11-14T22:13:20Z\"",
        "true",
        "null",
        "{}",
        "[1700000000]",
        r#"{"ts":1700000000}"#,
        "1700000000,\"ts\":null",
        "1700000000x",
        "\"",
        "9999999999999999",
    ] {
        assert_eq!(at(ts), Err(Code::TimestampMalformed), "{ts}");
    }
    for body in ["", "[]", "{}", r#"{"ts":1700000000}"#, r#"{"data.ts":1700000000}"#, "not json"] {
        assert_eq!(code(&told, body, NOW_MS), Err(Code::TimestampMalformed), "{body}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn the_date_of_an_event_is_written_as_in_a_header() {
    let told = told("rfc3339").with_max_event_age(60).unwrap();
    let at = |ts: &str| code(&told, &format!(r#"{{"data":{{"ts":{ts}}}}}"#), NOW_MS);
    assert_eq!(at("\"2023-11-14T22:13:20Z\""), Ok(()));
    assert_eq!(at("\"2023-11-14T23:12:20.000+01:00\""), Ok(()));
    assert_eq!(at("\"2023-11-14T23:12:19+01:00\""), Err(Code::TimestampTooOld));
    assert_eq!(at("1700000000"), Err(Code::TimestampMalformed));
}

#[wasm_bindgen_test(unsupported = test)]
fn the_time_of_an_event_counts_only_on_request_and_only_once_it_is_proven() {
    assert_eq!(code(&told("s"), "not json", NOW_MS), Ok(()));
    let asked = told("s").with_max_event_age(60).unwrap();
    let headers = asked.sign(b"{}", &Signing::at(NOW_MS)).unwrap();
    for body in ["", "{} ", r#"{"data":{"ts":0}}"#] {
        let verdict = asked.verify(&Delivery::new(&headers, body.as_bytes()), NOW_MS);
        assert_eq!(verdict.unwrap_err().detail(), Detail::Mismatch, "{body}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn the_time_of_an_event_is_not_a_signed_time() {
    let body = format!(r#"{{"data":{{"ts":{}}}}}"#, NOW_MS / 1000);
    for endpoint in [told("s"), told("s").with_max_event_age(60).unwrap()] {
        let headers = endpoint.sign(body.as_bytes(), &Signing::at(0)).unwrap();
        let delivery = Delivery::new(&headers, body.as_bytes());
        assert_eq!(endpoint.verify(&delivery, NOW_MS).unwrap().timestamp_ms(), None);
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn where_the_body_is_cut_changes_neither_proof_nor_refusal() {
    let body = format!(r#"{{"x":[{{"data":{{"ts":0}}}}],"data":{{"a":{{}},"ts":{NOW_MS}}}}}"#);
    for (seconds, now_ms) in [(60, NOW_MS + 60_000), (60, NOW_MS + 60_001), (60, 0)] {
        let endpoint = told("ms").with_max_event_age(seconds).unwrap();
        let headers = endpoint.sign(body.as_bytes(), &Signing::at(0)).unwrap();
        let whole = endpoint.verify(&Delivery::new(&headers, body.as_bytes()), now_ms);
        let whole = whole.map(|verified| verified.proof());
        for cut in 0..=body.len() {
            // What the delivery holds already is the beginning of the body.
            let (start, end) = body.as_bytes().split_at(cut);
            let mut verification = endpoint.begin(&Delivery::new(&headers, start)).unwrap();
            end.chunks(7).for_each(|chunk| verification.update(chunk));
            assert_eq!(verification.finish(now_ms), whole, "cut at {cut}");
        }
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn what_is_verified_holds_its_own_delivery() {
    let endpoint = endpoint(json!({ "content": "{header:X-Id}.{body}",
        "type": { "body": "event.type" }, "id": { "header": "x-id" } }));
    let signed =
        |body: &'static [u8], id| (endpoint.sign(body, &Signing::at(0).with_id(id)).unwrap(), body);
    let sent = [
        signed(br#"{"event":{"type":"a"}}"#, "msg_1"),
        signed(br#"{"event":{"type":"b"}}"#, "msg_2"),
    ];
    // The deliveries are gone when the events are read.
    let verified = sent
        .each_ref()
        .map(|(headers, body)| endpoint.verify(&Delivery::new(headers, body), 0).unwrap());
    assert_eq!(verified.each_ref().map(Verified::body), sent.each_ref().map(|(_, body)| *body));
    let [first, second] = verified.map(|one| one.event());
    assert_eq!((first.kind.as_deref(), first.id.as_deref()), (Some("a"), Some("msg_1")));
    assert_eq!((second.kind.as_deref(), second.id.as_deref()), (Some("b"), Some("msg_2")));
    assert_eq!((first.idempotency_key, second.idempotency_key), ("msg_1".into(), "msg_2".into()));
}

#[wasm_bindgen_test(unsupported = test)]
fn an_event_without_an_id_has_the_hash_of_its_body_as_key() {
    let endpoint = endpoint(json!({ "id": { "body": "data.id" }, "hints": ["X-Id"] }));
    let key = |body: &[u8]| {
        let mut headers = endpoint.sign(body, &Signing::at(0)).unwrap();
        headers.push(("X-Id".into(), "unsigned".into()));
        let event = endpoint.verify(&Delivery::new(&headers, body), 0).unwrap().event();
        (event.id, event.idempotency_key)
    };
    assert_eq!(key(br#"{"data":{"id":7}}"#), (Some("7".into()), "7".into()));
    // SHA-256 of `{}`.
    let hash = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";
    assert_eq!(key(b"{}"), (None, hash.into()));
}

#[wasm_bindgen_test(unsupported = test)]
fn a_delivery_takes_headers_as_they_are_held() {
    let endpoint = timed();
    let headers = endpoint.sign(b"{}", &Signing::at(NOW_MS)).unwrap();
    let texts: Vec<(&str, &str)> =
        headers.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let bytes: Vec<(String, Vec<u8>)> =
        headers.iter().map(|(name, value)| (name.clone(), value.clone().into_bytes())).collect();
    for delivery in [
        Delivery::new(&headers, b"{}"),
        Delivery::new(&texts, b"{}"),
        Delivery::new(&bytes, b"{}"),
        Delivery::new(&headers, b"{}").with_request("POST", "/"),
    ] {
        let proof = endpoint.verify(&delivery, NOW_MS).unwrap().proof();
        assert_eq!((proof.secret_index, proof.timestamp_ms), (0, Some(1_700_000_000_000)));
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn an_endpoint_is_shared_by_threads() {
    fn shared<T: Send + Sync>(_: &T) {}
    shared(&timed());
}

#[wasm_bindgen_test(unsupported = test)]
fn a_log_holds_no_signature_and_no_body() {
    let endpoint = timed();
    let headers = endpoint.sign(b"the body", &Signing::at(NOW_MS)).unwrap();
    let delivery = Delivery::new(&headers, b"the body");
    let verified = endpoint.verify(&delivery, NOW_MS).unwrap();
    let begun = endpoint.begin(&delivery).unwrap();
    let (_, signature) = headers.iter().find(|(name, _)| name == "X-Sig").unwrap();
    for secret in ["the body", signature] {
        let bytes = format!("{:?}", secret.as_bytes());
        for log in [format!("{delivery:?}"), format!("{verified:?}"), format!("{begun:?}")] {
            assert!(!log.contains(secret) && !log.contains(&bytes), "{log}");
        }
    }
}
