// Clocks: a time that is wrong, late or in another unit.
import { sign } from "../../../build/draft.mjs";
import { timeText } from "../../../build/told.mjs";
import { NEW, OLD, clock, isTimed, row } from "./kit.mjs";

const retried =
  (name) =>
  ({ scheme }) =>
    scheme.name === name;

export const clocks = [
  clock("CLOCK_OLD", "twelve minutes old", (now) => now + 720_000, OLD),
  clock("CLOCK_OLD", "three days old", (now) => now + 3 * 86_400_000 + 1_000, OLD),
  clock("CLOCK_NEW", "eleven minutes ahead", (now) => now - 660_000, NEW),
  clock("CLOCK_ZONE", "two hours behind", (now) => now + 7_200_000 + 4_000, OLD),
  clock("CLOCK_ZONE", "five and a half hours ahead", (now) => now - 19_800_000, NEW),
  clock("CLOCK_SECONDS", "now in seconds", (now) => now / 1000, NEW),
  clock("CLOCK_RETRY", "the third attempt", (now) => now + 361_000, OLD, retried("agentbot")),
  clock("CLOCK_RETRY", "the last attempt", (now) => now + 13_161_000, OLD, retried("agentbot")),
  clock("CLOCK_RETRY", "the last attempt", (now) => now + 365_000, OLD, retried("slack")),
  row(
    "CLOCK_UNIT",
    "the time is in milliseconds",
    (draft) => {
      if (!isTimed(draft)) return undefined;
      const time = timeText("ms", draft.now);
      return { time, signatures: [sign({ ...draft, time })] };
    },
    NEW,
  ),
  row(
    "SCHEME_UNIT",
    "the time is a date",
    (draft) => {
      if (!isTimed(draft)) return undefined;
      const time = new Date(draft.now).toISOString();
      return { time, signatures: [sign({ ...draft, time })] };
    },
    "TIMESTAMP_MALFORMED",
  ),
];
