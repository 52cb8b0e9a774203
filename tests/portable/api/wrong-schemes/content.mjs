// Content: values that it cannot have, nor the times in it and in the body.
import { ACME } from "../kit.mjs";
import { acme, CONTRADICTION, LONG, of, plain } from "./kit.mjs";

const timestamp = (change) => acme({ timestamp: { ...ACME.timestamp, ...change } });
const tolerance = (toleranceSeconds) => timestamp({ toleranceSeconds });
const separately = (header) =>
  plain({ content: "{timestamp}.{body}", timestamp: { from: { header }, unit: "s", toleranceSeconds: 300 } });

export const CONTENT = [
  ...of(
    "content",
    [1, null, {}, ["{body}"]].map((content) => acme({ content })),
    { says: /expected a string/ },
  ),
  ...of(
    "content",
    ["\u00e9{body}", "\t{body}", "\r\n{body}", ""].map((content) => plain({ content })),
  ),
  ...of("content", [plain({ content: "{payload}" })], { ...CONTRADICTION, says: /got \{payload\}/ }),
  ...of("content", [acme({ content: "{time}.{body}" })], { ...CONTRADICTION, says: /got \{time\}/ }),
  ...of(
    "content",
    ["${timestamp}.{body}", "{timestamp}.${body}", "${timestamp}.${body}"].map((content) => acme({ content })),
    { ...CONTRADICTION, says: /\$.*not a template literal/, example: '"{timestamp}.{body}"' },
  ),
  ...of("content", [acme({ content: "{timestamp}" }), acme({ content: "{timestamp}.{body}{body}" })], {
    ...CONTRADICTION,
    says: /\{body\} exactly once/,
  }),
  ...of("content", [acme({ content: "{timestamp}.{timestamp}.{body}" })], { ...CONTRADICTION, says: /at most once/ }),
  ...of(
    "content",
    ["{body", "body}", "}{body}", "{}{body}", "{header}{body}", "{ body }"].map((content) => plain({ content })),
    { ...CONTRADICTION, says: /\{\{ or \}\}/ },
  ),
  ...of("content", [acme({ content: "{body}" })], { ...CONTRADICTION, says: /not signed proves nothing/ }),
  ...of(
    "content",
    [plain({ content: `${"{header:X}a".repeat(9)}{body}` }), plain({ content: "{header:X Y}.{body}" })],
    CONTRADICTION,
  ),
  ...of(
    "content",
    ["{header:X-Id}{body}", "{body}{header:X-Id}", "{header:X-Id}{header:X-Kind}.{body}"].map((content) =>
      plain({ content }),
    ),
    { ...CONTRADICTION, says: /one signature would prove several deliveries/, example: '"{header:X-Acme-Id}.{body}"' },
  ),

  ...of(
    "timestamp",
    [null, 300, "field", []].map((value) => acme({ timestamp: value })),
    { example: 'from: "field"' },
  ),
  ...of("timestamp", [acme({ timestamp: undefined })], { ...CONTRADICTION, example: '{ from: "field", unit: "s" }' }),
  ...of("timestamp", [plain({ content: "{timestamp}.{body}" })], { ...CONTRADICTION, says: /where it stands/ }),
  ...of("timestamp", [timestamp({ tolerance: 300 })], { says: /Did you mean "toleranceSeconds"\?/ }),
  ...of(
    "timestamp.from",
    ["X-Ts", "header", null, undefined, 1, []].map((from) => timestamp({ from })),
    {
      example: '{ header: "X-Acme-Timestamp" }',
    },
  ),
  ...of(
    "timestamp.from",
    [{}, { body: "ts", header: "X-Ts" }, { path: "ts" }].map((from) => timestamp({ from })),
  ),
  ...of(
    "timestamp.from",
    [separately("X-Time")].map((spec) => ({ ...spec, timestamp: ACME.timestamp })),
    CONTRADICTION,
  ),
  ...of("timestamp.from", [timestamp({ from: { header: "X-Time" } })], CONTRADICTION),
  ...of("timestamp.from.header", [separately("X Time"), separately(""), separately(1), separately(null)]),
  ...of(
    "timestamp.from.body",
    ["", "a..b", "a b", LONG, 1].map((body) => plain({ timestamp: { from: { body }, unit: "s" } })),
  ),
  ...of(
    "timestamp.unit",
    ["minutes", "seconds", undefined, null, 1].map((unit) => timestamp({ unit })),
    {
      says: /"s", "ms" or "rfc3339"/,
    },
  ),
  ...of("timestamp.toleranceSeconds", ["300", null, [], true].map(tolerance), {
    says: /a number of seconds/,
    example: "300",
  }),
  ...of("timestamp.toleranceSeconds", [-1, 1.5, 2 ** 32, NaN, -Infinity].map(tolerance)),
  ...of("timestamp.toleranceSeconds", [tolerance({ passed: 300 })], { says: /Its fields are past, future/ }),
  ...of(
    "timestamp.toleranceSeconds.past",
    [-1, 1.5, "300", null].map((past) => tolerance({ past })),
    { example: "300" },
  ),
  ...of(
    "timestamp.toleranceSeconds.future",
    [-1, 1.5, "300", null].map((future) => tolerance({ future })),
  ),

  ...of(
    "eventTime",
    [null, "ts", []].map((eventTime) => plain({ eventTime })),
    { example: '{ body: "ts", unit: "ms" }' },
  ),
  ...of("eventTime", [plain({ eventTime: { body: "ts", unit: "s", toleranceSeconds: 300 } })]),
  ...of("eventTime", [acme({ eventTime: { body: "ts", unit: "ms" } })], { ...CONTRADICTION, says: /toleranceSeconds/ }),
  ...of(
    "eventTime.body",
    ["", "a..b", "a b", LONG, 1, undefined].map((body) => plain({ eventTime: { body, unit: "s" } })),
    {
      example: '"created_at"',
    },
  ),
  ...of(
    "eventTime.unit",
    ["minutes", undefined, null].map((unit) => plain({ eventTime: { body: "ts", unit } })),
    {
      says: /"s", "ms" or "rfc3339"/,
    },
  ),
];
