// Copies: a body goes into the module's memory once to be proven, and again only for what stands in it. The engine's own
// methods that write there are watched meanwhile.
import { BODY, NOW, SECRET, ANY_SECRET } from "./kit.mjs";
import { post } from "../../receivers/suite/kit.mjs";

/** A body that no header is as long as; it takes less than the module's window, or several windows. */
const SIZES = [20_000, 150_000];

/** A body of a delivery of any provider, of about this size. */
const bodyOf = (size) =>
  `{"event":"message.created","type":"message.created","id":"evt_1","event_id":"evt_1","data":"${"x".repeat(size)}"}`;

export const tests = {
  "copies a body once to prove it, as text and as bytes"({ Webhook, providers }, test) {
    for (const name of Object.keys(providers)) {
      for (const body of SIZES.flatMap(bothForms)) {
        const webhook = opened(Webhook, name);
        const headers = webhook.sign(body, { timestamp: NOW });
        const what = `${name}, ${typeof body} of ${body.length}`;
        test.equal(
          copiesOf(body, () => webhook.verify(body, headers)),
          1,
          what,
        );
        test.equal(
          copiesOf(body, () => webhook.check(body, {})),
          body.length > 100_000 ? 0 : 1,
          `${what}, without a signature`,
        );
        webhook.dispose();
      }
    }
  },

  "copies no body for facts that stand in headers, or that the scheme does not sign"({ Webhook }, test) {
    const free = { github: ["type", "id"], shopify: ["type", "id"], "standard-webhooks": ["id", "idempotencyKey"] };
    for (const [name, facts] of Object.entries(free)) {
      for (const fact of facts) {
        for (const body of SIZES.flatMap(bothForms)) {
          const [delivery] = proven(Webhook, name, body);
          test.equal(
            copiesOf(body, () => delivery[fact]),
            0,
            `${name}, ${fact}, ${typeof body} of ${body.length}`,
          );
        }
      }
    }
  },

  "copies a body once for type, id and key together, in whatever order they are read"({ Webhook, providers }, test) {
    const orders = [
      ["type", "id", "idempotencyKey"],
      ["idempotencyKey", "type", "id"],
      ["id", "idempotencyKey", "type", "type", "idempotencyKey"],
    ];
    // A key that is a hash is not known when the type is asked for first, and nobody hashes a body unasked.
    const most = { "type first": { github: 1, shopify: 1, "standard-webhooks": 1 }, "key first": {} };
    for (const name of Object.keys(providers)) {
      for (const order of orders) {
        const body = bodyOf(SIZES[0]);
        const [delivery] = proven(Webhook, name, body);
        const copies = copiesOf(body, () => order.map((fact) => delivery[fact]));
        const limit = order[0] === "idempotencyKey" ? 1 : (most["type first"][name] ?? 2);
        test.ok(copies <= limit, `${name}, ${order}: ${copies} copies, at most ${limit}`);
        const again = copiesOf(body, () => order.map((fact) => delivery[fact]));
        test.equal(again, 0, `${name}, ${order}, read again`);
      }
    }
  },

  "copies no body for its payload, its bytes and its hints"({ Webhook }, test) {
    for (const name of ["agentbot", "github", "standard-webhooks"]) {
      for (const body of bothForms(SIZES[0])) {
        const [delivery] = proven(Webhook, name, body);
        const read = () => [delivery.payload, delivery.body, delivery.hints, delivery.timestamp, delivery.secretIndex];
        test.equal(copiesOf(body, read), 0, `${name}, ${typeof body}`);
      }
    }
  },

  async "copies a body at most twice where a receiver routes by type and remembers what it handled"(countersign, test) {
    const { Webhook, memory, providers, receive } = countersign;
    for (const { name, scheme } of Object.values(providers)) {
      const webhook = opened(Webhook, name);
      const handled = [];
      const on = { "*": ({ idempotencyKey }) => void handled.push(idempotencyKey) };
      if (scheme.type !== undefined) on["message.created"] = on["*"];
      const respond = receive(webhook, { on }, { idempotency: memory() });
      const body = bodyOf(SIZES[0]);
      const headers = webhook.sign(body, { timestamp: NOW });
      const copies = await copiesOfAsync(body, () => respond(post(headers, body)));
      test.equal(handled.length, 1, `${name}: handled`);
      test.ok(copies <= 2, `${name}: ${copies} copies`);
      const again = await copiesOfAsync(body, () => respond(post(headers, body)));
      test.ok(again <= 2, `${name}, a duplicate: ${again} copies`);
    }
  },

  "sees every copy, so that none of the above is quiet for want of a witness"({ Webhook }, test) {
    const webhook = opened(Webhook, "bookbag");
    for (const body of SIZES.flatMap(bothForms)) {
      const sign = () => webhook.sign(body);
      test.equal(
        copiesOf(body, () => [sign(), sign(), sign()]),
        3,
        `${typeof body} of ${body.length}`,
      );
    }
    test.equal(
      copiesOf(bodyOf(SIZES[0]), () => webhook.verify(BODY, webhook.sign(BODY))),
      0,
      "a body of 90 bytes",
    );
    test.equal(SECRET.length < 100, true);
  },
};

const bothForms = (size) => [bodyOf(size), new TextEncoder().encode(bodyOf(size))];

function opened(Webhook, name) {
  return new Webhook(name, ANY_SECRET, { now: () => NOW });
}

function proven(Webhook, name, body) {
  const webhook = opened(Webhook, name);
  return [webhook.verify(body, webhook.sign(body, { timestamp: NOW })), webhook];
}

/** How often an action writes the whole of a body into a module's memory. */
function copiesOf(body, action) {
  const watch = watching();
  try {
    action();
  } finally {
    watch.end();
  }
  return Math.floor(watch.bytes / body.length);
}

async function copiesOfAsync(body, action) {
  const watch = watching();
  try {
    await action();
  } finally {
    watch.end();
  }
  return Math.floor(watch.bytes / body.length);
}

/** Counts the bytes that are written into the memory of WebAssembly, which is pages of 64 KiB and nothing else here is. */
function watching() {
  const watch = { bytes: 0 };
  const typed = Object.getPrototypeOf(Uint8Array.prototype);
  const encoder = TextEncoder.prototype;
  const { set } = typed;
  const { encodeInto } = encoder;
  const isMemory = ({ buffer }) => buffer.byteLength >= 65_536 && buffer.byteLength % 65_536 === 0;
  typed.set = function (source, ...rest) {
    if (isMemory(this)) watch.bytes += source.length;
    return set.call(this, source, ...rest);
  };
  encoder.encodeInto = function (text, target) {
    const done = encodeInto.call(this, text, target);
    if (isMemory(target)) watch.bytes += done.written;
    return done;
  };
  watch.end = () => Object.assign(typed, { set }) && Object.assign(encoder, { encodeInto });
  return watch;
}
