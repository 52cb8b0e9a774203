// countersign/explain: over the deliveries that were broken on their way the same first finding in every runtime, over
// attacks none. It carries a second module, which every runtime has to load beside the one that verifies.
import { BODY, NOW, SECRET, agentbot } from "./api/kit.mjs";
import { fromHex } from "./vectors.mjs";

/** Of an attack everything is tried, which is most of the time: runtimes that are many try one in so many. */
const SPREAD = 7;

export const tests = {
  "finds first what was broken, and of an attack nothing"(countersign, test) {
    const { broken, everyAttack } = countersign;
    const all = broken.flatMap(({ vectors }) => vectors.map(({ finding }) => finding));
    test.ok(new Set(all).size > 40 && all.length > 800, `${all.length} deliveries came along`);
    let attacks = 0;
    for (const { scheme, vectors } of broken) {
      for (const vector of vectors) {
        if (vector.finding === null && !everyAttack && attacks++ % SPREAD > 0) continue;
        const { verdict, findings } = explained(countersign, scheme, vector);
        const got = [verdict.code, findings[0]?.code ?? null];
        test.equal(got, [vector.reason, vector.finding], `${vector.id} ${vector.comment}`);
      }
    }
  },

  "gives the verdict that the module gives that verifies"(countersign, test) {
    for (const { scheme, vectors } of countersign.broken) {
      for (const vector of vectors) test.equal(checked(countersign, scheme, vector), vector.reason, vector.id);
    }
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
export function explained({ explain, providers, defineScheme }, scheme, vector) {
  return explain({
    scheme: believed(providers, defineScheme, vector.scheme ?? scheme),
    secret: vector.secrets,
    otherSecrets: vector.others,
    headers: vector.headers,
    body: fromHex(vector.body_hex),
    now: vector.now,
  });
}

/** The code that a `Webhook` gives on it, or null. */
export function checked(
  { Webhook, WebhookError, providers, defineScheme },
  scheme,
  { secrets, headers, body_hex, now, ...vector },
) {
  try {
    const believes = believed(providers, defineScheme, vector.scheme ?? scheme);
    const webhook = new Webhook(believes, secrets, { now: () => now });
    const { ok, code } = webhook.check(fromHex(body_hex), headers);
    webhook.dispose();
    return ok ? null : code;
  } catch (error) {
    if (error instanceof WebhookError) return error.code;
    throw error;
  }
}

/** A provider is told by its name, any other scheme by its text. */
function believed(providers, defineScheme, scheme) {
  return Object.hasOwn(providers, scheme) ? scheme : defineScheme(scheme);
}
