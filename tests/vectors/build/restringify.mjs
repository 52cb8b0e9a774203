// Bodies that no serialiser writes back as they came, each as two deliveries: the raw bytes are
// verified, JSON.stringify(JSON.parse(them)) is refused.

import { genuine, sign, toVector } from "./draft.mjs";
import { restringifyCases } from "./facts/restringify.mjs";

/** Both deliveries of every case, signed by one provider. */
export function restringified(facts) {
  return restringifyCases.flatMap(([comment, body, source]) => {
    const draft = genuine(facts, { body });
    const raw = toVector(draft, { comment, source, flags: ["odd-body"] });
    const sent = rewritten(draft.body);
    if (!sent) return [raw];
    if (sent.equals(draft.body)) throw new Error(`"${comment}" survives being re-stringified`);
    const about = { comment: `${comment}: re-stringified`, flags: ["body-restringified"],
      reason: "SIGNATURE_MISMATCH" };
    return [raw, toVector({ ...draft, signatures: [sign(draft)], sent }, about)];
  });
}

/** What a receiver hashes that parses first; `undefined` when the body is not JSON. */
function rewritten(body) {
  try {
    return Buffer.from(JSON.stringify(JSON.parse(body.toString("utf8"))));
  } catch {
    return undefined;
  }
}
