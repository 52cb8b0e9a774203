//! Signature: where signatures stand and how they are written, as in the object.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use super::fields::named;
use crate::encoding::Encoding;
use crate::scheme::names::name_of;
use crate::scheme::spec::{Format, Signature};

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SignatureForm {
    #[serde(skip_serializing_if = "Option::is_none")]
    header: Option<Names>,
    #[serde(skip_serializing_if = "Option::is_none")]
    headers: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    format: Option<FormatForm>,
    #[serde(skip_serializing_if = "Option::is_none")]
    encoding: Option<String>,
}

impl SignatureForm {
    pub(super) fn signature(self) -> Result<Signature, String> {
        let (headers, each) = match (self.header, self.headers) {
            (Some(Names::One(name)), None) => (vec![name], false),
            (Some(Names::Aliases(names)), None) => (names, false),
            (None, Some(names)) => (names, true),
            _ => return Err("signature: expected either header or headers".into()),
        };
        let format = match self.format {
            None => Format::Value { prefix: String::new() },
            Some(FormatForm::Name(name)) if name == "value" => {
                Format::Value { prefix: String::new() }
            }
            Some(FormatForm::Name(_)) => {
                return Err("signature.format: expected \"value\", or an object of a kind".into());
            }
            Some(FormatForm::Kind(kind)) => kind.format(),
        };
        let encoding = self.encoding.as_deref().unwrap_or("hex");
        let encoding = named("signature.encoding", Encoding::NAMES, encoding)?;
        Ok(Signature { headers, each, format, encoding })
    }

    pub(super) fn of(signature: &Signature) -> Self {
        let (header, headers) = match (signature.each, signature.headers.as_slice()) {
            (true, names) => (None, Some(names.to_vec())),
            (false, [name]) => (Some(Names::One(name.clone())), None),
            (false, names) => (Some(Names::Aliases(names.to_vec())), None),
        };
        let encoding = (signature.encoding != Encoding::Hex)
            .then(|| name_of(Encoding::NAMES, signature.encoding).into());
        Self { header, headers, format: FormatKind::of(&signature.format), encoding }
    }
}

#[derive(Deserialize, Serialize)]
#[serde(untagged)]
enum Names {
    One(String),
    Aliases(Vec<String>),
}

#[derive(Deserialize, Serialize)]
#[serde(untagged)]
enum FormatForm {
    Name(String),
    Kind(FormatKind),
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all_fields = "camelCase", tag = "kind")]
enum FormatKind {
    #[serde(rename = "value")]
    Value {
        #[serde(default)]
        prefix: String,
    },
    #[serde(rename = "pairs")]
    Pairs {
        separator: char,
        signature_key: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        timestamp_key: Option<String>,
        #[serde(default, skip_serializing_if = "core::ops::Not::not")]
        spaces: bool,
    },
    #[serde(rename = "tokens")]
    Tokens { tag: String },
    #[serde(rename = "positional")]
    Positional {},
}

impl FormatKind {
    fn format(self) -> Format {
        match self {
            Self::Value { prefix } => Format::Value { prefix },
            Self::Pairs { separator, signature_key, timestamp_key, spaces } => Format::Pairs {
                // Another character than those there are is refused with the rest of the scheme.
                separator: u8::try_from(separator).unwrap_or_default(),
                signature_key,
                timestamp_key,
                spaces,
            },
            Self::Tokens { tag } => Format::Tokens { tag },
            Self::Positional {} => Format::Positional,
        }
    }

    fn of(format: &Format) -> Option<FormatForm> {
        Some(FormatForm::Kind(match format.clone() {
            Format::Value { prefix } if prefix.is_empty() => return None,
            Format::Value { prefix } => Self::Value { prefix },
            Format::Pairs { separator, signature_key, timestamp_key, spaces } => {
                let separator = char::from(separator);
                Self::Pairs { separator, signature_key, timestamp_key, spaces }
            }
            Format::Tokens { tag } => Self::Tokens { tag },
            Format::Positional => Self::Positional {},
        }))
    }
}
