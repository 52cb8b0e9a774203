// Copies: the forms in which the delivery can be taken along.

import type { WebhookError } from "countersign";
import { plainText } from "../inspect/bytes.ts";
import { schemeName } from "../state.ts";
import { event, type genuine, isSecretGenerated, signsTime } from "./model.ts";
import { asCurl, asFetch, asHttp } from "./written.ts";
import { asNodeTest, asVitest, type Case, definition } from "./written-test.ts";

export type Form = "curl" | "fetch" | "vitest" | "node-test" | "http";

export const forms: readonly { readonly id: Form; readonly label: string }[] = [
  { id: "curl", label: "curl" },
  { id: "fetch", label: "fetch" },
  { id: "vitest", label: "vitest" },
  { id: "node-test", label: "node:test" },
  { id: "http", label: "HTTP" },
];

type Made = Exclude<typeof genuine.value, WebhookError>;

/** The text that is copied. */
export function copyOf(form: Form, made: Made): string {
  if (form === "curl") return asCurl(made.delivery);
  if (form === "fetch") return asFetch(made.delivery);
  if (form === "http") return plainText(asHttp(made.delivery)) ?? "";
  return form === "vitest" ? asVitest(caseOf(made)) : asNodeTest(caseOf(made));
}

/** What to know of a form. */
export function hintOf(form: Form): string {
  if (form === "curl") return `For bash and zsh. ${toSend()}`;
  if (form === "fetch") return `For Node, Deno and Bun. ${toSend()}`;
  if (form === "http") return "Lines of the head end in CR LF. Some programs change that when text is pasted.";
  return isSecretGenerated.value
    ? "The secret was generated here, so it stands in the test."
    : "Run it with the secret in WEBHOOK_SECRET: what was typed is not written into it.";
}

// A page may stand open for longer than a receiver tolerates.
function toSend(): string {
  return `Put the address of your endpoint in${signsTime.value ? ", and press Now before you copy" : ""}.`;
}

function caseOf({ delivery, verdict, signer }: Made): Case {
  const scheme = schemeName.value === "custom" ? definition(signer.scheme) : JSON.stringify(schemeName.value);
  const secret = isSecretGenerated.value ? signer.secret : undefined;
  const what = verdict.ok ? `${event.value} is verified` : "the delivery is refused";
  return { delivery, verdict, scheme, secret, time: signer.time, name: `${signer.scheme.name}: ${what}` };
}
