// Attacks on the request line: method, URL, path and query, where they are signed.

import { signsUrl } from "../draft.mjs";
import { isFixedUrl } from "../joints.mjs";
import { targetOf } from "../sign.mjs";
import { accepted, both, refused } from "./row.mjs";

const signs = (kind) => (scheme) => scheme.content.some(({ part }) => part === kind);
const isFixed = both(signsUrl, isFixedUrl);
const isOpen = both(signsUrl, (scheme) => !isFixedUrl(scheme));
const hasForm = (form) => both(signsUrl, ({ urlForm }) => urlForm === form);
const parameterOf = ({ content }) => content.find(({ part }) => part === "query").name;

/** The same delivery at another path and query. */
const cameTo =
  (change) =>
  ({ line, scheme }) => ({ request: { url: change(targetOf(line.url), scheme) } });
/** A delivery that was signed for another URL than the receiver knows. */
const signedFor =
  (change) =>
  ({ line }) => ({ line: { ...line, url: change(line.url) } });

const mismatch = (comment, make, when) => refused("SIGNATURE_MISMATCH", "request-line", comment, make, when);
const malformed = (comment, make, when) => refused("SIGNATURE_MALFORMED", "request-line", comment, make, when);

const withParameter = (target) => `${target}${target.includes("?") ? "&" : "?"}x=1`;
const withSegment = (target) => target.replace(/^[^?]*/, "$&/x");

export const requestAttacks = [
  mismatch("URL with one more parameter", cameTo(withParameter), signsUrl),
  mismatch("URL with another path", cameTo(withSegment), signsUrl),
  mismatch(
    "URL in another letter case",
    cameTo((target) => target.replace("/w", "/W")),
    signsUrl,
  ),
  mismatch(
    "path with one more segment",
    cameTo(withSegment),
    both(signs("path"), (scheme) => !isFixed(scheme)),
  ),
  mismatch("another method", () => ({ request: { method: "PUT" } }), signs("method")),
  mismatch(
    "another parameter",
    cameTo((target, scheme) => target.replace(`${parameterOf(scheme)}=`, "$&9")),
    signs("query"),
  ),
  mismatch(
    "signed for another origin",
    signedFor((url) => url.replace("example.com", "example.org")),
    signsUrl,
  ),
];

const asWhole = (origin) => cameTo((target) => `${origin}${target}`);

export const deepRequestAttacks = [
  accepted(
    "request-line",
    "the whole URL as the receiver sees it, behind a proxy",
    asWhole("http://10.0.0.1:8080"),
    signsUrl,
  ),
  accepted(
    "request-line",
    "the whole URL of another host, which no receiver can believe",
    asWhole("https://evil.test"),
    signsUrl,
  ),
  accepted(
    "request-line",
    "two URLs, the second of which was signed",
    ({ line }) => ({ publicUrls: [line.url.replace("example.com", "example.org"), line.url] }),
    signsUrl,
  ),
  mismatch(
    "no path at all",
    cameTo(() => "/"),
    both(signsUrl, (scheme) => !signs("query")(scheme)),
  ),
  mismatch(
    "URL with two slashes",
    cameTo((target) => `/${target}`),
    isFixed,
  ),
  malformed(
    "URL with a fragment",
    cameTo((target) => `${target}#x`),
    isOpen,
  ),
  malformed(
    "URL with a line break",
    cameTo((target) => `${target}\n`),
    isOpen,
  ),
  malformed(
    "URL with a brace",
    cameTo((target) => `${target}{}`),
    isOpen,
  ),
  malformed("URL that goes on with the host", cameTo((target) => `.evil.test${target}`), isOpen),
  malformed("URL that goes on with a port", cameTo((target) => `:443${target}`), isOpen),
  malformed("URL without a host", cameTo((target) => `https://${target}`), isOpen),
  malformed("URL of more than 4096 bytes", cameTo((target) => `https://${"h".repeat(4096)}${target}`), isOpen),
  malformed("method in small letters", () => ({ request: { method: "post" } }), signs("method")),
  malformed("method with a digit", () => ({ request: { method: "POST1" } }), signs("method")),
  malformed("no method", () => ({ request: { method: "" } }), signs("method")),
  malformed(
    "no parameter",
    cameTo((target, scheme) => target.replace(`${parameterOf(scheme)}=`, "other=")),
    signs("query"),
  ),
  malformed(
    "parameter that comes twice",
    cameTo((target, scheme) => `${target}&${parameterOf(scheme)}=1`),
    signs("query"),
  ),
  malformed(
    "parameter with an escape",
    cameTo((target, scheme) => target.replace(`${parameterOf(scheme)}=1`, `${parameterOf(scheme)}=%31`)),
    signs("query"),
  ),
  malformed(
    "parameter that comes again with an escape in its name",
    cameTo((target, scheme) => target.replace("?", `?%${Buffer.from(parameterOf(scheme)[0]).toString("hex")}${parameterOf(scheme).slice(1)}=9&`)),
    signs("query"),
  ),
  malformed(
    "parameter that comes again without a value",
    cameTo((target, scheme) => target.replace("?", `?${parameterOf(scheme)}&`)),
    signs("query"),
  ),
  malformed("parameter behind a fragment", cameTo((target) => target.replace("?", "#?")), signs("query")),
  malformed(
    "parameter without a value",
    cameTo((target, scheme) => target.replace(`${parameterOf(scheme)}=1`, `${parameterOf(scheme)}=`)),
    signs("query"),
  ),
  accepted(
    "request-line",
    "signed with the port of https",
    signedFor((url) => url.replace("example.com", "example.com:443")),
    hasForm("any-port"),
  ),
  accepted(
    "request-line",
    "signed without the port that was given",
    ({ line }) => ({ publicUrls: [line.url.replace("example.com", "example.com:8443")] }),
    hasForm("any-port"),
  ),
  mismatch(
    "signed with another port",
    signedFor((url) => url.replace("example.com", "example.com:8443")),
    hasForm("any-port"),
  ),
  mismatch(
    "signed with the port of https, which is not tried",
    signedFor((url) => url.replace("example.com", "example.com:443")),
    (scheme) => signsUrl(scheme) && scheme.urlForm !== "any-port",
  ),
  accepted(
    "request-line",
    "signed with its escapes decoded",
    ({ line }) => ({
      publicUrls: [`${line.url}?at=%3A%2f%21`],
      line: { ...line, url: `${line.url}?at=:/!` },
      request: { url: `${targetOf(line.url)}?at=%3A%2f%21` },
    }),
    hasForm("decoded"),
  ),
  mismatch(
    "signed with escapes decoded that the provider leaves",
    ({ line }) => ({
      publicUrls: [`${line.url}?at=%41`],
      line: { ...line, url: `${line.url}?at=A` },
      request: { url: `${targetOf(line.url)}?at=%41` },
    }),
    hasForm("decoded"),
  ),
];
