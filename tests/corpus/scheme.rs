//! Scheme: how a file of the corpus names one: a built-in one by its name, any other as people write it.

use std::fmt;

use countersign::{Scheme, providers};
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};

/// The scheme of a file. It is read as it stands: the order of what is required decides which header is
/// refused first.
#[derive(Clone)]
pub struct Named(pub Scheme);

impl<'de> Deserialize<'de> for Named {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;

        impl<'de> Visitor<'de> for Reader {
            type Value = Named;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the name of a provider, or a scheme")
            }

            fn visit_str<E: Error>(self, name: &str) -> Result<Named, E> {
                let scheme = providers::scheme(name);
                scheme.map(Named).ok_or_else(|| E::custom(format!("no provider is called {name}")))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Named, A::Error> {
                Scheme::deserialize(MapAccessDeserializer::new(map)).map(Named)
            }
        }

        deserializer.deserialize_any(Reader)
    }
}
