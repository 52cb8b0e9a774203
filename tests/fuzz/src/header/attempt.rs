//! Attempt: one delivery as the input describes it, and what must hold if it is verified or refused.

use countersign::scheme::{Role, TimestampSource, Tolerance, Unit};
use countersign::{Detail, EVENT_FUTURE_SECONDS, Encoding, Endpoint, Proof, Rejection, Scheme};

use crate::members::Members;
use crate::oracle;

pub const KEYS: [&[u8]; 2] = [b"the key that signs", b"the key before it"];
/// The limit of an endpoint that has one.
pub const MAX_EVENT_AGE_SECONDS: u32 = 300;
const EVENT_LIMITS: Tolerance = Tolerance {
    past_seconds: Some(MAX_EVENT_AGE_SECONDS),
    future_seconds: Some(EVENT_FUTURE_SECONDS),
};

/// One delivery, as the input describes it, and who receives it.
pub struct Attempt<'a> {
    pub endpoint: &'a Endpoint,
    /// What arrived, by place of the reading order.
    pub values: Vec<Vec<Vec<u8>>>,
    body: &'a [u8],
    now_ms: u64,
}

impl<'a> Attempt<'a> {
    pub fn read(
        endpoint: &'a Endpoint,
        now_ms: u64,
        time: &[u8],
        headers: &[u8],
        body: &'a [u8],
    ) -> Self {
        let scheme = endpoint.scheme();
        let count = scheme.headers().len();
        let mut attempt = Self { endpoint, values: vec![Vec::new(); count], body, now_ms };
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
        let [one, two] = KEYS.map(|key| oracle::tag(scheme.algorithm(), key, &content));
        let mut off = one.clone();
        *off.last_mut().unwrap() ^= 1;
        let signatures = [one, two, off].map(|tag| oracle::spell(scheme.encoding(), &tag));
        fill(&mut attempt.values, signatures.each_ref().map(|text| text.as_bytes()));
        attempt
    }

    fn scheme(&self) -> &'a Scheme {
        self.endpoint.scheme()
    }

    /// What arrived in one header, joined as HTTP joins it.
    fn value(&self, place: usize) -> Vec<u8> {
        self.values[place].join(b", ".as_slice())
    }

    fn content(&self, timestamp: &[u8]) -> Vec<u8> {
        oracle::content(self.scheme(), timestamp, |place| self.value(place), self.body)
    }

    /// Whether a signature header holds the tag that the matching key makes of a time that arrived.
    pub fn is_proven(&self, proof: Proof) -> bool {
        let (scheme, key) = (self.scheme(), KEYS[proof.secret_index]);
        let times = self.times(proof.timestamp_ms);
        let tags: Vec<String> = times
            .iter()
            .map(|time| oracle::tag(scheme.algorithm(), key, &self.content(time)))
            .map(|tag| oracle::spell(scheme.encoding(), &tag))
            .collect();
        let any_case = scheme.encoding() == Encoding::HexAnyCase;
        self.signature_headers().iter().any(|value| {
            let value = if any_case { value.to_ascii_uppercase() } else { value.clone() };
            tags.iter().any(|tag| value.windows(tag.len()).any(|part| part == tag.as_bytes()))
        })
    }

    /// The texts of a time that arrived and mean `ms`.
    fn times(&self, ms: Option<i64>) -> Vec<Vec<u8>> {
        let Some(rule) = self.scheme().timestamp() else { return vec![Vec::new()] };
        if let TimestampSource::Body(_) = rule.source {
            return vec![Vec::new()];
        }
        let is_meant = |text: &Vec<u8>| ms.is_some() && oracle::time_ms(text, rule.unit) == ms;
        self.time_texts(&rule.source).into_iter().filter(is_meant).collect()
    }

    /// Everything in the headers that could be the time.
    fn time_texts(&self, source: &TimestampSource) -> Vec<Vec<u8>> {
        match source {
            TimestampSource::Body(_) => Vec::new(),
            TimestampSource::Header(_) => self.headers_of(&Role::Timestamp),
            TimestampSource::Field => {
                let part = |byte: &u8| matches!(byte, b',' | b';' | b'=' | b' ');
                let headers = self.signature_headers();
                headers.iter().flat_map(|value| value.split(part).map(<[u8]>::to_vec)).collect()
            }
        }
    }

    fn signature_headers(&self) -> Vec<Vec<u8>> {
        self.headers_of(&Role::Signature)
    }

    fn headers_of(&self, role: &Role) -> Vec<Vec<u8>> {
        let rows = self.scheme().headers().iter().enumerate();
        rows.filter(|(_, row)| row.role == *role).map(|(place, _)| self.value(place)).collect()
    }

    pub fn is_fresh(&self, proof: Proof) -> bool {
        match (self.scheme().timestamp(), proof.timestamp_ms) {
            (None, ms) => ms.is_none(),
            (Some(rule), Some(ms)) => oracle::is_fresh(rule.tolerance, rule.unit, ms, self.now_ms),
            (Some(_), None) => false,
        }
    }

    /// Whether a time that had to stand in the body stands there; nothing is known of a body that
    /// serde_json does not read.
    pub fn is_told(&self, proof: Proof) -> bool {
        let Some(members) = Members::of(self.body) else { return true };
        let told = |path, unit| oracle::time_ms(members.at(path)?.as_bytes(), unit);
        match (self.scheme().timestamp(), self.scheme().event_time()) {
            (Some(rule), _) => match &rule.source {
                TimestampSource::Body(path) => told(path, rule.unit) == proof.timestamp_ms,
                _ => true,
            },
            (None, Some(time)) if self.endpoint.max_event_age_seconds().is_some() => {
                let is_fresh = |ms| oracle::is_fresh(EVENT_LIMITS, time.unit, ms, self.now_ms);
                told(&time.path, time.unit).is_some_and(is_fresh)
            }
            _ => true,
        }
    }

    /// Whether the header that a refusal names did what it is refused for; whether it named none, where
    /// none did anything.
    pub fn is_about_a_header(&self, rejection: Rejection) -> bool {
        let Some(index) = rejection.header() else { return !is_of_a_header(rejection.detail()) };
        let Some(row) = self.scheme().headers().get(index) else { return false };
        let arrived = |place: usize| !self.values[place].is_empty();
        let mut rows = self.scheme().headers().iter().enumerate();
        match (rejection.detail(), &row.role) {
            (Detail::HeaderMissing, Role::Signature) => {
                !rows.any(|(place, row)| row.role == Role::Signature && arrived(place))
            }
            (Detail::HeaderMissing, _) => !arrived(index),
            (Detail::RequiredValue, Role::Required(wanted)) => {
                arrived(index) && self.value(index) != wanted.as_bytes()
            }
            (Detail::SignedHeader, role) => {
                arrived(index) && matches!(role, Role::Content | Role::Required(_))
            }
            (Detail::Ambiguous, role) => arrived(index) && *role == Role::Content,
            (Detail::TimestampForm | Detail::TimestampDigits, role) => {
                arrived(index) && matches!(role, Role::Timestamp | Role::Signature)
            }
            (Detail::HeaderRepeated, _) => arrived(index),
            (detail, role) => arrived(index) && is_of_a_header(detail) && *role == Role::Signature,
        }
    }

    /// Whether a refusal for a time tells how far one that arrived lies beyond its limit.
    pub fn is_about_a_time(&self, rejection: Rejection) -> bool {
        let (limits, is_old) = match rejection.detail() {
            Detail::SignedTooOld => (self.scheme().tolerance(), true),
            Detail::SignedTooNew => (self.scheme().tolerance(), false),
            Detail::EventTooOld => (EVENT_LIMITS, true),
            Detail::EventTooNew => (EVENT_LIMITS, false),
            _ => return rejection.distance_ms() == 0,
        };
        let Some((unit, times)) = self.known_times() else { return true };
        times.iter().any(|ms| {
            let age_ms = oracle::age_ms(unit, *ms, self.now_ms);
            let distance_ms = if is_old { age_ms } else { -age_ms };
            let is_told = distance_ms.min(i64::MAX.into()) == i128::from(rejection.distance_ms());
            is_told && !oracle::is_fresh(limits, unit, *ms, self.now_ms)
        })
    }

    /// Every time that arrived; `None` where it stands in a body that serde_json does not read.
    fn known_times(&self) -> Option<(Unit, Vec<i64>)> {
        let told = |path: &str| Some(Members::of(self.body)?.at(path).map(String::into_bytes));
        let (unit, texts) = match (self.scheme().timestamp(), self.scheme().event_time()) {
            (Some(rule), _) => match &rule.source {
                TimestampSource::Body(path) => (rule.unit, told(path)?.into_iter().collect()),
                source => (rule.unit, self.time_texts(source)),
            },
            (None, Some(time)) => (time.unit, told(&time.path)?.into_iter().collect()),
            (None, None) => (Unit::Seconds, Vec::new()),
        };
        Some((unit, texts.iter().filter_map(|text| oracle::time_ms(text, unit)).collect()))
    }
}

/// Whether a header is named for it: the others are about the signature itself, or a proven time.
fn is_of_a_header(detail: Detail) -> bool {
    use Detail::{BodyTime, EventTooNew, EventTooOld, Mismatch, SignedTooNew, SignedTooOld};
    !matches!(detail, Mismatch | BodyTime | SignedTooOld | SignedTooNew | EventTooOld | EventTooNew)
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
