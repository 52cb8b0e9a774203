// What the apps of all frameworks have in common: one Webhook, its log, and a handler that does what
// the delivery tells it to.
import { Webhook } from "countersign";
import { memory } from "countersign/idempotency";

export const webhook = new Webhook("bookbag", process.env.BOOKBAG_SECRET);

/** The lines that the tests read, for a receiver that has nothing else to it. */
export const options = {
  onRejected: ({ code, message }) => console.log(`bookbag ${code}: ${message}`),
  onDuplicate: ({ idempotencyKey }) => console.log(`bookbag duplicate ${idempotencyKey}`),
  onError: ({ message }) => console.log(`bookbag failed: ${message}`),
};

/** Takes note of a delivery, and leaves its payload unread. */
export function note({ type, idempotencyKey, secretIndex }) {
  console.log(`bookbag ${type} ${idempotencyKey} secret ${secretIndex}`);
}

/** Path -> what receive() is to be called with, beside the webhook. */
export const ENDPOINTS = {
  "/plain": [note, options],
  "/told": [obey, options],
  "/once": [obey, { ...options, idempotency: memory() }],
  "/background": [obey, { ...options, background: true }],
  "/routed": [{ on: { "conversation.replied": note } }, options],
  "/small": [note, { ...options, maxBodyBytes: 300 }],
};

const held = [];
const failed = new Set();

async function obey({ payload, idempotencyKey }, { reply }) {
  const { message } = payload.data;
  console.log(`bookbag began ${message}`);
  if (message === "hold") await new Promise((resolve) => held.push(resolve));
  if (message === "release") for (const release of held.splice(0)) release();
  if (message === "fail once" && !failed.has(idempotencyKey)) {
    failed.add(idempotencyKey);
    throw new Error("the database is away");
  }
  if (message === "challenge") reply({ status: 202, headers: { "Content-Type": "text/plain" }, body: "echo" });
  console.log(`bookbag ended ${message}`);
}
