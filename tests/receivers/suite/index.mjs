// Receivers and their memory, as every runtime has them: countersign/fetch and countersign/idempotency.
import * as background from "./background.mjs";
import * as duplicates from "./duplicates.mjs";
import * as failures from "./failures.mjs";
import * as handlers from "./handlers.mjs";
import * as makers from "./makers.mjs";
import * as memory from "./memory.mjs";
import * as misuse from "./misuse.mjs";
import * as reading from "./reading.mjs";
import * as replies from "./replies.mjs";

export const receiving = { replies, handlers, failures, reading, background, misuse, makers, duplicates, memory };
