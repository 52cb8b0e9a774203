// The explainer and the samples, as an app imports them from the installed package. Compiled, never run.

import { defineScheme, Webhook, type Delivery } from "countersign";
import { explain, findings, type FindingCode } from "countersign/explain";
import { samples } from "countersign/samples";

const acme = defineScheme({ name: "acme", algorithm: "hmac-sha256", signature: { header: "X-Acme" } });
const body = JSON.stringify(samples.libromi["message.received"]);
const headers = new Webhook(acme, "secret").sign(body);

const [first] = explain({ scheme: acme, secret: "secret", body, headers }).findings;
const code: FindingCode | undefined = first?.code;
if (code !== undefined) console.log(findings[code].fix);

declare function handle(payload: Extract<Delivery<"libromi">, { type: "message.received" }>["payload"]): void;
handle(samples.libromi["message.received"]);
// @ts-expect-error: another event
handle(samples.libromi["message.sent"]);
