//! Method, URL, path and query as part of what is signed.

use countersign::scheme::{RequestPart, Role};
use countersign::{Code, Delivery, Detail, Endpoint, Proof, Rejection, Scheme, Signing};
use serde_json::{from_str, json};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::objects::{LINED, URLED, with};

const SECRET: &str = "a secret of sixteen bytes";
const NOW_MS: u64 = 1_700_000_000_000;
const PUBLIC: &str = "https://example.com/hooks?id=7";

fn scheme(object: &str) -> Scheme {
    from_str(object).unwrap()
}

/// The same scheme with another content, and another form of its URL.
fn signing(content: &str, form: &str) -> Scheme {
    let object = with(URLED, "content", json!(content)).to_string();
    scheme(&with(&object, "urlForm", json!(form)).to_string())
}

fn endpoint(scheme: Scheme, urls: &[&str]) -> Endpoint {
    let endpoint = Endpoint::new(scheme, [SECRET]).unwrap();
    endpoint.with_public_urls(urls.iter().copied()).unwrap()
}

fn signed(endpoint: &Endpoint, method: &str, url: &str) -> Vec<(String, String)> {
    endpoint.sign(b"{}", &Signing::at(NOW_MS).with_request(method, url)).unwrap()
}

fn judged(
    endpoint: &Endpoint,
    headers: &[(String, String)],
    method: &str,
    url: &str,
) -> Result<Proof, Rejection> {
    let delivery = Delivery::new(headers, b"{}").with_request(method, url);
    endpoint.verify(&delivery, NOW_MS).map(|verified| verified.proof())
}

#[wasm_bindgen_test(unsupported = test)]
fn a_url_beside_the_body_is_the_endpoints_own_whatever_origin_the_request_names() {
    let endpoint = endpoint(signing("{url}{body}", "given"), &[PUBLIC]);
    let headers = signed(&endpoint, "POST", "");
    for url in
        [PUBLIC, "/hooks?id=7", "http://localhost:8080/hooks?id=7", "https://evil.test/hooks?id=7"]
    {
        assert!(judged(&endpoint, &headers, "POST", url).is_ok(), "{url}");
    }
    for url in [
        "x://y/hooks?id=7",
        "?a=://y/hooks?id=7",
        "HTTP://y/hooks?id=7",
        "/hooks",
        "/hooks?id=8",
        "/hooks?id=7&a",
        "/Hooks?id=7",
        "/hooks/?id=7",
        "",
        "//",
    ] {
        let rejection = judged(&endpoint, &headers, "POST", url).unwrap_err();
        assert_eq!(rejection.detail(), Detail::UrlDiffers, "{url}");
        assert_eq!(rejection.code(), Code::SignatureMismatch);
        let sentence = "The request came to another URL than the one that is signed, \
                        https://example.com/hooks?....";
        assert_eq!(endpoint.sentence(rejection), sentence);
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn a_url_between_fixed_texts_is_what_arrived_behind_the_endpoints_origin() {
    let endpoint = endpoint(scheme(LINED), &["https://example.com"]);
    let url = "https://example.com/any/path?id=12&x=%20y";
    let headers = signed(&endpoint, "PUT", url);
    assert!(judged(&endpoint, &headers, "PUT", "/any/path?id=12&x=%20y").is_ok());
    for (method, url) in [
        ("POST", "/any/path?id=12&x=%20y"),
        ("PUT", "/any/path?id=12&x=y"),
        ("PUT", "/any/path?id=12"),
        ("PUT", "/any/?id=12&x=%20y"),
    ] {
        let rejection = judged(&endpoint, &headers, method, url).unwrap_err();
        assert_eq!(rejection.detail(), Detail::MismatchUrl, "{method} {url}");
    }
    let sentence = "Signature mismatch of body and URL, https://example.com: the secret is wrong, \
                    the provider was given another URL, or the body is not the raw bytes that \
                    arrived. countersign/explain can tell which.";
    let rejection = judged(&endpoint, &headers, "POST", url).unwrap_err();
    assert_eq!(endpoint.sentence(rejection), sentence);
}

#[wasm_bindgen_test(unsupported = test)]
fn what_of_a_request_cannot_be_signed_is_malformed_and_named() {
    let endpoint = endpoint(scheme(LINED), &[PUBLIC]);
    let headers = signed(&endpoint, "POST", PUBLIC);
    let query = "id in the query of the URL is missing or malformed: expected it once, in characters \
                 that need no escape.";
    let url = "The URL is missing or malformed: expected the characters of a URL (RFC 3986).";
    let long = format!("/{}?id=7", "x".repeat(4096));
    let whole = format!("https://{}/hooks?id=7", "h".repeat(4096));
    for (method, target, sentence) in [
        ("post", "/hooks?id=7", "The method is missing or malformed: expected capital letters."),
        ("", "/hooks?id=7", "The method is missing or malformed: expected capital letters."),
        ("POST\n", "/hooks?id=7", "The method is missing or malformed: expected capital letters."),
        ("POST", "/hooks", query),
        ("POST", "/hooks?id", query),
        ("POST", "/hooks?id=", query),
        ("POST", "/hooks?ID=7", query),
        ("POST", "/hooks?id=7&id=7", query),
        ("POST", "/hooks?id=7&x=1&id=8", query),
        ("POST", "/hooks?id=%37", query),
        ("POST", "/hooks?%69d=8&id=7", query),
        ("POST", "/hooks?id&id=7", query),
        ("POST", "/hooks?id=7&id", query),
        ("POST", "/hooks?id=7+7", query),
        ("POST", "/hooks?id=7#", url),
        ("POST", "/ho\noks?id=7", url),
        ("POST", "/ho oks?id=7", url),
        ("POST", "/hööks?id=7", url),
        ("POST", "/ho|oks?id=7", url),
        ("POST", ".evil.test/hooks?id=7", url),
        ("POST", ":443/hooks?id=7", url),
        ("POST", "@evil.test/hooks?id=7", url),
        ("POST", "*?id=7", url),
        ("POST", "https:///hooks?id=7", url),
        ("POST", "https://?id=7", url),
        ("POST", &whole, url),
        ("POST", &long, url),
    ] {
        let rejection = judged(&endpoint, &headers, method, target).unwrap_err();
        assert_eq!(rejection.detail(), Detail::RequestForm, "{method} {target}");
        assert_eq!(rejection.code(), Code::SignatureMalformed);
        assert_eq!(endpoint.sentence(rejection), sentence, "{method} {target}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn a_part_that_holds_what_ends_it_is_ambiguous() {
    let endpoint = endpoint(signing("{path}:{query:q}-{body}", "given"), &[]);
    let headers = signed(&endpoint, "POST", "https://example.com/a?q=1");
    assert!(judged(&endpoint, &headers, "POST", "/a?q=1").is_ok());
    for url in ["/a:b?q=1", "/a?q=1-2", "/:?q=1"] {
        let rejection = judged(&endpoint, &headers, "POST", url).unwrap_err();
        assert_eq!(rejection.detail(), Detail::Ambiguous, "{url}");
    }
    let sentence = "The path of the URL holds the text that ends it in the signed content, so that \
                    could be split in two ways.";
    let rejection = judged(&endpoint, &headers, "POST", "/a:b?q=1").unwrap_err();
    assert_eq!(endpoint.sentence(rejection), sentence);
}

#[wasm_bindgen_test(unsupported = test)]
fn a_request_line_that_nobody_passed_is_the_receivers_mistake() {
    let endpoint = endpoint(scheme(LINED), &[PUBLIC]);
    // Also when nothing else arrived: it is missing from every delivery.
    for headers in [signed(&endpoint, "POST", PUBLIC), Vec::new()] {
        let rejection = endpoint.verify(&Delivery::new(&headers, b"{}"), NOW_MS).unwrap_err();
        assert_eq!(rejection.detail(), Detail::RequestMissing);
        assert_eq!(rejection.code(), Code::RequestMissing);
        let sentence = "The method is signed and was not passed: \
                        pass { method: request.method, url: request.url }.";
        assert_eq!(endpoint.sentence(rejection), sentence);
    }
    let unknown = Endpoint::new(scheme(LINED), [SECRET]).unwrap();
    let headers = signed(&endpoint, "POST", PUBLIC);
    let rejection = judged(&unknown, &headers, "POST", "/hooks?id=7").unwrap_err();
    assert_eq!(rejection.detail(), Detail::PublicUrlMissing);
    assert_eq!(rejection.code(), Code::RequestMissing);
    assert!(unknown.sentence(rejection).contains("does not know its own: pass publicUrl"));
}

/// The URLs that the request is tried with, and which of them a provider may have signed.
#[wasm_bindgen_test(unsupported = test)]
fn every_form_of_a_url_that_the_scheme_knows_is_tried() {
    let own = "https://user:pw@example.com:8443/a%2Fb?x=%3a%20&y=%2f";
    for (form, url, signed_url) in [
        ("any-port", "https://example.com/a", "https://example.com:443/a"),
        ("any-port", "https://example.com/a", "https://example.com/a"),
        ("any-port", "http://[::1]/a", "http://[::1]:80/a"),
        ("any-port", "http://[::1]:8080/a", "http://[::1]/a"),
        ("any-port", own, "https://user:pw@example.com/a%2Fb?x=%3a%20&y=%2f"),
        ("decoded", own, own),
        ("decoded", own, "https://user:pw@example.com:8443/a/b?x=:%20&y=/"),
        (
            "decoded",
            "https://x.test/%3A%2F%3F%40%21%24%27%28%29%2A%2C%3B%2b%",
            "https://x.test/:/?@!$'()*,;%2b%",
        ),
        ("decoded", "https://x.test/ü%3A%3", "https://x.test/ü:%3"),
        ("given", "https://example.com", "https://example.com"),
    ] {
        let receiver = endpoint(signing("{url}{body}", form), &[url]);
        let sender = endpoint(signing("{url}{body}", "given"), &[signed_url]);
        let headers = signed(&sender, "POST", "");
        let verdict = judged(&receiver, &headers, "POST", url);
        assert!(verdict.is_ok(), "{form} {url} {signed_url}: {verdict:?}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn a_secret_is_found_whichever_url_was_signed() {
    let scheme = signing("{url}{body}", "any-port");
    let secrets = ["first secret of three", "second secret of three", "third secret of three"];
    let urls = ["https://example.com/a", "https://example.org/a"];
    let receiver = Endpoint::new(scheme.clone(), secrets).unwrap().with_public_urls(urls).unwrap();
    for (index, secret) in secrets.into_iter().enumerate() {
        for url in urls {
            let sender = Endpoint::new(scheme.clone(), [secret]).unwrap();
            let headers = signed(&sender, "POST", url);
            let proof = judged(&receiver, &headers, "POST", "/a").unwrap();
            assert_eq!(proof.secret_index, index, "{url}");
        }
    }
    let others = Endpoint::new(scheme, ["no secret of these"]).unwrap();
    let headers = signed(&others, "POST", urls[0]);
    let rejection = judged(&receiver, &headers, "POST", "/a").unwrap_err();
    assert_eq!(rejection.detail(), Detail::MismatchUrl);
}

#[wasm_bindgen_test(unsupported = test)]
fn public_urls_of_which_one_signature_would_prove_two_are_refused() {
    let refused = |scheme: Scheme, urls: &[&str]| {
        let endpoint = Endpoint::new(scheme, [SECRET]).unwrap();
        endpoint.with_public_urls(urls.iter().copied()).err()
    };
    let fixed = || signing("{url}{body}", "given");
    let two = || signing("{url}{body}", "any-port");
    for urls in [
        &["https://a.test/x", "https://a.test/xy"][..],
        &["https://a.test/xy", "https://a.test/x"],
        &["https://a.test", "https://a.test/"],
        &["https://a.test/x", "https://b.test/?u=https://a.test/x"],
        &[
            "https://a.test/1",
            "https://a.test/2",
            "https://a.test/3",
            "https://a.test/4",
            "https://a.test/5",
        ],
        &["/x"],
        &["ftp://a.test/x"],
        &["https://"],
        &["https:///x"],
        &["https://?x"],
        &["https://a.test/x#y"],
        &["https://a.test/x y"],
        &["https://a.test/x\u{7f}"],
        &[""],
    ] {
        assert_eq!(refused(fixed(), urls), Some(Code::OptionInvalid), "{urls:?}");
    }
    assert_eq!(refused(two(), &["https://a.test/1", "https://a.test/2"]), None);
    let three = ["https://a.test/1", "https://a.test/2", "https://a.test/3"];
    assert_eq!(refused(two(), &three), Some(Code::OptionInvalid));
    assert_eq!(refused(fixed(), &three), None);
    // The same twice is one.
    assert_eq!(
        refused(two(), &["https://a.test/1", "https://a.test:443/1", "https://a.test/2"]),
        None
    );
    // Where it is told where the URL ends, only the origins count.
    assert_eq!(refused(scheme(LINED), &["https://a.test/x", "https://a.test/xy"]), None);
    assert_eq!(refused(signing("{body}", "given"), &["https://a.test/x"]), None);
}

#[wasm_bindgen_test(unsupported = test)]
fn what_cannot_be_verified_is_not_signed() {
    let sign = |endpoint: &Endpoint, method, url| {
        endpoint.sign(b"{}", &Signing::at(NOW_MS).with_request(method, url)).err()
    };
    let fixed = Endpoint::new(signing("{method}{url}{body}", "given"), [SECRET]).unwrap();
    assert_eq!(sign(&fixed, "POST", ""), Some(Code::RequestMissing));
    for (method, url) in
        [("post", PUBLIC), ("", PUBLIC), ("POST", "/hooks"), ("POST", "https://a.test/#x")]
    {
        assert_eq!(sign(&fixed, method, url), Some(Code::OptionInvalid), "{method} {url}");
    }
    let lined = endpoint(scheme(LINED), &[PUBLIC]);
    assert_eq!(sign(&lined, "POST", ""), None);
    for url in ["https://a.test/", "https://a.test/?id=%20", "https://a.test/|?id=7"] {
        assert_eq!(sign(&lined, "POST", url), Some(Code::OptionInvalid), "{url}");
    }
    let path = Endpoint::new(signing("{path}:{body}", "given"), [SECRET]).unwrap();
    assert_eq!(sign(&path, "POST", ""), Some(Code::RequestMissing));
    assert_eq!(sign(&path, "POST", "/a:b"), Some(Code::OptionInvalid));
    assert_eq!(sign(&path, "POST", "/a"), None);
}

#[wasm_bindgen_test(unsupported = test)]
fn a_scheme_lists_the_parts_of_the_request_behind_its_headers() {
    let scheme = scheme(LINED);
    let rows: Vec<_> = scheme.headers().iter().map(|row| (row.name.as_str(), &row.role)).collect();
    let request = |part| Role::Request(part);
    assert_eq!(
        rows,
        [
            ("X-Sig", &Role::Signature),
            (":method", &request(RequestPart::Method)),
            (":url", &request(RequestPart::Url)),
            (":path", &request(RequestPart::Path)),
            (":query:id", &request(RequestPart::Query)),
        ]
    );
    assert_eq!(Scheme::new(scheme.to_spec()), Ok(scheme));
}
