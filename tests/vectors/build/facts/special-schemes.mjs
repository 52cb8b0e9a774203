// Schemes of several signature headers, of required headers, and of a timestamp inside the body.

const boxHeaders = (primary, secondary) => [
  ["Box-Signature-Primary", primary],
  ["Box-Signature-Secondary", secondary],
  ["Box-Delivery-Timestamp", "2020-01-01T00:00:00-07:00"],
  ["Box-Signature-Version", "1"],
  ["Box-Signature-Algorithm", "HmacSHA256"],
  ["Box-Delivery-Id", "f96bb54b-ee16-4fc5-aa65-8c2d9e5b546f"],
];

const boxBody =
  '{"type":"webhook_event","webhook":{"id":"1234567890"},"trigger":"FILE.UPLOADED",' +
  '"source":{"id":"1234567890","type":"file","name":"Test.txt"}}';
const boxPrimary = "6TfeAW3A1PASkgboxxA5yqHNKOwFyMWuEXny/FPD5hI=";
const boxSecondary = "v+1CD1Jdo3muIcbpv5lxxgPglOqMfsNHPV899xWYydo=";
const BOX_AT = 1577862000000;
const AT = 1700000000000;

const box = (comment, rest) => ({
  comment: `published: ${comment}`,
  source: "box/box-node-sdk tests/lib/managers/webhooks-test.js",
  secrets: ["SamplePrimaryKey"],
  headers: boxHeaders(boxPrimary, boxSecondary),
  body: boxBody,
  time: "2020-01-01T00:00:00-07:00",
  now: BOX_AT,
  ...rest,
});

const docuSign = (number) => `X-DocuSign-Signature-${number}`;

/** Sends several numbered headers; `write` gets the right signature and a wrong one. */
const numbered = (comment, reason, write) => ({
  comment,
  reason,
  flags: ["several-headers"],
  body: "{}",
  edit: ([[, right]]) =>
    write(
      right,
      right.replace(/^./, (first) => (first === "A" ? "B" : "A")),
    ),
});

const inBody = (comment, text, reason = "TIMESTAMP_MALFORMED") => ({
  comment,
  reason: reason ?? undefined,
  flags: ["timestamp-in-body"],
  body: `{"type":"Issue"${text === undefined ? "" : `,"webhookTimestamp":${text}`}}`,
});

const dated = (comment, text, reason) => ({
  comment,
  reason,
  flags: ["timestamp-in-body"],
  body: `{"sent_at":${text}}`,
});

export const specialSchemes = [
  {
    about: "Box: base64 over body and date under two headers, one for each key; 600 s both ways.",
    scheme: {
      name: "box",
      algorithm: "hmac-sha256",
      signature: { headers: ["Box-Signature-Primary", "Box-Signature-Secondary"], encoding: "base64" },
      content: "{body}{timestamp}",
      timestamp: { from: { header: "Box-Delivery-Timestamp" }, unit: "rfc3339", toleranceSeconds: 600 },
      require: { "Box-Signature-Version": "1", "Box-Signature-Algorithm": "HmacSHA256" },
      type: { body: "trigger" },
      hints: ["Box-Delivery-Id"],
    },
    secret: "box_primary",
    hints: [["Box-Delivery-Id", "f96bb54b"]],
    at: AT,
    attacked: { body: '{"trigger":"FILE.UPLOADED","n":1.0}' },
    published: [
      box("primary key", {}),
      box("secondary key", { secrets: ["SampleSecondaryKey"] }),
      box("both keys, the secondary one held first", { secrets: ["SampleSecondaryKey", "SamplePrimaryKey"] }),
      box("five minutes old", { now: BOX_AT + 300000 }),
      box("fifteen minutes old", { now: BOX_AT + 900000, reason: "TIMESTAMP_TOO_OLD" }),
      box("fifteen minutes old, twenty allowed", { now: BOX_AT + 900000, toleranceSeconds: 1200 }),
      box("slashes escaped on the wire", {
        headers: boxHeaders("+hKJH+wxkEBpkQRag11Ij1Wh4+7QrgUeRe0PPSoGWOI=", boxSecondary),
        body:
          '{"webhook":{"id":"1234567890"},"trigger":"FILE.UPLOADED","source":{"id":' +
          '"1234567890","type":"file","name":"Test.txt","shared_link":{"url":' +
          '"https:\\/\\/app.test.com\\/s\\/test123"}}}',
      }),
    ],
  },
  {
    about: "DocuSign Connect: base64 of the raw body under numbered headers, one for each key.",
    scheme: {
      name: "docusign",
      algorithm: "hmac-sha256",
      signature: { headers: [docuSign(1), docuSign(2), docuSign(3)], encoding: "base64" },
      type: { body: "event" },
    },
    secret: "docusign_key",
    at: AT,
    attacked: { body: '{"event":"envelope-sent","n":1.0}' },
    more: [
      numbered("only the second header", undefined, (right) => [[docuSign(2), right]]),
      numbered("only the third header", undefined, (right) => [[docuSign(3), right]]),
      numbered("three headers, the last one fits", undefined, (right, wrong) => [
        [docuSign(1), wrong],
        [docuSign(2), wrong],
        [docuSign(3), right],
      ]),
      numbered("three headers, none fits", "SIGNATURE_MISMATCH", (right, wrong) => [
        [docuSign(1), wrong],
        [docuSign(2), wrong],
        [docuSign(3), wrong],
      ]),
      numbered("the second header malformed beside the right first", "SIGNATURE_MALFORMED", (right) => [
        [docuSign(1), right],
        [docuSign(2), right.slice(1)],
      ]),
      numbered("the second header of no characters", "SIGNATURE_MALFORMED", (right) => [
        [docuSign(1), right],
        [docuSign(2), ""],
      ]),
      numbered("the second header twice", "HEADER_REPEATED", (right, wrong) => [
        [docuSign(1), wrong],
        [docuSign(2), right],
        [docuSign(2), right],
      ]),
      numbered("a number that the scheme does not name", "HEADER_MISSING", (right) => [[docuSign(4), right]]),
    ],
    published: [
      {
        comment: "made after the documentation: the second of two headers fits",
        source: "DocuSign Connect documentation, numbered headers",
        secrets: ["key2"],
        headers: [
          [docuSign(1), "fWjtpNg9c5uUnoUP6ZiUBdlUCc18XWuPagVTE3U8Lwo="],
          [docuSign(2), "vbud9q+zkOvYSkKJdj94te8h7wihW/imx+z2k1r6i/E="],
        ],
        body: '{"event":"envelope-sent"}',
      },
    ],
  },
  {
    about: "Linear: hex of the raw body; the timestamp stands in the body, in milliseconds; 60 s.",
    scheme: {
      name: "linear",
      algorithm: "hmac-sha256",
      signature: { header: "Linear-Signature" },
      timestamp: { from: { body: "webhookTimestamp" }, unit: "ms", toleranceSeconds: 60 },
      type: { body: "type" },
      hints: ["Linear-Delivery", "Linear-Event"],
    },
    secret: "linear_secret",
    hints: [
      ["Linear-Delivery", "234d1a4e"],
      ["Linear-Event", "Issue"],
    ],
    at: AT,
    attacked: { body: '{"type":"Issue","webhookTimestamp":1700000000000,"n":1.0}' },
    deep: ["freshness"],
    more: [
      inBody("no timestamp in the body"),
      inBody("timestamp is null", "null"),
      inBody("timestamp is a string of digits", '"1700000000000"', null),
      inBody("timestamp is a string of letters", '"now"'),
      inBody("timestamp is an object", '{"webhookTimestamp":1700000000000}'),
      inBody("timestamp with a fraction", "1700000000000.0"),
      inBody("timestamp with an exponent", "17e11"),
      inBody("negative timestamp", "-1700000000000"),
      inBody("timestamp of sixteen digits", "1700000000000000"),
      inBody("timestamp twice: the last one counts", '1,"webhookTimestamp":1700000000000', null),
      inBody(
        "timestamp twice: the last one counts, and it is old",
        '1700000000000,"webhookTimestamp":1',
        "TIMESTAMP_TOO_OLD",
      ),
      {
        comment: "body that is no object",
        flags: ["timestamp-in-body"],
        body: "[1700000000000]",
        reason: "TIMESTAMP_MALFORMED",
      },
      {
        comment: "no timestamp and a forged signature: nothing is read from an unproven body",
        flags: ["check-order"],
        body: "{}",
        secrets: ["another"],
        held: ["linear_secret"],
        reason: "SIGNATURE_MISMATCH",
      },
    ],
    published: [
      {
        comment: "accepted by the provider's library",
        source: "@linear/sdk 98.0.0",
        secrets: ["linsecret"],
        headers: [
          ["Linear-Signature", "c43e8415f538d97649935cc8aa693e941bc3906206e2cb041f397bcb29b32aba"],
          ["Linear-Delivery", "234d1a4e-b617-4388-90fe-adc3633d6b72"],
          ["Linear-Event", "Issue"],
        ],
        body: '{"action":"create","type":"Issue","data":{"id":"a"},"webhookTimestamp":1700000000000}',
        now: AT + 30000,
      },
    ],
  },
  {
    about: "A scheme of no provider: the timestamp is a date in the body; 300 s both ways.",
    scheme: {
      name: "house-dated",
      algorithm: "hmac-sha256",
      signature: { header: "X-House-Signature", format: { kind: "value", prefix: "sha256=" } },
      timestamp: { from: { body: "sent_at" }, unit: "rfc3339", toleranceSeconds: 300 },
    },
    secret: "house_secret",
    at: AT,
    attacked: { body: '{"sent_at":"2023-11-14T22:13:20Z","n":1.0}' },
    more: [
      dated("date with an offset and a fraction", '"2023-11-14T23:13:20.25+01:00"'),
      dated("date with an escape", '"2023-11-14T22:13:20\\u005a"'),
      dated("date of five minutes and a second ago", '"2023-11-14T22:08:19Z"', "TIMESTAMP_TOO_OLD"),
      dated("date five minutes and a second ahead", '"2023-11-14T22:18:21Z"', "TIMESTAMP_TOO_NEW"),
      dated("30 February", '"2023-02-30T22:13:20Z"', "TIMESTAMP_MALFORMED"),
      dated("number in place of a date", "1700000000000", "TIMESTAMP_MALFORMED"),
    ],
  },
];
