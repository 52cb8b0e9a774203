//! Stream: bodies that come in chunks, one at a time, whatever else is called between them.

use countersign::wasm;
use countersign::{Code, Delivery, Rejection, Secret, Verification, sign};

use super::Visit;
use super::model::{Headers, expect, expect_verdict, headers, proven, ring, slices, verdict};
use crate::host::{self, TEXT_SIZE};

/// Most bytes of a body that is streamed: what is hashed twice takes its time.
const BODY_MAX: usize = 1 << 18;

/// A body under way.
pub(super) struct Task {
    pub(super) slot: u32,
    pub(super) kind: Kind,
    body: Vec<u8>,
}

pub(super) enum Kind {
    Verify { headers: Headers, secrets: Vec<Secret> },
    Sign { ms: u64, id: String, secrets: Vec<Secret> },
    Event { fields: bool, key: bool },
}

impl Visit<'_> {
    pub(super) fn verify_begin(&mut self) -> Option<()> {
        let slot = self.program.number()?;
        let answer = wasm::verify_begin(slot);
        let begun = self.slot(slot).and_then(|slot| {
            let (headers, secrets) = (headers(&slot.scheme), slot.secrets.clone());
            Verification::begin(&slices(&headers), &slot.scheme, &ring(&slot.scheme, &secrets))?;
            Ok(Kind::Verify { headers, secrets })
        });
        self.begun(slot, answer, begun);
        Some(())
    }

    pub(super) fn sign_begin(&mut self) -> Option<()> {
        let (slot, ms) = (self.program.number()?, self.program.time()?);
        let len = self.program.number()?;
        let id = host::text().get(..len as usize).map(<[u8]>::to_vec);
        let answer = wasm::sign_begin(slot, (ms >> 32) as u32, ms as u32, len);
        let begun = self.slot(slot).and_then(|slot| {
            let id = id.and_then(|id| String::from_utf8(id).ok()).ok_or(Code::OptionInvalid)?;
            sign(b"", &slot.scheme, &ring(&slot.scheme, &slot.secrets), ms, &id)?;
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
        match kind {
            Kind::Verify { headers, secrets } => {
                self.verify_finish(slot, &headers, &secrets, &body)
            }
            Kind::Sign { ms, id, secrets } => self.sign_finish(slot, ms, &id, &secrets, &body),
            Kind::Event { fields, key } => self.event_finish(slot, fields, key, &body),
        }
    }

    fn verify_finish(&mut self, slot: u32, began: &Headers, secrets: &[Secret], body: &[u8]) {
        let now = self.program.time().unwrap_or_default();
        let scheme = &self.slot(slot).expect("a closed slot has no task").scheme;
        let headers = headers(scheme);
        let wanted = verdict(scheme, secrets, &headers, body, now).map_err(Rejection::code);
        let answer = wasm::verify_finish((now >> 32) as u32, now as u32);
        if headers == *began {
            expect_verdict(answer, wanted);
        } else {
            // A host that changes the headers under way gets some verdict on what it did.
            let codes = Code::ALL.iter().filter(|code| code.status() == 401);
            let rejected = codes.map(|code| -i32::from(code.number())).any(|code| code == answer);
            assert!(rejected || (0..secrets.len()).any(|index| index as i32 == answer), "{answer}");
        }
    }

    fn sign_finish(&mut self, slot: u32, ms: u64, id: &str, secrets: &[Secret], body: &[u8]) {
        let answer = wasm::sign_finish();
        let scheme = &self.slot(slot).expect("a closed slot has no task").scheme;
        let headers = sign(body, scheme, &ring(scheme, secrets), ms, id).unwrap();
        let lines: String =
            headers.iter().map(|(name, value)| format!("{name}: {value}\n")).collect();
        if lines.len() > TEXT_SIZE {
            return expect(answer, Err(Code::SchemeInvalid));
        }
        expect(answer, Ok(lines.len()));
        assert_eq!(host::texts(1), [Some(lines)]);
        self.signed = headers.into_iter().map(|(name, value)| (name, value.into_bytes())).collect();
    }

    fn event_finish(&mut self, slot: u32, fields: bool, key: bool, body: &[u8]) {
        let scheme = &self.slot(slot).expect("a closed slot has no task").scheme;
        let headers = headers(scheme);
        let answer = wasm::event_finish();
        let headers = slices(&headers);
        let event = proven().event(&Delivery::new(&headers, body), scheme);
        let key = key.then_some(event.idempotency_key);
        let size =
            [&event.kind, &event.id, &key].into_iter().flatten().map(String::len).sum::<usize>();
        if size > TEXT_SIZE && answer != 0 {
            return expect(answer, Err(Code::SchemeInvalid));
        }
        expect(answer, Ok(0));
        let [kind, id, left_key] = host::texts(3).try_into().unwrap();
        if fields {
            assert_eq!((kind, id), (event.kind, event.id));
        } else {
            assert!(kind.is_none() || kind == event.kind);
            assert!(id.is_none() || id == event.id);
        }
        assert_eq!(left_key, key);
    }
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
