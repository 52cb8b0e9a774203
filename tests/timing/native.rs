//! Timing: how long the compare takes, and the walks around it. It judges nothing: `main.mjs` does.
//!
//! ```text
//! timing WORK ONE OTHER SAMPLES SEED > samples
//! ```
//! A sample is 32 bits: which of two classes in the highest, and nanoseconds. A chunk of inputs is drawn
//! and laid out, class by coin, before any of it is measured, so that neither place nor order tells one
//! class from the other.

extern crate alloc;

use std::env;
use std::hint::black_box;
use std::io::{self, Write};
use std::time::Instant;

use countersign::{Code, Delivery, Endpoint, Rejection, Signing, Verified, providers};
use subtle::ConstantTimeEq;

use crate::encoding::Encoding;
use crate::tag::Tag;

// The compare is nobody's to call but the crate's own; so here it is once more, from the same file.
#[allow(dead_code, clippy::pedantic)]
#[path = "../../src/encoding.rs"]
mod encoding;
#[allow(dead_code)]
#[path = "../../src/tag.rs"]
mod tag;

const TAG: usize = 32;
const NOW_MS: u64 = 1_763_700_000_000;
const KEYS: usize = 4;
/// Inputs that are laid out at once.
const CHUNK: usize = 256;
/// A compare takes as long as the clock: so many are one sample.
const COMPARES: usize = 16;
/// Samples that are thrown away: caches and predictors are cold.
const WARM_UP: usize = 10_000;

fn main() {
    let args: Vec<String> = env::args().skip(1).collect();
    let [work, one, other, samples, seed] = args.as_slice() else {
        panic!("timing WORK ONE OTHER SAMPLES SEED")
    };
    let classes = [Class::parse(one), Class::parse(other)];
    let samples: usize = samples.parse().expect("SAMPLES is a number");
    let mut random = Random(seed.parse().expect("SEED is a number"));
    let bench = Bench::new(classes.iter().any(|class| class.is_wide()));

    let mut taken = Vec::with_capacity(WARM_UP + samples + CHUNK);
    while taken.len() < WARM_UP + samples {
        let inputs: Vec<Input> = (0..CHUNK).map(|_| bench.draw(classes, &mut random)).collect();
        let times = bench.measure(work, &inputs);
        taken.extend(
            inputs.iter().zip(times).map(|(input, time)| u32::from(input.is_other) << 31 | time),
        );
    }
    let bytes: Vec<u8> =
        taken[WARM_UP..WARM_UP + samples].iter().flat_map(|sample| sample.to_le_bytes()).collect();
    io::stdout().write_all(&bytes).expect("somebody reads this");
}

/// What the signatures of a delivery are like.
#[derive(Clone, Copy, PartialEq)]
enum Class {
    /// One signature, wrong in its first byte only.
    First,
    /// One signature, wrong in its last byte only.
    Last,
    /// One signature, the right one.
    Right,
    /// Several signatures, of which one matches one of several keys.
    Fits { key: usize, place: usize },
}

impl Class {
    fn parse(name: &str) -> Self {
        match name {
            "first" => Self::First,
            "last" => Self::Last,
            "right" => Self::Right,
            "first-key" => Self::Fits { key: 0, place: 1 },
            "last-key" => Self::Fits { key: KEYS - 1, place: 1 },
            "first-place" => Self::Fits { key: 1, place: 0 },
            "last-place" => Self::Fits { key: 1, place: KEYS - 1 },
            _ => panic!("no such class: {name}"),
        }
    }

    fn is_wide(self) -> bool {
        matches!(self, Self::Fits { .. })
    }

    /// Whether the delivery is to be accepted, and by which key.
    fn verdict(self) -> Result<usize, Code> {
        match self {
            Self::Right => Ok(0),
            Self::Fits { key, .. } => Ok(key),
            _ => Err(Code::SignatureMismatch),
        }
    }
}

/// One delivery, laid out.
struct Input {
    is_other: bool,
    class: Class,
    body: [u8; 64],
    /// The tag that is right, and the one that is claimed.
    tags: [[u8; TAG]; 2],
    header: String,
}

struct Bench {
    endpoint: Endpoint,
    /// An endpoint for each of its secrets alone, to sign with.
    signers: Vec<Endpoint>,
}

impl Bench {
    fn new(is_wide: bool) -> Self {
        let scheme = providers::scheme("agentbot").expect("it is built in");
        let count = if is_wide { KEYS } else { 1 };
        let secrets: Vec<_> = (0..count).map(|key| format!("secret {key}")).collect();
        let open = |secrets: &[String]| {
            let secrets = secrets.iter().map(String::as_str);
            Endpoint::new(scheme.clone(), secrets).expect("there is a secret")
        };
        Self { endpoint: open(&secrets), signers: secrets.chunks(1).map(open).collect() }
    }

    /// Every delivery is a new one: of a few hundred, the processor's predictors learn the digits by
    /// heart, up to the wrong one.
    fn draw(&self, classes: [Class; 2], random: &mut Random) -> Input {
        let is_other = random.next() & 1 == 1;
        let class = classes[usize::from(is_other)];
        let body = random.bytes();
        let key = if let Class::Fits { key, .. } = class { key } else { 0 };
        let right = self.tag_of(key, &body);
        let claimed = spoilt(right, class, random);
        let header = match class {
            Class::Fits { place, .. } => {
                let mut several: [[u8; TAG]; KEYS] = core::array::from_fn(|_| random.bytes());
                several[place] = claimed;
                header(&several)
            }
            _ => header(&[claimed]),
        };
        Input { is_other, class, body, tags: [right, claimed], header }
    }

    fn tag_of(&self, key: usize, body: &[u8]) -> [u8; TAG] {
        let headers = self.signers[key].sign(body, &Signing::at(NOW_MS)).expect("it signs");
        let (_, hex) = headers[0].1.split_once("v1=").expect("there is a signature");
        let mut tag = [0; TAG];
        hex::decode_to_slice(hex, &mut tag).expect("it is hex");
        tag
    }

    fn measure(&self, work: &str, inputs: &[Input]) -> Vec<u32> {
        match work {
            "compare" => inputs.iter().map(compare).collect(),
            "finish" => self.finish(inputs),
            "verify" => inputs.iter().map(|input| self.verify(input)).collect(),
            "early-compare" => inputs.iter().map(early_compare).collect(),
            "early-verify" => inputs.iter().map(|input| self.early_verify(input)).collect(),
            _ => panic!("no such work: {work}"),
        }
    }

    /// From the end of the body to the verdict.
    fn finish(&self, inputs: &[Input]) -> Vec<u32> {
        let headers: Vec<_> = inputs.iter().map(|input| [input.header()]).collect();
        let begun = inputs.iter().zip(&headers).map(|(input, header)| {
            let delivery = Delivery::new(header, b"");
            let mut run = self.endpoint.begin(&delivery).expect("it is well-formed");
            run.update(&input.body);
            run
        });
        let begun: Vec<_> = begun.collect();
        let finished = begun.into_iter().zip(inputs).map(|(run, input)| {
            let (time, verdict) = timed(|| run.finish(NOW_MS));
            let index = verdict.map(|proof| proof.secret_index);
            assert_eq!(index.map_err(Rejection::code), input.class.verdict());
            time
        });
        finished.collect()
    }

    /// The whole walk.
    fn verify(&self, input: &Input) -> u32 {
        let headers = [input.header()];
        let delivery = Delivery::new(&headers, &input.body);
        let (time, verdict) = timed(|| self.endpoint.verify(&delivery, NOW_MS));
        let index = verdict.as_ref().map(Verified::secret_index);
        assert_eq!(index.map_err(|rejection| rejection.code()), input.class.verdict());
        time
    }

    /// The control: the same walk backwards, and an ordinary compare of two texts.
    fn early_verify(&self, input: &Input) -> u32 {
        let (time, equal) = timed(|| {
            let signed = self.endpoint.sign(&input.body, &Signing::at(NOW_MS)).expect("it signs");
            equal_until_wrong(signed[0].1.as_bytes(), input.header.as_bytes())
        });
        assert_eq!(equal, input.class.verdict().is_ok());
        time
    }
}

impl Input {
    fn header(&self) -> (&str, &[u8]) {
        ("X-Agentbot-Signature", self.header.as_bytes())
    }
}

/// The compare, as a `Choice` and without a verdict, for which somebody would have to branch.
fn compare(input: &Input) -> u32 {
    let [right, claimed] = input.tags.map(|bytes| Tag::from_mac(&bytes));
    let (time, ()) = timed(|| {
        for _ in 0..COMPARES {
            black_box(black_box(&right).ct_eq(black_box(&claimed)).unwrap_u8());
        }
    });
    time
}

/// The control: stops at the first wrong byte.
fn early_compare(input: &Input) -> u32 {
    let [right, claimed] = &input.tags;
    let (time, ()) = timed(|| {
        for _ in 0..COMPARES {
            black_box(equal_until_wrong(black_box(right), black_box(claimed)));
        }
    });
    time
}

fn equal_until_wrong(one: &[u8], other: &[u8]) -> bool {
    one.len() == other.len() && one.iter().zip(other).all(|(one, other)| one == other)
}

fn timed<T>(work: impl FnOnce() -> T) -> (u32, T) {
    let start = Instant::now();
    let outcome = black_box(work());
    let time = start.elapsed().as_nanos();
    (u32::try_from(time).unwrap_or(u32::MAX).min(u32::MAX >> 1), outcome)
}

/// A tag of which the class says what is wrong; what it is instead is drawn.
fn spoilt(mut tag: [u8; TAG], class: Class, random: &mut Random) -> [u8; TAG] {
    let wrong = match class {
        Class::First => 0..1,
        Class::Last => TAG - 1..TAG,
        Class::Right | Class::Fits { .. } => 0..0,
    };
    for byte in &mut tag[wrong] {
        *byte ^= (random.next() % 255) as u8 + 1;
    }
    tag
}

fn header(tags: &[[u8; TAG]]) -> String {
    let mut header = format!("t={}", NOW_MS / 1000);
    for tag in tags {
        header.push_str(",v1=");
        Encoding::Hex.encode(tag, &mut header);
    }
    header
}

/// The generator splitmix64: every run can be repeated.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ self.0 >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ mixed >> 31
    }

    fn bytes<const N: usize>(&mut self) -> [u8; N] {
        core::array::from_fn(|_| self.next() as u8)
    }
}
