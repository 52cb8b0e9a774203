//! Delivery: one HTTP attempt as received, and what a scheme reads of it.

use alloc::borrow::Cow;
use alloc::vec::Vec;
use core::fmt;

use crate::scheme::{HEADERS_MAX, HeaderRow, Role, Scheme, same_name};

/// One HTTP attempt, exactly as received.
///
/// The body is never decoded, trimmed or re-serialised: a provider signed these bytes and no others.
/// Header names are compared without regard to case; values are bytes, and nothing is trimmed.
#[derive(Clone)]
#[non_exhaustive]
pub struct Delivery<'a> {
    /// Names and values in the order in which they arrived.
    pub headers: Vec<(&'a str, &'a [u8])>,
    /// The raw body.
    pub body: &'a [u8],
    /// The request line, where it was passed. Only a scheme that signs it reads it.
    pub request: Option<RequestLine<'a>>,
}

/// What a request asked for: method and URL, as the client sent them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RequestLine<'a> {
    /// The method, such as `POST`.
    pub method: &'a str,
    /// Path and query, or the whole URL.
    pub url: &'a str,
}

/// Names the headers and the length of the body. Values stay out of logs: a signature is among them.
impl fmt::Debug for Delivery<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<&str> = self.headers.iter().map(|(name, _)| *name).collect();
        f.debug_struct("Delivery")
            .field("headers", &names)
            .field("body", &format_args!("{} bytes", self.body.len()))
            .field("request", &self.request)
            .finish()
    }
}

impl<'a> Delivery<'a> {
    /// A delivery of these headers and this body.
    pub fn new<N: AsRef<str>, V: AsRef<[u8]>>(headers: &'a [(N, V)], body: &'a [u8]) -> Self {
        let headers = headers.iter().map(|(name, value)| (name.as_ref(), value.as_ref()));
        Self { headers: headers.collect(), body, request: None }
    }

    /// The same delivery, with its request line.
    #[must_use]
    pub fn with_request(self, method: &'a str, url: &'a str) -> Self {
        Self { request: Some(RequestLine { method, url }), ..self }
    }

    /// The values that `scheme` reads.
    pub(crate) fn values(&self, scheme: &Scheme) -> Values<'a> {
        let mut values = Values::default();
        for (place, row) in values.0.iter_mut().zip(scheme.headers()) {
            *place = self.header(&row.name);
        }
        values
    }

    /// The value under `name`. What arrived more than once is joined by a comma and a space, as HTTP
    /// itself and every `Headers` object joins it, so that the verdict cannot depend on the host.
    fn header(&self, name: &str) -> Option<Cow<'a, [u8]>> {
        let mut values = self.headers.iter().filter(|header| same_name(header.0, name));
        let first = values.next()?.1;
        Some(values.fold(Cow::Borrowed(first), |joined, (_, value)| {
            Cow::Owned([&joined, b", ".as_slice(), value].concat())
        }))
    }
}

/// Owner of the values that one scheme reads, some of which had to be joined.
#[derive(Clone, Default)]
pub(crate) struct Values<'a>([Option<Cow<'a, [u8]>>; HEADERS_MAX]);

impl Values<'_> {
    pub(crate) fn reading(&self) -> Reading<'_> {
        Reading::of(self.0.iter().map(Option::as_deref))
    }
}

/// The header values that one scheme reads, in the order of [`Scheme::headers`].
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Reading<'r>([Option<&'r [u8]>; HEADERS_MAX]);

impl<'r> Reading<'r> {
    /// A reading of values already in order.
    pub(crate) fn of(values: impl Iterator<Item = Option<&'r [u8]>>) -> Self {
        let mut reading = Self::default();
        for (place, value) in reading.0.iter_mut().zip(values) {
            *place = value;
        }
        reading
    }

    /// The value of the header at `index` of the reading order.
    pub(crate) fn value(&self, index: usize) -> Option<&'r [u8]> {
        *self.0.get(index)?
    }

    /// The values of the headers that `scheme` reads, each with its place and its role.
    pub(crate) fn roles<'s>(
        &self,
        scheme: &'s Scheme,
    ) -> impl Iterator<Item = (usize, &'s Role, Option<&'r [u8]>)> {
        let rows = scheme.headers().iter().enumerate().zip(self.0);
        rows.map(|((index, HeaderRow { role, .. }), value)| (index, role, value))
    }
}
