// Sends every case to a server, and says of each what differs from what was expected.
import { casesOf } from "./cases.mjs";
import { send } from "./post.mjs";
import { PROVIDERS } from "./providers.mjs";

// What the sender is told: who has to act, and no more.
const FAMILY = {
  HEADER_MISSING: "malformed",
  HEADER_REPEATED: "malformed",
  SIGNATURE_MALFORMED: "malformed",
  TIMESTAMP_MALFORMED: "malformed",
  VERSION_UNKNOWN: "malformed",
  SIGNATURE_MISMATCH: "rejected",
  TIMESTAMP_TOO_OLD: "rejected",
  TIMESTAMP_TOO_NEW: "rejected",
  PAYLOAD_NOT_JSON: "unreadable",
};

/**
 * Sends the cases of every provider, one after another, and yields { given, answer, verdict,
 * problems }. `pathOf` maps a provider's name to the path that receives it.
 */
export async function* deliverAll(server, pathOf) {
  for (const provider of Object.keys(PROVIDERS)) {
    let genuine;
    for (const given of casesOf(provider, Date.now())) {
      const { headers, body } = given;
      const answer = await send({ port: server.port, path: pathOf(provider), headers, body });
      const verdict = await server.verdict();
      genuine ??= verdict;
      yield { given, answer, verdict, problems: problemsOf(given, answer, verdict, genuine) };
    }
  }
}

function problemsOf(given, answer, verdict, genuine) {
  const { code, status, provider, replay } = given;
  const word = code ?? PROVIDERS[provider].type;
  const problems = [];
  const expect = (what, expected, got) => {
    if (got !== expected) problems.push(`${provider}, ${given.name}: expected ${what} ${expected}, got ${got}`);
  };
  expect("status", status, answer.status);
  expect(code ? "code" : "event type", word, verdict.word);
  if (code) expect("the reply", FAMILY[code], answer.text);
  // The sender's bytes decide the key, so whoever replays them cannot change it.
  if (replay) expect("idempotency key", genuine.rest, verdict.rest);
  return problems;
}
