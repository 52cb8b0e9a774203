//! Door: any sequence of calls with any numbers on any content of the window, as a host could make
//! them, against a model that keeps its own books and asks the core by its public front.
//!
//! An input is a program: a byte that picks a step, then its operands; see [`program`].

pub mod model;
mod program;
mod stream;

use countersign::scheme::Tolerance;
use countersign::{Code, SchemeError, wasm};

use crate::host::{self, ABSENT, LENGTHS};
use model::{
    Headers, Held, Slot, expect, expect_verdict, headers, place, place_headers, scheme_in_window,
    told, verdict,
};
use program::Program;
use stream::Task;

/// Enough for every call on several slots; longer programs only repeat themselves.
const STEPS_MAX: usize = 96;
/// The version of exports, window and encoding that the model follows.
const ABI_VERSION: u32 = 1;

pub fn door(data: &[u8]) {
    assert_eq!(wasm::abi_version(), ABI_VERSION);
    let mut visit = Visit { program: Program(data), ..Visit::default() };
    for _ in 0..STEPS_MAX {
        if visit.step().is_none() {
            break;
        }
    }
    visit.leave();
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
        match self.program.byte()? % 21 {
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
            19 => {
                let number = self.program.byte()?;
                self.finish(Some(number % 3));
            }
            _ => self.set_max_event_age()?,
        }
        Some(())
    }

    fn write_text(&mut self) -> Option<()> {
        host::write_text(self.program.text()?);
        Some(())
    }

    fn write_length(&mut self) -> Option<()> {
        let place = usize::from(self.program.byte()?);
        host::lengths()[place % LENGTHS] = self.program.number()?;
        Some(())
    }

    fn write_body(&mut self) -> Option<()> {
        host::write_body(self.program.text()?);
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
        let slot = self.slots.iter().flatten().find(|slot| {
            let mut rows = slot.scheme.headers().iter();
            self.signed.first().is_some_and(|(first, _)| rows.any(|row| row.name == *first))
        });
        if let Some(slot) = slot {
            place_headers(&slot.scheme, &self.signed);
        }
    }

    fn open(&mut self) -> Option<()> {
        let len = self.program.number()?;
        let wanted = scheme_in_window(len);
        let answer = wasm::open(len);
        // Any place will do that is not open.
        let place = usize::try_from(answer).unwrap_or_default();
        expect_scheme(answer, place, wanted.as_ref().err());
        if let Ok(scheme) = wanted {
            if self.slots.len() <= place {
                self.slots.resize_with(place + 1, || None);
            }
            let before = self.slots[place].replace(Slot::new(scheme));
            assert!(before.is_none(), "slot {place} was open");
        }
        Some(())
    }

    fn scheme_check(&mut self) -> Option<()> {
        let len = self.program.number()?;
        let wanted = scheme_in_window(len);
        expect_scheme(wasm::scheme_check(len), len as usize, wanted.as_ref().err());
        Some(())
    }

    fn header_names(&mut self) -> Option<()> {
        let slot = self.program.number()?;
        let answer = wasm::header_names(slot);
        let names = self.slot(slot).map(|slot| {
            slot.scheme.headers().iter().map(|row| format!("{}\n", row.name)).collect::<String>()
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
            slot.add(if is_key != 0 {
                Held::Key(bytes)
            } else {
                Held::Text(String::from_utf8(bytes).map_err(|_| Code::SecretInvalid)?)
            })
        });
        expect(answer, wanted.map(|()| 0));
        Some(())
    }

    fn set_tolerance(&mut self) -> Option<()> {
        let slot = self.program.number()?;
        let [past, future] = [self.program.number()?, self.program.number()?];
        let answer = wasm::set_tolerance(slot, past, future);
        let limit = |seconds| (seconds != ABSENT).then_some(seconds);
        let tolerance = Tolerance { past_seconds: limit(past), future_seconds: limit(future) };
        let wanted = self.slot_mut(slot).and_then(|slot| {
            // A limit on a time that nobody signs would look like safety.
            if slot.scheme.timestamp().is_none() && tolerance != Tolerance::default() {
                return Err(Code::OptionInvalid);
            }
            slot.tolerance = tolerance;
            Ok(0)
        });
        expect(answer, wanted);
        Some(())
    }

    fn set_max_event_age(&mut self) -> Option<()> {
        let (slot, seconds) = (self.program.number()?, self.program.number()?);
        let answer = wasm::set_max_event_age(slot, seconds);
        let wanted = self.slot_mut(slot).and_then(|slot| {
            slot.scheme.event_time().ok_or(Code::OptionInvalid)?;
            slot.max_event_age = Some(seconds);
            Ok(0)
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
        let wanted = self.slot(slot).map_err(Into::into).and_then(|slot| {
            let body = host::body().get(..len as usize).ok_or(Code::BodyNotRaw)?;
            verdict(&slot.endpoint(), &headers(&slot.scheme), body, now)
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

#[track_caller]
fn expect_scheme(answer: i32, number: usize, problem: Option<&Option<SchemeError>>) {
    expect(answer, problem.map_or(Ok(number), |_| Err(Code::SchemeInvalid)));
    told(problem.copied().flatten());
}

/// Nothing works on a closed slot, and nothing is changed by the attempt.
fn closed(slot: u32) {
    let calls = [
        wasm::header_names(slot),
        wasm::set_tolerance(slot, 0, 0),
        wasm::set_max_event_age(slot, 0),
        wasm::verify(slot, 0, 0, 0),
        wasm::verify_headers(slot),
        wasm::verify_begin(slot),
        wasm::sign_begin(slot, 0, 0, 0),
        wasm::event_begin(slot, 3),
    ];
    calls.into_iter().for_each(|answer| expect(answer, Err(Code::SecretEmpty)));
}
