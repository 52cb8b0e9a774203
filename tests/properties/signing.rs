//! Signing: what is signed verifies, whatever becomes of the delivery on its way that changes no byte.

use countersign::scheme::{Place, Role};
use countersign::{Code, Endpoint, Scheme, Secret};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::plan::{Plan, Sent, bodies, deliveries, keys, names, plain_ids, plans, schemes, timed};
use crate::{holds, like};

#[test]
fn what_is_signed_verifies_under_every_scheme() {
    // Under any of the names that the signature header may have.
    holds(1500, (deliveries(), any::<Index>()), |(mut sent, index)| {
        let signatures = names(&sent.plan.scheme, &Role::Signature);
        sent.headers[0].0 = (*index.get(&signatures)).to_string();
        let proof = sent.verify();
        prop_assert_eq!(proof.map(|proof| proof.secret_index), Ok(0));
        prop_assert_eq!(proof.unwrap().timestamp_ms, sent.plan.signed_ms());
        Ok(())
    });
}

#[test]
fn sign_refuses_exactly_the_ids_and_times_that_the_headers_cannot_carry() {
    let ids = prop_oneof![
        plain_ids(),
        like(".{0,5}"),
        like("[ -~]{1,8}"),
        (4090..=4100_usize).prop_map(|len| "x".repeat(len)),
    ];
    let plans = (schemes(), keys(), bodies(), any_times(), ids)
        .prop_map(|(scheme, key, body, time_ms, id)| Plan { scheme, key, body, time_ms, id });
    holds(1500, plans, |plan| {
        let wanted = if plan.can_be_sent() { Ok(()) } else { Err(Code::OptionInvalid) };
        prop_assert_eq!(plan.sign().map(|_| ()), wanted, "{:?}", plan);
        Ok(())
    });
}

#[test]
fn a_rotation_verifies_with_every_secret_and_says_which() {
    // Drawn from a few keys, so that some come twice: then the first of them is named.
    let rings = (vec(keys(), 1..=8), vec(any::<Index>(), 1..=16)).prop_map(|(keys, picks)| {
        picks.iter().map(|pick| pick.get(&keys).clone()).collect::<Vec<_>>()
    });
    holds(300, (plans(), rings, any::<Index>()), |(plan, ring, index)| {
        let signer = index.get(&ring);
        // HMAC fills a key up with zeros: what differs in those alone is one key.
        let bare =
            |key: &[u8]| key.iter().rposition(|byte| *byte != 0).map(|end| key[..=end].to_vec());
        let first = ring.iter().position(|key| bare(key) == bare(signer)).unwrap();
        let sent = Plan { key: signer.clone(), ..plan.clone() }.sign().unwrap();
        let secrets = ring.iter().map(|key| Secret::Key(key));
        let verifying = Endpoint::new(plan.scheme.clone(), secrets).unwrap();
        let verdict = verifying.verify(&sent.delivery(), plan.time_ms);
        prop_assert_eq!(verdict.map(|verified| verified.secret_index()), Ok(first));
        Ok(())
    });
}

#[test]
fn a_flipped_bit_of_the_key_is_a_mismatch() {
    holds(500, (deliveries(), any::<Index>()), |(mut sent, index)| {
        let bit = index.index(sent.plan.key.len() * 8);
        sent.plan.key[bit / 8] ^= 1 << (bit % 8);
        prop_assert_eq!(sent.code(), Err(Code::SignatureMismatch));
        Ok(())
    });
}

#[test]
fn the_order_of_headers_and_the_case_of_their_names_never_matter() {
    let strangers = vec((like("[A-Za-z-]{1,12}"), vec(any::<u8>(), 0..20)), 0..6);
    let shuffled = (damaged(), strangers).prop_flat_map(|(sent, strangers)| {
        let known = |name: &str| {
            sent.plan.scheme.headers().iter().any(|row| row.name.eq_ignore_ascii_case(name))
        };
        let strangers = strangers.into_iter().filter(|(name, _)| !known(name));
        let headers: Vec<_> = sent.headers.iter().cloned().chain(strangers).collect();
        (Just(sent), Just(headers).prop_shuffle(), any::<u128>())
    });
    holds(1000, shuffled, |(sent, headers, letters)| {
        let recased = headers.into_iter().map(|(name, value)| (recased(&name, letters), value));
        let other = Sent { headers: recased.collect(), ..sent.clone() };
        prop_assert_eq!(other.verify(), sent.verify(), "{:?}", other);
        Ok(())
    });
}

#[test]
fn where_the_body_is_cut_never_matters() {
    let sizes = vec(prop_oneof![Just(1), 0..=9_usize, 60..=70_usize, Just(128)], 1..6);
    let sizes = sizes.prop_filter("no end", |sizes| sizes.iter().any(|size| *size > 0));
    holds(1000, (damaged(), sizes), |(sent, sizes)| {
        prop_assert_eq!(sent.verify_in_chunks(&sizes), sent.verify());
        Ok(())
    });
}

#[test]
fn a_body_that_says_no_time_is_refused_once_it_is_proven() {
    let bodies = bodies().prop_filter("a time", |body| !body.starts_with(b"{"));
    holds(500, (plans(), bodies), |(mut plan, body)| {
        plan.body.clone_from(&body);
        let has_time = timed(&plan.scheme, body.clone(), 0) == body;
        let wanted = if has_time { Ok(()) } else { Err(Code::TimestampMalformed) };
        prop_assert_eq!(plan.sign().unwrap().code(), wanted);
        Ok(())
    });
}

/// What a delivery is about is read once it is proven; where that stands proves nothing.
#[test]
fn no_verdict_depends_on_where_type_and_id_stand() {
    let places = prop_oneof![like("[a-z]{1,3}(\\.[a-z]{1,3}){0,3}").prop_map(Some), Just(None)];
    let other = (places.clone(), places, any::<Index>(), any::<bool>());
    holds(1000, (damaged(), other), |(sent, (kind, id, header, is_signed))| {
        let mut spec = sent.plan.scheme.to_spec();
        spec.event_type = kind.map(Place::Body);
        spec.event_id = id.map(Place::Body);
        spec.hints = vec!["X-Type".into()];
        // Or in a header that is signed, where there is one.
        let signed = names(&sent.plan.scheme, &Role::Content);
        if is_signed && !signed.is_empty() {
            spec.event_type = Some(Place::Header((*header.get(&signed)).to_ascii_uppercase()));
        }
        let scheme = Scheme::new(spec).unwrap();
        let other = Sent { plan: Plan { scheme, ..sent.plan.clone() }, ..sent.clone() };
        prop_assert_eq!(other.verify(), sent.verify(), "{:?}", other);
        Ok(())
    });
}

/// Times of any size, and those between what a unit can write and what it cannot.
fn any_times() -> impl Strategy<Value = u64> {
    const LAST: &[u64] = &[253_402_300_799_999, 999_999_999_999_999, 999_999_999_999_999_999];
    prop_oneof![any::<u64>(), (select(LAST), 0..=1_u64).prop_map(|(last, more)| last + more)]
}

/// Deliveries as they were sent, and deliveries that something happened to.
fn damaged() -> impl Strategy<Value = Sent> {
    (deliveries(), 0..5_u8, any::<Index>(), any::<Index>()).prop_map(
        |(mut sent, kind, which, bit)| {
            let which = which.index(sent.headers.len());
            let value = &mut sent.headers[which].1;
            match kind {
                0 => flip(value, bit),
                1 => flip(&mut sent.body, bit),
                2 => value.extend(value.clone()),
                3 => drop(sent.headers.remove(which)),
                _ => {}
            }
            sent
        },
    )
}

fn flip(bytes: &mut [u8], bit: Index) {
    if !bytes.is_empty() {
        let bit = bit.index(bytes.len() * 8);
        bytes[bit / 8] ^= 1 << (bit % 8);
    }
}

/// The name with some of its letters in the other case.
fn recased(name: &str, letters: u128) -> String {
    let other = |(index, letter): (usize, char)| match letters >> (index % 128) & 1 {
        0 => letter.to_ascii_lowercase(),
        _ => letter.to_ascii_uppercase(),
    };
    name.chars().enumerate().map(other).collect()
}
