// Mistakes: what our own callers get wrong is told with the place, what was expected and what arrived; and no secret that
// stands in the wrong place is ever shown.
import { CODES } from "../codes.mjs";
import { ACME, BODY, PLAIN, SECRET, agentbot } from "./kit.mjs";

export const tests = {
  "tells two Webhooks of one process apart: which secret, of which scheme"({ Webhook, defineScheme }, test) {
    const acme = defineScheme(ACME);
    const told = (...given) => {
      const { detail, params } = test.throws(() => new Webhook(...given), "SECRET_EMPTY", JSON.stringify(given));
      return [detail, params];
    };
    const empty = (which, scheme, state) => ["secret-not-set", { which, scheme, state }];
    test.equal(told("stripe", undefined), empty("The secret", "stripe", "undefined"));
    test.equal(told(acme, null), empty("The secret", "acme", "null"));
    test.equal(told("stripe", ""), empty("The secret", "stripe", "empty"));
    test.equal(told("stripe", [""]), empty("The secret", "stripe", "empty"), "a list of one");
    test.equal(told("slack", [SECRET, undefined]), empty("Secret 1", "slack", "undefined"));
    test.equal(told("slack", [undefined, SECRET]), empty("Secret 0", "slack", "undefined"));
    test.equal(told(acme, [SECRET, SECRET, new Uint8Array(0)]), empty("Secret 2", "acme", "empty"));
    test.equal(told("slack", []), ["secrets-none", { scheme: "slack" }]);
    const guessable = (which, scheme) => ["secret-guessable", { which, scheme }];
    test.equal(told("slack", " \n"), guessable("The secret", "slack"));
    test.equal(told("standard-webhooks", ["whsec_YWJj", "whsec_"]), guessable("Secret 1", "standard-webhooks"));
  },

  "says which secret is malformed, and how the scheme writes secrets"({ Webhook, defineScheme }, test) {
    const told = (scheme, secret) => {
      const { detail, params } = test.throws(() => new Webhook(scheme, secret), "SECRET_INVALID", String(scheme));
      return [detail, params];
    };
    const [detail, params] = told("standard-webhooks", ["whsec_YWJj", "whsec_!"]);
    test.equal([detail, params.which, params.scheme], ["secret-unreadable", "Secret 1", "standard-webhooks"]);
    test.equal(params.expected, "base64, after v1,whsec_ or whsec_ if that is there");
    const hex = defineScheme({ ...PLAIN, key: { encoding: "hex" } });
    test.equal(told(hex, "xyz")[1].expected, "hex");
    test.equal(told("slack", "s".repeat(5000))[1].limit, 4096);
    test.equal(told("slack", [SECRET, 7]), [
      "secret-type",
      { which: "Secret 1", scheme: "slack", type: "of type number" },
    ]);
    test.equal(told("slack", [[SECRET]])[1].type, "a list in a list");
    test.equal(told("slack", "\ud800"), ["secret-not-utf8", { which: "The secret", scheme: "slack" }]);
    test.equal(told("slack", Array(17).fill(SECRET)), ["secrets-too-many", { scheme: "slack", count: 17, limit: 16 }]);
  },

  "says what stands in the place of a secret: a variable that is not set, or another key of the provider"(
    { Webhook, defineScheme },
    test,
  ) {
    const told = (scheme, secret) => {
      const { detail, params } = test.throws(() => new Webhook(scheme, secret), "SECRET_INVALID", String(secret));
      return [detail, params];
    };
    const nothing = undefined;
    for (const secret of [`${nothing}`, `${null}`, `whsec_${nothing}`, `${{}}`, `${Promise.resolve()}`, "null\n"]) {
      test.equal(told("stripe", secret), ["secret-unset", { which: "The secret", scheme: "stripe" }], secret);
    }
    const other = (which, prefixes) => ["secret-other-key", { which, scheme: "stripe", prefixes }];
    test.equal(told("stripe", ["whsec_a", "sk_live_0"]), other("Secret 1", "sk_ or rk_ or pk_"));
    const acme = defineScheme({ ...PLAIN, key: { neverPrefixes: ["acme_api_"] } });
    test.equal(told(acme, "acme_api_0")[0], "secret-other-key");
    new Webhook(acme, "acme_0").dispose();
    new Webhook("stripe", new TextEncoder().encode("undefined")).dispose();
  },

  "refuses a key of zeros or white space, in whatever it is written"({ Webhook, defineScheme }, test) {
    const hex = defineScheme({ ...PLAIN, key: { encoding: "hex" } });
    const secrets = [
      ["slack", new Uint8Array(32)],
      ["slack", "\0\0"],
      ["slack", "\u00a0\u3000\u200b\ufeff"],
      ["slack", Uint8Array.of(32, 10)],
      ["standard-webhooks", "whsec_ICAg"],
      ["standard-webhooks", "whsec_AAAA"],
      [hex, "0000"],
    ];
    for (const [scheme, secret] of secrets) {
      const { detail } = test.throws(() => new Webhook(scheme, secret), "SECRET_EMPTY", JSON.stringify(secret));
      test.equal(detail, "secret-guessable", JSON.stringify(secret));
    }
  },

  "says that a secret ends in a line break where its signature does not match"({ Webhook }, test) {
    const headers = new Webhook("slack", SECRET).sign(BODY);
    const of = (secret) => new Webhook("slack", secret).check(BODY, headers);
    test.equal([of(`${SECRET}\n`).code, of(`${SECRET}\n`).detail], ["SIGNATURE_MISMATCH", "mismatch-line-break"]);
    test.equal(of(`${SECRET}!`).detail, "mismatch");
    const spaced = new Webhook("standard-webhooks", " whsec_YWJj\r\n").sign(BODY, { id: "1" });
    test.equal(
      new Webhook("standard-webhooks", "whsec_YWJj").check(BODY, spaced).ok,
      true,
      "an encoded one is trimmed",
    );
  },

  "says which Webhook was disposed"({ Webhook }, test) {
    const webhook = new Webhook("slack", SECRET);
    webhook.dispose();
    const { detail, params } = test.throws(() => webhook.verify(BODY, {}), "SECRET_EMPTY");
    test.equal([detail, params], ["disposed", { scheme: "slack" }]);
    const refusal = webhook.check(BODY, {});
    test.equal([refusal.detail, refusal.params], ["disposed", { scheme: "slack" }], "check");
  },

  "quotes no secret that stands where something else belongs"(countersign, test) {
    const { Webhook, defineScheme, explain, receive, memory } = countersign;
    const secret = "whsec_topsecretvalue_0123456789abcdef";
    const webhook = agentbot(countersign);
    const headers = webhook.sign(BODY);
    const sound = { scheme: "agentbot", secret: SECRET, body: BODY, headers };
    const other = { kind: "other", label: "a label", secret: SECRET };
    const misplaced = {
      "as the provider": () => new Webhook(secret, SECRET),
      "as the provider, swapped": () => new Webhook(secret, "agentbot"),
      "as the name of an option": () => new Webhook("agentbot", SECRET, { [secret]: 1 }),
      "as the options": () => new Webhook("agentbot", SECRET, secret),
      "as an option's value": () => new Webhook("agentbot", SECRET, { toleranceSeconds: secret }),
      "as a tolerance": () => new Webhook("agentbot", SECRET, { toleranceSeconds: { [secret]: 1 } }),
      "as the clock": () => new Webhook("agentbot", SECRET, { now: secret }),
      "as the public URL": () => new Webhook("agentbot", SECRET, { publicUrl: secret }),
      "as the headers": () => webhook.verify(BODY, secret),
      "as the name of a header whose value is none": () => webhook.verify(BODY, { [secret]: 5, ...headers }),
      "as the name of a header in a list": () => webhook.verify(BODY, [[secret, 5, 6]]),
      "as a header's value in a list": () => webhook.verify(BODY, { "x-agentbot-signature": [secret, 5] }),
      "as the request": () => webhook.verify(BODY, headers, secret),
      "as a fact of the request": () => webhook.verify(BODY, headers, { [secret]: 1 }),
      "as the time of arrival": () => webhook.verify(BODY, headers, { receivedAt: secret }),
      "as a method": () => webhook.sign(BODY, { method: [secret] }),
      "as an id": () => webhook.sign(BODY, { id: [secret] }),
      "as an option of sign": () => webhook.sign(BODY, { [secret]: 1 }),
      "as a body": () => webhook.verify({ secret }, headers),
      "as a scheme": () => defineScheme(secret),
      "as a framework": () => explain({ ...sound, framework: secret }),
      "as a field of explain": () => explain({ ...sound, [secret]: 1 }),
      "as a kind of secret": () => explain({ ...sound, otherSecrets: [{ ...other, kind: secret }] }),
      "as a field of another secret": () => explain({ ...sound, otherSecrets: [{ ...other, [secret]: 1 }] }),
      "as showContent": () => explain({ ...sound, showContent: secret }),
      "as an option of a receiver": () => receive(webhook, () => {}, { [secret]: 1 }),
      "as the Webhook of a receiver": () => receive(secret, () => {}),
      "as the handler": () => receive(webhook, secret),
      "as a limit of a receiver": () => receive(webhook, () => {}, { maxBodyBytes: secret }),
      "as an option of a store": () => memory({ [secret]: 1 }),
      "as a store's time to live": () => memory({ ttlSeconds: secret }),
    };
    for (const [where, action] of Object.entries(misplaced)) {
      const error = thrown(action);
      if (error === undefined) continue; // a header that is not read may have any value
      test.equal(error.name, "WebhookError", where);
      const shown = [error.message, JSON.stringify(error.params), `${error.stack?.split("\n")[0]}`].join();
      test.ok(!shown.includes("topsecret"), `${where}: ${error.message}`);
    }
    const near = test.throws(() => new Webhook("agentbot", SECRET, { toleranceSecond: 1 }), "OPTION_INVALID");
    test.matches(near.message, /^"toleranceSecond" is not an option\. Did you mean "toleranceSeconds"\?/);
    const far = test.throws(() => new Webhook("agentbot", SECRET, { colour: 1 }), "OPTION_INVALID");
    test.equal(far.params.name, "One of the names", "what is near no option is not quoted");
  },

  "names what to write for a provider that is not built in"({ Webhook }, test) {
    const told = (name) => test.throws(() => new Webhook(name, SECRET), "PROVIDER_UNKNOWN", name);
    for (const name of ["svix", "clerk", "resend", "paddle", "Twitch", "docusign", "recurly", "zendesk"]) {
      const { detail, message, params } = told(name);
      test.equal([detail, params.name], ["provider-on-page", JSON.stringify(name.toLowerCase())], name);
      test.matches(message, /examples\/schemes\.md/, name);
    }
    test.matches(told("openai").message, /new Webhook\("standard-webhooks", secret\)/);
    test.matches(told("Stripe").message, /Did you mean "stripe"\?/);
    const { detail, params } = told("acme-of-nobody");
    test.equal([detail, params.near, params.name], ["provider-unknown", "", "of that name"]);
    test.ok(params.known.includes("stripe"), "the names that there are, among them stripe,");
  },

  "gives every code its family and its status, and an error the facts that it was given"({ WebhookError }, test) {
    for (const [code, { family, status }] of CODES) {
      const error = new WebhookError(code);
      test.equal([error.code, error.family, error.status], [code, family, status], code);
      test.equal([error.name, error.docs, error.detail], ["WebhookError", `codes#${code.toLowerCase()}`, undefined]);
      test.matches(error.message, /^[A-Z][ -~]+\.$/, code);
      test.equal(error.params, {}, code);
    }
    const cause = new Error("underneath");
    const error = new WebhookError("BODY_TOO_LARGE", "Too large.", {
      cause,
      detail: "too-large",
      params: { limit: 5 },
    });
    test.equal([error.message, error.detail, error.params], ["Too large.", "too-large", { limit: 5 }]);
    test.ok(error.cause === cause && !("cause" in new WebhookError("BODY_TOO_LARGE")), "the cause is its own, which");
    test.equal(Object.keys(error).includes("params"), false, "a stack trace does not print what the message says");
    for (const code of ["NO_SUCH_CODE", "", undefined]) {
      const wrong = thrown(() => new WebhookError(code));
      test.ok(wrong instanceof RangeError, `${code}: ${wrong}`);
    }
  },
};

function thrown(action) {
  try {
    action();
    return undefined;
  } catch (error) {
    return error;
  }
}
