//! Text: what a scheme reads and prints, and what reading does with anything else.

use countersign::{Delivery, Family, Keyring, Rejection, Scheme, Secret, verify};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::plan::{Sent, deliveries};
use crate::recipes::recipes;
use crate::{holds, like};

#[test]
fn a_scheme_says_what_its_text_says_in_any_order_of_lines() {
    let layout = any::<[Index; 16]>();
    holds(1500, (recipes(), layout, 0..4_usize), |(recipe, order, indent)| {
        let mut lines = recipe.lines();
        for (place, other) in order.iter().enumerate().take(lines.len()) {
            let other = other.index(lines.len());
            lines.swap(place, other);
        }
        let indent = " ".repeat(indent);
        let text = lines.iter().map(|line| format!("{indent}{line}{indent}\n\n"));
        let scheme: Scheme = text.collect::<String>().parse().unwrap();
        prop_assert_eq!(recipe.differs(&scheme), None);
        Ok(())
    });
}

#[test]
fn what_a_scheme_prints_reads_as_the_same_scheme() {
    holds(1500, recipes(), |recipe| {
        let printed = recipe.scheme().to_string();
        let again: Scheme = printed.parse().unwrap();
        prop_assert_eq!(recipe.differs(&again), None);
        prop_assert_eq!(again.to_string(), printed);
        Ok(())
    });
}

#[test]
fn any_text_is_a_scheme_that_prints_itself_or_an_error() {
    let edits = vec((any::<Index>(), any::<Index>(), pieces()), 1..=3);
    let near = (recipes(), edits).prop_map(|(recipe, edits)| {
        let mut text = recipe.lines().join("\n").into_bytes();
        for (start, end, new) in edits {
            let start = start.index(text.len() + 1);
            let end = (start + end.index(12)).min(text.len());
            text.splice(start..end, new.into_bytes());
        }
        String::from_utf8_lossy(&text).into_owned()
    });
    let far = vec(pieces(), 0..20).prop_map(|pieces| pieces.concat());
    holds(2000, prop_oneof![4 => near, 1 => far], |text| {
        if let Ok(scheme) = text.parse::<Scheme>() {
            let printed = scheme.to_string();
            let again: Scheme = printed.parse().unwrap();
            prop_assert_eq!(again.to_string(), printed);
            prop_assert!(again.headers().eq(scheme.headers()));
            prop_assert!(again.content().eq(scheme.content()));
        }
        Ok(())
    });
}

#[test]
fn headers_of_any_bytes_are_malformed_or_a_mismatch_and_never_a_matter_of_time() {
    let values = vec(proptest::option::weighted(0.9, vec(soup(), 0..6)), 1..5);
    holds(1500, (deliveries(), values, any::<u64>()), |(sent, values, now_ms)| {
        let Sent { plan, headers, body } = &sent;
        let other_key = Keyring::new(&plan.scheme, [&Secret::from_bytes(b"another key").unwrap()]);
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
        let verdict =
            verify(&Delivery::new(&forged, body), &plan.scheme, &other_key.unwrap(), now_ms);
        let rejection = verdict.expect_err("nobody signed this");
        match rejection.code().family() {
            Family::Malformed => {}
            // An unproven time proves nothing, so it is never the reason.
            Family::Rejected => prop_assert_eq!(rejection, Rejection::SignatureMismatch),
            other => prop_assert!(false, "{:?}", other),
        }
        Ok(())
    });
}

/// What a text form, and what is nearly one, is made of.
fn pieces() -> impl Strategy<Value = String> {
    const WORDS: &[&str] = &[
        "name",
        "mac",
        "key",
        "header",
        "headers",
        "format",
        "encoding",
        "content",
        "timestamp",
        "tolerance",
        "require",
        "type",
        "id",
        "hint",
        ": ",
        ":",
        "\n",
        " ",
        "sha256",
        "hex",
        "value",
        "pairs",
        ", = ",
        "; = ",
        "tokens",
        "positional",
        "spaces",
        "{body}",
        "{timestamp}",
        "{header:A}",
        "{{",
        "}}",
        "{",
        "}",
        "\\",
        "\\s",
        "\\n",
        "field",
        "body",
        "s",
        "ms",
        "rfc3339",
        "none",
        "300",
        "4294967296",
        "v1",
        "t",
        "X-Sig",
        "é",
        "\t",
        "\0",
    ];
    prop_oneof![4 => select(WORDS).prop_map(String::from), 1 => like(".{0,4}")]
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
