//! Times: where a time stands, what it counts and how far off it may be, as in the object.

use alloc::string::String;

use serde::{Deserialize, Serialize};

use super::fields::named;
use crate::scheme::names::{Unit, name_of};
use crate::scheme::spec::{EventTime, Place, TimestampRule, TimestampSource, Tolerance};

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(super) struct TimestampForm {
    from: SourceForm,
    unit: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    tolerance_seconds: Option<ToleranceForm>,
}

impl TimestampForm {
    pub(super) fn rule(self) -> Result<TimestampRule, String> {
        let source = match self.from {
            SourceForm::Field(word) if word == "field" => TimestampSource::Field,
            SourceForm::Field(_) => {
                let problem = "timestamp.from: expected \"field\", { header } or { body }";
                return Err(problem.into());
            }
            SourceForm::Place(PlaceForm::Header(name)) => TimestampSource::Header(name),
            SourceForm::Place(PlaceForm::Body(path)) => TimestampSource::Body(path),
        };
        let tolerance = match self.tolerance_seconds {
            None => Tolerance::default(),
            Some(ToleranceForm::Both(seconds)) => Tolerance::both(seconds),
            Some(ToleranceForm::Each(Distances { past, future })) => {
                Tolerance { past_seconds: past, future_seconds: future }
            }
        };
        Ok(TimestampRule {
            source,
            unit: named("timestamp.unit", Unit::NAMES, &self.unit)?,
            tolerance,
        })
    }

    pub(super) fn of(rule: &TimestampRule) -> Self {
        let from = match rule.source.clone() {
            TimestampSource::Field => SourceForm::Field("field".into()),
            TimestampSource::Header(name) => SourceForm::Place(PlaceForm::Header(name)),
            TimestampSource::Body(path) => SourceForm::Place(PlaceForm::Body(path)),
        };
        let tolerance_seconds = match rule.tolerance {
            Tolerance { past_seconds: None, future_seconds: None } => None,
            Tolerance { past_seconds: Some(past), future_seconds: Some(future) }
                if past == future =>
            {
                Some(ToleranceForm::Both(past))
            }
            Tolerance { past_seconds: past, future_seconds: future } => {
                Some(ToleranceForm::Each(Distances { past, future }))
            }
        };
        Self { from, unit: name_of(Unit::NAMES, rule.unit).into(), tolerance_seconds }
    }
}

#[derive(Deserialize, Serialize)]
#[serde(untagged)]
enum SourceForm {
    Field(String),
    Place(PlaceForm),
}

#[derive(Deserialize, Serialize)]
#[serde(untagged)]
enum ToleranceForm {
    Both(u32),
    Each(Distances),
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Distances {
    #[serde(skip_serializing_if = "Option::is_none")]
    past: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    future: Option<u32>,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EventTimeForm {
    body: String,
    unit: String,
}

impl EventTimeForm {
    pub(super) fn time(self) -> Result<EventTime, String> {
        Ok(EventTime { path: self.body, unit: named("eventTime.unit", Unit::NAMES, &self.unit)? })
    }

    pub(super) fn of(time: &EventTime) -> Self {
        Self { body: time.path.clone(), unit: name_of(Unit::NAMES, time.unit).into() }
    }
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "lowercase")]
pub(super) enum PlaceForm {
    Body(String),
    Header(String),
}

impl PlaceForm {
    pub(super) fn place(self) -> Place {
        match self {
            Self::Body(path) => Place::Body(path),
            Self::Header(name) => Place::Header(name),
        }
    }

    pub(super) fn of(place: &Place) -> Self {
        match place.clone() {
            Place::Body(path) => Self::Body(path),
            Place::Header(name) => Self::Header(name),
        }
    }
}
