// What a proof is worth: a genuine delivery is verified, and one of which anything was changed is refused, by its code.
import { failsWith } from "../api/kit.mjs";
import { claimsIn, hasClaims, withTag } from "./claims.mjs";
import { signed } from "./draws.mjs";
import { isTime } from "./expected.mjs";
import { bytesOf, checked, expect, flipped, schemeOf } from "./kit.mjs";

export const proofs = {
  "verifies what it signs, for every provider and for any scheme": (fc, { delivery }) => [
    delivery,
    (sent) => expect(checked(sent, signed(sent)), "verified"),
  ],

  "refuses a body of which one bit was flipped": (fc, { delivery }) => [
    fc.tuple(delivery, fc.nat()),
    ([sent, bit]) => {
      const body = bytesOf(sent.body);
      const changed = body.length === 0 ? Uint8Array.of(bit) : flipped(body, bit);
      expect(checked({ ...sent, body: changed }, signed(sent)), "SIGNATURE_MISMATCH");
    },
  ],

  "refuses a signature of which one bit was flipped": (fc, { delivery }) => [
    fc.tuple(delivery, fc.nat()),
    ([sent, bit]) => {
      const headers = withTag(signed(sent), schemeOf(sent), (tag) => flipped(tag, bit));
      expect(checked(sent, headers), "SIGNATURE_MISMATCH");
    },
  ],

  "refuses a time or an id in which one letter became another, before it asks how old it is": (
    fc,
    { delivery },
    { providers },
  ) => [
    fc.tuple(
      delivery.filter(({ receiver: { scheme } }) => hasClaims(providers[scheme]?.scheme ?? scheme)),
      fc.nat(),
      fc.nat(),
      fc.integer({ min: 1, max: 9 }),
    ),
    ([sent, which, at, step]) => {
      const headers = signed(sent);
      const claims = claimsIn(headers, schemeOf(sent));
      expect(claims.length > 0, true);
      const { index, start, text, unit } = claims[which % claims.length];
      const changed = replaced(text, at % text.length, step);
      const [name, value] = headers[index];
      const forged = headers.with(index, [name, value.slice(0, start) + changed + value.slice(start + text.length)]);
      // Another digit may make something else than a time: 0123, or 31 February.
      const isMalformed = unit !== undefined && !isTime(changed, unit);
      expect(checked(sent, forged), isMalformed ? "TIMESTAMP_MALFORMED" : "SIGNATURE_MISMATCH");
    },
  ],

  "accepts a time within the tolerance, both ways, and no other": (fc, { receiver, body }) => [
    fc.tuple(
      receiver,
      body,
      fc.oneof(fc.integer({ min: -302, max: 302 }), fc.integer({ min: -1e6, max: 1e6 })),
      fc.nat(999),
    ),
    ([receiver, body, later, part]) => {
      const at = Math.max(0, receiver.now + later * 1000 + part);
      const sent = { receiver, body, id: "id" };
      const unit = schemeOf(sent).timestamp?.unit;
      const age = (unit === "s" ? at - (at % 1000) : at) - receiver.now;
      const isFresh = unit === undefined || Math.abs(age) <= 300_000;
      expect(
        checked(sent, signed(sent), { at }),
        isFresh ? "verified" : age > 0 ? "TIMESTAMP_TOO_OLD" : "TIMESTAMP_TOO_NEW",
      );
    },
  ],

  "says which secret matches, and refuses when none does": (fc, { receiver, body, key }) => [
    fc.tuple(receiver, body, fc.uniqueArray(key, { minLength: 2, maxLength: 6, selector: unpadded }), fc.nat()),
    ([receiver, body, keys, which]) => {
      const secret = keys[which % keys.length];
      const headers = signed({ receiver, body, id: "id" }, { secrets: [secret] });
      const all = receiver.open({ secrets: keys });
      expect(all.verify(body, headers).secretIndex, which % keys.length);
      all.dispose();
      const others = receiver.open({ secrets: keys.filter((one) => one !== secret) });
      expect(failsWith(others.check(body, headers)), "SIGNATURE_MISMATCH");
      others.dispose();
    },
  ],
};

/** The letter at `at` becomes another of its kind. */
function replaced(text, at, step) {
  const [kind] = ["0123456789", "abcdefghijklmnopqrstuvwxyz", "-_"].filter((letters) =>
    letters.includes(text[at].toLowerCase()),
  );
  const other = kind === undefined ? "0" : kind[(kind.indexOf(text[at].toLowerCase()) + step) % kind.length];
  return text.slice(0, at) + (other === text[at] ? "x" : other) + text.slice(at + 1);
}

/** HMAC fills a key with zeros: keys that differ in nothing else are one. */
const unpadded = (key) => `${key}`.replace(/(,0)+$/, "");
