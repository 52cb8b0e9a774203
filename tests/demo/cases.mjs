// The deliveries every example has to judge: one genuine, then what people and attackers make of
// it. A case is { provider, name, headers, body, code?, replay?, secretIndex? }; code is undefined
// where the delivery is accepted.
import { PREVIOUS_SECRETS, PROVIDERS, macOf, signatureOf } from "./providers.mjs";

const ACCEPTED = { code: undefined };
const refused = (code) => ({ code });

/**
 * Returns the cases of one provider at `now` (ms since the epoch), in the order in which they are
 * sent.
 */
export function casesOf(provider, now) {
  const its = new Sender(provider, Math.floor(now / 1000));
  return [
    its.case("genuine", ACCEPTED),
    ...alterations(its),
    ...forgeries(its),
    ...signatures(its),
    ...(SPECIAL[provider]?.(its) ?? []),
    ...(provider === "agentbot" ? [] : [its.case("replayed: the same key as genuine", { ...ACCEPTED, replay: true })]),
  ];
}

/** Signs for one provider at one time, and turns what it signed into cases. */
class Sender {
  constructor(provider, seconds) {
    Object.assign(this, {
      provider,
      seconds,
      ...PROVIDERS[provider],
      body: Buffer.from(PROVIDERS[provider].body),
    });
    this.bare = macOf(provider, this);
    this.value = this.write(this.bare, seconds);
  }

  sign(facts) {
    return signatureOf(this.provider, { body: this.body, seconds: this.seconds, ...facts });
  }

  /** The body of another delivery: what was handled before is told as a duplicate. */
  another() {
    return Buffer.from(this.body.toString().replace("1234567890", "1234567891").replace("conv_123", "conv_124"));
  }

  // `signatures` is a list of values or of [name, value] pairs, so that a header can come twice, or
  // not at all.
  case(name, expected, { body = this.body, signatures = [this.value] } = {}) {
    const signed = signatures.map((one) => (Array.isArray(one) ? one : [this.header, one]));
    const headers = [["Content-Type", "application/json"], ...(this.hints ?? []), ...signed];
    return { provider: this.provider, name, headers, body, ...expected };
  }
}

// The right signature over other bytes: what it was made for is gone.
function alterations(its) {
  const flipped = Buffer.from(its.body);
  flipped[flipped.length >> 1] ^= 1;
  const restringified = Buffer.from(JSON.stringify(JSON.parse(its.body)));
  return [
    its.case("body: one byte changed", refused("SIGNATURE_MISMATCH"), { body: flipped }),
    its.case("body: parsed, stringified again", refused("SIGNATURE_MISMATCH"), { body: restringified }),
    its.case("body: taken away", refused("SIGNATURE_MISMATCH"), { body: Buffer.alloc(0) }),
  ];
}

// A signature somebody else made.
function forgeries(its) {
  return [
    its.case("signed with a wrong secret", refused("SIGNATURE_MISMATCH"), {
      signatures: [its.sign({ secret: "guess" })],
    }),
    its.case("signed with an empty secret", refused("SIGNATURE_MISMATCH"), {
      signatures: [its.sign({ secret: "" })],
    }),
  ];
}

// A signature header no sender of this provider writes.
function signatures(its) {
  const { value, bare } = its;
  const shouted = value.replace(bare, bare.toUpperCase());
  return [
    its.case("signature: header missing", refused("HEADER_MISSING"), { signatures: [] }),
    its.case("signature: last digit cut off", refused("SIGNATURE_MALFORMED"), {
      signatures: [value.slice(0, -1)],
    }),
    its.case("signature: a byte outside ASCII", refused("SIGNATURE_MALFORMED"), {
      signatures: [`${value.slice(0, -1)}\xe9`],
    }),
    its.case("signature: in capitals", refused("SIGNATURE_MALFORMED"), { signatures: [shouted] }),
    its.case("signature: header sent twice", refused("HEADER_REPEATED"), { signatures: [value, value] }),
  ];
}

// What only one provider can get wrong.
const SPECIAL = {
  agentbot(its) {
    const { bare, seconds } = its;
    const at = (other) => [its.sign({ seconds: other })];
    return [
      its.case("signature: t= twice", refused("HEADER_REPEATED"), {
        signatures: [`t=${seconds},t=${seconds},v1=${bare}`],
      }),
      its.case("signature: v2 only", refused("VERSION_UNKNOWN"), { signatures: [`t=${seconds},v2=${bare}`] }),
      its.case("timestamp: newer than signed", refused("SIGNATURE_MISMATCH"), {
        signatures: [`t=${seconds + 1},v1=${bare}`],
      }),
      its.case("timestamp: a letter after it", refused("TIMESTAMP_MALFORMED"), {
        signatures: [`t=${seconds}x,v1=${bare}`],
      }),
      its.case("replayed after ten minutes", refused("TIMESTAMP_TOO_OLD"), { signatures: at(seconds - 600) }),
      its.case("dated ten minutes ahead", refused("TIMESTAMP_TOO_NEW"), { signatures: at(seconds + 600) }),
      its.case("replayed at once: the same key", { ...ACCEPTED, replay: true }),
    ];
  },
  bookbag(its) {
    const body = its.another();
    const previous = its.sign({ body, secret: PREVIOUS_SECRETS.bookbag });
    return [
      its.case("signature: without sha256=", refused("SIGNATURE_MALFORMED"), { signatures: [its.bare] }),
      its.case("signed with the previous secret", { ...ACCEPTED, secretIndex: 1 }, { body, signatures: [previous] }),
    ];
  },
  // The documents disagree on the header's name: either is read, and two that disagree prove
  // nothing.
  digivault(its) {
    const body = its.another();
    return [
      its.case("under its other documented name", ACCEPTED, {
        body,
        signatures: [["x-bitvault-signature", its.sign({ body })]],
      }),
      its.case("both names, and they disagree", refused("HEADER_REPEATED"), {
        signatures: [its.value, ["x-bitvault-signature", its.sign({ secret: "guess" })]],
      }),
    ];
  },
  chatbase(its) {
    const body = Buffer.from("not JSON");
    return [
      its.case("genuine, but not JSON", refused("PAYLOAD_NOT_JSON"), {
        body,
        signatures: [its.sign({ body })],
      }),
    ];
  },
};
