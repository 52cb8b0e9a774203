//! Text: what a scheme reads and prints, and what reading does with headers of any bytes.

use countersign::scheme::{Piece, parse_content, write_content};
use countersign::{Code, Delivery, Family, Scheme};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::plan::{Plan, Sent, deliveries};
use crate::recipe::Bit;
use crate::recipes::recipes;
use crate::written::Style;
use crate::{holds, like};

#[test]
fn a_scheme_says_what_its_object_says_in_any_of_its_forms() {
    holds(1500, (recipes(), any::<u64>()), |(recipe, style)| {
        let mut style = Style(style);
        let text = recipe.object(&mut style).written(&mut style);
        let scheme = serde_json::from_str::<Scheme>(&text).map_err(|error| error.to_string());
        prop_assert_eq!(scheme.as_ref().map(|scheme| recipe.differs(scheme)), Ok(None), "{}", text);
        prop_assert_eq!(scheme, Ok(recipe.scheme()), "{}", text);
        Ok(())
    });
}

#[test]
fn a_scheme_says_what_its_fields_say() {
    holds(1500, recipes(), |recipe| {
        let scheme = recipe.scheme();
        prop_assert_eq!(recipe.differs(&scheme), None);
        prop_assert_eq!(scheme.to_spec(), recipe.spec());
        Ok(())
    });
}

#[test]
fn what_a_scheme_prints_reads_as_the_same_scheme() {
    holds(1500, recipes(), |recipe| {
        let printed = serde_json::to_string(&recipe.scheme()).unwrap();
        let again: Scheme = serde_json::from_str(&printed).unwrap();
        prop_assert_eq!(recipe.differs(&again), None);
        prop_assert_eq!(serde_json::to_string(&again).unwrap(), printed);
        Ok(())
    });
}

#[test]
fn a_template_of_any_text_has_one_spelling_or_is_refused() {
    holds(4000, vec(template_pieces(), 0..8), |pieces| {
        let text = pieces.concat();
        if let Ok(pieces) = parse_content(&text) {
            prop_assert_eq!(write_content(&pieces), text);
            // No two texts follow each other, and none is empty: a signed header ends at the next one.
            let is_text = |piece: &Piece| matches!(piece, Piece::Literal(_));
            prop_assert!(!pieces.windows(2).any(|pair| pair.iter().all(is_text)));
            prop_assert!(!pieces.contains(&Piece::Literal(String::new())));
        }
        Ok(())
    });
}

#[test]
fn a_template_is_read_as_the_pieces_that_it_was_written_from() {
    holds(1500, recipes(), |recipe| {
        let text: String = recipe.content.iter().map(Bit::template).collect();
        prop_assert_eq!(parse_content(&text), Ok(recipe.spec().content));
        Ok(())
    });
}

fn template_pieces() -> impl Strategy<Value = String> {
    const WORDS: &[&str] = &[
        "{body}",
        "{timestamp}",
        "{header:X-Id}",
        "{header:",
        "body",
        "{{",
        "}}",
        "{",
        "}",
        "$",
        ".",
        "\\n",
        "\n",
        " ",
        "é",
        "\0",
        "\t",
    ];
    prop_oneof![4 => select(WORDS).prop_map(String::from), 1 => like(".{0,4}")]
}

#[test]
fn headers_of_any_bytes_are_malformed_or_a_mismatch_and_never_a_matter_of_time() {
    let values = vec(proptest::option::weighted(0.9, vec(soup(), 0..6)), 1..5);
    holds(1500, (deliveries(), values, any::<u64>()), |(sent, values, now_ms)| {
        let Sent { plan, headers, body } = &sent;
        let other_key = Plan { key: b"another key".to_vec(), ..plan.clone() };
        let values: Vec<Option<Vec<u8>>> = values
            .iter()
            .cycle()
            .zip(headers)
            .map(|(soup, (_, genuine))| soup.as_ref().map(|soup| boiled(soup, genuine, headers)))
            .collect();
        let forged: Vec<(&str, &[u8])> = headers
            .iter()
            .zip(&values)
            .filter_map(|((name, _), value)| Some((name.as_str(), value.as_deref()?)))
            .collect();
        let endpoint = other_key.endpoint();
        let verdict = endpoint.verify(&Delivery::new(&forged, body), now_ms);
        let rejection = verdict.expect_err("nobody signed this");
        match rejection.code().family() {
            Family::Malformed => {}
            // An unproven time proves nothing, so it is never the reason.
            Family::Rejected => prop_assert_eq!(rejection.code(), Code::SignatureMismatch),
            other => prop_assert!(false, "{:?}", other),
        }
        let sentence = endpoint.sentence(rejection);
        prop_assert!(sentence.ends_with('.') && sentence.len() > 10, "{}", sentence);
        Ok(())
    });
}

/// A piece of a header value.
#[derive(Clone, Debug)]
enum Soup {
    /// A piece of what a genuine sender wrote there, or in any other header.
    Genuine(Index, Index),
    Foreign(Index),
    Bytes(Vec<u8>),
}

fn soup() -> impl Strategy<Value = Soup> {
    const SYNTAX: &[&[u8]] =
        &[b",", b";", b"=", b" ", b", ", b"v1=", b"t=", b"v1,", b"sha256=", b"0", b"1700000000"];
    prop_oneof![
        4 => (any::<Index>(), any::<Index>()).prop_map(|(start, end)| Soup::Genuine(start, end)),
        1 => any::<Index>().prop_map(Soup::Foreign),
        2 => select(SYNTAX).prop_map(|syntax| Soup::Bytes(syntax.to_vec())),
        1 => vec(any::<u8>(), 0..4).prop_map(Soup::Bytes),
    ]
}

/// The value that the pieces make, where this genuine one stood.
fn boiled(soup: &[Soup], genuine: &[u8], headers: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut value = Vec::new();
    for piece in soup {
        match piece {
            Soup::Genuine(start, end) => {
                let (start, end) = (start.index(genuine.len() + 1), end.index(genuine.len() + 1));
                // Half of them are whole.
                let whole = (start + end) % 2 == 0;
                value.extend(if whole {
                    genuine
                } else {
                    &genuine[start.min(end)..start.max(end)]
                });
            }
            Soup::Foreign(index) => value.extend(&index.get(headers).1),
            Soup::Bytes(bytes) => value.extend(bytes),
        }
    }
    value
}
