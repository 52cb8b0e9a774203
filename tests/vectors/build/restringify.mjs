// Bodies that receivers change before they verify, each as two deliveries or more: the raw bytes
// are verified, and whatever is made of them is refused.

import { genuine, sign, toVector } from "./draft.mjs";
import { restringifyClasses } from "./restringify-bodies.mjs";

/** The deliveries of every class, signed by one provider. */
export function restringified(facts) {
  return restringifyClasses.flatMap(([flag, wayNames, bodies]) =>
    bodies.flatMap((sample) => deliveries(facts, flag, wayNames, sample)),
  );
}

function deliveries(facts, flag, wayNames, [comment, body, source]) {
  const draft = genuine(facts, { body, hints: [] });
  const raw = toVector(draft, { comment, source, flags: ["odd-body", flag] });
  const signatures = [sign(draft)];
  const reason = "SIGNATURE_MISMATCH";
  const refused = rewritings(draft.body, wayNames).map(({ way, how, sent }) => {
    const about = { comment: `${comment}: ${way}`, flags: [how, flag], reason };
    return toVector({ ...draft, signatures, sent }, about);
  });
  if (refused.length === 0) throw new Error(`"${comment}" survives ${wayNames.join(" and ")}`);
  return [raw, ...refused];
}

/** What a receiver makes of the text of a body; it throws on a body that is not of its kind. */
const ways = {
  json: { way: "re-stringified", rewrite: (text) => JSON.stringify(JSON.parse(text)) },
  decode: { way: "decoded and encoded again", rewrite: (text) => text },
  cut: { way: "cut at the NUL", rewrite: (text) => text.split("\0")[0] },
  normalise: { way: "normalised", rewrite: (text) => text.normalize("NFC") },
  template: {
    way: "put into a template",
    rewrite: (text) => "{body}".replace(/(\{body\})/, text),
  },
  form: { way: "written again as a form", rewrite: (text) => `${new URLSearchParams(text)}` },
  trim: { way: "trimmed", rewrite: (text) => text.trim() },
};

/** What comes of a body: by which way, and bytes that are others than the body's, each once. */
function rewritings(body, wayNames) {
  const seen = [body];
  return wayNames.flatMap((name) => {
    const { way, rewrite } = ways[name];
    const sent = attempt(() => Buffer.from(rewrite(new TextDecoder().decode(body))));
    if (!sent || seen.some((bytes) => bytes.equals(sent))) return [];
    seen.push(sent);
    return [{ way, how: name === "json" ? "body-restringified" : "body-rewritten", sent }];
  });
}

function attempt(action) {
  try {
    return action();
  } catch {
    return undefined;
  }
}
