// What anything may be: whatever value comes as a body, as headers, as a scheme, a secret or an option, the answer is a
// code of the closed table, of the family of whoever passed it.
import { TRAFFIC_CODES } from "../codes.mjs";
import { signatureOf } from "./claims.mjs";
import { optional, signed, specOf } from "./draws.mjs";
import { codeOfScheme, codeOfSecrets, isRaw, verdictOnBody, verdictOnHeaders, verdictOnValue } from "./expected.mjs";
import { bytesOf, caught, checked, expect, expectOneOf, schemeOf } from "./kit.mjs";

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
      const isSignature = name === signatureOf(schemeOf(sent));
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
      optional(fc, hostile, "toleranceSeconds", "maxEventAgeSeconds", "now", "publicUrl"),
      optional(fc, hostile, "timestamp", "id", "method", "url"),
      scheme,
      key,
    ),
    ([anyScheme, anySecret, options, signOptions, scheme, key]) => {
      const known = typeof scheme === "string" ? scheme : defineScheme(scheme);
      const opens = (...given) => caught(() => new Webhook(...given).dispose()).code;
      const webhook = new Webhook(known, key);
      expect(opens(anyScheme, key), codeOfScheme(anyScheme));
      expect(opens(known, anySecret), codeOfSecrets(anySecret, webhook.scheme));
      expectOneOf([undefined, "OPTION_INVALID"], opens(known, key, options));
      expectOneOf([undefined, "OPTION_INVALID"], caught(() => webhook.sign("", signOptions)).code);
      webhook.dispose();
    },
  ],

  "answers any facts of a request with a verdict or OPTION_INVALID": (fc, { delivery, hostile }) => [
    fc.tuple(delivery, optional(fc, hostile, "method", "url", "receivedAt")),
    ([sent, facts]) => {
      const webhook = sent.receiver.open();
      const answer = webhook.check(sent.body, signed(sent), facts);
      const { code } = caught(() => webhook.verify(sent.body, signed(sent), facts));
      expect(answer.ok ? undefined : answer.code, code);
      // A time of arrival that is drawn may be any, and be too far from the time that was signed.
      expectOneOf([undefined, "OPTION_INVALID", "TIMESTAMP_TOO_OLD", "TIMESTAMP_TOO_NEW"], code);
      webhook.dispose();
    },
  ],

  "answers any definition of a scheme with a scheme or SCHEME_INVALID": (
    fc,
    { hostile, text, scheme },
    { defineScheme, providers },
  ) => [
    fc.tuple(fc.oneof(hostile, text, specOf(fc, hostile)), scheme),
    ([spec, sound]) => {
      const { value, code } = caught(() => defineScheme(spec));
      expectOneOf([undefined, "SCHEME_INVALID"], code);
      // What was defined once is defined again by its own JSON.
      for (const each of [value, defineScheme(providers[sound]?.scheme ?? sound)].filter(Boolean)) {
        const json = JSON.stringify(each);
        expect(JSON.stringify(defineScheme(JSON.parse(json))), json);
      }
    },
  ],
};
