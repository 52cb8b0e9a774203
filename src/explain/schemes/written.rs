//! Written: another hash, and other spellings of the same signature.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::edit::edited;
use crate::encoding::Encoding;
use crate::explain::change::Change;
use crate::explain::code::FindingCode;
use crate::scheme::{Algorithm, Format, Scheme};

/// Other hashes, and other spellings of a signature.
pub(super) fn changes(scheme: &Scheme, changes: &mut Vec<Change>) {
    let own = (scheme.algorithm(), scheme.encoding());
    for (name, algorithm) in Algorithm::NAMES {
        for (encoding_name, encoding) in Encoding::NAMES {
            if (*algorithm, *encoding) == own {
                continue;
            }
            let is_case = matches!(
                (own.1, encoding),
                (Encoding::Hex | Encoding::HexAnyCase, Encoding::Hex | Encoding::HexAnyCase)
            );
            let (code, evidence) = if *algorithm != own.0 {
                let warning = weakness(scheme, *algorithm).unwrap_or_default();
                let evidence = format!("{name} matches, written in {encoding_name}. {warning}");
                (FindingCode::SchemeAlgorithm, evidence.trim_end().to_string())
            } else if is_case {
                (FindingCode::SignatureCase, "Read in either letter case, it matches.".to_string())
            } else {
                (FindingCode::SignatureEncoding, format!("Read as {encoding_name}, it matches."))
            };
            for format in labelled(scheme, name) {
                let other = edited(scheme, |spec| {
                    spec.algorithm = *algorithm;
                    spec.signature.encoding = *encoding;
                    spec.signature.format = format;
                });
                let Some(other) = other else { continue };
                changes.push(Change::means(code, evidence.as_str()).scheme(other));
            }
        }
    }
}

/// What to say of a hash that fits and is weaker than the scheme's: a report advises no step down.
pub(crate) fn weakness(scheme: &Scheme, algorithm: Algorithm) -> Option<String> {
    let own = scheme.algorithm();
    if algorithm != Algorithm::HmacSha1 || own == Algorithm::HmacSha1 {
        return None;
    }
    let (name, own) = (algorithm.name(), own.name());
    Some(format!("It is signed with {name}, weaker than the {own} of the scheme: ask for that."))
}

/// The format as it is, and with the label of the hash that is tried.
fn labelled(scheme: &Scheme, algorithm: &str) -> Vec<Format> {
    let mut formats = Vec::from([scheme.format().clone()]);
    if matches!(scheme.format(), Format::Value { .. }) {
        let hash = algorithm.trim_start_matches("hmac-");
        formats.push(Format::Value { prefix: format!("{hash}=") });
        formats.push(Format::Value { prefix: String::new() });
    }
    formats.dedup();
    formats
}
