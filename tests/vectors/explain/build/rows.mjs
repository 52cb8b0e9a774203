// Rows: what goes wrong between a sender and a verdict, and the finding that must then rank first.
//
// A row is a finding (null for an attack, of which nothing may be found), the code of the verdict, a
// comment, and a function of a genuine draft that says what the receiver has instead: `secrets`,
// `others`, `scheme`, `sent`, `now`, or anything else that a draft has. A row that is not for a scheme
// answers undefined.

import { attacks } from "./rows/attacks.mjs";
import { bodies } from "./rows/bodies.mjs";
import { clocks } from "./rows/clocks.mjs";
import { pairs } from "./rows/pairs.mjs";
import { rare } from "./rows/rare.mjs";
import { schemes } from "./rows/schemes.mjs";
import { secrets } from "./rows/secrets.mjs";

export { value } from "./rows/kit.mjs";

export const rows = [...bodies, ...secrets, ...schemes, ...clocks, ...pairs, ...attacks, ...rare];
