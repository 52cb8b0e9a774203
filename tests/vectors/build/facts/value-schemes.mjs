// Schemes of one value over the raw body alone: SHA-1 to SHA-512, hex and base64, with and without
// a prefix, keys of text, hex and base64.

import { adyenAccountHolder, coinbaseCharge, goCardlessEvents } from "./published-bodies.mjs";

const AT = 1700000000000;
/** For a scheme whose form another one has already. */
const only = ["body", "signature"];
const n = '{"n":1.0}';

/** A scheme of one value; `fields` are those in which it differs from the plainest. */
function scheme(name, header, fields, rest) {
  const { algorithm = "hmac-sha256", key, prefix, encoding, ...others } = fields;
  const signature = { header, format: prefix && { kind: "value", prefix }, encoding };
  return {
    about: `${name}: one signature over the raw body.`,
    scheme: { name, algorithm, key, signature, ...others },
    at: AT,
    attacked: { body: n },
    ...rest,
  };
}

const published = (source, secret, headers, body, comment = "published delivery", reason) => ({
  comment,
  source,
  secrets: [secret],
  headers,
  body,
  reason,
});

const spelled = (comment, write, reason = "SIGNATURE_MALFORMED") => ({
  comment,
  reason,
  flags: ["prefix"],
  body: "{}",
  edit: ([[name, value]]) => [[name, write(value)]],
});

const atlassian = "Atlassian documentation, published test value";
const convoy = "frain-dev/convoy pkg/verifier/verifier_test.go";
const testPayload = "Test Payload Body";
const adnanh = "adnanh/webhook internal/hook/hook_test.go";
const goCardless = "gocardless/gocardless-nodejs src/webhooks.test.ts";
const goCardlessSecret = "ED7D658C-D8EB-4941-948B-3973214F2D49";
const pusher = "pusher/pusher-http-node tests/integration/webhook.js";
const pusherBody = '{"time_ms":1403175510755,"events":[{"channel":"test_channel","name":"channel_vacated"}]}';
const pusherHeaders = (signature) => [
  ["X-Pusher-Signature", signature],
  ["X-Pusher-Key", "123456789"],
];
const adyen = "Adyen/adyen-node-api-library src/__tests__/hmacValidator.spec.ts";
const adyenKey = "11223344D785FBAE710E7F943F307971BB61B21281C98C9129B3D4018A57B2EB";

export const valueSchemes = [
  scheme(
    "github-sha1",
    "X-Hub-Signature",
    { algorithm: "hmac-sha1", prefix: "sha1=" },
    {
      only,
      secret: "secret",
      published: [
        published(
          adnanh,
          "secret",
          [["X-Hub-Signature", "sha1=b17e04cbb22afa8ffbff8796fc1894ed27badd9e"]],
          '{"a": "z"}',
        ),
        published(
          adnanh,
          "secret",
          [["X-Hub-Signature", "sha1=25af6174a0fcecc4d346680a72b7ce644b9a88e8"]],
          "",
          "published: empty body",
        ),
        published(
          adnanh,
          "secret",
          [["X-Hub-Signature", "sha1=XXXe04cbb22afa8ffbff8796fc1894ed27badd9e"]],
          '{"a": "z"}',
          "published: letters that are no hex",
          "SIGNATURE_MALFORMED",
        ),
      ],
    },
  ),
  scheme(
    "hub-sha256",
    "X-Hub-Signature",
    { prefix: "sha256=" },
    {
      only,
      secret: "It's a Secret to Everybody",
      published: [
        published(
          atlassian,
          "It's a Secret to Everybody",
          [["X-Hub-Signature", "sha256=a4771c39fbe90f317c7824e83ddef3caae9cb3d976c214ace1f2937e133263c9"]],
          "Hello World!",
          "published delivery of Bitbucket Cloud and Jira Cloud",
        ),
      ],
    },
  ),
  scheme(
    "notion",
    "X-Notion-Signature",
    { prefix: "sha256=", type: { body: "type" } },
    {
      only,
      secret: "secret_tMrlL1qK5vuQAh1b6cZGhFChZTSYJlce98V0pYn7yBl",
      published: [
        published(
          "@notionhq/client 5.26.0 signWebhookPayload()",
          "secret_tMrlL1qK5vuQAh1b6cZGhFChZTSYJlce98V0pYn7yBl",
          [["X-Notion-Signature", "sha256=ba208ec75664d3d912827b7c3ea0a518a5d6fa03c9c51efeef4faca30a79daa4"]],
          '{"verification":"ok"}',
          "signed by the provider's library",
        ),
      ],
    },
  ),
  scheme(
    "line",
    "x-line-signature",
    { encoding: "base64" },
    {
      only,
      secret: "test_secret",
      published: [
        published(
          "line/line-bot-sdk-nodejs test/validate-signature.spec.ts",
          "test_secret",
          [["x-line-signature", "t7Hn4ZDHqs6e+wdvI5TyQIvzie0DmMUmuXEBqyyE/tM="]],
          '{"hello":"world"}',
        ),
      ],
    },
  ),
  scheme(
    "razorpay",
    "X-Razorpay-Signature",
    { type: { body: "event" } },
    {
      only,
      secret: "123456",
      published: [
        published(
          "razorpay/razorpay-node test/utils/razorpay-utils.spec.js",
          "123456",
          [["X-Razorpay-Signature", "2fe04e22977002e6c7cb553adab8b460cb9e2a4970d5953cb27a8472752e3bbc"]],
          '{"a":1,"b":2,"c":{"d":3}}',
        ),
      ],
    },
  ),
  scheme(
    "coinbase-commerce",
    "X-CC-Webhook-Signature",
    {},
    {
      only,
      secret: "30291a20-0bd1-4267-9b0f-e6e7b123c0bf",
      published: [
        published(
          "coinbase/coinbase-commerce-node test/testWebhook.spec.js",
          "30291a20-0bd1-4267-9b0f-e6e7b123c0bf",
          [["X-CC-Webhook-Signature", "8be7742c7d372f08a6a3224edadf18a22b65fa9e28f3f2de97376cdaa092590d"]],
          coinbaseCharge,
        ),
      ],
    },
  ),
  scheme(
    "gocardless",
    "Webhook-Signature",
    {},
    {
      only,
      secret: goCardlessSecret,
      published: [
        published(
          goCardless,
          goCardlessSecret,
          [["Webhook-Signature", "2693754819d3e32d7e8fcb13c729631f316c6de8dc1cf634d6527f1c07276e7e"]],
          goCardlessEvents,
        ),
        published(
          goCardless,
          goCardlessSecret,
          [["Webhook-Signature", "NOTVERYCONVINCING"]],
          n,
          "published: not very convincing",
          "SIGNATURE_MALFORMED",
        ),
      ],
    },
  ),
  scheme(
    "pusher",
    "X-Pusher-Signature",
    { hints: ["X-Pusher-Key"] },
    {
      only,
      secret: "tofu",
      hints: [["X-Pusher-Key", "123456789"]],
      published: [
        published(
          pusher,
          "tofu",
          pusherHeaders("c17257e92037cd7de407ebc1ed174ceb7b2e518db127f44411b9ffc4f5b28cc5"),
          pusherBody,
        ),
        published(
          pusher,
          "tofu",
          pusherHeaders("000"),
          pusherBody,
          "published: wrong signature",
          "SIGNATURE_MALFORMED",
        ),
      ],
    },
  ),
  scheme(
    "x-twitter",
    "x-twitter-webhooks-signature",
    { prefix: "sha256=", encoding: "base64" },
    {
      only,
      secret: "Convoy",
      published: [
        published(
          convoy,
          "Convoy",
          [["X-Twitter-Webhooks-Signature", "sha256=16FUVH58NeMcTIIOICN2UJOcPTTa4TbjCndXymGrtM8="]],
          testPayload,
        ),
      ],
    },
  ),
  scheme(
    "convoy-sha512",
    "X-Convoy-Signature",
    { algorithm: "hmac-sha512" },
    {
      secret: "Convoy",
      deep: ["sizes"],
      published: [
        published(
          convoy,
          "Convoy",
          [
            [
              "X-Convoy-Signature",
              "83306382f5361d35351d6de45998f23b52f40bcf96befe4e92f137c0f1bf4a71" +
                "19388b238d8f9d502ac77e6f1a8849a4778272667ed88d530cac8050bd1fee2d",
            ],
          ],
          testPayload,
        ),
      ],
    },
  ),
  scheme(
    "convoy-sha512-base64",
    "X-Convoy-Signature",
    { algorithm: "hmac-sha512", encoding: "base64" },
    {
      only,
      secret: "Convoy",
      published: [
        published(
          convoy,
          "Convoy",
          [
            [
              "X-Convoy-Signature",
              "gzBjgvU2HTU1HW3kWZjyO1L0C8+Wvv5OkvE3wPG/SnEZOIsjjY+dUCrHfm8aiEmkd4JyZn7YjVMMrIBQvR/uLQ==",
            ],
          ],
          testPayload,
        ),
      ],
    },
  ),
  scheme(
    "adyen-banking",
    "HmacSignature",
    { key: { encoding: "hex" }, encoding: "base64", type: { body: "type" } },
    {
      secret: adyenKey,
      published: [
        published(
          adyen,
          adyenKey,
          [["HmacSignature", "UVBzHbDayhfT1XgaRGAkuKvxwoxrLoVCBdfi3WZU8lI="]],
          adyenAccountHolder,
          "published delivery, key in hex",
        ),
        published(
          adyen,
          adyenKey,
          [["HmacSignature", "A".repeat(44)]],
          n,
          "published: 44 characters that are 33 bytes",
          "SIGNATURE_MALFORMED",
        ),
      ],
    },
  ),
  scheme(
    "airtable",
    "X-Airtable-Content-MAC",
    { key: { encoding: "base64" }, prefix: "hmac-sha256=" },
    {
      secret: "AP/+c2VjcmV0IGtleSBvZiBieXRlcw==",
    },
  ),
  scheme(
    "teams-outgoing",
    "Authorization",
    {
      key: { encoding: "base64" },
      prefix: "HMAC ",
      encoding: "base64",
      type: { body: "type" },
      id: { body: "id" },
    },
    {
      secret: "AP/+c2VjcmV0IGtleSBvZiBieXRlcw==",
      attacked: { body: '{"id":"1","n":1.0}' },
      more: [
        spelled("prefix missing", (value) => value.slice("HMAC ".length)),
        spelled("prefix without its blank", (value) => value.replace(" ", "")),
        spelled("two blanks after the prefix", (value) => value.replace(" ", "  ")),
        spelled("prefix in lower case", (value) => value.replace("HMAC", "hmac")),
        spelled("another scheme of authentication", (value) => value.replace("HMAC", "Bearer")),
        spelled("two values joined", (value) => `${value}, ${value}`, "HEADER_REPEATED"),
      ],
    },
  ),
  scheme(
    "authorize-net",
    "X-ANET-Signature",
    {
      algorithm: "hmac-sha512",
      key: { encoding: "hex" },
      prefix: "sha512=",
      encoding: "hex-any-case",
      type: { body: "eventType" },
      id: { body: "notificationId" },
    },
    {
      secret: "00FFa0b1C2d3e4F5061728394a5b6c7D",
      attacked: { body: '{"notificationId":"d0","n":1.0}' },
    },
  ),
  scheme(
    "vercel",
    "x-vercel-signature",
    { algorithm: "hmac-sha1", type: { body: "type" }, id: { body: "id" } },
    {
      only,
      secret: "vercel_secret",
      attacked: { body: '{"id":"uev_1","type":"deployment.created","n":1.0}' },
    },
  ),
  scheme(
    "front-rule",
    "x-front-signature",
    { algorithm: "hmac-sha1", encoding: "base64" },
    {
      only,
      secret: "front_secret",
    },
  ),
  scheme("linkedin", "X-LI-Signature", { content: "hmacsha256={body}" }, { only, secret: "li_secret" }),
  scheme(
    "house-sha384",
    "X-House-Signature",
    { algorithm: "hmac-sha384" },
    {
      about: "A scheme of no provider: HMAC-SHA384, which the model knows and nobody was found to use.",
      secret: "house_secret",
      deep: ["sizes"],
    },
  ),
  scheme(
    "house-base64url",
    "X-House-Signature",
    {
      encoding: "base64url",
      content: "{{\n\\{body}}}",
    },
    {
      about: "A scheme of no provider: base64url, and a content with braces, a line break, a backslash.",
      secret: "house_secret",
      deep: ["signature"],
    },
  ),
];
