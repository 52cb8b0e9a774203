// Uses the provider of acme.toml through the built package: what it signs is verified, and what is changed is refused.
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [project] = process.argv.slice(2);
const dist = join(project, "target", "npm", "package", "dist");
const load = (name) => import(pathToFileURL(join(dist, name)).href);
const { Webhook, providers } = await load("index.js");
const { samples } = await load("samples.js");
const { acme } = await load("providers/acme.js");

const SECRET = 'acme "secret" \\ with spaces';
const now = Date.parse("2026-11-30T08:00:00Z");
const webhook = new Webhook("acme", SECRET, { now: () => now, maxEventAgeSeconds: 60 });
const tag = (body) => createHmac("sha512", SECRET).update(body).digest("base64");

const sample = samples.acme["order.created"];
const body = JSON.stringify(sample);

const delivery = webhook.verify(body, { "x-acme-signature-2": tag(body), "X-Acme-Event": "order.created" });
assert.equal(delivery.type, "order.created");
assert.equal(delivery.id, "evt_é\"'`${x}\\");
assert.equal(delivery.hints["X-Acme-Event"], "order.created");
assert.deepEqual(Object.keys(delivery.payload.data), ["order-id", "total", "it's", "__proto__", "*/"]);
assert.equal({}.polluted, undefined);
assert.equal(webhook.check(body, webhook.sign(body)).ok, true);
assert.equal(new Webhook(acme, SECRET).scheme.name, "acme");

const bytes = Uint8Array.from([0, 255, 254, 128, 13, 10]);
const untimed = new Webhook("acme", SECRET);
assert.equal(untimed.verify(bytes, untimed.sign(bytes)).type, undefined);

const refused = (made, headers, code) => assert.equal(webhook.check(made, headers).code, code);
refused(`${body} `, webhook.sign(body), "SIGNATURE_MISMATCH");
refused(body, { "x-acme-signature-1": tag(body).slice(1) }, "SIGNATURE_MALFORMED");
refused(body, {}, "HEADER_MISSING");
const old = body.replace("08:00:00", "07:58:59");
refused(old, webhook.sign(old), "TIMESTAMP_TOO_OLD");
refused(bytes, webhook.sign(bytes), "TIMESTAMP_MALFORMED");

const { title, timeoutSeconds, retries, events, notes } = providers.acme;
assert.deepEqual({ title, timeoutSeconds }, { title: "Acme & Söhne", timeoutSeconds: 7 });
assert.deepEqual(retries, { attempts: 3, afterSeconds: [60, 3600] });
assert.deepEqual(
  events.map(({ type }) => type),
  ["order.created", "order/deleted"],
);
assert.equal(notes[0], 'A note with "quotes", a \\backslash, `code`, ${a template} and */ the end of a comment.');

// It has vectors: its own, and those of its grammar.
const require = createRequire(import.meta.url);
const { vectors } = require(join(project, "tests", "vectors", "acme.json"));
const binary = vectors.find(({ comment }) => comment === "a body that is not text");
const raw = Buffer.from(binary.body_hex, "hex");
assert.equal(new Webhook("acme", binary.secrets[0]).check(raw, binary.headers).ok, true);
const page = readFileSync(join(project, "examples", "providers", "acme.md"), "utf8");
assert.match(page, /# Acme & Söhne/);
