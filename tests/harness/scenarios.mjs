// What the harness promises. Each scenario is given a world: a fresh profile of a browser, and a server of its own.
import { benchmark } from "./scenarios/benchmark.mjs";
import { conformance } from "./scenarios/conformance.mjs";
import { fields } from "./scenarios/fields.mjs";
import { followed } from "./scenarios/followed.mjs";
import { hostile } from "./scenarios/hostile.mjs";
import { inspect } from "./scenarios/inspect.mjs";
import { keyboard } from "./scenarios/keyboard.mjs";
import { link } from "./scenarios/link.mjs";
import { looks } from "./scenarios/looks.mjs";
import { loading } from "./scenarios/offline.mjs";
import { paste } from "./scenarios/paste.mjs";
import { picture } from "./scenarios/picture.mjs";
import { policy } from "./scenarios/policy.mjs";
import { sign } from "./scenarios/sign.mjs";

export const scenarios = {
  ...loading,
  ...inspect,
  ...paste,
  ...fields,
  ...sign,
  ...link,
  ...followed,
  ...conformance,
  ...benchmark,
  ...policy,
  ...keyboard,
  ...hostile,
  ...looks,
  ...picture,
};
