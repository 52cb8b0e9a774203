//! Usage: a scheme that was accepted signs and verifies, and what it signs is what another HMAC makes.

use countersign::scheme::{Place, TimestampSource, Tolerance, Unit};
use countersign::{Code, Delivery, Endpoint, Headers, Scheme, Secret, Signing, Verified, wasm};
use serde_json::json;

use crate::door::model;
use crate::members::Members;
use crate::{host, oracle, wire};

const KEY: &[u8] = b"the key that signs";

/// A scheme in use: one body, signed at one time.
pub struct Usage<'a> {
    scheme: &'a Scheme,
    ms: u64,
    body: Vec<u8>,
    /// The text of the time, where one can be written in the unit that the scheme counts.
    time: Option<String>,
}

impl<'a> Usage<'a> {
    /// A scheme that reads a time from the body gets a body that has one.
    pub fn new(scheme: &'a Scheme, ms: u64, body: &[u8]) -> Self {
        let rule = scheme.timestamp();
        let in_body = match rule.map(|rule| &rule.source) {
            Some(TimestampSource::Body(path)) => Some(path),
            _ => scheme.event_time().map(|time| &time.path),
        };
        let unit = rule.map(|rule| rule.unit).or(scheme.event_time().map(|time| time.unit));
        let time = oracle::time_text(ms, unit.unwrap_or(Unit::Seconds));
        let body = match (in_body, &time) {
            (Some(path), Some(time)) => dated(path, time),
            _ => body.to_vec(),
        };
        Self { scheme, ms, body, time }
    }

    pub fn holds(&self) {
        let mut endpoint = Endpoint::new(self.scheme.clone(), [Secret::Key(KEY)]).unwrap();
        let Some((id, headers)) = self.signed(&endpoint) else { return };
        self.is_true(&id, &headers);
        let has_event_time = self.scheme.event_time().is_some() && self.time.is_some();
        if has_event_time {
            endpoint = endpoint.with_max_event_age(0).unwrap();
        }
        let delivery = Delivery::new(&headers, &self.body);
        let now_ms = self.ms.min(i64::MAX as u64);
        let verified = endpoint.verify(&delivery, now_ms).expect("what was signed verifies");
        self.is_proven(&verified);
        self.is_read(&verified, &id);
        self.is_the_same_behind_the_door(&endpoint, &id, &headers);
    }

    /// Signs with the first id that may stand in this scheme's headers. `None` for a time that its
    /// headers cannot hold.
    fn signed(&self, endpoint: &Endpoint) -> Option<(String, Headers)> {
        // A fixed text may hold some of these, which then may not stand in front of it: none holds all.
        let ids = (b'!'..=b'~').filter(|byte| *byte != b',');
        for id in ids.map(|byte| char::from(byte).to_string()) {
            match endpoint.sign(&self.body, &Signing::at(self.ms).with_id(&id)) {
                Ok(headers) => return Some((id, headers)),
                Err(code) => assert_eq!(code, Code::OptionInvalid),
            }
        }
        assert!(self.scheme.timestamp().is_some(), "some id can be signed");
        assert_eq!(self.time, None, "a time that headers can hold is refused");
        None
    }

    /// The first header ends in the tag that another HMAC makes.
    fn is_true(&self, id: &str, headers: &Headers) {
        let time = self.time.clone().unwrap_or_default();
        let id = |_| id.as_bytes().to_vec();
        let content = oracle::content(self.scheme, time.as_bytes(), id, &self.body);
        let tag = oracle::tag(self.scheme.algorithm(), KEY, &content);
        let spelled = oracle::spell(self.scheme.encoding(), &tag);
        assert!(headers[0].1.ends_with(&spelled), "{headers:?} without {spelled}");
    }

    /// A host that passes the same fields through the door gets the same headers, and the same verdicts.
    fn is_the_same_behind_the_door(&self, endpoint: &Endpoint, id: &str, headers: &Headers) {
        let bytes = wire::write(&self.scheme.to_spec()).unwrap();
        if bytes.len() > wire::BYTES_MAX || self.body.len() > host::body().len() {
            return;
        }
        let slot = opened(wasm::open(host::write_text(&bytes)));
        assert_eq!(wasm::add_secret(slot, host::write_text(KEY), 1), 0);
        if let Some(seconds) = endpoint.max_event_age_seconds() {
            assert_eq!(wasm::set_max_event_age(slot, seconds), 0);
        }
        self.is_signed(slot, id, headers);
        for now_ms in self.moments() {
            self.is_judged(slot, endpoint, headers, now_ms);
        }
        wasm::close(slot);
    }

    fn is_signed(&self, slot: u32, id: &str, headers: &Headers) {
        let [high, low] = [(self.ms >> 32) as u32, self.ms as u32];
        assert_eq!(wasm::sign_begin(slot, high, low, host::write_text(id.as_bytes())), 0);
        wasm::update(host::write_body(&self.body));
        assert!(wasm::sign_finish() > 0);
        let lines = headers.iter().map(|(name, value)| format!("{name}: {value}\n")).collect();
        assert_eq!(host::texts(1), [Some(lines)]);
    }

    /// The moment of signing, and on each side the last that is fresh and the first that is not.
    fn moments(&self) -> Vec<u64> {
        let Tolerance { past_seconds, future_seconds } = self.scheme.tolerance();
        let [past, future] = [past_seconds, future_seconds].map(|limit| limit.unwrap_or(86_400));
        let [past, future] = [past, future].map(|seconds| u64::from(seconds) * 1000);
        let later = [past, past + 1000].map(|distance| self.ms.saturating_add(distance));
        let earlier = [future, future + 1000].map(|distance| self.ms.saturating_sub(distance));
        [self.ms].into_iter().chain(later).chain(earlier).collect()
    }

    fn is_judged(&self, slot: u32, endpoint: &Endpoint, headers: &Headers, now_ms: u64) {
        model::place_headers(self.scheme, headers);
        let len = host::write_body(&self.body);
        let answer = wasm::verify(slot, len, (now_ms >> 32) as u32, now_ms as u32);
        let verified = endpoint.verify(&Delivery::new(headers, &self.body), now_ms);
        let wanted = verified.as_ref().map(Verified::proof).map_err(|rejection| *rejection);
        model::expect_verdict(answer, wanted.map_err(Into::into));
    }

    fn is_proven(&self, verified: &Verified) {
        assert_eq!(verified.secret_index(), 0);
        assert_eq!(verified.body(), self.body);
        let wanted = self.scheme.timestamp().map(|rule| {
            let time = self.time.as_ref().expect("a time was signed");
            oracle::time_ms(time.as_bytes(), rule.unit).unwrap()
        });
        assert_eq!(verified.timestamp_ms(), wanted, "another time was read than was signed");
    }

    /// The event is what another reader finds; of a body that it does not read, nothing is known.
    fn is_read(&self, verified: &Verified, signed_id: &str) {
        let members = Members::of(&self.body);
        let event = verified.event();
        let wanted = |place: Option<&Place>| match place {
            None => Some(None),
            Some(Place::Header(_)) => Some(Some(signed_id.to_owned())),
            Some(Place::Body(path)) => Some(members.as_ref()?.at(path)),
        };
        for (place, found) in
            [(self.scheme.event_type(), &event.kind), (self.scheme.event_id(), &event.id)]
        {
            assert!(wanted(place).is_none_or(|wanted| wanted == *found), "{place:?}: {event:?}");
        }
        let key = event.id.unwrap_or_else(|| oracle::body_hash(&self.body));
        assert_eq!(event.idempotency_key, key);
    }
}

fn opened(answer: i32) -> u32 {
    u32::try_from(answer).expect("the door opens for every scheme")
}

/// A body with a time at a path: as a number where it can be one, and every other time as a string.
fn dated(path: &str, time: &str) -> Vec<u8> {
    let is_number = time.bytes().all(|byte| byte.is_ascii_digit()) && time.ends_with(['1', '3']);
    let time = if is_number { json!(time.parse::<u64>().unwrap()) } else { json!(time) };
    let body = path.rsplit('.').fold(time, |value, key| json!({ key: value }));
    serde_json::to_vec(&body).unwrap()
}
