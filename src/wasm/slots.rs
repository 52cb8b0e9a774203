//! Slots: what stays open between two calls: endpoints, and the body that is being streamed.

use alloc::vec::Vec;

use crate::endpoint::Endpoint;
use crate::event::EventRun;
use crate::sign::SignRun;
use crate::verdict::Code;
use crate::verify::VerifyRun;

/// What is being done with a body that comes in chunks; one at a time, because calls are synchronous.
pub(super) enum Task {
    Verify(VerifyRun),
    Sign(SignRun),
    Event(EventRun),
}

/// Everything that is open.
pub(super) struct Slots {
    endpoints: Vec<Option<Endpoint>>,
    /// The places that were closed: looking for one would take longer the more are open.
    free: Vec<usize>,
    task: Option<(u32, Task)>,
}

impl Slots {
    pub(super) const fn new() -> Self {
        Self { endpoints: Vec::new(), free: Vec::new(), task: None }
    }

    /// Opens a slot, in a place that was closed if there is one.
    pub(super) fn open(&mut self, endpoint: Endpoint) -> usize {
        let index = self.free.pop().unwrap_or(self.endpoints.len());
        match self.endpoints.get_mut(index) {
            Some(place) => *place = Some(endpoint),
            None => self.endpoints.push(Some(endpoint)),
        }
        index
    }

    /// The endpoint of an open `Webhook`; one that was closed has no secret left.
    pub(super) fn get(&mut self, index: u32) -> Result<&mut Endpoint, Code> {
        self.endpoints.get_mut(index as usize).and_then(Option::as_mut).ok_or(Code::SecretEmpty)
    }

    /// Closes a slot, and drops what was being done with its keys.
    pub(super) fn close(&mut self, index: u32) {
        self.task.take_if(|(slot, _)| *slot == index);
        let index = index as usize;
        // A slot that is closed twice is free once.
        if self.endpoints.get_mut(index).and_then(Option::take).is_some() {
            self.free.push(index);
        }
    }

    /// Begins to stream a body; whatever was begun before is dropped.
    pub(super) fn begin(&mut self, slot: u32, task: Task) {
        self.task = Some((slot, task));
    }

    /// Feeds a chunk of the body to what was begun.
    pub(super) fn update(&mut self, chunk: &[u8]) {
        let Some((index, task)) = &mut self.task else { return };
        let Some(Some(endpoint)) = self.endpoints.get(*index as usize) else { return };
        match task {
            Task::Verify(run) => run.update(endpoint.receiver(), chunk),
            Task::Sign(run) => run.update(chunk),
            Task::Event(run) => run.update(chunk, endpoint.scheme()),
        }
    }

    /// Ends what was begun. A host that began nothing has a fault of its own, for which there is no code.
    pub(super) fn finish(&mut self) -> Result<(&Endpoint, Task), Code> {
        let (slot, task) = self.task.take().ok_or(Code::BodyNotRaw)?;
        Ok((self.get(slot)?, task))
    }
}
