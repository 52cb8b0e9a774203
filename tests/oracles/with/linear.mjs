// @linear/sdk: the time stands in the signed body, which it reads with JSON.parse and we read without a tree. It
// signs nothing: the sender here is its documentation.
import { createHmac } from "node:crypto";
import { fc, library } from "../libraries.mjs";

const { LinearWebhookClient } = await library("@linear/sdk/dist/webhooks/index.mjs");

export const linear = {
  library: "@linear/sdk",
  scheme: {
    name: "linear",
    algorithm: "hmac-sha256",
    signature: { header: "Linear-Signature" },
    timestamp: { from: { body: "webhookTimestamp" }, unit: "ms", toleranceSeconds: 60 },
  },
  bodies: dated(),
  fill: (body, milliseconds) => body.replaceAll("@", milliseconds),

  sign({ secret, raw }) {
    return { "linear-signature": createHmac("sha256", secret).update(raw).digest("hex") };
  },

  verify({ secret, raw, headers }) {
    return new LinearWebhookClient(secret).verify(Buffer.from(raw), headers["linear-signature"]);
  },
};

/** Bodies in which `@` stands for the time of the delivery: JSON around it, and what is nearly JSON. */
function dated() {
  const key = fc.constantFrom(
    '"webhookTimestamp"',
    '"webhookTimestamp"',
    '"webhookTimestamp"',
    '"webhookTimest\\u0061mp"',
    '"webhookTimestamp "',
    '"WebhookTimestamp"',
    '"\\webhookTimestamp"',
  );
  const value = fc.constantFrom(
    "@",
    "@",
    "@",
    "@",
    "@",
    '"@"',
    "@.0",
    "@e0",
    "-@",
    "0@",
    "+@",
    "null",
    "[@]",
    "{}",
    "@x",
  );
  const broken = fc.constantFrom("01", "1.", ".5", "-", "nul", "'a'", '"\t"', '"\\x"', "[1,]", "NaN");
  const written = fc.oneof({ weight: 5, arbitrary: fc.json({ maxDepth: 2 }) }, { weight: 1, arbitrary: broken });
  const other = fc.tuple(written, fc.string({ maxLength: 4 }));
  const member = fc.oneof(
    { weight: 3, arbitrary: fc.tuple(key, value).map(([name, time]) => `${name}:${time}`) },
    { weight: 2, arbitrary: other.map(([json, name]) => `${JSON.stringify(name)}:${json}`) },
  );
  const space = fc.constantFrom("", "", "", " ", "\n", "\t", "\r", "\f", "\ufeff", "\u00a0");
  const around = fc.tuple(
    space,
    fc.array(member, { minLength: 1, maxLength: 3 }),
    space,
    fc.constantFrom("", "", "", ",", "}"),
  );
  const inObject = around.map(
    ([before, members, after, junk]) => `${before}{${members.join(`,${after}`)}${after}}${junk}`,
  );
  return fc.oneof(
    { weight: 9, arbitrary: fc.constant('{"type":"Issue","webhookTimestamp":@}') },
    { weight: 9, arbitrary: inObject },
    { weight: 1, arbitrary: fc.json({ maxDepth: 2 }) },
  );
}
