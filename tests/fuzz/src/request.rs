//! Request: the line of a request in a model, where headers and parts of the line stand in one list.

use countersign::scheme::{Part, UrlForm};
use countersign::{Delivery, Endpoint, Scheme};

/// What the endpoints of the fuzz targets are known by.
pub const PUBLIC_URLS: [&str; 2] =
    ["https://example.com/hooks?id=1", "http://example.org:8080/%2F"];

/// The endpoint, known by its URLs.
pub fn known(endpoint: Endpoint) -> Endpoint {
    endpoint.with_public_urls(PUBLIC_URLS).unwrap()
}

/// Whether a row of the reading order is a part of the request line, and whether it is one of the URL.
pub fn is_of_line(name: &str) -> bool {
    name.starts_with(':')
}

fn is_of_url(name: &str) -> bool {
    is_of_line(name) && name != ":method"
}

/// One URL for all rows that are parts of it, and texts where the line has texts: a request has one line.
pub fn settle(scheme: &Scheme, values: &mut [Option<Vec<u8>>]) {
    let rows = scheme.headers().iter().zip(values.iter());
    let url =
        rows.clone().find(|(row, _)| is_of_url(&row.name)).and_then(|(_, value)| value.clone());
    for (row, value) in scheme.headers().iter().zip(values) {
        if is_of_url(&row.name) {
            value.clone_from(&url);
        }
        if is_of_line(&row.name)
            && let Some(bytes) = value
        {
            *bytes = String::from_utf8_lossy(bytes).into_owned().into_bytes();
        }
    }
}

/// The delivery of these headers, among which the parts of the line stand by their names.
pub fn delivery<'d, V: AsRef<[u8]>>(headers: &'d [(String, V)], body: &'d [u8]) -> Delivery<'d> {
    let text = |wanted: fn(&str) -> bool| {
        let (_, value) = headers.iter().find(|(name, _)| wanted(name))?;
        Some(std::str::from_utf8(value.as_ref()).expect("it was settled"))
    };
    let mut delivery = Delivery::new(headers, body);
    delivery.request.method = text(|name| name == ":method");
    delivery.request.url = text(is_of_url);
    delivery
}

/// The part of a URL that a row stands for, or the value of a header as it is.
pub fn part(name: &str, value: &[u8]) -> Vec<u8> {
    if !is_of_url(name) {
        return value.to_vec();
    }
    let text = String::from_utf8_lossy(value);
    let target = target(&text);
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    match name.strip_prefix(":query:") {
        Some(parameter) => {
            let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
            let value = pairs.filter(|(name, _)| *name == parameter).map(|(_, value)| value).next();
            value.unwrap_or_default().into()
        }
        None if name == ":path" => path.into(),
        None => target.into(),
    }
}

/// Path and query of a URL.
fn target(url: &str) -> &str {
    let target = match url.split_once("://") {
        Some(("http" | "https", rest)) => rest.find(['/', '?']).map_or("", |index| &rest[index..]),
        _ => url,
    };
    if target.is_empty() { "/" } else { target }
}

/// Every URL that may have been signed, when this one was asked for; one that is empty without a URL.
pub fn signed_urls(scheme: &Scheme, url: &[u8]) -> Vec<Vec<u8>> {
    let place = scheme.content().iter().position(|part| matches!(part, Part::Url(_)));
    let Some(place) = place else { return vec![Vec::new()] };
    let body = scheme.content().iter().position(|part| *part == Part::Body).unwrap();
    let beside = if place < body { place + 1 } else { place - 1 };
    let stranger = |char| " \n\"#<>\\^`{|}".contains(char);
    let is_open =
        matches!(&scheme.content()[beside], Part::Literal(text) if text.contains(stranger));
    let text = String::from_utf8_lossy(url);
    let arrived = target(&text);
    let form = scheme.to_spec().url_form;
    let own = PUBLIC_URLS.iter().filter(|url| is_open || target(url) == arrived);
    let both = own.flat_map(|url| {
        let (origin, rest) = url.split_at(url.len() - target(url).len());
        [origin.to_string(), other_port(origin, form)].map(|origin| {
            let rest = if is_open { arrived } else { rest };
            [[origin.clone(), rest.to_string()].concat(), [origin, decoded(rest, form)].concat()]
        })
    });
    both.flatten().map(String::into_bytes).collect()
}

fn other_port(origin: &str, form: UrlForm) -> String {
    match (form, origin.strip_suffix(":8080")) {
        (UrlForm::AnyPort, Some(bare)) => bare.into(),
        (UrlForm::AnyPort, None) => format!("{origin}:443"),
        _ => origin.into(),
    }
}

fn decoded(rest: &str, form: UrlForm) -> String {
    if form == UrlForm::Decoded { rest.replace("%2F", "/") } else { rest.into() }
}
