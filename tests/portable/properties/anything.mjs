// What anything may be: whatever value comes as a body, as headers, as a scheme, a secret or an option, the answer is a
// code of the closed table, of the family that fits who passed it.
import { CODES, TRAFFIC } from "../codes.mjs";
import { optional, signed, specOf } from "./draws.mjs";
import { caught, checked, expectOneOf } from "./kit.mjs";

const TRAFFIC_CODES = [...CODES].flatMap(([code, { family }]) => (TRAFFIC.includes(family) ? [code] : []));

export const anything = {
  "answers any body with a code, and hashes nothing that is not raw": (fc, { delivery, hostile }) => [
    fc.tuple(delivery, hostile),
    ([sent, body]) => {
      const headers = signed(sent);
      const isRaw = typeof body === "string" || ArrayBuffer.isView(body) || body instanceof ArrayBuffer;
      const codes = isRaw ? ["verified", "SIGNATURE_MISMATCH"] : ["BODY_NOT_RAW"];
      expectOneOf(codes, checked({ ...sent, body }, headers));
      const webhook = sent.receiver.open();
      expectOneOf(isRaw ? [undefined] : ["BODY_NOT_RAW"], caught(() => webhook.sign(body, { id: "id" })).code);
      webhook.dispose();
    },
  ],

  "answers any headers with a code": (fc, { delivery, hostile }) => [
    fc.tuple(delivery, hostile, fc.boolean(), fc.nat(3)),
    ([sent, value, isValue, which]) => {
      const [name] = signed(sent).at(which % signed(sent).length);
      expectOneOf([...TRAFFIC_CODES, "HEADERS_INVALID"], checked(sent, isValue ? { [name]: value } : value));
    },
  ],

  "answers any scheme, secret and option with a code of misuse": (
    fc,
    { hostile, scheme, key },
    { Webhook, defineScheme },
  ) => [
    fc.tuple(
      hostile,
      hostile,
      optional(fc, hostile, "toleranceSeconds", "now"),
      optional(fc, hostile, "timestamp", "id"),
      scheme,
      key,
    ),
    ([anyScheme, anySecret, options, signOptions, scheme, key]) => {
      const known = typeof scheme === "string" ? scheme : defineScheme(scheme);
      const opens = (...given) => caught(() => new Webhook(...given).dispose()).code;
      expectOneOf(["PROVIDER_UNKNOWN", "SCHEME_INVALID"], opens(anyScheme, key));
      expectOneOf([undefined, "SECRET_EMPTY", "SECRET_INVALID"], opens(known, anySecret));
      expectOneOf([undefined, "OPTION_INVALID"], opens(known, key, options));
      const webhook = new Webhook(known, key);
      expectOneOf([undefined, "OPTION_INVALID"], caught(() => webhook.sign("", signOptions)).code);
      webhook.dispose();
    },
  ],

  "answers any definition of a scheme with a scheme or SCHEME_INVALID": (fc, { hostile, text }, { defineScheme }) => [
    fc.oneof(hostile, text, specOf(fc, hostile)),
    (spec) => expectOneOf([undefined, "SCHEME_INVALID"], caught(() => defineScheme(spec)).code),
  ],
};
