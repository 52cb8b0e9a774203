// A scheme whose signed body tells a time inside an object, as a date.

import { eventAges } from "./event-ages.mjs";

const AT = 1700000000000;
const SECRET = "house_secret";
const LIMIT = 600;
const date = '"2023-11-14T22:13:20Z"';

/** A delivery whose time does not stand where the path of the scheme leads, unless `reason` is null. */
const onTheWay = (comment, body, reason = "TIMESTAMP_MALFORMED") => ({
  comment,
  flags: ["event-age"],
  reason: reason ?? undefined,
  body,
  maxEventAgeSeconds: LIMIT,
});

export const eventTimeSchemes = [
  {
    about: "A scheme of no provider: the body tells a time inside an object, as a date.",
    scheme: {
      name: "house-event-time",
      algorithm: "hmac-sha256",
      signature: { header: "X-House-Signature" },
      type: { body: "meta.type" },
      eventTime: { body: "meta.sent_at", unit: "rfc3339" },
    },
    secret: SECRET,
    at: AT,
    attacked: { body: `{"meta":{"type":"order.created","sent_at":${date}},"n":1.0}` },
    only: ["body"],
    last: [
      ...eventAges({
        at: AT,
        unit: "rfc3339",
        limit: LIMIT,
        secret: SECRET,
        key: "sent_at",
        bodyWith: (members) => `{"meta":{"type":"order.created"${members}},"data":{}}`,
      }),
      onTheWay("the object on the way is missing", `{"sent_at":${date}}`),
      onTheWay("the key on the way is a string", `{"meta":${date}}`),
      onTheWay("the key on the way is an array", `{"meta":[{"sent_at":${date}}]}`),
      onTheWay("the path as one key", `{"meta.sent_at":${date}}`),
      onTheWay(
        "the object on the way twice: the last one counts",
        `{"meta":{"sent_at":"1970-01-01T00:00:00Z"},"meta":{"sent_at":${date}}}`,
        null,
      ),
      onTheWay(
        "the object on the way twice: the last one counts, and it is old",
        `{"meta":{"sent_at":${date}},"meta":{"sent_at":"1970-01-01T00:00:00Z"}}`,
        "TIMESTAMP_TOO_OLD",
      ),
      onTheWay("the object on the way twice, the last one without a time", `{"meta":{"sent_at":${date}},"meta":{}}`),
    ],
  },
];
