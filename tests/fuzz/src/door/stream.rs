//! Stream: bodies that come in chunks, one at a time, whatever else is called between them.

use countersign::scheme::Place;
use countersign::{Code, Delivery, Signing, wasm};

use super::Visit;
use super::model::{Headers, Held, Refusal, Slot, event, expect, expect_verdict, headers, verdict};
use crate::host::{self, TEXT_SIZE};
use crate::oracle;

/// Most bytes of a body that is streamed: what is hashed twice takes its time.
const BODY_MAX: usize = 1 << 18;

/// A body under way.
pub(super) struct Task {
    pub(super) slot: u32,
    pub(super) kind: Kind,
    body: Vec<u8>,
}

pub(super) enum Kind {
    /// Whether a limit to the event's age was set when it began.
    Verify {
        headers: Headers,
        secrets: Vec<Held>,
        is_limited: bool,
    },
    Sign {
        ms: u64,
        id: String,
        secrets: Vec<Held>,
    },
    Event {
        fields: bool,
        key: bool,
    },
}

impl Visit<'_> {
    pub(super) fn verify_begin(&mut self) -> Option<()> {
        let slot = self.program.number()?;
        // Before the call: a refusal is told in the lengths, over those of the headers.
        let begun = self.slot(slot).map_err(Into::into).and_then(|slot| {
            let headers = headers(&slot.scheme);
            slot.endpoint().begin(&Delivery::new(&headers, b""))?;
            let (secrets, is_limited) = (slot.secrets.clone(), slot.max_event_age.is_some());
            Ok(Kind::Verify { headers, secrets, is_limited })
        });
        let arrived = *host::lengths();
        let looked = wasm::verify_headers(slot);
        let told = std::mem::replace(host::lengths(), arrived);
        let answer = wasm::verify_begin(slot);
        assert_eq!(
            (looked, told),
            (answer, *host::lengths()),
            "headers alone are judged otherwise"
        );
        if let Err(Refusal::Rejection(rejection)) = begun {
            expect_verdict(answer, Err(rejection.into()));
        }
        self.begun(slot, answer, begun.map_err(Refusal::code));
        Some(())
    }

    pub(super) fn sign_begin(&mut self) -> Option<()> {
        let (slot, ms) = (self.program.number()?, self.program.time()?);
        let len = self.program.number()?;
        let id = host::text().get(..len as usize).map(<[u8]>::to_vec);
        let answer = wasm::sign_begin(slot, (ms >> 32) as u32, ms as u32, len);
        let begun = self.slot(slot).and_then(|slot| {
            let id = id.and_then(|id| String::from_utf8(id).ok()).ok_or(Code::OptionInvalid)?;
            slot.endpoint().sign(b"", &Signing::at(ms).with_id(&id))?;
            if slot.secrets.is_empty() {
                return Err(Code::SecretEmpty);
            }
            Ok(Kind::Sign { ms, id, secrets: slot.secrets.clone() })
        });
        self.begun(slot, answer, begun);
        Some(())
    }

    pub(super) fn event_begin(&mut self) -> Option<()> {
        let (slot, wanted) = (self.program.number()?, self.program.number()?);
        let answer = wasm::event_begin(slot, wanted);
        let (fields, key) = (wanted & 1 != 0, wanted & 2 != 0);
        let begun = self.slot(slot).map(|_| Kind::Event { fields, key });
        self.begun(slot, answer, begun);
        Some(())
    }

    /// What could not be begun leaves alone what was begun before.
    fn begun(&mut self, slot: u32, answer: i32, begun: Result<Kind, Code>) {
        expect(answer, begun.as_ref().map(|_| 0).map_err(|code| *code));
        if let Ok(kind) = begun {
            self.task = Some(Task { slot, kind, body: Vec::new() });
        }
    }

    pub(super) fn update(&mut self) -> Option<()> {
        let len = self.program.number()?;
        let Some(task) = &mut self.task else {
            wasm::update(len);
            return Some(());
        };
        let chunk = host::body().get(..len as usize).unwrap_or(host::body());
        if task.body.len() + chunk.len() <= BODY_MAX {
            task.body.extend_from_slice(chunk);
            wasm::update(len);
        }
        Some(())
    }

    /// Ends what was begun, by the call for it or by one for something else.
    pub(super) fn finish(&mut self, call: Option<u8>) {
        let task = self.task.take();
        let fits = task.as_ref().is_some_and(|task| Some(task.kind.number()) == call);
        if !fits {
            let answer = match call {
                Some(0) => wasm::verify_finish(0, 0),
                Some(1) => wasm::sign_finish(),
                _ => wasm::event_finish(),
            };
            return expect(answer, Err(Code::BodyNotRaw));
        }
        let Some(Task { slot, kind, body }) = task else { return };
        let slot = self.slots[slot as usize].as_ref().expect("a closed slot has no task");
        match kind {
            Kind::Verify { headers, secrets, is_limited } => {
                let now = self.program.time().unwrap_or_default();
                let is_same_limit = is_limited == slot.max_event_age.is_some();
                let began = Some(headers).filter(|_| is_same_limit);
                verify_finish(slot, began.as_ref(), &secrets, &body, now);
            }
            Kind::Sign { ms, id, secrets } => {
                if let Some(headers) = sign_finish(slot, ms, &id, &secrets, &body) {
                    self.signed = headers;
                }
            }
            Kind::Event { fields, key } => event_finish(slot, fields, key, &body),
        }
    }
}

/// `began` are the headers with which the verdict must be exact.
fn verify_finish(slot: &Slot, began: Option<&Headers>, secrets: &[Held], body: &[u8], now: u64) {
    let headers = headers(&slot.scheme);
    let wanted = verdict(&slot.endpoint_with(secrets), &headers, body, now);
    let answer = wasm::verify_finish((now >> 32) as u32, now as u32);
    if began == Some(&headers) {
        return expect_verdict(answer, wanted);
    }
    // A host that changes headers or limits under way gets some verdict on what it did.
    let codes = Code::ALL.iter().filter(|code| code.status() == 401);
    let rejected = codes.map(|code| -i32::from(code.number())).any(|code| code == answer);
    assert!(rejected || (0..secrets.len()).any(|index| index as i32 == answer), "{answer}");
}

/// Answers what was signed, where the window can hold it.
fn sign_finish(slot: &Slot, ms: u64, id: &str, secrets: &[Held], body: &[u8]) -> Option<Headers> {
    let answer = wasm::sign_finish();
    let signing = Signing::at(ms).with_id(id);
    let headers = slot.endpoint_with(secrets).sign(body, &signing).unwrap();
    let lines: String = headers.iter().map(|(name, value)| format!("{name}: {value}\n")).collect();
    if lines.len() > TEXT_SIZE {
        expect(answer, Err(Code::SchemeInvalid));
        return None;
    }
    expect(answer, Ok(lines.len()));
    assert_eq!(host::texts(1), [Some(lines)]);
    Some(headers.into_iter().map(|(name, value)| (name, value.into_bytes())).collect())
}

fn event_finish(slot: &Slot, fields: bool, key: bool, body: &[u8]) {
    let (scheme, headers) = (&slot.scheme, headers(&slot.scheme));
    let answer = wasm::event_finish();
    let [kind, id] = event(scheme, &headers, body, true);
    let key_of = |id: Option<String>| id.unwrap_or_else(|| oracle::body_hash(body));
    let wanted_key = key_of(id.clone());
    let size = [kind.as_ref(), id.as_ref(), key.then_some(&wanted_key)];
    if size.into_iter().flatten().map(String::len).sum::<usize>() > TEXT_SIZE && answer != 0 {
        return expect(answer, Err(Code::SchemeInvalid));
    }
    expect(answer, Ok(0));
    let [left_kind, left_id, left_key] = host::texts(3).try_into().unwrap();
    // In a body that is not JSON, the way to the type may end the search for the id.
    let [_, id_alone] = event(scheme, &headers, body, false);
    assert_eq!(left_key.is_some(), key);
    if fields {
        assert_eq!((left_kind, &left_id), (kind, &id));
    } else {
        assert!(left_kind.is_none() || left_kind == kind);
        assert!([&None, &id, &id_alone].contains(&&left_id));
    }
    // Without its signed id a delivery cannot have been proven, and no key of it means anything.
    let is_unproven = matches!(scheme.event_id(), Some(Place::Header(_))) && id.is_none();
    let is_key = |left| left == wanted_key || !fields && left == key_of(id_alone);
    assert!(is_unproven || left_key.is_none_or(is_key));
}

impl Kind {
    pub(super) fn number(&self) -> u8 {
        match self {
            Self::Verify { .. } => 0,
            Self::Sign { .. } => 1,
            Self::Event { .. } => 2,
        }
    }
}
