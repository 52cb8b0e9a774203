// Schemes of keys and values, and of positions: `,` and `;`, seconds and milliseconds, hex and
// base64url, with blanks and without, one tolerance for the past only.

import { workOsConnection } from "./published-bodies.mjs";

const paddle = "PaddleHQ/paddle-node-sdk src/__tests__/notifications/webhooks-validator.node.test.ts";
const paddleAt = 1698796800000;
const paddleList = '{"data": ["1", "2"]}';
const paddleH1 = "h1=a300428748dce5c70e4da19bffd60769591ea969c99dea3105d0ec9612cf43f9";
const paddleMany = "h1=28981e941fae76e53db32f3d2a83cb69db41476595e84e1970a1b5d98f62b261";

const paddleTest = (comment, value, body, now, reason) => ({
  comment,
  source: paddle,
  secrets: ["VALID_SECRET"],
  headers: [["Paddle-Signature", value]],
  body,
  now,
  reason,
});

const workOsV1 = "v1=bd54a3768f461461c8439c2f97ab0d646ef3976f84d5d5b132d18f2fa89cdad5";

const workOsTest = (comment, value, now, secret, reason) => ({
  comment,
  source: "workos/workos-python tests/test_webhooks.py",
  secrets: [secret],
  headers: [["WorkOS-Signature", value]],
  body: workOsConnection,
  now,
  reason,
});

const workOsSecret = "2sAZJlbjP8Ce3rwkKEv2GfKef";

const sanityTest = (comment, version, body, reason) => ({
  comment,
  source: "sanity-io/webhook-toolkit test/signature.test.ts",
  secrets: ["test"],
  headers: [["sanity-webhook-signature", `t=1633519811129,${version}`]],
  body,
  now: 1633519811000,
  reason,
});

const sanityText = "tLa470fx7qkLLEcMOcEUFuBbRSkGujyskxrNXcoh0N";

const circleci = "circleci/circleci-docs docs/guides/modules/integration/pages/outbound-webhooks.adoc";

const circleciTest = (secret, body, value) => ({
  comment: "published delivery",
  source: circleci,
  secrets: [secret],
  headers: [["circleci-signature", value]],
  body,
});

/** A scheme of timed pairs; without further fields, the one in which most providers agree. */
function timed(name, header, fields = {}) {
  const { algorithm = "hmac-sha256", pairs, encoding, content = "{timestamp}.{body}", ...others } = fields;
  const { unit = "s", toleranceSeconds, ...facts } = others;
  const format = { kind: "pairs", separator: ",", signatureKey: "v1", timestampKey: "t", ...pairs };
  return {
    name,
    algorithm,
    signature: { header, format, encoding },
    content,
    timestamp: { from: "field", unit, toleranceSeconds },
    ...facts,
  };
}

const attacked = { body: '{"n":1.0}' };

export const pairsSchemes = [
  {
    about: "Paddle Billing: ts=<seconds>;h1=<hex> over timestamp, colon and body; 5 s both ways.",
    scheme: timed("paddle", "Paddle-Signature", {
      pairs: { separator: ";", signatureKey: "h1", timestampKey: "ts" },
      content: "{timestamp}:{body}",
      toleranceSeconds: 5,
      type: { body: "event_type" },
      id: { body: "event_id" },
    }),
    secret: "pdl_secret",
    at: paddleAt,
    attacked,
    deep: ["pairs", "many"],
    published: [
      paddleTest("published delivery, age 5 s", `ts=1698796800;${paddleH1}`, paddleList, paddleAt + 5000),
      paddleTest("published: age 6 s", `ts=1698796800;${paddleH1}`, paddleList, paddleAt + 6000, "TIMESTAMP_TOO_OLD"),
      paddleTest(
        "published: several h1 and an unknown h2",
        `ts=1698796800;${paddleMany};${paddleMany};h2=RANDOM_HASH`,
        '{"data": "value"}',
        paddleAt,
      ),
      paddleTest(
        "published: not a signature",
        "ts=1234;h1=invalid_signature",
        paddleList,
        paddleAt,
        "SIGNATURE_MALFORMED",
      ),
    ],
  },
  {
    about: "WorkOS: t=<milliseconds>, v1=<hex> with a blank after the comma; 180 s both ways.",
    scheme: timed("workos", "WorkOS-Signature", {
      pairs: { spaces: true },
      unit: "ms",
      toleranceSeconds: 180,
      type: { body: "event" },
      id: { body: "id" },
    }),
    secret: "wos_secret",
    at: 1722443701539,
    attacked,
    deep: ["pairs", "timestamp", "freshness"],
    published: [
      workOsTest("published delivery", `t=1722443701539, ${workOsV1}`, 1722443702000, workOsSecret),
      workOsTest(
        "published: wrong secret",
        `t=1722443701539, ${workOsV1}`,
        1722443702000,
        "this_is_not_it_123",
        "SIGNATURE_MISMATCH",
      ),
      workOsTest("published: no timestamp", workOsV1, 1722443702000, workOsSecret, "TIMESTAMP_MALFORMED"),
      workOsTest(
        "published: timestamp outside the threshold",
        `t=1722443701539, ${workOsV1}`,
        1722443901000,
        workOsSecret,
        "TIMESTAMP_TOO_OLD",
      ),
    ],
  },
  {
    about: "Sanity: t=<milliseconds>,v1=<base64url>; no tolerance is documented.",
    scheme: timed("sanity", "sanity-webhook-signature", { encoding: "base64url", unit: "ms" }),
    secret: "test_sanity",
    at: 1633519811129,
    attacked,
    published: [
      sanityTest("published delivery", `v1=${sanityText}0`, '{"_id":"resume"}'),
      sanityTest(
        "published: last character changed, the same 32 bytes to a lenient decoder",
        `v1=${sanityText}1`,
        '{"_id":"resume"}',
        "SIGNATURE_MALFORMED",
      ),
      sanityTest("published: another body", `v1=${sanityText}0`, '{"_id":"structure"}', "SIGNATURE_MISMATCH"),
      sanityTest("published: unknown version", `v5=${sanityText}0`, '{"_id":"structure"}', "VERSION_UNKNOWN"),
    ],
  },
  {
    about: "Mux: t=<seconds>,v1=<hex>; 300 s both ways.",
    scheme: timed("mux", "Mux-Signature", { toleranceSeconds: 300, type: { body: "type" }, id: { body: "id" } }),
    secret: "mux_secret",
    at: 1565125718000,
    attacked,
    only: ["body", "signature", "freshness"],
    published: [
      {
        comment: "published delivery",
        source: "muxinc/mux-node-sdk verify_header.spec.js",
        secrets: ["SuperSecret123"],
        headers: [
          ["Mux-Signature", "t=1565125718,v1=854ece4c22acef7c66b57d4e504153bc512595e8e9c772ece2a68150548c19a7"],
        ],
        body: '{"test":"body"}',
        now: 1565125718000,
      },
    ],
  },
  {
    about: "ElevenLabs: t=<seconds>,v0=<hex>; half an hour into the past, no limit for the future.",
    scheme: timed("elevenlabs", "ElevenLabs-Signature", {
      pairs: { signatureKey: "v0" },
      toleranceSeconds: { past: 1800 },
    }),
    secret: "el_secret",
    at: 1700000000000,
    attacked,
    only: ["signature", "freshness"],
  },
  {
    about: "Affirm: t=<seconds>,v0=<hex> with HMAC-SHA512; no limit for the past, a minute ahead.",
    scheme: timed("affirm", "X-Affirm-Signature", {
      algorithm: "hmac-sha512",
      pairs: { signatureKey: "v0" },
      toleranceSeconds: { future: 60 },
    }),
    secret: "affirm_secret",
    at: 1700000000000,
    attacked,
    only: ["signature", "freshness", "many"],
  },
  {
    about: "Buildkite: timestamp=<seconds>,signature=<hex>; 300 s both ways.",
    scheme: timed("buildkite", "X-Buildkite-Signature", {
      pairs: { signatureKey: "signature", timestampKey: "timestamp" },
      toleranceSeconds: 300,
      type: { body: "event" },
      hints: ["X-Buildkite-Event"],
    }),
    secret: "bk_secret",
    hints: [["X-Buildkite-Event", "build.finished"]],
    at: 1700000000000,
    attacked,
    only: ["signature", "pairs", "content"],
  },
  {
    about: "Retell: v=<milliseconds>,d=<hex> over body and timestamp, nothing between; 300 s.",
    scheme: timed("retell", "x-retell-signature", {
      pairs: { signatureKey: "d", timestampKey: "v" },
      content: "{body}{timestamp}",
      unit: "ms",
      toleranceSeconds: 300,
      type: { body: "event" },
    }),
    secret: "key_abc",
    at: 1700000000000,
    attacked,
    deep: ["sizes"],
    more: [
      {
        comment: "digit moved from the timestamp to the body: the same content, now of 1992",
        flags: ["field-shift"],
        reason: "TIMESTAMP_TOO_OLD",
        body: '{"event":"call_ended"}1',
        time: "700000000000",
      },
    ],
    published: [
      {
        comment: "accepted by the provider's library",
        source: "retell-sdk 5.66.1 symmetric.verify",
        secrets: ["key_abc"],
        headers: [
          ["x-retell-signature", "v=1700000000000,d=2b4c9ca83fced29e0e2b8094e512e3b108bcffab35899b2f8d2a7108c571dc09"],
        ],
        body: '{"event":"call_ended"}',
        now: 1700000000000,
      },
    ],
  },
  {
    about: "CircleCI: v1=<hex> of the raw body, no timestamp.",
    scheme: {
      name: "circleci",
      algorithm: "hmac-sha256",
      signature: {
        header: "circleci-signature",
        format: { kind: "pairs", separator: ",", signatureKey: "v1" },
      },
      type: { body: "type" },
      id: { body: "id" },
      hints: ["circleci-event-type"],
    },
    secret: "circleci_secret",
    hints: [["circleci-event-type", "workflow-completed"]],
    at: 1700000000000,
    attacked,
    deep: ["many"],
    published: [
      circleciTest("secret", "hello world", "v1=734cc62f32841568f45715aeb9f4d7891324e6d948e4c6c60c0621cdac48623a"),
      circleciTest("another-secret", "lalala", "v1=daa220016c8f29a8b214fbfc3671aeec2145cfb1e6790184ffb38b6d0425fa00"),
    ],
  },
  {
    about: "Recurly: <seconds>,<hex>[,<hex>] by position; 300 s both ways.",
    scheme: {
      name: "recurly",
      algorithm: "hmac-sha256",
      signature: { header: "recurly-signature", format: { kind: "positional" } },
      content: "{timestamp}.{body}",
      timestamp: { from: "field", unit: "s", toleranceSeconds: 300 },
    },
    secret: "recurly_secret",
    at: 1700000000000,
    attacked,
    deep: ["many", "timestamp"],
    published: [
      {
        comment: "made after the documentation: the second of two signatures fits",
        source: "Recurly documentation, positional list",
        secrets: ["rs"],
        headers: [
          [
            "recurly-signature",
            `1700000000,${"0".repeat(64)},d23cc9d644737bab7182d3ea106893dc76b4e266080c5b5aa5e930fb1f1c82cd`,
          ],
        ],
        body: "<x/>",
        now: 1700000000000,
      },
    ],
  },
];
