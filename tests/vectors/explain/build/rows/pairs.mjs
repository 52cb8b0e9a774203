// Pairs: two faults at once.
import { sign } from "../../../build/draft.mjs";
import { bytes, compact, isText, pretty, row } from "./kit.mjs";

export const pairs = [
  row(
    "SECRET_BLANKS",
    "a newline behind the secret, and a body re-stringified",
    (draft) =>
      isText(draft) && {
        body: bytes(pretty),
        sent: bytes(compact),
        secrets: [`${draft.secrets[0]}\n`],
        signatures: [sign({ ...draft, body: bytes(pretty) })],
      },
  ),
  row(
    "HEADER_NAME",
    "another header name, and base64",
    () => ({
      sent: bytes(bytes(compact).toString("base64")),
      edit: ([[name, text], ...rest]) => [[`X-Original-${name}`, text], ...rest],
    }),
    "HEADER_MISSING",
  ),
];
