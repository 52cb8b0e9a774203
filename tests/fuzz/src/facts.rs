//! Facts: the schemes of schemes.json, as seed.mjs needs them, as JSON on standard output.

use countersign::Scheme;
use countersign_fuzz::{SCHEMES, wire};
use data_encoding::HEXLOWER;
use serde::Serialize;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Facts<'s> {
    scheme: &'s Scheme,
    /// The same in the private encoding, in hex.
    wire: String,
    /// The headers to read, in reading order.
    headers: Vec<&'s str>,
    tag_bytes: usize,
}

fn main() {
    let facts: Vec<Facts> = SCHEMES.iter().map(facts).collect();
    println!("{}", serde_json::to_string(&facts).unwrap());
}

fn facts(scheme: &Scheme) -> Facts<'_> {
    let wire = wire::write(&scheme.to_spec()).expect("no field has a zero byte");
    Facts {
        scheme,
        wire: HEXLOWER.encode(&wire),
        headers: scheme.headers().iter().map(|row| row.name.as_str()).collect(),
        tag_bytes: scheme.algorithm().tag_len(),
    }
}
