// Slack: the delivery that its documentation publishes, and ones made after it.

const source =
  "docs.slack.dev, verifying requests from Slack; python-slack-sdk " +
  "tests/slack_sdk/signature/test_signature_verifier.py";

const published = (comment, now, reason) => ({
  comment,
  source,
  secrets: ["8f742231b10e8888abcd99yyyzzz85a5"],
  headers: [
    ["X-Slack-Signature", "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503"],
    ["X-Slack-Request-Timestamp", "1531420618"],
  ],
  body:
    "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow" +
    "&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner" +
    "&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands" +
    "%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121" +
    ".803a0bc887a14d10d2c447fce8b6703c",
  now,
  reason,
});

export const slack = {
  about: "HMAC-SHA256 of v0, timestamp header and raw body, colons between; 300 s both ways.",
  builtIn: true,
  odd: true,
  deep: ["value", "timestamp", "limits"],
  scheme: {
    name: "slack",
    algorithm: "hmac-sha256",
    signature: { header: "X-Slack-Signature", format: { kind: "value", prefix: "v0=" } },
    content: "v0:{timestamp}:{body}",
    timestamp: { from: { header: "X-Slack-Request-Timestamp" }, unit: "s", toleranceSeconds: 300 },
    type: { body: "type" },
    id: { body: "event_id" },
  },
  secret: "8f742231b10e8888abcd99yyyzzz85a5",
  at: 1531420618000,
  attacked: { body: '{"type":"event_callback","event_id":"Ev1","n":1.0}' },
  genuine: [
    {
      comment: "event callback",
      body: '{"type":"event_callback","event_id":"Ev08MFMKH6","event":{"type":"name_of_event"}}',
    },
    { comment: "URL verification", body: '{"token":"x","challenge":"3eZbrw","type":"url_verification"}' },
  ],
  more: [
    {
      comment: "signed without the version in front of the content",
      flags: ["signature-forged"],
      reason: "SIGNATURE_MISMATCH",
      body: "{}",
      signWith: "{timestamp}:{body}",
    },
    {
      comment: "digits moved from the body into the timestamp: the same content, read differently",
      flags: ["field-shift"],
      reason: "TIMESTAMP_MALFORMED",
      time: "1531420618:1",
      body: "{}",
    },
  ],
  published: [
    published("published delivery", 1531420618000),
    published("published delivery, age 300 s", 1531420918000),
    published("published delivery, age 301 s", 1531420919000, "TIMESTAMP_TOO_OLD"),
  ],
};
