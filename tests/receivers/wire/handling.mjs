// What becomes of a proven delivery: the handler does what the delivery's message says, and tells the
// log when it began and when it ended. Nothing here waits for a time to pass: the reply to one
// request says how far another one has got.
import { gzipSync } from "node:zlib";
import { BUSY, FAILED, OK, differences, retryProblems } from "./replies.mjs";
import { keyOf, newBody } from "./wire.mjs";

/** Yields [what was tried, what was wrong]; `at` maps a path to the wire that leads there. */
export async function* tryHandling(at) {
  for (const [what, check] of Object.entries(CHECKS)) {
    const problems = await check(at).catch((error) => [error.message]);
    yield [what, problems];
    if (problems.length > 0) return; // out of step with the log
  }
}

const CHECKS = {
  "a handler that throws is answered 500, and the next attempt runs again": async (at) => {
    const problems = [];
    for (const path of ["/told", "/once"]) {
      const given = delivery(at(path), "fail once");
      problems.push(...differences(await at(path).send(given), FAILED));
      problems.push(...(await logged(at(path), "began fail once", "failed the database is away")));
      problems.push(...differences(await at(path).send(given), OK));
      problems.push(...(await logged(at(path), "began fail once", "ended fail once")));
    }
    return problems;
  },

  "a duplicate of what is being handled is told to come back, and afterwards that all is well": async (at) => {
    const once = at("/once");
    const given = delivery(once, "hold");
    const first = once.send(given);
    const problems = await logged(once, "began hold");
    const busy = await once.send(given);
    problems.push(...differences(busy, BUSY), ...retryProblems(busy));
    problems.push(...(await logged(once, `duplicate ${keyOf(given.body)}`)));
    problems.push(...(await release(at)));
    problems.push(...differences(await first, OK), ...differences(await once.send(given), OK));
    return [...problems, ...(await logged(once, `duplicate ${keyOf(given.body)}`))];
  },

  "what is handled in the background is answered before": async (at) => {
    const background = at("/background");
    const answer = await background.send(delivery(background, "hold")); // never comes if the handler is awaited
    return [...differences(answer, OK), ...(await logged(background, "began hold")), ...(await release(at))];
  },

  "what fails in the background is told": async (at) => {
    const background = at("/background");
    const answer = await background.send(delivery(background, "fail once"));
    const told = await logged(background, "began fail once", "failed the database is away");
    return [...differences(answer, OK), ...told];
  },

  "a handler may answer in words of its own": async (at) => {
    const told = at("/told");
    const answer = await told.send(delivery(told, "challenge"));
    const expected = { status: 202, type: "text/plain", text: "echo" };
    return [...differences(answer, expected), ...(await logged(told, "began challenge", "ended challenge"))];
  },

  "an event is routed by its type, and one without a route acknowledged": async (at) => {
    const routed = at("/routed");
    const body = Buffer.from('{"event":"conversation.closed","data":{}}');
    const answer = await routed.send(routed.deliveryOf({ body }));
    // The log has nothing of it: the next line is that of the next delivery.
    return [...differences(answer, OK), ...(await routed.accepts())];
  },

  "a body of exactly maxBodyBytes is read, and one byte more is not": async (at) => {
    const small = at("/small");
    const overhead = newBody("").length;
    return [
      ...(await small.accepts({ body: newBody("x".repeat(300 - overhead)) })),
      ...(await small.refuses("BODY_TOO_LARGE", { body: newBody("x".repeat(301 - overhead)) })),
    ];
  },

  "a sender that hangs up midway is told to the log": async (at) => {
    await at("/plain").hangUpMidway();
    const { word } = await at("/plain").verdict();
    return [
      ...(word === "failed" ? [] : [`expected failed in the log, got ${word}`]),
      ...(await at("/plain").accepts()),
    ];
  },

  "a compressed body is proven, and handed over, as it arrived": async (at) => {
    const plain = at("/plain");
    const body = gzipSync(newBody());
    const answer = await plain.send(plain.deliveryOf({ body, headers: [["Content-Encoding", "gzip"]] }));
    // No type can be read from it; whoever reads the payload is told PAYLOAD_NOT_JSON.
    return [...differences(answer, OK), ...(await logged(plain, `undefined ${keyOf(body)} secret 0`))];
  },
};

const delivery = (wire, message) => wire.deliveryOf({ body: newBody(message) });

async function logged(wire, ...expected) {
  const problems = [];
  for (const line of expected) {
    const { word, rest } = await wire.verdict();
    if (`${word} ${rest}` !== line) problems.push(`expected "${line}" in the log, got "${word} ${rest}"`);
  }
  return problems;
}

// The lines of what was held come between those of the delivery that releases it.
async function release(at) {
  const told = at("/told");
  const problems = differences(await told.send(delivery(told, "release")), OK);
  return [...problems, ...(await logged(told, "began release", "ended release", "ended hold"))];
}
