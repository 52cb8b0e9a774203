// Secrets in memory: all of it is searched, the stack and freed blocks included, for every form in which a secret
// passes through. While a Webhook lives its prepared key is there and nothing else; when it is disposed, not even that.
import { createHash, createHmac } from "node:crypto";

/** The state of each hash, in bytes, and the block that it takes at a time. */
const STATES = { sha1: 20, sha256: 32, sha384: 64, sha512: 64 };
const BLOCKS = { sha1: 64, sha256: 64, sha384: 128, sha512: 128 };
const BODY = Buffer.from("{}");

/** A scheme that signs the body alone, with the rule by which its secrets become keys. */
const schemeOf = (hash, key) => ({ name: "acme", algorithm: `hmac-${hash}`, key, signature: { header: "X-Sig" } });

/** How a key is written as a secret, and how the scheme says so. */
const ENCODINGS = {
  utf8: { rule: { encoding: "utf8" }, write: (key) => key.toString("latin1"), read: (text) => Buffer.from(text) },
  base64: {
    rule: { encoding: "base64", stripPrefixes: ["whsec_"] },
    write: (key) => `whsec_${key.toString("base64")}`,
    read: (_, key) => key,
  },
  hex: { rule: { encoding: "hex" }, write: (key) => key.toString("hex"), read: (_, key) => key },
  bytes: { rule: { encoding: "utf8" }, write: (key) => new Uint8Array(key), read: (_, key) => key },
};

/** Shorter than a block, exactly one, and longer, which HMAC hashes first. */
const KEY_SIZES = [24, 64, 128, 200];

/** Every algorithm with every kind of key, through the package. */
export function everySecret({ countersign, module }, test) {
  let searched = 0;
  for (const [hash, stateSize] of Object.entries(STATES)) {
    for (const [encoding, { rule, write, read }] of Object.entries(ENCODINGS)) {
      for (const size of KEY_SIZES) {
        const written = write(keyOf(`${hash} ${encoding} ${size}`, size, encoding === "utf8"));
        const key = read(written, keyOf(`${hash} ${encoding} ${size}`, size));
        const scheme = countersign.defineScheme(schemeOf(hash, rule));
        const life = { countersign, module, test, what: `${hash}, ${size} bytes by ${encoding}` };
        liveAndDie(life, scheme, { written, key, hash, stateSize });
        searched += 1;
      }
    }
  }
  return searched;
}

function liveAndDie({ countersign, module, test, what }, scheme, { written, key, hash, stateSize }) {
  const traces = tracesOf(written, key, hash);
  let before;
  module.beforeSecret = () => {
    before = Buffer.from(module.bytes());
    test.ok(found(module, traces).length > 0, `${what}: the search finds the secret on its way in`);
  };
  const webhook = new countersign.Webhook(scheme, written);
  module.beforeSecret = () => {};
  test.equal(found(module, traces), [], `${what}: built`);
  const states = statesSince(before, module.bytes());
  const stateBytes = states.length * PIECE;
  const isAll = Math.abs(stateBytes - 2 * stateSize) <= PIECE;
  test.ok(isAll, `${what}: ${stateBytes} bytes of prepared keys, and two states have ${2 * stateSize}`);

  const headers = { "X-Sig": createHmac(hash, key).update(BODY).digest("hex") };
  test.equal(webhook.check(BODY, headers).code, undefined, `${what}: its key`);
  webhook.check(new Uint8Array(100_000), headers);
  webhook.sign(BODY);
  test.equal(found(module, traces), [], `${what}: at work`);
  test.equal(piecesIn(module, states), states.length, `${what}: the search finds the prepared keys`);
  webhook.dispose();
  test.equal(found(module, traces), [], `${what}: disposed`);
  test.equal(piecesIn(module, states), 0, `${what}: pieces of prepared keys, disposed`);
}

/** A Webhook that is closed while its module is in the middle of something, from the window up. */
export function closedAtWork({ countersign, module }, test) {
  const { exports } = module;
  const put = (text) => Buffer.from(text).copy(module.bytes(), exports.text_at());
  new countersign.Webhook(countersign.defineScheme(schemeOf("sha256")), "any").dispose();
  const { scheme } = module;
  const secret = "a secret whose prepared keys nobody may find";
  const signature = createHmac("sha256", secret).update(BODY).digest("hex");
  const claim = () => module.bytes().writeUInt32LE(put(signature), exports.lengths_at());
  const lives = {
    "nothing yet": () => 0,
    verified: (slot) => (claim(), exports.verify(slot, BODY.length, 0, 0)),
    "verifying a stream": (slot) => (claim(), exports.verify_begin(slot) || exports.update(BODY.length) || 0),
    "signing a stream": (slot) => exports.sign_begin(slot, 0, 0, 0) || exports.update(BODY.length) || 0,
    signed: (slot) =>
      exports.sign_begin(slot, 0, 0, 0) || exports.update(BODY.length) || Math.min(exports.sign_finish(), 0),
  };
  for (const [life, live] of Object.entries(lives)) {
    const slot = exports.open(put(scheme));
    const length = put(secret);
    const before = Buffer.from(module.bytes());
    test.equal(exports.add_secret(slot, length, 0), 0, life);
    const states = statesSince(before, module.bytes());
    module.bytes().set(BODY, exports.body_at());
    test.equal(live(slot), 0, life);
    test.equal(piecesIn(module, states), states.length, `${life}: the search finds the prepared keys`);
    test.equal(states.length, (2 * STATES.sha256) / PIECE, `${life}: pieces of prepared keys`);
    exports.close(slot);
    test.equal(piecesIn(module, states), 0, `${life}, then closed`);
  }
}

/** A secret that is refused was in the window, too. */
export function refusedSecret({ countersign, module }, test) {
  const key = keyOf("refused", 64);
  const refused = {
    "not base64": ["standard-webhooks", `whsec_!${key.toString("hex")}`],
    "base64 of no whole number of bytes": ["standard-webhooks", `whsec_${key.toString("base64").replace("==", "AAA")}`],
    "a text too long": ["agentbot", key.toString("hex").repeat(33)],
    "too many bytes": ["agentbot", Buffer.concat(Array(65).fill(key))],
  };
  for (const [what, [provider, secret]] of Object.entries(refused)) {
    const traces = { text: Buffer.from(secret), key };
    let seen = 0;
    module.beforeSecret = () => (seen = found(module, traces).length);
    test.throws(() => new countersign.Webhook(provider, secret), "SECRET_INVALID", what);
    module.beforeSecret = () => {};
    // More bytes than the window takes are never written to it.
    if (typeof secret === "string") test.ok(seen > 0, `${what}: the search finds the secret on its way in`);
    test.equal(found(module, traces), [], `${what}, refused`);
  }
}

// Anything of a secret that is this long is found, wherever it lies.
const PIECE = 8;

/** Every form in which a secret passes through: its text, its key, the hash of a long key, and the padded keys. */
function tracesOf(written, key, hash) {
  const short = key.length > BLOCKS[hash] ? createHash(hash).update(key).digest() : key;
  const [inner, outer] = [0x36, 0x5c].map((pad) => Buffer.from(short.map((byte) => byte ^ pad)));
  return { text: Buffer.from(written), key, "hashed key": short, "inner key": inner, "outer key": outer };
}

/** Which of the traces lie in memory, and where. */
function found(module, traces) {
  const memory = module.bytes();
  return Object.entries(traces).flatMap(([name, trace]) => {
    const piece = piecesOf(trace).find((some) => memory.includes(some));
    return piece === undefined ? [] : [`${name} at ${memory.indexOf(piece)}`];
  });
}

function piecesOf(bytes) {
  const pieces = [];
  for (let at = 0; at + PIECE <= bytes.length; at += PIECE) pieces.push(bytes.subarray(at, at + PIECE));
  return pieces;
}

// What was written since, as far as it can be a state: a piece of two addresses or lengths has two zeros at least.
function statesSince(before, now) {
  const changed = piecesOf(now).filter((piece, at) => !piece.equals(before.subarray(at * PIECE, (at + 1) * PIECE)));
  return changed.filter((piece) => piece.filter((byte) => byte === 0).length < 2).map((piece) => Buffer.from(piece));
}

function piecesIn(module, pieces) {
  const memory = module.bytes();
  return pieces.filter((piece) => memory.includes(piece)).length;
}

/** A key that no other test has: a search must not find another one's. */
function keyOf(name, size, isText = false) {
  const part = (_, at) => createHash("sha256").update(`${name} ${at}`).digest();
  const bytes = Buffer.concat(Array.from({ length: 8 }, part));
  return isText ? Buffer.from(bytes.toString("hex").slice(0, size)) : bytes.subarray(0, size);
}
