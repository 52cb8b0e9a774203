// Answered as soon as the delivery is proven, and handled afterwards: POST /background/bookbag. For a
// handler that takes longer than the provider waits.
import { Webhook } from "countersign";
import { receive } from "countersign/next";
import { after } from "next/server";

export const POST = receive(() => new Webhook("bookbag", process.env.BOOKBAG_SECRET), forward, {
  background: true,
  waitUntil: after, // without it a serverless host freezes the function once it has answered
  onError: (error) => console.error(`bookbag lost: ${error.message}`), // nobody will send it again
});

async function forward({ provider, type, payload, idempotencyKey, secretIndex }) {
  const { ok, status } = await fetch(process.env.FORWARD_TO, { method: "POST", body: JSON.stringify(payload) });
  if (!ok) throw new Error(`answered ${status}`);
  console.log(`${provider} ${type} ${idempotencyKey} secret ${secretIndex}`);
}
