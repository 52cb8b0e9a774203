//! Door: any sequence of calls with any numbers on any content of the window, as a host could make
//! them, against a model that keeps its own books and asks the core by its public front.
//!
//! An input is a program: a byte that picks a step, then its operands; see [`program`].

mod model;
mod program;
mod stream;

use countersign::wasm;
use countersign::{Code, Scheme, Secret};

use crate::host::{self, ABSENT, LENGTHS};
use model::{Headers, expect, expect_verdict, headers, place, scheme_in_window, told, verdict};
use program::Program;
use stream::Task;

/// Enough for every call on several slots; longer programs only repeat themselves.
const STEPS_MAX: usize = 96;

pub fn door(data: &[u8]) {
    let mut visit = Visit { program: Program(data), ..Visit::default() };
    for _ in 0..STEPS_MAX {
        if visit.step().is_none() {
            break;
        }
    }
    visit.leave();
}

/// One slot, as the model keeps it.
struct Slot {
    scheme: Scheme,
    secrets: Vec<Secret>,
}

#[derive(Default)]
struct Visit<'p> {
    program: Program<'p>,
    slots: Vec<Option<Slot>>,
    task: Option<Task>,
    /// What was signed last: names and values.
    signed: Headers,
}

impl Visit<'_> {
    /// Takes one step; `None` at the end of the program.
    fn step(&mut self) -> Option<()> {
        match self.program.byte()? % 20 {
            0 | 1 => self.write_text()?,
            2 => self.write_length()?,
            3 => self.write_body()?,
            4 => self.write_values()?,
            5 => self.place_what_was_signed(),
            6 | 7 => self.open()?,
            8 => self.scheme_check()?,
            9 => self.header_names()?,
            10 => self.add_secret()?,
            11 => self.set_tolerance()?,
            12 => self.close()?,
            13 => self.verify()?,
            14 => self.verify_begin()?,
            15 => self.sign_begin()?,
            16 => self.event_begin()?,
            17 => self.update()?,
            18 => self.finish(self.task.as_ref().map(|task| task.kind.number())),
            _ => {
                let number = self.program.byte()?;
                self.finish(Some(number % 3));
            }
        }
        Some(())
    }

    fn write_text(&mut self) -> Option<()> {
        let text = self.program.text()?;
        host::text()[..text.len()].copy_from_slice(text);
        Some(())
    }

    fn write_length(&mut self) -> Option<()> {
        let place = usize::from(self.program.byte()?);
        host::lengths()[place % LENGTHS] = self.program.number()?;
        Some(())
    }

    fn write_body(&mut self) -> Option<()> {
        let text = self.program.text()?;
        host::body()[..text.len()].copy_from_slice(text);
        Some(())
    }

    /// Header values, as a well-behaved host leaves them.
    fn write_values(&mut self) -> Option<()> {
        let count = usize::from(self.program.byte()?) % (LENGTHS + 1);
        let values = (0..count).map(|_| self.program.text()).collect::<Option<Vec<_>>>()?;
        place(&values.into_iter().map(Some).collect::<Vec<_>>());
        Some(())
    }

    /// Header values as the last signing made them, in the reading order of any slot that has them.
    fn place_what_was_signed(&mut self) {
        let Some(slot) = self.slots.iter().flatten().find(|slot| {
            let mut names = slot.scheme.headers().map(|(name, _)| name);
            self.signed.first().is_some_and(|(first, _)| names.any(|name| name == first))
        }) else {
            return;
        };
        let value = |name| self.signed.iter().find(|(other, _)| other == name);
        let values =
            slot.scheme.headers().map(|(name, _)| value(name).map(|(_, value)| &value[..]));
        place(&values.collect::<Vec<_>>());
    }

    fn open(&mut self) -> Option<()> {
        let len = self.program.number()?;
        let wanted = scheme_in_window(len);
        let free = self.slots.iter().position(Option::is_none).unwrap_or(self.slots.len());
        expect(wasm::open(len), wanted.as_ref().map(|_| free).map_err(|(code, _)| *code));
        match wanted {
            Ok(scheme) => {
                let slot = Some(Slot { scheme, secrets: Vec::new() });
                match self.slots.get_mut(free) {
                    Some(place) => *place = slot,
                    None => self.slots.push(slot),
                }
            }
            Err((_, problem)) => told(problem),
        }
        Some(())
    }

    fn scheme_check(&mut self) -> Option<()> {
        let len = self.program.number()?;
        let wanted = scheme_in_window(len);
        let answer = wasm::scheme_check(len);
        expect(answer, wanted.as_ref().map(|_| len as usize).map_err(|(code, _)| *code));
        if let Err((_, problem)) = wanted {
            told(problem);
        }
        Some(())
    }

    fn header_names(&mut self) -> Option<()> {
        let slot = self.program.number()?;
        let answer = wasm::header_names(slot);
        let names = self.slot(slot).map(|slot| {
            slot.scheme.headers().map(|(name, _)| format!("{name}\n")).collect::<String>()
        });
        expect(answer, names.as_ref().map(String::len).map_err(|code| *code));
        if let Ok(names) = names {
            assert_eq!(host::texts(1), [Some(names)]);
        }
        Some(())
    }

    fn add_secret(&mut self) -> Option<()> {
        let (slot, len) = (self.program.number()?, self.program.number()?);
        let is_key = self.program.number()?;
        let bytes = host::text().get(..len as usize).map(<[u8]>::to_vec);
        let answer = wasm::add_secret(slot, len, is_key);
        assert!(host::text().iter().all(|byte| *byte == 0), "a secret is left in the window");
        let wanted = self.slot_mut(slot).and_then(|slot| {
            let bytes = bytes.ok_or(Code::SecretInvalid)?;
            let secret = if is_key != 0 {
                Secret::from_bytes(&bytes)?
            } else {
                let text = str::from_utf8(&bytes).map_err(|_| Code::SecretInvalid)?;
                Secret::parse(text, &slot.scheme)?
            };
            if slot.secrets.len() == countersign::SECRETS_MAX {
                return Err(Code::SecretInvalid);
            }
            slot.secrets.push(secret);
            Ok(0)
        });
        expect(answer, wanted);
        Some(())
    }

    fn set_tolerance(&mut self) -> Option<()> {
        let (slot, seconds) = (self.program.number()?, self.program.number()?);
        let answer = wasm::set_tolerance(slot, seconds);
        let wanted = self.slot_mut(slot).and_then(|slot| {
            let seconds = (seconds != ABSENT).then_some(seconds);
            let set = slot.scheme.set_tolerance_seconds(seconds);
            set.map(|()| 0).map_err(|_| Code::OptionInvalid)
        });
        expect(answer, wanted);
        Some(())
    }

    fn close(&mut self) -> Option<()> {
        let slot = self.program.number()?;
        wasm::close(slot);
        self.task.take_if(|task| task.slot == slot);
        if let Some(place) = self.slots.get_mut(slot as usize) {
            *place = None;
        }
        closed(slot);
        Some(())
    }

    fn verify(&mut self) -> Option<()> {
        let (slot, len) = (self.program.number()?, self.program.number()?);
        let now = self.program.time()?;
        let wanted = self.slot(slot).and_then(|slot| {
            let body = host::body().get(..len as usize).ok_or(Code::BodyNotRaw)?;
            Ok(verdict(&slot.scheme, &slot.secrets, &headers(&slot.scheme), body, now)?)
        });
        let answer = wasm::verify(slot, len, (now >> 32) as u32, now as u32);
        expect_verdict(answer, wanted);
        Some(())
    }

    fn slot(&self, slot: u32) -> Result<&Slot, Code> {
        self.slots.get(slot as usize).and_then(Option::as_ref).ok_or(Code::SecretEmpty)
    }

    fn slot_mut(&mut self, slot: u32) -> Result<&mut Slot, Code> {
        self.slots.get_mut(slot as usize).and_then(Option::as_mut).ok_or(Code::SecretEmpty)
    }

    /// Leaves the door as it was found: nothing open, nothing written.
    fn leave(self) {
        for slot in 0..self.slots.len() as u32 {
            wasm::close(slot);
            closed(slot);
        }
        expect(wasm::sign_finish(), Err(Code::BodyNotRaw));
        host::lengths().fill(0);
        host::text().fill(0);
        host::body().fill(0);
    }
}

/// Nothing works on a closed slot, and nothing is changed by the attempt.
fn closed(slot: u32) {
    let calls = [
        wasm::header_names(slot),
        wasm::set_tolerance(slot, 0),
        wasm::verify(slot, 0, 0, 0),
        wasm::verify_begin(slot),
        wasm::sign_begin(slot, 0, 0, 0),
        wasm::event_begin(slot, 3),
    ];
    calls.into_iter().for_each(|answer| expect(answer, Err(Code::SecretEmpty)));
}
