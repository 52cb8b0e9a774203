// Examples: deliveries that are signed here and now, and then broken the way it happens.

import { computed, signal } from "@preact/signals";
import { type ProviderName, Webhook } from "countersign";
import type { OtherSecret } from "countersign/explain";
import {
  type Delivery,
  delivery,
  maxEventAge,
  nothing,
  now,
  otherSecrets,
  schemeName,
  secret,
  tolerance,
} from "../state.ts";

type Headers = Record<string, string>;

interface Example {
  readonly label: string;
  readonly group: "Genuine" | "Body" | "Secret" | "Scheme" | "Header" | "Clock" | "Forged";
  /** Who signs it. */
  readonly sender: ProviderName;
  /** What the sender signs. */
  readonly body: string;
  /** What became of it; by default nothing. */
  readonly arrived?: (body: string) => string;
  readonly headers?: (headers: Headers) => Headers;
  /** What the receiver holds, where that is not what the sender signs with. */
  readonly held?: string;
  readonly others?: readonly OtherSecret[];
  /** By what the receiver verifies, where that is not the sender's scheme. */
  readonly scheme?: ProviderName;
  /** How long ago it was signed, in seconds. */
  readonly age?: number;
}

const SECRET = "an-example-secret";
const message = `{"event": "message.created", "timestamp": "2026-10-05T09:30:00Z", "site_id": "site_42", "data": {"conversation_id": "conv_9f2", "message_id": "msg_71", "sender_type": "visitor", "body": "Is the café open?", "visitor_email": null}}`;
const lead = `{"event":"lead.created","data":{"name":"Ada Byron","email":"ada@example.com"},"ts":1791192600000}`;
const push = `{"ref":"refs/heads/main","after":"9f86d081884c7d65","commits":[{"message":"Mend the roof"}]}\n`;
const order = `{"id":820982911946154508,"total_price":"403.00","currency":"EUR"}`;
const invoice = `{"id":"evt_1QX","object":"event","type":"invoice.paid","data":{"object":{"id":"in_1QX","amount_paid":4200,"currency":"eur"}}}`;
const mention = `{"type":"event_callback","event_id":"Ev08MFMKH6","event":{"type":"app_mention","text":"hello"}}`;

/** Every example, by the id of its choice. */
export const examples = {
  genuine: { label: "Genuine: a message, as it was signed", group: "Genuine", sender: "agentbot", body: message },
  restringified: {
    label: "Parsed and stringified again",
    group: "Body",
    sender: "agentbot",
    body: message,
    arrived: (body) => JSON.stringify(JSON.parse(body)),
  },
  lineEnds: {
    label: "Line ends became CRLF",
    group: "Body",
    sender: "github",
    body: push,
    arrived: (body) => body.replaceAll("\n", "\r\n"),
  },
  base64: {
    label: "Still in base64, from a gateway",
    group: "Body",
    sender: "shopify",
    body: order,
    arrived: (body) => btoa(body),
  },
  newline: {
    label: "A newline behind the secret",
    group: "Secret",
    sender: "bookbag",
    body: lead,
    held: `${SECRET}\n`,
  },
  previous: {
    label: "Signed with the previous secret",
    group: "Secret",
    sender: "libromi",
    body: `{"type":"contact.created","data":{"contact":{"name":"Ada"}}}`,
    held: "a-newer-example-secret",
    others: [{ kind: "previous", label: "last month's", secret: SECRET }],
  },
  provider: {
    label: "Another provider's delivery",
    group: "Scheme",
    sender: "stripe",
    body: invoice,
    scheme: "github",
  },
  prefix: {
    label: "The prefix of the signature is missing",
    group: "Header",
    sender: "github",
    body: push,
    headers: (headers) => mapped(headers, (name, value) => [name, value.replace("sha256=", "")]),
  },
  name: {
    label: "The header came under another name",
    group: "Header",
    sender: "shopify",
    body: order,
    headers: (headers) => mapped(headers, (name, value) => [name.replace("Hmac-", ""), value]),
  },
  zone: { label: "A clock two hours off", group: "Clock", sender: "slack", body: mention, age: 7200 },
  late: { label: "Verified eight minutes later", group: "Clock", sender: "stripe", body: invoice, age: 480 },
  forged: {
    label: "Forged: another amount",
    group: "Forged",
    sender: "stripe",
    body: invoice,
    arrived: (body) => body.replace("4200", "9900"),
  },
  unsigned: {
    label: "Forged: no signature at all",
    group: "Forged",
    sender: "agentbot",
    body: message,
    headers: () => ({ "X-Agentbot-Event": "message.created" }),
  },
} satisfies Record<string, Example>;

export type ExampleId = keyof typeof examples;

const opened = signal<{ readonly id: ExampleId; readonly delivery: Delivery } | null>(null);

/** Which example stands on the page; null as soon as it was changed. */
export const openedExample = computed(() => (opened.value?.delivery === delivery.value ? opened.value.id : null));

/** Forgets the secrets of an example, when a delivery of one's own takes its place; a secret that was typed stays. */
export function leaveExample(): void {
  if (openedExample.value === null) return;
  const { held = SECRET }: Example = examples[openedExample.value];
  if (secret.value !== held) return;
  secret.value = "";
  otherSecrets.value = [];
}

/** Signs an example and puts it on the page. */
export function openExample(id: ExampleId): void {
  const example: Example = examples[id];
  const signedMs = Date.now() - (example.age ?? 0) * 1000;
  const body = example.arrived?.(example.body) ?? example.body;
  const signed = new Webhook(example.sender, SECRET).sign(example.body, { timestamp: signedMs });
  const headers = example.headers?.(signed) ?? signed;
  schemeName.value = example.scheme ?? example.sender;
  secret.value = example.held ?? SECRET;
  otherSecrets.value = example.others ?? [];
  now.value = null;
  tolerance.value = null;
  maxEventAge.value = null;
  delivery.value = {
    method: "POST",
    url: `https://example.com/webhooks/${example.sender}`,
    headers: [["Content-Type", "application/json"], ...Object.entries(headers)],
    body: new TextEncoder().encode(body),
  };
  opened.value = { id, delivery: delivery.value };
}

/** Takes everything off the page. */
export function clear(): void {
  delivery.value = { ...nothing };
  secret.value = "";
  otherSecrets.value = [];
  now.value = null;
  tolerance.value = null;
  maxEventAge.value = null;
}

function mapped(headers: Headers, change: (name: string, value: string) => [string, string]): Headers {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => change(name, value)));
}
