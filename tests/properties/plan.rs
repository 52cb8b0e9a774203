//! Plan: a scheme, a key, a body, a time and an id: what it takes to send a delivery.

use std::fmt;
use std::sync::LazyLock;

use chrono::{DateTime, SecondsFormat};
use countersign::scheme::{HEADER_BYTES_MAX, Part, Role, TimestampRule, TimestampSource, Unit};
use countersign::{Code, Delivery, Endpoint, Proof, Rejection, Scheme, Secret, Signing, providers};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::corpus::{FILES, vectors_of};
use crate::joints::{could_end_elsewhere, digits_of_time};
use crate::like;
use crate::recipes::recipes;

/// What it takes to send a delivery.
#[derive(Clone)]
pub struct Plan {
    pub scheme: Scheme,
    pub key: Vec<u8>,
    pub body: Vec<u8>,
    pub time_ms: u64,
    pub id: String,
}

/// A delivery on its way. No two of its headers have one name.
#[derive(Clone)]
pub struct Sent {
    pub plan: Plan,
    pub headers: Vec<(String, Vec<u8>)>,
    pub body: Vec<u8>,
}

impl Plan {
    pub fn endpoint(&self) -> Endpoint {
        Endpoint::new(self.scheme.clone(), [Secret::Key(&self.key)]).unwrap()
    }

    pub fn signing(&self) -> Signing<'_> {
        Signing::at(self.time_ms).with_id(&self.id)
    }

    pub fn sign(&self) -> Result<Sent, Code> {
        let headers = self.endpoint().sign(&self.body, &self.signing())?;
        let headers = headers.into_iter().map(|(name, value)| (name, value.into_bytes()));
        Ok(Sent { plan: self.clone(), headers: headers.collect(), body: self.body.clone() })
    }

    /// Whether the headers of this scheme can carry the time and the id, by the rules of its model.
    pub fn can_be_sent(&self) -> bool {
        let time_fits = match self.scheme.timestamp().map(|rule| rule.unit) {
            None => true,
            Some(Unit::Seconds) => self.time_ms / 1000 <= 999_999_999_999_999,
            Some(Unit::Milliseconds) => self.time_ms <= 999_999_999_999_999,
            Some(Unit::Rfc3339) => self.time_ms <= RFC3339_MS_MAX,
        };
        let is_visible = |byte: u8| (0x21..=0x7e).contains(&byte) && byte != b',';
        let is_plain =
            (1..=HEADER_BYTES_MAX).contains(&self.id.len()) && self.id.bytes().all(is_visible);
        let mut rows = self.scheme.headers().iter().enumerate();
        let ids_fit = rows.all(|(index, row)| {
            row.role != Role::Content
                || (is_plain && !could_end_elsewhere(&self.scheme, index, &self.id))
        });
        time_fits && self.has_digits() && ids_fit
    }

    fn has_digits(&self) -> bool {
        let unit = self.scheme.timestamp().map_or(Unit::Seconds, |rule| rule.unit);
        digits_of_time(&self.scheme)
            .is_none_or(|digits| written(self.time_ms, unit).len() == digits)
    }

    /// The signed time as a receiver reads it.
    pub fn signed_ms(&self) -> Option<i64> {
        let unit = self.scheme.timestamp()?.unit;
        let ms = i64::try_from(self.time_ms).unwrap();
        Some(if unit == Unit::Seconds { ms - ms % 1000 } else { ms })
    }
}

impl Sent {
    pub fn verify(&self) -> Result<Proof, Rejection> {
        let (endpoint, delivery) = (self.plan.endpoint(), self.delivery());
        endpoint.verify(&delivery, self.plan.time_ms).map(|verified| verified.proof())
    }

    /// The code of the verdict.
    pub fn code(&self) -> Result<(), Code> {
        self.verify().map(|_| ()).map_err(Rejection::code)
    }

    /// The verdict when the body comes in chunks of these sizes, over and over.
    pub fn verify_in_chunks(&self, sizes: &[usize]) -> Result<Proof, Rejection> {
        let endpoint = self.plan.endpoint();
        let mut verification = endpoint.begin(&Delivery::new(&self.headers, b""))?;
        let mut rest = self.body.as_slice();
        for size in sizes.iter().cycle() {
            let (chunk, behind) = rest.split_at((*size).min(rest.len()));
            verification.update(chunk);
            rest = behind;
            if rest.is_empty() {
                break;
            }
        }
        verification.finish(self.plan.time_ms)
    }

    pub fn delivery(&self) -> Delivery<'_> {
        Delivery::new(&self.headers, &self.body)
    }
}

impl fmt::Debug for Plan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { scheme, key, body, time_ms, id } = self;
        let (key, body) = (hex::encode(key), body.escape_ascii());
        let scheme = serde_json::to_string(scheme).unwrap();
        write!(f, "\n{scheme}\nkey {key}\nbody \"{body}\"\ntime {time_ms}\nid {id:?}")
    }
}

impl fmt::Debug for Sent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.plan)?;
        for (name, value) in &self.headers {
            write!(f, "\n{name}: {}", value.escape_ascii())?;
        }
        write!(f, "\nsent body \"{}\"", self.body.escape_ascii())
    }
}

/// The last millisecond of the year 9999.
const RFC3339_MS_MAX: u64 = 253_402_300_799_999;

/// Every scheme that is built in, and every scheme of the corpus.
pub static KNOWN_SCHEMES: LazyLock<Vec<Scheme>> = LazyLock::new(|| {
    let built_in = providers::ALL.iter().map(|provider| Scheme::new((provider.scheme)()).unwrap());
    let mut schemes: Vec<Scheme> = built_in.collect();
    for vector in FILES.iter().flat_map(|(name, text)| vectors_of(name, text)) {
        let scheme = vector.endpoint.scheme();
        if schemes.iter().all(|other| other.name() != scheme.name()) {
            schemes.push(scheme.clone());
        }
    }
    schemes
});

/// Built-in ones, those of the corpus, and any other of the model.
pub fn schemes() -> impl Strategy<Value = Scheme> {
    prop_oneof![
        1 => select(KNOWN_SCHEMES.as_slice()),
        2 => recipes().prop_map(|recipe| recipe.scheme()),
    ]
}

/// Keys around the blocks of the hashes, and of any bytes.
pub fn keys() -> impl Strategy<Value = Vec<u8>> {
    let size = prop_oneof![4 => 1..=70_usize, 1 => 126..=131_usize, 1 => Just(4096_usize)];
    // Not of zeros or white space only, which anyone can guess.
    size.prop_flat_map(|size| vec(any::<u8>(), size))
        .prop_filter("guessable", |key| key.iter().any(u8::is_ascii_graphic))
}

/// Bodies that break whoever decodes, trims, replaces or re-serialises them.
pub fn bodies() -> impl Strategy<Value = Vec<u8>> {
    const NASTY: &[&[u8]] = &[
        b"",
        b" ",
        b"\n",
        b"\0",
        b"\xef\xbb\xbf{}",
        b"\xff\xfe",
        b"\xed\xa0\x80",
        b"\xf0\x9f\x98\x80\xcc\x81",
        b"{\"a\":1.0,\"a\":1e0,\"b\":12345678901234567890}",
        b"{ \"__proto__\" : null , \"\\u0061\" : \"$& $$ $1 %s\" }\r\n",
        b"{body}{timestamp}.{{",
        b"a=1&b=%20+",
    ];
    prop_oneof![
        select(NASTY).prop_map(<[u8]>::to_vec),
        vec(any::<u8>(), 0..=40),
        // Around the blocks of the hashes, with a timestamp and a dot in front or without.
        (40..=140_usize).prop_flat_map(|size| vec(any::<u8>(), size)),
        (select(NASTY), vec(any::<u8>(), 0..=300))
            .prop_map(|(nasty, more)| [nasty, &more].concat()),
    ]
}

/// Times that every unit can write.
pub fn times() -> impl Strategy<Value = u64> {
    const LAST: u64 = RFC3339_MS_MAX;
    const TURNS: &[u64] = &[0, 1, 999, 1000, 951_782_399_999, 4_107_542_400_000, LAST];
    prop_oneof![0..=LAST, 1_600_000_000_000..=1_900_000_000_000_u64, select(TURNS)]
}

/// Ids that every header can carry.
pub fn plain_ids() -> impl Strategy<Value = String> {
    prop_oneof![like("[a-zA-Z0-9_-]{1,40}"), like("[!-+\\--~]{1,20}"), like("[0-9]{1,12}")]
}

/// Plans that can be sent: a body that has to say the time says it.
pub fn plans() -> impl Strategy<Value = Plan> {
    (schemes(), keys(), bodies(), times(), plain_ids()).prop_map(
        |(scheme, key, body, time_ms, id)| {
            let body = timed(&scheme, body, time_ms);
            let mut plan = Plan { scheme, key, body, time_ms, id };
            if !plan.has_digits() {
                plan.time_ms = 1_600_000_000_000 + time_ms % 300_000_000_000;
            }
            if !plan.can_be_sent() {
                plan.id = carried(&plan.scheme);
            }
            assert!(plan.can_be_sent(), "{plan:?}");
            plan
        },
    )
}

/// A delivery of such a plan.
pub fn deliveries() -> impl Strategy<Value = Sent> {
    plans().prop_map(|plan| plan.sign().unwrap_or_else(|code| panic!("{code}: {plan:?}")))
}

/// The body, or one that says the time where this scheme looks for it.
pub fn timed(scheme: &Scheme, body: Vec<u8>, time_ms: u64) -> Vec<u8> {
    let Some(TimestampRule { source: TimestampSource::Body(path), unit, .. }) = scheme.timestamp()
    else {
        return body;
    };
    let nonsense = serde_json::to_string(&String::from_utf8_lossy(&body)).unwrap();
    let time = written(time_ms, *unit);
    let is_text = *unit == Unit::Rfc3339 || body.len().is_multiple_of(2);
    let quote = if is_text { "\"" } else { "" };
    let inside = format!("{quote}{time}{quote}\n");
    // On every floor, what is not the time stands around it.
    let object = path.rsplit('.').fold(inside, |inside, key| {
        let key = serde_json::to_string(key).unwrap();
        format!("{{\"\":[{nonsense},{{{key}:0}}], {key} :{inside}}}")
    });
    object.into_bytes()
}

/// The text of a time, as another library writes it.
pub fn written(time_ms: u64, unit: Unit) -> String {
    match unit {
        Unit::Seconds => (time_ms / 1000).to_string(),
        Unit::Milliseconds => time_ms.to_string(),
        Unit::Rfc3339 => DateTime::from_timestamp_millis(i64::try_from(time_ms).unwrap())
            .unwrap()
            .to_rfc3339_opts(SecondsFormat::Millis, true),
    }
}

/// An id of one letter that no fixed text of this scheme holds.
fn carried(scheme: &Scheme) -> String {
    let holds = |part: &Part, letter| matches!(part, Part::Literal(text) if text.contains(letter));
    let free = ('0'..='z').find(|letter| !scheme.content().iter().any(|part| holds(part, *letter)));
    free.unwrap().to_string()
}

/// The names of the headers that a scheme reads for one purpose.
pub fn names<'s>(scheme: &'s Scheme, wanted: &Role) -> Vec<&'s str> {
    let rows = scheme.headers().iter().filter(|row| row.role == *wanted);
    rows.map(|row| row.name.as_str()).collect()
}
