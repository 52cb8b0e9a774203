// Explain: what goes in is what a Webhook takes, and what comes out is closed. Compiled, never run.

import { defineScheme, Webhook, type WebhookErrorCode } from "countersign";
import { stripe } from "countersign/providers/stripe";
import { explain, findings, type Explanation, type FindingCode, type Framework } from "countersign/explain";

declare const body: Uint8Array;
declare const headers: { [name: string]: string | string[] | undefined; host?: string };
declare const secret: string | undefined;

/** Compiles only when both types are the same. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const holds = <Claim extends true>(claim: Claim): Claim => claim;

const delivery = { scheme: "agentbot", secret: "secret", body, headers } as const;
const explanation = explain(delivery);
holds<Same<typeof explanation, Explanation>>(true);
holds<Same<typeof explanation.verdict.code, WebhookErrorCode | null>>(true);
holds<Same<NonNullable<typeof explanation.content>["signed"], Uint8Array | null>>(true);

// Whatever a Webhook is built with, and verifies.
const acme = defineScheme({ name: "acme", algorithm: "hmac-sha256", signature: { header: "X-Acme" } });
new Webhook(acme, ["current", "previous"]).check("{}", new Map());
explain({ scheme: acme, secret: ["current", new Uint8Array(32)], body: "{}", headers: new Map() });
explain({ ...delivery, body: new ArrayBuffer(0), headers: [["x-agentbot-signature", "t=1,v1="]] });
explain({ ...delivery, now: new Date(), toleranceSeconds: Infinity, framework: "express", showContent: true });
explain({ ...delivery, otherSecrets: [{ kind: "previous", label: "of May", secret: "old" }] });
explain({ ...delivery, scheme: stripe, toleranceSeconds: { past: 300, future: Infinity } });
explain({ ...delivery, scheme: "bookbag", maxEventAgeSeconds: 28_800 });
explain({ ...delivery, request: { method: "POST", url: "/webhooks", receivedAt: new Date() } });

// What the steps saw names the algorithm.
const algorithms: (string | null)[] = [explanation.saw.expected, ...explanation.saw.received].map(
  (shape) => shape.algorithm,
);
void algorithms;

// The codes are closed, and each has a meaning; a fix of its own only some frameworks have.
const [first] = explanation.findings;
if (first !== undefined) {
  holds<Same<typeof first.code, FindingCode>>(true);
  holds<Same<typeof first.proven, boolean>>(true);
  const { sentence, fix, fixes, group } = findings[first.code];
  const texts: string[] = [sentence, fix];
  const express: string | undefined = fixes.express;
  const room: "body" | "secret" | "scheme" | "header" | "clock" = group;
  void [texts, express, room];
  switch (first.code) {
    case "BODY_RESTRINGIFIED":
      break;
    // @ts-expect-error: no such code
    case "BODY_STRINGIFIED":
      break;
  }
}
holds<Same<keyof typeof findings, FindingCode>>(true);
const framework: Framework = "next-app";
void framework;

// @ts-expect-error: there may be none
void explanation.findings[0].code;
// @ts-expect-error: no such provider
explain({ ...delivery, scheme: "agentbott" });
// @ts-expect-error: a scheme is made by defineScheme
explain({ ...delivery, scheme: { name: "acme", algorithm: "hmac-sha256", signature: { header: "X-Acme" } } });
// @ts-expect-error: there is no text form
defineScheme("name: acme\nmac: sha256\nheader: X-Acme");
// @ts-expect-error: process.env may not have it
explain({ ...delivery, secret });
// @ts-expect-error: a parsed body
explain({ ...delivery, body: { event: "message.created" } });
// @ts-expect-error: no headers
explain({ scheme: "agentbot", secret: "secret", body });
// @ts-expect-error: the option is toleranceSeconds
explain({ ...delivery, tolerance: 300 });
// @ts-expect-error: a time is a Date or milliseconds
explain({ ...delivery, now: "2026-01-01" });
// @ts-expect-error: a greatest age is a number of seconds
explain({ ...delivery, maxEventAgeSeconds: "8h" });
// @ts-expect-error: the fact is receivedAt
explain({ ...delivery, request: { recievedAt: 0 } });
// @ts-expect-error: no fix is written for it
explain({ ...delivery, framework: "sails" });
// @ts-expect-error: such a secret is of no known kind
explain({ ...delivery, otherSecrets: [{ kind: "next", label: "of July", secret: "new" }] });
// @ts-expect-error: nothing of an explanation can be set
explanation.verdict.ok = true;
// @ts-expect-error: a table to read
findings.BODY_EMPTY = findings.BODY_BOM;
// @ts-expect-error: of a signature there is the shape alone
void explanation.saw.expected.value;
// @ts-expect-error: it is called algorithm, as in a scheme
void explanation.saw.expected.mac;
