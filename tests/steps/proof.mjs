// The evidence in its short form: each row of evidence.mjs that has one. The long form is `make prove`.
import { evidence, ofJson } from "../evidence.mjs";
import { command } from "./command.mjs";

export async function* proof() {
  for (const { name, short } of evidence) {
    if (short) yield await command(`proof: ${name}`, "sh", ["-c", short], { count: ({ output }) => ofJson(output) });
  }
}
