//! Near: objects that are nearly schemes, and fields that nobody would write. Each is refused, or is a
//! scheme that prints itself and can be used.

use countersign::scheme::{Format, Piece, Place, TimestampSource};
use countersign::{Code, Delivery, Detail, Endpoint, Scheme, SchemeSpec, Signing};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::TestCaseResult;

use crate::edits::{edits, words};
use crate::recipes::recipes;
use crate::written::Style;
use crate::{holds, like};

#[test]
fn any_object_near_a_scheme_is_a_scheme_that_prints_itself_or_an_error() {
    let near = (recipes(), any::<u64>(), vec(edits(), 1..=3));
    holds(3000, near, |(recipe, style, edits)| {
        let mut style = Style(style);
        let mut object = recipe.object(&mut style);
        for (place, edit) in edits {
            edit.apply(&mut object, place);
        }
        let text = object.written(&mut style);
        // What is not JSON in the first place is not this test's affair.
        serde_json::from_str::<serde_json::Value>(&text).expect(&text);
        serde_json::from_str::<Scheme>(&text).map_or(Ok(()), |scheme| is_sound(&scheme))
    });
}

#[test]
fn any_text_is_a_scheme_that_prints_itself_or_an_error() {
    let edits = vec((any::<Index>(), any::<Index>(), words()), 1..=3);
    let near = (recipes(), any::<u64>(), edits).prop_map(|(recipe, style, edits)| {
        let mut style = Style(style);
        let mut text = recipe.object(&mut style).written(&mut style).into_bytes();
        for (start, end, new) in edits {
            let start = start.index(text.len() + 1);
            let end = (start + end.index(12)).min(text.len());
            text.splice(start..end, new.into_bytes());
        }
        text
    });
    let far = vec(words(), 0..20).prop_map(|words| words.concat().into_bytes());
    holds(2000, prop_oneof![4 => near, 1 => far], |text| {
        serde_json::from_slice::<Scheme>(&text).map_or(Ok(()), |scheme| is_sound(&scheme))
    });
}

#[test]
fn fields_of_any_kind_are_a_scheme_that_prints_itself_or_an_error() {
    let edits = vec((select(FIELDS), like(".{0,6}|[ -~]{0,6}"), any::<u8>()), 1..=3);
    holds(3000, (recipes(), edits), |(recipe, edits)| {
        let mut spec = recipe.spec();
        for (edit, text, byte) in &edits {
            edit(&mut spec, text, *byte);
        }
        Scheme::new(spec).map_or(Ok(()), |scheme| is_sound(&scheme))
    });
}

/// A scheme says the same in a file as in Rust; and what it signs, it reads.
fn is_sound(scheme: &Scheme) -> TestCaseResult {
    let printed = serde_json::to_string(scheme).unwrap();
    let again = serde_json::from_str::<Scheme>(&printed).map_err(|error| error.to_string());
    prop_assert_eq!(again.as_ref(), Ok(scheme), "{}", printed);
    prop_assert_eq!(&Scheme::new(scheme.to_spec()), &Ok(scheme.clone()));

    let endpoint = Endpoint::new(scheme.clone(), [b"key".as_slice()]).unwrap();
    let signed = endpoint.sign(b"{}", &Signing::at(1_700_000_000_000).with_id("~"));
    prop_assert!(matches!(signed, Ok(_) | Err(Code::OptionInvalid)), "{:?}", signed);
    for headers in [signed.unwrap_or_default(), Vec::new()] {
        let verdict = endpoint.verify(&Delivery::new(&headers, b"{}"), 1_700_000_000_000);
        let detail = verdict.map_or_else(|rejection| Some(rejection.detail()), |_| None);
        let source = scheme.timestamp().map(|rule| &rule.source);
        let wanted = match source {
            _ if headers.is_empty() => Some(Detail::HeaderMissing),
            Some(TimestampSource::Body(_)) => Some(Detail::BodyTime),
            _ => None,
        };
        prop_assert_eq!(detail, wanted, "{}", printed);
    }
    Ok(())
}

/// What Rust code may write into a field.
type FieldEdit = fn(&mut SchemeSpec, &str, u8);

const FIELDS: &[FieldEdit] = &[
    |spec, text, _| spec.name = text.into(),
    |spec, text, _| spec.key.strip_prefixes.push(text.into()),
    |spec, text, _| spec.key.never_prefixes.push(text.into()),
    |spec, text, _| spec.signature.headers.push(text.into()),
    |spec, text, _| spec.signature.headers = vec![text.into()],
    |spec, _, _| spec.signature.headers.clear(),
    |spec, _, _| spec.signature.each = !spec.signature.each,
    |spec, _, _| spec.signature.format = Format::Positional,
    |spec, text, _| spec.signature.format = Format::Value { prefix: text.into() },
    |spec, text, _| spec.signature.format = Format::Tokens { tag: text.into() },
    |spec, text, byte| {
        let (signature_key, timestamp_key) = (text.into(), None);
        spec.signature.format =
            Format::Pairs { separator: byte, signature_key, timestamp_key, spaces: false };
    },
    |spec, text, byte| {
        if let Format::Pairs { separator, timestamp_key, spaces, .. } = &mut spec.signature.format {
            *timestamp_key = Some(text.into());
            *separator = [b',', b';', byte][usize::from(byte) % 3];
            *spaces = !*spaces;
        }
    },
    |spec, text, byte| insert(spec, byte, Piece::Literal(text.into())),
    |spec, _, byte| insert(spec, byte, Piece::Literal("$".into())),
    |spec, text, byte| insert(spec, byte, Piece::Header(text.into())),
    |spec, _, byte| {
        insert(spec, byte, [Piece::Body, Piece::Timestamp][usize::from(byte) % 2].clone());
    },
    |spec, _, byte| {
        let place = usize::from(byte) % spec.content.len().max(1);
        let kept = spec.content.iter().enumerate().filter(|(index, _)| *index != place);
        spec.content = kept.map(|(_, piece)| piece.clone()).collect();
    },
    |spec, _, _| spec.timestamp = None,
    |spec, text, byte| {
        if let Some(rule) = &mut spec.timestamp {
            rule.source = match byte % 3 {
                0 => TimestampSource::Field,
                1 => TimestampSource::Header(text.into()),
                _ => TimestampSource::Body(text.into()),
            };
        }
    },
    |spec, text, _| spec.require.push(("X-Other".into(), text.into())),
    |spec, text, _| spec.require.push((text.into(), "1".into())),
    |spec, text, _| spec.event_type = Some(Place::Body(text.into())),
    |spec, text, _| spec.event_id = Some(Place::Header(text.into())),
    |spec, text, _| {
        if let Some(time) = &mut spec.event_time {
            time.path = text.into();
        }
    },
    |spec, text, _| spec.hints.push(text.into()),
];

fn insert(spec: &mut SchemeSpec, byte: u8, piece: Piece) {
    let place = usize::from(byte) % (spec.content.len() + 1);
    spec.content.insert(place, piece);
}
