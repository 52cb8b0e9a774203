// What anything may be: whatever value comes as a body, as headers, as a scheme, a secret or an option, the answer is a
// code of the closed table, of the family that fits who passed it.
import { CODES, TRAFFIC } from "../codes.mjs";
import { optional, signed, specOf } from "./draws.mjs";
import { codeOfScheme, codeOfSecrets, isRaw, verdictOnBody, verdictOnHeaders, verdictOnValue } from "./expected.mjs";
import { bytesOf, caught, checked, expect, expectOneOf, textOf } from "./kit.mjs";

const TRAFFIC_CODES = [...CODES].flatMap(([code, { family }]) => (TRAFFIC.includes(family) ? [code] : []));

export const anything = {
  "answers any body with a code, and hashes nothing that is not raw": (fc, { delivery, hostile }) => [
    fc.tuple(delivery, hostile, fc.nat(9)),
    ([sent, other, which]) => {
      const body = which === 0 ? bytesOf(sent.body) : other;
      const headers = signed(sent);
      expect(checked({ ...sent, body }, headers), verdictOnBody(body, sent.body));
      const webhook = sent.receiver.open();
      expect(caught(() => webhook.sign(body, { id: "id" })).code, isRaw(body) ? undefined : "BODY_NOT_RAW");
      webhook.dispose();
    },
  ],

  "answers any headers with a code": (fc, { delivery, hostile, lists }) => [
    fc.tuple(delivery, fc.oneof(hostile, lists), fc.boolean(), fc.nat(3)),
    ([sent, value, isValue, which]) => {
      const [name] = signed(sent).at(which % signed(sent).length);
      const isSignature = name === /^header: (\S+)/m.exec(textOf(sent))[1];
      const wanted = isValue ? verdictOnValue(value, isSignature) : verdictOnHeaders(value);
      // What a text in place of a signature lacks, depends on the scheme.
      expectOneOf(wanted ? [wanted] : TRAFFIC_CODES, checked(sent, isValue ? { [name]: value } : value));
    },
  ],

  "answers any scheme, secret and option with a code of misuse": (
    fc,
    { hostile, scheme, key, secrets },
    { Webhook, defineScheme },
  ) => [
    fc.tuple(
      hostile,
      fc.oneof(hostile, secrets),
      optional(fc, hostile, "toleranceSeconds", "maxEventAgeSeconds", "now"),
      optional(fc, hostile, "timestamp", "id"),
      scheme,
      key,
    ),
    ([anyScheme, anySecret, options, signOptions, scheme, key]) => {
      const known = typeof scheme === "string" ? scheme : defineScheme(scheme);
      const opens = (...given) => caught(() => new Webhook(...given).dispose()).code;
      const webhook = new Webhook(known, key);
      expect(opens(anyScheme, key), codeOfScheme(anyScheme));
      expect(opens(known, anySecret), codeOfSecrets(anySecret, webhook.scheme.text));
      expectOneOf([undefined, "OPTION_INVALID"], opens(known, key, options));
      expectOneOf([undefined, "OPTION_INVALID"], caught(() => webhook.sign("", signOptions)).code);
      webhook.dispose();
    },
  ],

  "answers any definition of a scheme with a scheme or SCHEME_INVALID": (fc, { hostile, text }, { defineScheme }) => [
    fc.oneof(hostile, text, specOf(fc, hostile)),
    (spec) => expectOneOf([undefined, "SCHEME_INVALID"], caught(() => defineScheme(spec)).code),
  ],
};
