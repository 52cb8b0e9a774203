//! Request: what of a request's line is signed, and the URLs that it may be signed with.
//!
//! The origin of a URL is never read from a request: behind a proxy nobody but the receiver knows it, and
//! what a request says of it anyone can write.

use alloc::vec::Vec;

use crate::scheme::{
    HEADER_BYTES_MAX, HeaderRow, RequestPart, Role, Scheme, URLS_MAX, UrlForm, is_of_url,
};

/// What a request asked for: method and URL as the client sent them, where they were passed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RequestLine<'a> {
    /// The method, such as `POST`.
    pub method: Option<&'a str>,
    /// Path and query, or the whole URL.
    pub url: Option<&'a str>,
}

/// Cuts what a row of the reading order wants out of what the caller passed for it: the method, or the
/// URL. The value of a header is handed through.
pub(crate) fn cut<'r>(row: &HeaderRow, passed: &'r [u8]) -> &'r [u8] {
    let is_url = passed.len() <= HEADER_BYTES_MAX && passed.iter().copied().all(is_of_url);
    match row.role {
        // Of what is no URL no part can be told: all of it is refused.
        Role::Request(RequestPart::Path | RequestPart::Query) if !is_url => passed,
        Role::Request(RequestPart::Url) if passed.len() > HEADER_BYTES_MAX => passed,
        Role::Request(RequestPart::Url) => target(passed),
        Role::Request(RequestPart::Path) => split_query(target(passed)).0,
        Role::Request(RequestPart::Query) => {
            let name = row.parameter().unwrap_or_default().as_bytes();
            parameter(name, split_query(target(passed)).1)
        }
        _ => passed,
    }
}

/// Path and query of a URL.
fn target(url: &[u8]) -> &[u8] {
    url.get(origin_len(url)..).filter(|target| !target.is_empty()).unwrap_or(b"/")
}

/// How many bytes of a URL stand before its path; none of one that is path and query already.
fn origin_len(url: &[u8]) -> usize {
    let Some(host) = behind_scheme(url) else { return 0 };
    let end = host.iter().position(|byte| matches!(byte, b'/' | b'?')).unwrap_or(host.len());
    if end == 0 { 0 } else { url.len() - host.len() + end }
}

/// What stands behind the scheme of a whole URL.
fn behind_scheme(url: &[u8]) -> Option<&[u8]> {
    url.strip_prefix(b"https://").or(url.strip_prefix(b"http://"))
}

fn split_query(target: &[u8]) -> (&[u8], &[u8]) {
    let path = target.iter().position(|byte| *byte == b'?').unwrap_or(target.len());
    (target.get(..path).unwrap_or_default(), target.get(path + 1..).unwrap_or_default())
}

/// The value of a parameter; nothing of one that does not come. Nothing, too, where an application could read
/// another value: from one that comes twice, or from a name with escapes, which may be the same.
fn parameter<'r>(wanted: &[u8], query: &'r [u8]) -> &'r [u8] {
    let mut found = None;
    for pair in query.split(|byte| *byte == b'&') {
        let end = pair.iter().position(|byte| *byte == b'=').unwrap_or(pair.len());
        let (name, value) = pair.split_at_checked(end).unwrap_or_default();
        let is_escaped = name.iter().any(|byte| matches!(byte, b'%' | b'+'));
        if is_escaped || (name == wanted && found.is_some()) {
            return &[];
        }
        if name == wanted {
            found = Some(value.get(1..).unwrap_or_default());
        }
    }
    found.unwrap_or_default()
}

/// Whether a part of the request line is written so that it can be signed as it is.
pub(crate) fn is_sound(part: RequestPart, value: &[u8]) -> bool {
    let fits = |byte: &u8| match part {
        RequestPart::Method => byte.is_ascii_uppercase(),
        RequestPart::Query => is_of_url(*byte) && !matches!(byte, b'%' | b'&' | b'+'),
        RequestPart::Url | RequestPart::Path => is_of_url(*byte),
    };
    // Without its slash, what arrives could go on with the host that stands in front of it.
    let is_rooted =
        value.starts_with(b"/") || matches!(part, RequestPart::Method | RequestPart::Query);
    is_rooted && (1..=HEADER_BYTES_MAX).contains(&value.len()) && value.iter().all(fits)
}

/// One form of a URL that the provider may have been given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Address {
    /// As it is signed.
    pub(crate) text: Vec<u8>,
    /// Path and query as they arrive.
    target: Vec<u8>,
}

impl Address {
    /// The URL itself.
    pub(crate) fn given(url: &str) -> Self {
        Self { text: url.into(), target: target(url.as_bytes()).into() }
    }

    /// The same in the other form that a scheme may sign.
    #[inline(never)]
    fn other(&self, form: UrlForm) -> Self {
        let (origin, mut rest) =
            self.text.split_at_checked(origin_len(&self.text)).unwrap_or_default();
        let mut text = origin.to_vec();
        if form == UrlForm::AnyPort {
            let port: &[u8] = if origin.starts_with(b"https") { b":443" } else { b":80" };
            match port_at(origin) {
                Some(port) => text.truncate(port),
                None => text.extend_from_slice(port),
            }
        }
        while let Some((byte, behind)) = rest.split_first() {
            let escape = if form == UrlForm::Decoded { decoded(rest) } else { None };
            text.push(escape.unwrap_or(*byte));
            rest = if escape.is_some() { behind.get(2..).unwrap_or_default() } else { behind };
        }
        Self { text, target: self.target.clone() }
    }

    /// Whether it is a whole URL without a fragment.
    pub(crate) fn is_whole(&self) -> bool {
        let text = self.text.as_slice();
        let first = behind_scheme(text).and_then(|host| host.first());
        let is_blank = |byte: &u8| matches!(byte, 0..=b' ' | b'#' | 0x7f);
        first.is_some_and(|byte| !matches!(byte, b'/' | b'?'))
            && text.len() <= HEADER_BYTES_MAX
            && !text.iter().any(is_blank)
    }

    /// Path and query as they arrive.
    pub(crate) fn target(&self) -> &[u8] {
        &self.target
    }

    /// Whether a request for this path and query is one for this URL.
    pub(crate) fn is_at(&self, target: &[u8]) -> bool {
        self.target == target
    }

    /// Scheme, host and port as they are signed.
    pub(crate) fn origin(&self) -> &[u8] {
        self.text.get(..origin_len(&self.text)).unwrap_or_default()
    }

    /// Whether one of two URLs begins, or ends, with the other: with a body beside them, one signature would
    /// prove both.
    pub(crate) fn is_within(&self, other: &Self) -> bool {
        other.text.starts_with(&self.text) || other.text.ends_with(&self.text)
    }
}

/// The URLs that deliveries of a scheme may be signed with, when the provider was given one of these; `None`
/// for a list that no endpoint may have.
pub(crate) fn addresses(
    scheme: &Scheme,
    urls: &mut dyn Iterator<Item = &str>,
) -> Option<Vec<Address>> {
    let mut addresses: Vec<Address> = Vec::new();
    if !scheme.headers().iter().any(HeaderRow::is_of_url) {
        return Some(addresses);
    }
    for url in urls {
        let given = Address::given(url);
        let other = given.other(scheme.url_form());
        for address in [given, other] {
            let is_fixed = scheme.fixed_url == Some(true);
            let is_same = |known: &Address| {
                if is_fixed { *known == address } else { known.origin() == address.origin() }
            };
            let clashes = |known: &Address| address.is_within(known) || known.is_within(&address);
            if !address.is_whole() {
                return None;
            }
            if addresses.iter().any(is_same) {
                continue;
            }
            let is_clear = !is_fixed || !addresses.iter().any(clashes);
            if !is_clear || addresses.len() == URLS_MAX {
                return None;
            }
            addresses.push(address);
        }
    }
    Some(addresses)
}

/// Where the port of an origin begins, with its colon.
fn port_at(origin: &[u8]) -> Option<usize> {
    let last = origin.iter().rposition(|byte| matches!(byte, b':' | b']' | b'@' | b'/'))?;
    (origin.get(last) == Some(&b':')).then_some(last)
}

/// What HubSpot decodes before it signs (request validation, "v3": `%3A %2F %3F %40 %21 %24 %27 %28 %29 %2A
/// %2C %3B`).
const DECODED: &[u8] = b":/?@!$'()*,;";

/// The character that a text begins with as one of these escapes.
fn decoded(text: &[u8]) -> Option<u8> {
    let mut byte = [0];
    let digits = text.strip_prefix(b"%")?.get(..2)?;
    hex::decode_to_slice(digits, &mut byte).ok()?;
    DECODED.iter().copied().find(|other| *other == byte[0])
}
