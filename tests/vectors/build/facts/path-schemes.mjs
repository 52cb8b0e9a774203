// Schemes whose type, or type and id, stand inside objects of the body. Whatever a path leads to, it
// never decides the verdict.

const AT = 1700000000000;

/** A delivery that is verified; `expect` states a fact that JSON.parse forgets: how a number was written. */
const found = (comment, body, expect) => ({ comment, flags: ["json-facts"], body, expect });

const order = {
  meta: { event_name: "order_created", custom_data: { customer_id: 25 } },
  data: {
    type: "orders",
    id: "1",
    attributes: { store_id: 1, customer_id: 1, status: "paid", user_name: "Zoë", total: 999, refunded: false },
  },
};

const lemonSqueezyPaths = [
  found("members before and after the one on the way", '{"a":[{"b":{}}],"meta":{"x":{},"event_name":"right"},"z":1}'),
  found("the other order of keys", '{"data":{"id":"1"},"meta":{"custom_data":{},"event_name":"right"}}'),
  found("spaces wherever JSON allows them", ' {\t"meta" :\r\n{ "event_name"\n: "spaced" } , "n":1 } \n'),
  // The way ends too early.
  found("empty object", "{}"),
  found("the key on the way is missing", '{"data":{"id":"1"}}'),
  found("the last key is missing", '{"meta":{"custom_data":{}}}'),
  found("the key on the way is a string", '{"meta":"event_name"}'),
  found("the key on the way is an array", '{"meta":[{"event_name":"wrong"}]}'),
  found("the key on the way is an array in an array", '{"meta":[[{"event_name":"wrong"}],"event_name"]}'),
  found("the key on the way is a number", '{"meta":1}'),
  found("the key on the way is a truth value", '{"meta":true}'),
  found("the key on the way is null", '{"meta":null}'),
  found("the key on the way is an empty object", '{"meta":{}}'),
  // Of duplicate keys the last one counts, on either level.
  found("the last key twice", '{"meta":{"event_name":"first","event_name":"last"}}'),
  found("the last key twice, the last time null", '{"meta":{"event_name":"first","event_name":null}}'),
  found("the last key twice, the last time an object", '{"meta":{"event_name":"first","event_name":{}}}'),
  found(
    "the last key twice, the first time an object",
    '{"meta":{"event_name":{"event_name":"x"},"event_name":"last"}}',
  ),
  found("the key on the way twice", '{"meta":{"event_name":"first"},"meta":{"event_name":"last"}}'),
  found(
    "the key on the way three times",
    '{"meta":{"event_name":"a"},"meta":{"event_name":"b"},"meta":{"event_name":"c"}}',
  ),
  found("the key on the way twice, the last time empty", '{"meta":{"event_name":"first"},"meta":{}}'),
  found("the key on the way twice, the last time with other keys", '{"meta":{"event_name":"first"},"meta":{"a":"b"}}'),
  found("the key on the way twice, the last time a string", '{"meta":{"event_name":"first"},"meta":"event_name"}'),
  found("the key on the way twice, the last time null", '{"meta":{"event_name":"first"},"meta":null}'),
  found(
    "the key on the way twice, the last time an array",
    '{"meta":{"event_name":"first"},"meta":[{"event_name":"x"}]}',
  ),
  found("the key on the way twice, the first time a number", '{"meta":1,"meta":{"event_name":"last"}}'),
  found("the key on the way twice, once escaped", '{"meta":{"event_name":"first"},"\\u006deta":{"event_name":"last"}}'),
  found("the key on the way twice, the last time escaped and empty", '{"meta":{"event_name":"first"},"\\u006deta":{}}'),
  // The same keys elsewhere.
  found("the last key at the top alone", '{"event_name":"wrong"}'),
  found(
    "the last key at the top, too",
    '{"event_name":"wrong","meta":{"event_name":"right"},"data":{"event_name":"wrong"}}',
  ),
  found("the last key one object too deep", '{"meta":{"custom_data":{"event_name":"wrong"}}}'),
  found(
    "the last key one object too deep, after the right one",
    '{"meta":{"event_name":"right","x":{"event_name":"wrong"}}}',
  ),
  found(
    "the last key one object too deep, before the right one",
    '{"meta":{"x":{"event_name":"wrong"},"event_name":"right"}}',
  ),
  found("the last key in another object", '{"meta":{},"data":{"event_name":"wrong"}}'),
  found("both keys one object too deep", '{"data":{"meta":{"event_name":"wrong"}}}'),
  found(
    "both keys one object too deep, after the right ones",
    '{"meta":{"event_name":"right"},"data":{"meta":{"event_name":"wrong"}}}',
  ),
  found("the key on the way inside its namesake", '{"meta":{"meta":{"event_name":"wrong"}}}'),
  found("the object in an array at the top", '[{"meta":{"event_name":"wrong"}}]'),
  found("the path as one key", '{"meta.event_name":"wrong"}'),
  found("the path as one key beside the right ones", '{"meta.event_name":"wrong","meta":{"event_name":"right"}}'),
  found(
    "keys of longer names",
    '{"metas":{"event_name":"wrong"},"meta":{"event_names":"wrong","xevent_name":"wrong"}}',
  ),
  found("keys in the other letter case", '{"Meta":{"event_name":"wrong"},"meta":{"EVENT_NAME":"wrong"}}'),
  found("keys of no characters", '{"":{"event_name":"wrong"},"meta":{"":"wrong"}}'),
  found(
    "__proto__ on the way",
    '{"__proto__":{"meta":{"event_name":"wrong"}},"meta":{"__proto__":{"event_name":"wrong"}}}',
  ),
  found(
    "keys and brackets inside of strings",
    '{"s":"\\"meta\\":{\\"event_name\\":\\"x\\"","meta":{"t":"}","event_name":"right"}}',
  ),
  // What the path leads to.
  found("the value is an object", '{"meta":{"event_name":{"event_name":"wrong"}}}'),
  found("the value is an array", '{"meta":{"event_name":["wrong"]}}'),
  found("the value is null", '{"meta":{"event_name":null}}'),
  found("the value is a truth value", '{"meta":{"event_name":true}}'),
  found("the value is a string of no characters", '{"meta":{"event_name":""}}'),
  found("the value is the number 42: its JSON text", '{"meta":{"event_name":42}}', { type: "42" }),
  found("the value is the number -1.50e+2: its JSON text", '{"meta":{"event_name":-1.50e+2}}', { type: "-1.50e+2" }),
  found("the value has escapes", '{"meta":{"event_name":"a\\u0062\\u00e9\\/\\"\\\\\\n\\ud83d\\ude00"}}'),
  found("the value has half a surrogate pair: absent", '{"meta":{"event_name":"x\\ud800"}}'),
  found("the value has 1024 bytes", `{"meta":{"event_name":"${"x".repeat(1024)}"}}`),
  found("the value has 1025 bytes and counts as absent", `{"meta":{"event_name":"${"x".repeat(1025)}"}}`),
  // How the keys are written.
  found("both keys with an escape", '{"\\u006deta":{"event\\u005fname":"escaped"}}'),
  found(
    "a key with half a surrogate pair",
    '{"meta\\ud800":{"event_name":"wrong"},"meta":{"event_name\\ud800":"wrong"}}',
  ),
  // What is not one JSON object has no type.
  found("body of no characters", ""),
  found("body that is not JSON", "meta.event_name=wrong"),
  found("object cut short on the way", '{"meta":{"event_name":"wrong"}'),
  found("a brace too many", '{"meta":{"event_name":"wrong"}}}'),
  found("comma after the last member on the way", '{"meta":{"event_name":"wrong",}}'),
  found("bracket in place of a brace", '{"meta":{"event_name":"wrong"]}'),
  found("byte order mark: not JSON", '\ufeff{"meta":{"event_name":"wrong"}}'),
  found("two documents, one after the other", '{"meta":{"event_name":"a"}}{"meta":{"event_name":"b"}}'),
];

const housePaths = [
  found("type and id", '{"data":{"id":"1","attributes":{"type":"right"}}}'),
  found("the id after the object that holds the type", '{"data":{"attributes":{"a":{},"type":"right"},"id":"1"}}'),
  found("no id: the idempotency key is the hash of the body", '{"data":{"attributes":{"type":"right"}}}'),
  found("no type", '{"data":{"id":"1","attributes":{}}}'),
  found("neither type nor id", '{"data":{}}'),
  found("the first key of the way is missing", '{"id":"wrong","attributes":{"type":"wrong"}}'),
  found("the second key of the way is missing", '{"data":{"id":"1","type":"wrong"}}'),
  found("the first key of the way is an array", '{"data":[{"id":"wrong","attributes":{"type":"wrong"}}]}'),
  found("the first key of the way is a string", '{"data":"attributes"}'),
  found("the second key of the way is an array", '{"data":{"id":"1","attributes":[{"type":"wrong"}]}}'),
  found("the second key of the way is a string", '{"data":{"id":"1","attributes":"type"}}'),
  found("the second key of the way is a number", '{"data":{"attributes":1,"id":"1"}}'),
  found("the type twice", '{"data":{"id":"1","attributes":{"type":"first","type":"last"}}}'),
  found("the id twice", '{"data":{"id":"first","attributes":{"type":"right"},"id":"last"}}'),
  found(
    "the second key of the way twice",
    '{"data":{"id":"1","attributes":{"type":"first"},"attributes":{"type":"last"}}}',
  ),
  found(
    "the second key of the way twice, the last time null",
    '{"data":{"id":"1","attributes":{"type":"first"},"attributes":null}}',
  ),
  found(
    "the first key of the way twice",
    '{"data":{"id":"1","attributes":{"type":"a"}},"data":{"id":"2","attributes":{"type":"b"}}}',
  ),
  found(
    "the first key of the way twice, the last time without the type",
    '{"data":{"id":"1","attributes":{"type":"first"}},"data":{"id":"2"}}',
  ),
  found(
    "the first key of the way twice, the last time without the id",
    '{"data":{"id":"1"},"data":{"attributes":{"type":"last"}}}',
  ),
  found(
    "the first key of the way twice, the last time empty",
    '{"data":{"id":"1","attributes":{"type":"first"}},"data":{}}',
  ),
  found("the way inside its own end", '{"data":{"data":{"id":"wrong","attributes":{"type":"wrong"}}}}'),
  found("the keys of the way in another order", '{"attributes":{"data":{"type":"wrong","id":"wrong"}}}'),
  found(
    "the same keys on every level",
    '{"id":"wrong","type":"wrong","data":{"type":"wrong","id":"right","attributes":' +
      '{"id":"wrong","x":{"type":"wrong"},"type":"right","y":{"type":"wrong","id":"wrong"}}},"x":{"id":"wrong"}}',
  ),
  found(
    "a part of the way as one key",
    '{"data.attributes":{"type":"wrong"},"data":{"attributes.type":"wrong","id":"1"}}',
  ),
  found(
    "every key of the way with an escape",
    '{"d\\u0061ta":{"\\u0069d":"1","attr\\u0069butes":{"typ\\u0065":"escaped"}}}',
  ),
  found("type and id are objects", '{"data":{"id":{"id":"wrong"},"attributes":{"type":{"type":"wrong"}}}}'),
  found("type and id are null", '{"data":{"id":null,"attributes":{"type":null}}}'),
  found("type and id are strings of no characters", '{"data":{"id":"","attributes":{"type":""}}}'),
  found("type and id are numbers: their JSON text", '{"data":{"id":9007199254740993,"attributes":{"type":1.0}}}', {
    type: "1.0",
    id: "9007199254740993",
    idempotency_key: "9007199254740993",
  }),
  {
    comment: "twenty thousand objects deep on the way and never closed",
    flags: ["json-facts"],
    body: '{"data":'.repeat(20000),
    repeat: { hex: Buffer.from('{"data":').toString("hex"), times: 20000 },
  },
  found("a hundred objects deep beside the way", `{"a":${'{"a":'.repeat(100)}1${"}".repeat(100)},"data":{"id":"1"}}`),
];

export const pathSchemes = [
  {
    about: "Lemon Squeezy: hex of the raw body; the type stands inside an object of the body.",
    scheme: {
      name: "lemon-squeezy",
      algorithm: "hmac-sha256",
      signature: { header: "X-Signature" },
      type: { body: "meta.event_name" },
      hints: ["X-Event-Name"],
    },
    secret: "ls_secret",
    hints: [["X-Event-Name", "order_created"]],
    at: AT,
    attacked: { body: '{"meta":{"event_name":"order_created"},"data":{"id":"1","n":1.0}}' },
    only: ["body", "signature", "content"],
    genuine: [
      { comment: "order_created", body: JSON.stringify(order) },
      { comment: "order_created, pretty-printed", body: JSON.stringify(order, null, 2) },
    ],
    more: lemonSqueezyPaths,
  },
  {
    about: "A scheme of no provider: the type stands two objects deep in the body, the id one.",
    scheme: {
      name: "house-path",
      algorithm: "hmac-sha256",
      signature: { header: "X-House-Signature", format: { kind: "value", prefix: "sha256=" } },
      type: { body: "data.attributes.type" },
      id: { body: "data.id" },
    },
    secret: "house_secret",
    at: AT,
    attacked: { body: '{"data":{"id":"evt_1","attributes":{"type":"order.created"}},"n":1.0}' },
    only: ["body"],
    more: housePaths,
  },
];
