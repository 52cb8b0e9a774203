// Sends every case to a server, and says of each what differs from what was expected.
import { casesOf } from "./cases.mjs";
import { OK, differences, refusal } from "../receivers/wire/replies.mjs";
import { send } from "./post.mjs";
import { PROVIDERS } from "./providers.mjs";

/**
 * Sends the cases of every provider, one after another, and yields { given, answer, verdict,
 * problems }. `pathOf` maps a provider's name to the path that receives it; `without` names cases that
 * the way to this server makes impossible.
 */
export async function* deliverAll(server, pathOf, without = {}) {
  for (const provider of Object.keys(PROVIDERS)) {
    let genuine;
    for (const given of casesOf(provider, Date.now())) {
      if (given.name in without) continue;
      const { headers, body } = given;
      const answer = await send({ port: server.port, path: pathOf(provider), headers, body });
      const verdict = await server.verdict().catch(({ message }) => ({ word: message, rest: "", isMissing: true }));
      genuine ??= verdict;
      yield { given, answer, verdict, problems: problemsOf(given, answer, verdict, genuine) };
      if (verdict.isMissing) return; // the log is out of step now
    }
  }
}

function problemsOf(given, answer, verdict, genuine) {
  const { code, provider, name, replay, secretIndex = 0 } = given;
  const problems = differences(answer, code ? refusal(code) : OK);
  const expect = (what, expected, got) => {
    if (got !== expected) problems.push(`expected ${what} ${expected}, got ${got}`);
  };
  expect(code ? "code" : "event type", code ?? (replay ? "duplicate" : PROVIDERS[provider].type), verdict.word);
  // The sender's bytes decide the key, so whoever replays them cannot change it.
  if (replay) expect("idempotency key", keyOf(genuine), verdict.rest);
  else if (!code) expect("secret", `secret ${secretIndex}`, verdict.rest.split(" ").slice(1).join(" "));
  return problems.map((problem) => `${provider}, ${name}: ${problem}`);
}

const keyOf = ({ rest }) => rest.split(" ")[0];
