// Judge: what was sent, how it was answered and what ran -> what was wrong. No delivery is left out, and no event.
import { Counts } from "./sum.mjs";

/** What the sender is told of a code: the family, and no more. */
const FAMILIES = {
  HEADER_MISSING: "malformed",
  HEADER_REPEATED: "malformed",
  SIGNATURE_MALFORMED: "malformed",
  TIMESTAMP_MALFORMED: "malformed",
  VERSION_UNKNOWN: "malformed",
  SIGNATURE_MISMATCH: "rejected",
  TIMESTAMP_TOO_OLD: "rejected",
  TIMESTAMP_TOO_NEW: "rejected",
};

/**
 * @param deliveries - as `makeTraffic` made them and a loop left them
 * @param ledger - what that of the server told afterwards
 * @param promise.verifies - attacks are refused, each for its reason; else they are only counted
 * @param promise.once - an event runs once, however often it was sent
 * @returns { checked, wrong, lost, doubled, counts }: `wrong` verdicts, events that were `lost` although they were
 *   accepted, and events that ran more often than they may, each as a list of sentences
 */
export function judge(deliveries, ledger, promise) {
  const found = { checked: 0, wrong: [], lost: [], doubled: [], counts: new Counts() };
  const events = new Map();
  for (const delivery of deliveries) {
    if (delivery.code) judgeAttack(delivery, ledger, promise, found);
    else events.set(delivery.event, [...(events.get(delivery.event) ?? []), delivery]);
  }
  for (const [event, copies] of events) judgeEvent(copies, ledger.runs[event] ?? 0, promise, found);
  const strangers = Object.keys(ledger.runs).filter((event) => !events.has(event));
  if (promise.verifies) found.wrong.push(...strangers.map((event) => `${event}: ran, and only an attacker sent it`));
  return found;
}

function judgeAttack({ kind, id, code, status, reply }, { refusals }, { verifies }, found) {
  found.checked += 1;
  found.counts.add("attacks");
  if (status === 200) found.counts.add("attacks accepted");
  if (status === undefined) found.lost.push(`${kind}: ${reply}`);
  const expected = `401 ${FAMILIES[code]} ${code}`;
  const got = `${status} ${familyOf(reply)} ${refusals[id]}`;
  if (verifies && got !== expected) found.wrong.push(`${kind}: expected ${expected}, got ${got}`);
}

/** The copies of one event, in the order in which they were sent. */
function judgeEvent(copies, ran, { once }, found) {
  // Of two that are under way together either may come first; the other is told to come back.
  const isRace = copies.some(({ original, isAfterAnswer }) => original && !isAfterAnswer);
  const allowed = once && isRace ? [200, 409] : [200];
  for (const { kind, original, isAfterAnswer, status, reply } of copies) {
    found.counts.add(original ? `duplicate ${isAfterAnswer ? "after" : "before"} the answer` : kind);
    if (status === 409) found.counts.add("told 409");
    if (!allowed.includes(status))
      found.wrong.push(`${kind}: expected ${allowed.join(" or ")}, got ${status ?? reply}`);
  }
  found.checked += copies.length + 1;

  const accepted = copies.filter(({ status }) => status === 200).length;
  const story = `${copies[0].event}: sent ${copies.length}, accepted ${accepted}, ran ${ran}`;
  const wanted = once ? Math.min(accepted, 1) : accepted;
  if (ran < wanted || accepted === 0) found.lost.push(story);
  if (ran > wanted) found.doubled.push(story);
  if (ran > 1) found.counts.add("run again", ran - 1);
  if (once && copies[0].meets && accepted === copies.length) found.wrong.push(`${story}: none was told to come back`);
}

function familyOf(reply) {
  try {
    return JSON.parse(reply).family;
  } catch {
    return "no problem details";
  }
}
