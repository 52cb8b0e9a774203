// The request line as part of what is signed: method, URL, path and query, and the URLs that an endpoint is known by.
import { BODY, NOW, SECRET, failsWith } from "./kit.mjs";

const signature = { header: "X-Acme-Signature" };
const FIXED = { name: "acme", algorithm: "hmac-sha256", signature, content: "{method}{url}{body}" };
const OPEN = { ...FIXED, content: "{method}\n{url}\n{path}\n{query:id}\n{body}" };
const OWN = "https://example.com/hooks/acme?id=7";

const open = ({ Webhook, defineScheme }, scheme, publicUrl) =>
  new Webhook(defineScheme(scheme), SECRET, { now: () => NOW, publicUrl });
const post = (url) => ({ method: "POST", url });

/** What a refusal says: code, detail and parameters. */
const told = ({ code, detail, params }) => [code, detail, params];

export const tests = {
  "believes no origin but the endpoint's own"(countersign, test) {
    for (const scheme of [FIXED, OPEN]) {
      const webhook = open(countersign, scheme, OWN);
      const headers = webhook.sign(BODY);
      for (const url of [OWN, "/hooks/acme?id=7", "http://127.0.0.1:3000/hooks/acme?id=7"])
        test.equal(failsWith(webhook.check(BODY, headers, post(url))), "verified", `${scheme.content} ${url}`);
      const other = open(countersign, scheme, "https://example.org/hooks/acme?id=7");
      const refused = other.check(BODY, headers, post(OWN));
      test.equal([refused.code, refused.detail], ["SIGNATURE_MISMATCH", "mismatch-url"], scheme.content);
    }
  },

  "says which URL was signed, and nothing that lets somebody in"(countersign, test) {
    const urls = ["https://user:password@example.com/hooks?token=hidden", "https://example.org/hooks"];
    const webhook = open(countersign, FIXED, urls);
    const shown = "https://...@example.com/hooks?... or https://example.org/hooks";
    const headers = webhook.sign(BODY);
    test.equal(told(webhook.check(BODY, headers, post("/hook"))), [
      "SIGNATURE_MISMATCH",
      "url-differs",
      { url: shown },
    ]);
    const changed = webhook.check(`${BODY} `, headers, post("/hooks"));
    test.equal(told(changed), ["SIGNATURE_MISMATCH", "mismatch-url", { url: shown }]);
    test.ok(!/password|hidden/.test(changed.message), "no secret of a URL stands in the message, which");
  },

  "demands method and URL from a receiver whose scheme signs them"(countersign, test) {
    const webhook = open(countersign, FIXED, OWN);
    const headers = webhook.sign(BODY);
    const facts = "{ method: request.method, url: request.url }";
    for (const request of [undefined, {}, { url: OWN }]) {
      const refused = webhook.check(BODY, headers, request);
      const expected = ["REQUEST_MISSING", "request-missing", { header: "The method", facts }];
      test.equal([told(refused), refused.family, refused.status], [expected, "misuse", 500], JSON.stringify(request));
      test.equal(webhook.checkHeaders(headers, request)?.code, "REQUEST_MISSING", "the headers alone");
      test.throws(() => webhook.verify(BODY, {}, request), "REQUEST_MISSING", "before anything that traffic can cause");
    }
    test.equal(webhook.check(BODY, headers, { method: "POST" }).params?.header, "The URL");
    const unknown = open(countersign, FIXED);
    test.equal(told(unknown.check(BODY, headers, post(OWN))), ["REQUEST_MISSING", "public-url-missing", {}]);
    test.equal(unknown.checkHeaders(headers, post(OWN))?.detail, "public-url-missing", "the headers alone");
  },

  "names the part that cannot be signed"(countersign, test) {
    const webhook = open(countersign, OPEN, OWN);
    const headers = webhook.sign(BODY);
    const refused = (method, url) => {
      const answer = webhook.check(BODY, headers, { method, url });
      test.equal([answer.code, answer.detail], ["SIGNATURE_MALFORMED", "request-form"], `${method} ${url}`);
      test.equal(webhook.checkHeaders(headers, { method, url })?.detail, "request-form", `${method} ${url}, alone`);
      return answer.params?.header;
    };
    test.equal(refused("post", OWN), "The method");
    test.equal(refused("", OWN), "The method");
    test.equal(refused("P\u00d6ST", OWN), "The method");
    for (const url of ["/hooks|?id=7", "/h\u00f6oks?id=7", "/ hooks?id=7", `/${"x".repeat(4096)}?id=7`, "/\ud800?id=7"])
      test.equal(refused("POST", url), "The URL", url.slice(0, 20));
    for (const url of ["/hooks", "/hooks?id=", "/hooks?id=7&id=7", "/hooks?id=%37", "/hooks?ID=7"])
      test.equal(refused("POST", url), "id in the query of the URL", url);
  },

  "signs for the endpoint's own URL, or for the one that is told"(countersign, test) {
    const webhook = open(countersign, OPEN, OWN);
    test.equal(failsWith(webhook.check(BODY, webhook.sign(BODY), post("/hooks/acme?id=7"))), "verified", "its own");
    const headers = webhook.sign(BODY, { method: "PUT", url: "https://example.com/x?id=1" });
    const at = (method, url) => failsWith(webhook.check(BODY, headers, { method, url }));
    test.equal([at("PUT", "/x?id=1"), at("POST", "/x?id=1")], ["verified", "SIGNATURE_MISMATCH"], "another");
    const sender = open(countersign, FIXED);
    const { params } = test.throws(() => sender.sign(BODY), "REQUEST_MISSING", "no URL");
    test.equal(params, { scheme: "acme" });
    const wrong = [{ url: "/hooks" }, { url: `${OWN}#part` }, { url: OWN, method: "post" }];
    for (const options of wrong)
      test.throws(() => sender.sign(BODY, options), "OPTION_INVALID", JSON.stringify(options));
    test.equal(sender.sign(BODY, { url: OWN }), open(countersign, FIXED, OWN).sign(BODY));
  },

  "refuses public URLs of which one signature would prove two"(countersign, test) {
    const anyPort = { ...FIXED, urlForm: "any-port" };
    const three = ["https://a.test/1", "https://a.test/2", "https://a.test/3"];
    for (const [scheme, urls] of [
      [FIXED, ["https://a.test/x", "https://a.test/xy"]],
      [FIXED, ["https://a.test/x", "https://b.test/?to=https://a.test/x"]],
      [FIXED, [...three, "https://a.test/4", "https://a.test/5"]],
      [FIXED, Array.from({ length: 20 }, (_, index) => `https://${index}.test/x`)],
      [FIXED, [`https://a.test/${"x".repeat(4096)}`]],
      [anyPort, three],
    ]) {
      const { detail, params } = test.throws(() => open(countersign, scheme, urls), "OPTION_INVALID", `${urls[1]}`);
      test.equal([detail, params], ["public-urls", { scheme: "acme", count: 4 }]);
    }
    for (const urls of [three, [...three, three[0]]]) open(countersign, FIXED, urls).dispose();
    open(countersign, OPEN, ["https://a.test/x", "https://a.test/xy"]).dispose();
  },

  async "reads method and URL of a Request by itself"(countersign, test) {
    const webhook = open(countersign, FIXED, OWN);
    const request = (url, init = {}) =>
      new Request(url, { method: "POST", headers: webhook.sign(BODY), body: BODY, ...init });
    test.equal(new TextDecoder().decode((await webhook.verifyRequest(request(OWN))).body), BODY);
    const codeOf = async (given) => (await webhook.verifyRequest(given).catch((error) => error)).code;
    test.equal(await codeOf(request(`${OWN}&x`)), "SIGNATURE_MISMATCH", "another URL");
    test.equal(await codeOf(request(OWN, { method: "PUT" })), "SIGNATURE_MISMATCH", "another method");
  },
};
