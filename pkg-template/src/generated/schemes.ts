// Written by generate.mjs from the tables of the Rust core; do not edit.

import type { EventTime } from "../provider.ts";

/** The name of a built-in provider. */
export type ProviderName =
  | "agentbot"
  | "bookbag"
  | "chatbase"
  | "digivault"
  | "github"
  | "libromi"
  | "shopify"
  | "slack"
  | "standard-webhooks"
  | "stripe";

/** The text form of every built-in scheme, by provider. */
export const schemes: Readonly<Record<ProviderName, string>> = {
  agentbot:
    "name: agentbot\n" +
    "mac: sha256\n" +
    "header: X-Agentbot-Signature\n" +
    "format: pairs , = v1 t\n" +
    "content: {timestamp}.{body}\n" +
    "timestamp: field s\n" +
    "tolerance: 300 300\n" +
    "type: body event\n" +
    "hint: X-Agentbot-Event X-Agentbot-Delivery-Id\n",
  bookbag:
    "name: bookbag\n" +
    "mac: sha256\n" +
    "header: X-Bookbag-Signature\n" +
    "format: value sha256=\n" +
    "type: body event\n",
  chatbase:
    "name: chatbase\n" +
    "mac: sha1\n" +
    "header: x-chatbase-signature\n" +
    "type: body eventType\n",
  digivault:
    "name: digivault\n" +
    "mac: sha256\n" +
    "header: X-DigiVault-Signature x-bitvault-signature\n" +
    "type: body type\n" +
    "id: body id\n",
  github:
    "name: github\n" +
    "mac: sha256\n" +
    "header: X-Hub-Signature-256\n" +
    "format: value sha256=\n" +
    "hint: X-GitHub-Event X-GitHub-Delivery\n",
  libromi:
    "name: libromi\n" +
    "mac: sha256\n" +
    "header: x-libromi-signature\n" +
    "type: body type\n",
  shopify:
    "name: shopify\n" +
    "mac: sha256\n" +
    "header: X-Shopify-Hmac-Sha256\n" +
    "encoding: base64\n" +
    "hint: X-Shopify-Topic X-Shopify-Shop-Domain X-Shopify-Webhook-Id X-Shopify-API-Version\n",
  slack:
    "name: slack\n" +
    "mac: sha256\n" +
    "header: X-Slack-Signature\n" +
    "format: value v0=\n" +
    "content: v0:{timestamp}:{body}\n" +
    "timestamp: header X-Slack-Request-Timestamp s\n" +
    "tolerance: 300 300\n" +
    "type: body type\n" +
    "id: body event_id\n",
  "standard-webhooks":
    "name: standard-webhooks\n" +
    "mac: sha256\n" +
    "key: base64 v1,whsec_ whsec_\n" +
    "header: webhook-signature\n" +
    "format: tokens v1\n" +
    "encoding: base64\n" +
    "content: {header:webhook-id}.{timestamp}.{body}\n" +
    "timestamp: header webhook-timestamp s\n" +
    "tolerance: 300 300\n" +
    "type: body type\n" +
    "id: header webhook-id\n",
  stripe:
    "name: stripe\n" +
    "mac: sha256\n" +
    "header: Stripe-Signature\n" +
    "format: pairs , = v1 t\n" +
    "content: {timestamp}.{body}\n" +
    "timestamp: field s\n" +
    "tolerance: 300 300\n" +
    "type: body type\n" +
    "id: body id\n",
};

/** Where signed bodies tell the time, by provider. */
export const eventTimes: { readonly [name: string]: EventTime } = {
  bookbag: { key: "ts", unit: "ms" },
  digivault: { key: "created_at", unit: "s" },
};
