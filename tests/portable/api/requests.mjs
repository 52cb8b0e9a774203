// Requests: the third argument of verify and check tells what a delivery is beside its headers and its body, and
// verifyRequest tells it by itself. No scheme that is built in reads method or URL.
import { ANY_SECRET, BODY, NOW, SECRET, agentbot, failsWith } from "./kit.mjs";

const URL = "https://example.com/webhooks/agentbot?site=a%2Fb&site=%C3%BC";
const FACTS = [undefined, {}, { method: "POST", url: URL }, { method: "", url: "" }, { receivedAt: NOW }];
FACTS.push({ receivedAt: new Date(NOW) }, { method: undefined, url: undefined, receivedAt: undefined });

class Facts {
  method = "POST";
}

class IncomingMessage {
  method = "POST";
  url = "/";
  headers = {};
}
// A bundler may have given it another name.
Object.defineProperty(IncomingMessage, "name", { value: "IncomingMessage" });

/** What looks like a request, or like the facts of one, and is not a plain object. */
const wholes = () => ({
  "a Request": [new Request(URL, { method: "POST", body: BODY }), "a whole Request"],
  "Node's request": [new IncomingMessage(), "a whole IncomingMessage"],
  "an instance of a class": [new Facts(), "an object"],
  Headers: [new Headers(), "an object"],
  "a URL": [new globalThis.URL(URL), "an object"],
  "a Map": [new Map([["method", "POST"]]), "an object"],
  "a Date": [new Date(NOW), "an object"],
  "a list": [[URL], "a list"],
  "a URL as text": [URL, "a string"],
  "a method": ["POST", "a string"],
  "a time": [NOW, `${NOW}`],
  null: [null, "null"],
  true: [true, "true"],
  "a function": [() => ({}), "a function"],
});

export const tests = {
  "takes the facts of a request, and verifies without them all the same"(countersign, test) {
    const webhook = agentbot(countersign);
    const headers = webhook.sign(BODY);
    for (const facts of FACTS) {
      const what = JSON.stringify(facts);
      test.equal(failsWith(webhook.check(BODY, headers, facts)), "verified", what);
      test.equal(webhook.verify(BODY, headers, facts).type, "message.created", what);
      test.equal(failsWith(webhook.check(`${BODY} `, headers, facts)), "SIGNATURE_MISMATCH", what);
    }
    const bare = Object.assign(Object.create(null), { method: "POST", url: URL });
    test.equal(failsWith(webhook.check(BODY, headers, bare)), "verified", "an object without a prototype");
    test.equal(failsWith(webhook.check(BODY, headers, Object.freeze({ method: "PUT" }))), "verified", "frozen");
  },

  "changes no verdict by a method or a URL, for every scheme that is built in"({ Webhook, providers }, test) {
    for (const name of Object.keys(providers)) {
      const webhook = new Webhook(name, ANY_SECRET, { now: () => NOW });
      const headers = webhook.sign(BODY);
      for (const facts of [
        { method: "GET" },
        { url: "https://attacker.example/" },
        { method: "\u0000", url: "\ud800" },
      ]) {
        test.equal(failsWith(webhook.check(BODY, headers, facts)), "verified", `${name} ${JSON.stringify(facts)}`);
      }
    }
  },

  "refuses a whole request, and everything else that is not a plain object"(countersign, test) {
    const webhook = agentbot(countersign);
    const headers = webhook.sign(BODY);
    for (const [what, [request, value]] of Object.entries(wholes())) {
      const { code, detail, params, message, family } = webhook.check(BODY, headers, request);
      test.equal([code, family, detail], ["OPTION_INVALID", "misuse", "request-not-plain"], what);
      test.equal(params, { value }, what);
      test.matches(message ?? "", /\{ method: request\.method, url: request\.url \}/, what);
      test.throws(() => webhook.verify(BODY, headers, request), "OPTION_INVALID", `verify, ${what}`);
    }
  },

  "refuses a fact that it does not know, and suggests the one that was meant"(countersign, test) {
    const webhook = agentbot(countersign);
    const refused = (facts) => {
      const { code, detail, params } = webhook.check(BODY, webhook.sign(BODY), facts);
      test.equal([code, detail], ["OPTION_INVALID", "option-unknown"], JSON.stringify(facts));
      return params ?? {};
    };
    test.equal(refused({ recievedAt: NOW }).near, ' Did you mean "receivedAt"?');
    test.equal(refused({ methods: "POST" }).near, ' Did you mean "method"?');
    test.equal(refused({ uri: URL }).near, ' Did you mean "url"?');
    for (const facts of [{ headers: {} }, { body: "" }, { now: NOW }, { __proto__: null, constructor: 1 }]) {
      test.equal(refused(facts).known, "method, url, receivedAt", JSON.stringify(facts));
    }
  },

  "refuses a method or a URL that is not a string"(countersign, test) {
    const webhook = agentbot(countersign);
    const headers = webhook.sign(BODY);
    for (const value of [null, 1, true, {}, ["POST"], new globalThis.URL(URL), Symbol("POST"), () => "POST"]) {
      for (const name of ["method", "url"]) {
        const what = `${name}: ${Object.prototype.toString.call(value)}`;
        const { code, detail, params } = webhook.check(BODY, headers, { [name]: value });
        test.equal([code, detail, params?.option], ["OPTION_INVALID", "option-value", name], what);
        test.throws(() => webhook.sign(BODY, { [name]: value }), "OPTION_INVALID", `sign, ${what}`);
      }
    }
  },

  "judges a delivery that waited by when it arrived"(countersign, test) {
    const hour = 3_600_000;
    const late = agentbot(countersign, SECRET, { now: () => NOW + hour });
    const headers = agentbot(countersign).sign(BODY);
    test.equal(failsWith(late.check(BODY, headers)), "TIMESTAMP_TOO_OLD", "by the clock");
    for (const receivedAt of [NOW, new Date(NOW), NOW + 300_999, NOW - 300_000, NOW + 0.5]) {
      test.equal(failsWith(late.check(BODY, headers, { receivedAt })), "verified", String(receivedAt));
      test.equal(late.verify(BODY, headers, { receivedAt }).timestamp.getTime(), NOW, String(receivedAt));
    }
    const early = late.check(BODY, headers, { receivedAt: NOW + 302_000 });
    test.equal([early.detail, early.params], ["signed-too-old", { age: "302 s", limit: "300 s" }]);
    const future = late.check(BODY, headers, { receivedAt: new Date(NOW - 301_000) });
    test.equal([future.detail, future.params], ["signed-too-new", { age: "301 s", limit: "300 s" }]);
    test.equal(failsWith(late.check(`${BODY} `, headers, { receivedAt: NOW })), "SIGNATURE_MISMATCH");
  },

  "judges the time in the body by when the delivery arrived, too"({ Webhook }, test) {
    const body = `{"event":"lead.created","data":{},"ts":${NOW}}`;
    const webhook = new Webhook("bookbag", SECRET, { now: () => NOW + 9e9, maxEventAgeSeconds: 60 });
    const headers = webhook.sign(body);
    test.equal(failsWith(webhook.check(body, headers)), "TIMESTAMP_TOO_OLD", "by the clock");
    const at = (receivedAt) => failsWith(webhook.check(body, headers, { receivedAt }));
    test.equal([at(NOW), at(new Date(NOW + 60_000))], ["verified", "verified"]);
    test.equal([at(NOW + 60_001), at(new Date(NOW - 300_001))], ["TIMESTAMP_TOO_OLD", "TIMESTAMP_TOO_NEW"]);
  },

  "asks no clock for a delivery of which it is told when it arrived"(countersign, test) {
    let asked = 0;
    const webhook = agentbot(countersign, SECRET, { now: () => ((asked += 1), NOW) });
    const headers = webhook.sign(BODY, { timestamp: NOW });
    webhook.verify(BODY, headers, { receivedAt: NOW });
    test.equal(asked, 0, "with receivedAt");
    webhook.verify(BODY, headers, { receivedAt: undefined });
    test.equal(asked, 1, "without");
  },

  "refuses a time of arrival that is not a time"(countersign, test) {
    const webhook = agentbot(countersign);
    const headers = webhook.sign(BODY);
    const wrong = [null, "now", "2026-01-01", NaN, Infinity, -1, 2 ** 53, 1n, {}, [NOW], new Date(NaN), new Date(-1)];
    for (const receivedAt of [...wrong, () => NOW, true]) {
      const { code, params } = webhook.check(BODY, headers, { receivedAt });
      test.equal([code, params?.option], ["OPTION_INVALID", "receivedAt"], String(receivedAt));
    }
    test.equal(failsWith(webhook.check(BODY, headers, { receivedAt: 0 })), "TIMESTAMP_TOO_NEW", "1970 is a time");
  },

  "reads the facts after the body and the headers, and verifies nothing when one of them throws"(countersign, test) {
    const webhook = agentbot(countersign);
    const headers = webhook.sign(BODY);
    test.throws(() => webhook.verify({}, headers, 1), "BODY_NOT_RAW", "a wrong body and a wrong fact");
    test.throws(() => webhook.verify(BODY, 1, 1), "HEADERS_INVALID", "wrong headers and a wrong fact");
    const thrown = new RangeError("of the caller");
    const facts = {
      get url() {
        throw thrown;
      },
    };
    for (const action of [() => webhook.verify(BODY, headers, facts), () => webhook.check(BODY, headers, facts)]) {
      test.ok(caught(action) === thrown, "the caller's own error comes through, which");
    }
    test.equal(failsWith(webhook.check(BODY, headers)), "verified", "and the next delivery is judged rightly");
  },

  async "tells method and URL of a Request by itself"(countersign, test) {
    const webhook = agentbot(countersign);
    const request = (init = {}) =>
      new Request(URL, { method: "POST", headers: webhook.sign(BODY), body: BODY, ...init });
    test.equal((await webhook.verifyRequest(request())).type, "message.created");
    test.equal((await webhook.verifyRequest(request({ method: "PUT" }))).type, "message.created", "any method");
    const asked = [];
    const minimal = {
      headers: webhook.sign(BODY),
      get method() {
        asked.push("method");
        return "POST";
      },
      get url() {
        asked.push("url");
        return URL;
      },
      arrayBuffer: async () => new TextEncoder().encode(BODY).buffer,
    };
    test.equal((await webhook.verifyRequest(minimal)).type, "message.created", "the parts of one");
    test.equal([...new Set(asked)], ["method", "url"]);
    const { headers, arrayBuffer } = minimal;
    test.equal((await webhook.verifyRequest({ headers, arrayBuffer })).type, "message.created", "without either");
  },

  "signs with a method and a URL that no scheme here signs, and refuses an option that it does not know"(
    countersign,
    test,
  ) {
    const webhook = agentbot(countersign);
    const plain = webhook.sign(BODY);
    for (const options of [{ method: "PUT" }, { url: URL }, { method: "POST", url: URL }, { method: undefined }])
      test.equal(webhook.sign(BODY, options), plain, JSON.stringify(options));
    const { detail, params } = test.throws(() => webhook.sign(BODY, { uri: URL }), "OPTION_INVALID");
    test.equal([detail, params?.known], ["option-unknown", "timestamp, id, method, url"]);
  },

  "takes the URL that the provider was given, or a list of them"(countersign, test) {
    const admitted = ["https://example.com/webhooks/acme", "http://localhost:3000", "https://example.com/?a=%2F&b"];
    for (const publicUrl of [undefined, ...admitted, admitted, []]) {
      const webhook = agentbot(countersign, SECRET, { publicUrl });
      test.equal(failsWith(webhook.check(BODY, webhook.sign(BODY))), "verified", JSON.stringify(publicUrl));
      webhook.dispose();
    }
  },

  "refuses a public URL that is not a whole one"(countersign, test) {
    const wrong = ["", "/webhooks/acme", "example.com/webhooks", "https://", "ftp://example.com/", "about:blank"];
    wrong.push(
      "https://example.com/#part",
      "https://example.com/#",
      "https://example.com/\n",
      " https://example.com/",
      1,
      true,
      {},
      null,
    );
    for (const url of wrong) {
      for (const publicUrl of [url, ["https://example.com/", url]]) {
        const open = () => agentbot(countersign, SECRET, { publicUrl });
        const { params } = test.throws(open, "OPTION_INVALID", JSON.stringify(publicUrl));
        test.equal(params?.option, "publicUrl", JSON.stringify(publicUrl));
      }
    }
    test.throws(() => agentbot(countersign, SECRET, { publicUrl: new globalThis.URL(URL) }), "OPTION_INVALID", "a URL");
  },
};

function caught(action) {
  try {
    action();
    return undefined;
  } catch (error) {
    return error;
  }
}
