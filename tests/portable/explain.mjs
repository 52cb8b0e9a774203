// countersign/explain: over the deliveries that were broken on their way the same first finding in every runtime, over
// attacks none. It carries a second module, which every runtime has to load beside the one that verifies.
import { ACME, BODY, NOW, SECRET, agentbot, failsWith } from "./api/kit.mjs";
import { CODES, TRAFFIC } from "./codes.mjs";
import { fromHex } from "./vectors.mjs";

/** Of an attack everything is tried, which is most of the time: runtimes that are many try one in so many. */
const SPREAD = 7;

export const tests = {
  "finds first what was broken, and of an attack nothing"(countersign, test) {
    const { broken, everyAttack } = countersign;
    const all = broken.flatMap(({ vectors }) => vectors.map(({ finding }) => finding));
    test.ok(new Set(all).size > 40 && all.length > 800, `${all.length} deliveries are in the corpus`);
    let attacks = 0;
    for (const { scheme, vectors } of broken) {
      for (const vector of vectors) {
        if (vector.finding === null && !everyAttack && attacks++ % SPREAD > 0) continue;
        const { verdict, findings } = explained(countersign, scheme, vector);
        const got = [verdict.code, findings[0]?.code ?? null];
        test.equal(got, [vector.reason, vector.finding], `${vector.id} ${vector.comment}`);
        test.equal(wordsOf(verdict), checked(countersign, scheme, vector), `${vector.id} ${vector.comment}`);
      }
    }
  },

  "gives the verdict that the module gives that verifies"(countersign, test) {
    for (const { scheme, vectors } of countersign.broken) {
      for (const vector of vectors) test.equal(checked(countersign, scheme, vector).code, vector.reason, vector.id);
    }
  },

  "takes a scheme of one's own, a tolerance each way and a greatest age, as a Webhook does"(countersign, test) {
    const { Webhook, defineScheme, explain } = countersign;
    const acme = defineScheme(ACME);
    const bookbag = `{"event":"lead.created","data":{},"ts":${NOW}}`;
    const asked = [
      [{ scheme: acme }, BODY, [0, 300_000, 301_000, -300_000, -301_000]],
      [{ scheme: "agentbot", toleranceSeconds: { past: 5, future: 600 } }, BODY, [5000, 6000, -600_000, -601_000]],
      [{ scheme: "agentbot", toleranceSeconds: { future: 1 } }, BODY, [9e9, -1000, -2000]],
      [{ scheme: acme, toleranceSeconds: Infinity }, BODY, [9e9, -9e9]],
      [{ scheme: "bookbag", maxEventAgeSeconds: 60 }, bookbag, [60_000, 60_001, -300_000, -300_001]],
      [{ scheme: "bookbag", maxEventAgeSeconds: Infinity }, bookbag, [9e9]],
      [{ scheme: "bookbag", maxEventAgeSeconds: 60 }, '{"event":"lead.created"}', [0]],
    ];
    for (const [{ scheme, ...options }, body, ages] of asked) {
      const headers = new Webhook(scheme, SECRET).sign(body, { timestamp: NOW });
      for (const age of ages) {
        const answer = new Webhook(scheme, SECRET, { ...options, now: () => NOW + age }).check(body, headers);
        const { verdict } = explain({ scheme, secret: SECRET, body, headers, now: NOW + age, ...options });
        const what = `${scheme}, ${JSON.stringify(options)}, ${age} ms later`;
        test.equal(verdict.ok ? "verified" : verdict.code, failsWith(answer), what);
        if (!answer.ok) test.equal([verdict.detail, verdict.sentence], [answer.detail, answer.message], what);
      }
    }
  },

  "judges by when the delivery arrived, and takes the facts of its request"(countersign, test) {
    const { explain } = countersign;
    const headers = agentbot(countersign).sign(BODY);
    const input = { ...delivery, body: BODY, headers, now: NOW + 9e9 };
    const request = { method: "POST", url: "https://example.com/webhooks/agentbot" };
    test.equal(explain({ ...input, request }).verdict.code, "TIMESTAMP_TOO_OLD", "by now");
    for (const receivedAt of [NOW, new Date(NOW)])
      test.equal(explain({ ...input, request: { ...request, receivedAt } }).verdict.ok, true, String(receivedAt));
    for (const wrong of [
      new Request(request.url),
      { uri: request.url },
      { method: 1 },
      { receivedAt: "now" },
      null,
      [],
    ])
      test.throws(() => explain({ ...input, request: wrong }), "OPTION_INVALID", JSON.stringify(wrong));
  },

  "tells the algorithm of a scheme and of what arrived by its name"({ explain }, test) {
    const headers = { "x-bookbag-signature": `sha256=${"0".repeat(40)}` };
    const { saw } = explain({ scheme: "bookbag", secret: SECRET, body: BODY, headers, now: NOW });
    test.equal([saw.expected.algorithm, saw.expected.mac], ["hmac-sha256", undefined]);
    test.equal(
      saw.received.map(({ algorithm }) => algorithm),
      ["hmac-sha1"],
    );
  },

  "finds nothing wrong with a sound delivery, by every collection of headers"(countersign, test) {
    const headers = agentbot(countersign).sign(BODY);
    for (const each of [headers, new Headers(headers), new Map(Object.entries(headers)), Object.entries(headers)]) {
      const { verdict, findings, steps } = countersign.explain({ ...delivery, body: BODY, headers: each });
      test.equal([verdict.ok, verdict.secretIndex, findings.length], [true, 0, 0]);
      test.equal([...new Set(steps.map(({ state }) => state))], ["passed"]);
    }
  },

  "says what this engine's own JSON did to a body"(countersign, test) {
    // 1e3 becomes 1000: no serialiser of another language is known to do that.
    const sent = '{ "n": 1e3 }';
    const headers = agentbot(countersign).sign(JSON.stringify(JSON.parse(sent)));
    const { findings } = countersign.explain({ ...delivery, body: sent, headers });
    test.equal(findings[0]?.code, "BODY_RESTRINGIFIED");
    test.matches(findings[0]?.evidence ?? "", /this engine's JSON\.stringify/);
  },

  "throws for misuse what a Webhook throws"({ explain }, test) {
    const sound = { ...delivery, body: BODY, headers: {} };
    test.throws(() => explain({ ...sound, body: { parsed: true } }), "BODY_NOT_RAW");
    test.throws(() => explain({ ...sound, secret: "" }), "SECRET_EMPTY");
    test.throws(() => explain({ ...sound, scheme: "agentbott" }), "PROVIDER_UNKNOWN");
    test.throws(() => explain({ ...sound, headers: 1 }), "HEADERS_INVALID");
    test.throws(() => explain(), "OPTION_INVALID");
  },
};

const delivery = { scheme: "agentbot", secret: SECRET, now: NOW };

/** What the explainer says of one broken delivery. */
export function explained({ explain, defineScheme }, scheme, vector) {
  return explain({
    scheme: believed(defineScheme, vector.scheme ?? scheme),
    secret: vector.secrets,
    otherSecrets: vector.others,
    headers: vector.headers,
    body: fromHex(vector.body_hex),
    now: vector.now,
  });
}

/** A verdict in the words of a refusal. One of misuse is told when the Webhook is made, in words of its own. */
export function wordsOf({ code, detail, sentence }) {
  return TRAFFIC.includes(CODES.get(code)?.family) ? { code, detail, sentence } : { code };
}

/** What a `Webhook` says of it: code, detail and sentence, or the code null. */
export function checked(
  { Webhook, WebhookError, defineScheme },
  scheme,
  { secrets, headers, body_hex, now, ...vector },
) {
  try {
    const believes = believed(defineScheme, vector.scheme ?? scheme);
    const webhook = new Webhook(believes, secrets, { now: () => now });
    const answer = webhook.check(fromHex(body_hex), headers);
    webhook.dispose();
    return answer.ok ? { code: null } : wordsOf({ ...answer, sentence: answer.message });
  } catch (error) {
    if (error instanceof WebhookError) return { code: error.code };
    throw error;
  }
}

/** A provider is told by its name, any other scheme by its fields. */
function believed(defineScheme, scheme) {
  return typeof scheme === "string" ? scheme : defineScheme(scheme);
}
