// Schemes with a timestamp of their own place: in a header, as a date, in the body; and schemes of
// several signature headers.

const zendeskSecret = "HRkRd4BeOAoUkfZr-mhauJT64rvBASlJRoIyPsd3zeA=";
const zendeskDocs = "developer.zendesk.com, verifying webhook authenticity, older edition";

const zendeskScheme = (name, content) => ({
  name,
  algorithm: "hmac-sha256",
  signature: { header: "X-Zendesk-Webhook-Signature", encoding: "base64" },
  content,
  timestamp: { from: { header: "X-Zendesk-Webhook-Signature-Timestamp" }, unit: "rfc3339" },
  type: { body: "type" },
});

const zendesk = (comment, source, signature, reason) => ({
  comment,
  source,
  secrets: [zendeskSecret],
  headers: [
    ["X-Zendesk-Webhook-Signature", signature],
    ["X-Zendesk-Webhook-Signature-Timestamp", "2021-07-25T10:00:00Z"],
  ],
  body: '{"say": "hello"}',
  time: "2021-07-25T10:00:00Z",
  now: 1627207200000,
  reason,
});

const zendeskOld = "tRDSF7URY8BLCDlaBcQ7FHu051Zk+aAB0NKMP53teMw=";
const AT = 1700000000000;
const attacked = { body: '{"n":1.0}' };

const twitchId = "Twitch-Eventsub-Message-Id";

export const headerSchemes = [
  {
    about: "Zendesk: base64 over date and body, nothing between.",
    scheme: zendeskScheme("zendesk", "{timestamp}{body}"),
    secret: zendeskSecret,
    at: 1627207200000,
    attacked,
    deep: ["dates"],
    published: [
      zendesk(
        "made after the current edition",
        "developer.zendesk.com, current formula",
        "Rry/4TtIdFyawtXXp8QdI6tlAUUQ/5kL1OTp5qo/ZIk=",
      ),
      zendesk("published example of the older edition, body first", zendeskDocs, zendeskOld, "SIGNATURE_MISMATCH"),
    ],
  },
  {
    about: "Zendesk, older edition: base64 over body and date; the secret looks base64 and is text.",
    scheme: zendeskScheme("zendesk-body-first", "{body}{timestamp}"),
    secret: zendeskSecret,
    at: 1627207200000,
    attacked,
    only: ["body", "signature"],
    published: [zendesk("published example", zendeskDocs, zendeskOld)],
  },
  {
    about: "Twitch EventSub: sha256=<hex> over id, date with nanoseconds and body, nothing between.",
    scheme: {
      name: "twitch",
      algorithm: "hmac-sha256",
      signature: { header: "Twitch-Eventsub-Message-Signature", format: { kind: "value", prefix: "sha256=" } },
      content: `{header:${twitchId}}{timestamp}{body}`,
      timestamp: {
        from: { header: "Twitch-Eventsub-Message-Timestamp" },
        unit: "rfc3339",
        toleranceSeconds: 600,
      },
      id: { header: twitchId },
      hints: ["Twitch-Eventsub-Message-Type"],
    },
    secret: "s3cre77890ab",
    values: { [twitchId]: "e76c6bd4-55c9" },
    hints: [["Twitch-Eventsub-Message-Type", "notification"]],
    at: AT,
    attacked,
    deep: ["content", "freshness"],
    more: [
      {
        comment: "character moved from the id to the date: the same content, read differently",
        flags: ["field-shift"],
        reason: "TIMESTAMP_MALFORMED",
        body: "{}",
        values: { [twitchId]: "e76c6bd4-55c" },
        time: "92023-11-14T22:13:20.000Z",
      },
    ],
    published: [
      {
        comment: "made after the provider's library",
        source: "@twurple/eventsub-http 8.1.4",
        secrets: ["s3cre77890ab"],
        values: { [twitchId]: "e76c6bd4-55c9-4987-8304-da1588d8988b" },
        time: "2019-11-16T10:11:12.634234626Z",
        headers: [
          [
            "Twitch-Eventsub-Message-Signature",
            "sha256=e6b54b90808f07ca12366f390d813e8705cd55e5a7c9b6a9d3f683f60b612154",
          ],
          ["Twitch-Eventsub-Message-Timestamp", "2019-11-16T10:11:12.634234626Z"],
          [twitchId, "e76c6bd4-55c9-4987-8304-da1588d8988b"],
          ["Twitch-Eventsub-Message-Type", "notification"],
        ],
        body: '{"subscription":{"id":"f1c2a387-161a-49f9-a165-0f21d7a4e1c4"}}',
        now: 1573899072000,
      },
    ],
  },
  {
    about: "Zoom: v0=<hex> over v0, timestamp header and body, colons between; 300 s both ways.",
    scheme: {
      name: "zoom",
      algorithm: "hmac-sha256",
      signature: { header: "x-zm-signature", format: { kind: "value", prefix: "v0=" } },
      content: "v0:{timestamp}:{body}",
      timestamp: { from: { header: "x-zm-request-timestamp" }, unit: "s", toleranceSeconds: 300 },
      type: { body: "event" },
    },
    secret: "zoomsecret",
    at: AT,
    attacked,
    only: ["body", "signature", "timestamp"],
    published: [
      {
        comment: "made after the provider's library",
        source: "@zoom/rivet 0.4.0",
        secrets: ["zoomsecret"],
        headers: [
          ["x-zm-signature", "v0=5c532fb0ba31575608ea776ee564c6e306a2ea0886812e944357ac8a2ed4433e"],
          ["x-zm-request-timestamp", "1700000000"],
        ],
        body: '{"event":"meeting.started","payload":{"object":{"id":"1"}}}',
        now: AT,
      },
    ],
  },
  {
    about: "Front, application webhooks: base64 over milliseconds, colon and body; 300 s both ways.",
    scheme: {
      name: "front",
      algorithm: "hmac-sha256",
      signature: { header: "x-front-signature", encoding: "base64" },
      content: "{timestamp}:{body}",
      timestamp: { from: { header: "x-front-request-timestamp" }, unit: "ms", toleranceSeconds: 300 },
      type: { body: "type" },
    },
    secret: "front_secret",
    at: AT,
    attacked,
    only: ["signature", "timestamp", "freshness"],
  },
  {
    about: "Sinch: base64 over body, nonce and timestamp headers, dots between; 300 s both ways.",
    scheme: {
      name: "sinch",
      algorithm: "hmac-sha256",
      signature: { header: "x-sinch-webhook-signature", encoding: "base64" },
      content: "{body}.{header:x-sinch-webhook-signature-nonce}.{timestamp}",
      timestamp: { from: { header: "x-sinch-webhook-signature-timestamp" }, unit: "s", toleranceSeconds: 300 },
    },
    secret: "sinch_secret",
    values: { "x-sinch-webhook-signature-nonce": "01FJA8B4A7BM43YGWSG9GBV067" },
    at: AT,
    attacked,
    only: ["signature", "content"],
  },
];
