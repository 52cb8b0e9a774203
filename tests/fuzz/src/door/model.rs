//! Model: what the door should answer, from the same window and by the core's public front.

use countersign::json::Finder;
use countersign::scheme::{Place, Tolerance};
use countersign::{
    Code, Delivery, Endpoint, Proof, Rejection, Scheme, SchemeError, Secret, Verified,
};

use crate::host::{self, ABSENT};
use crate::wire;

pub type Headers = Vec<(String, Vec<u8>)>;

/// One slot, as the model keeps it.
pub struct Slot {
    pub scheme: Scheme,
    pub secrets: Vec<Held>,
    pub tolerance: Tolerance,
    pub max_event_age: Option<u32>,
}

/// A secret that was handed in.
#[derive(Clone)]
pub enum Held {
    Text(String),
    Key(Vec<u8>),
}

/// What a call that verifies is refused with: the verdict, or that there was nothing to verify.
#[derive(Debug)]
pub enum Refusal {
    Code(Code),
    Rejection(Rejection),
}

impl Refusal {
    pub fn code(self) -> Code {
        match self {
            Self::Code(code) => code,
            Self::Rejection(rejection) => rejection.code(),
        }
    }
}

impl From<Code> for Refusal {
    fn from(code: Code) -> Self {
        Self::Code(code)
    }
}

impl From<Rejection> for Refusal {
    fn from(rejection: Rejection) -> Self {
        Self::Rejection(rejection)
    }
}

#[track_caller]
pub fn expect(answer: i32, wanted: Result<usize, Code>) {
    let wanted = match wanted {
        Ok(number) => i32::try_from(number).unwrap(),
        Err(code) => -i32::from(code.number()),
    };
    assert_eq!(answer, wanted);
}

/// The lengths tell the time of what was proven, and what exactly a delivery was refused for.
#[track_caller]
pub fn expect_verdict(answer: i32, wanted: Result<Proof, Refusal>) {
    let [first, second, third, fourth, ..] = *host::lengths();
    match wanted {
        Ok(proof) => {
            expect(answer, Ok(proof.secret_index));
            let ms = proof.timestamp_ms.and_then(|ms| u64::try_from(ms).ok());
            assert_eq!((first == 1).then(|| join(second, third)), ms);
        }
        Err(Refusal::Code(code)) => expect(answer, Err(code)),
        Err(Refusal::Rejection(rejection)) => {
            expect(answer, Err(rejection.code()));
            let header = rejection.header().map_or(ABSENT, |index| u32::try_from(index).unwrap());
            assert_eq!((first, second), (u32::from(rejection.detail().number()), header));
            assert_eq!(join(third, fourth), rejection.distance_ms());
        }
    }
}

fn join(high: u32, low: u32) -> u64 {
    u64::from(high) << 32 | u64::from(low)
}

/// The number of a scheme's problem is left where the host looks for it.
pub fn told(problem: Option<SchemeError>) {
    assert!(problem.is_none_or(|problem| host::lengths()[0] == u32::from(problem.number())));
}

/// What the window holds as a scheme, or its problem; of a length beyond the window there is none.
pub fn scheme_in_window(len: u32) -> Result<Scheme, Option<SchemeError>> {
    wire::read(host::text().get(..len as usize).ok_or(None)?).map_err(Some)
}

/// The headers in the window, by name.
pub fn headers(scheme: &Scheme) -> Headers {
    let arrived = scheme.headers().iter().zip(host::values());
    arrived.filter_map(|(row, value)| Some((row.name.clone(), value?))).collect()
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

/// Leaves the headers that a scheme reads, in its reading order.
pub fn place_headers<V: AsRef<[u8]>>(scheme: &Scheme, headers: &[(String, V)]) {
    let value = |name: &str| {
        let (_, value) = headers.iter().find(|(other, _)| other == name)?;
        Some(value.as_ref())
    };
    place(&scheme.headers().iter().map(|row| value(&row.name)).collect::<Vec<_>>());
}

impl Slot {
    pub fn new(scheme: Scheme) -> Self {
        let tolerance = scheme.tolerance();
        Self { scheme, secrets: Vec::new(), tolerance, max_event_age: None }
    }

    /// An endpoint of the same secrets and limits.
    pub fn endpoint(&self) -> Endpoint {
        self.endpoint_with(&self.secrets)
    }

    /// An endpoint of the same limits. Where there is no secret yet, nothing is proven, as nothing is by
    /// a key that nobody signs with.
    pub fn endpoint_with(&self, secrets: &[Held]) -> Endpoint {
        let nobodys = [Held::Key(b"a key that nobody signs with".to_vec())];
        let secrets = if secrets.is_empty() { &nobodys } else { secrets };
        let endpoint = Endpoint::new(self.scheme.clone(), secrets.iter().map(Held::secret));
        let endpoint = endpoint.unwrap().with_tolerance(self.tolerance).unwrap();
        match self.max_event_age {
            Some(seconds) => endpoint.with_max_event_age(seconds).unwrap(),
            None => endpoint,
        }
    }

    pub fn add(&mut self, secret: Held) -> Result<(), Code> {
        if self.secrets.len() == countersign::SECRETS_MAX {
            return Err(Code::SecretInvalid);
        }
        Endpoint::new(self.scheme.clone(), [secret.secret()])?;
        self.secrets.push(secret);
        Ok(())
    }
}

impl Held {
    fn secret(&self) -> Secret<'_> {
        match self {
            Self::Text(text) => Secret::Text(text),
            Self::Key(key) => Secret::Key(key),
        }
    }
}

pub fn verdict(
    endpoint: &Endpoint,
    headers: &Headers,
    body: &[u8],
    now_ms: u64,
) -> Result<Proof, Refusal> {
    let verified = endpoint.verify(&Delivery::new(headers, body), now_ms);
    Ok(verified.as_ref().map(Verified::proof).map_err(|rejection| *rejection)?)
}

/// Type and id in a body with these headers, whether proven or not; the type only if it is wanted.
pub fn event(
    scheme: &Scheme,
    headers: &Headers,
    body: &[u8],
    with_type: bool,
) -> [Option<String>; 2] {
    let places = [scheme.event_type().filter(|_| with_type), scheme.event_id()];
    let paths = places.map(|place| match place {
        Some(Place::Body(path)) => Some(path.as_str()),
        _ => None,
    });
    let mut finder = Finder::new();
    finder.update(body, paths);
    let field = |index: usize| match places[index]? {
        Place::Body(_) => finder.found(index).map(String::from),
        Place::Header(name) => {
            let mut arrived = headers.iter().filter(|(other, _)| other.eq_ignore_ascii_case(name));
            String::from_utf8(arrived.next()?.1.clone()).ok()
        }
    };
    [field(0), field(1)]
}
