// Request: one of fetch, read to its end or to the limit, and the Response to it.

import { isConsumed } from "../admit/request.ts";
import { READ_BEFORE, refuse, STREAM_NOT_BYTES } from "../refusal/sentences.ts";
import { admitBytes, admitLength, Collected, deadline, LINGER_BYTES, LINGER_MS, type Limits } from "./body.ts";
import type { Reply } from "./reply.ts";

/** A request as hosts make it: some do not show the stream of its body. */
type HostRequest = Request & { readonly body?: ReadableStream<Uint8Array> | null };
type Reader = ReadableStreamDefaultReader<Uint8Array>;

/**
 * Reads the body of a request to its end, and no further than the limits.
 *
 * @throws {@link WebhookError} `BODY_TOO_LARGE`, `READ_TIMEOUT`, `BODY_CONSUMED`
 */
export async function readRequest(request: HostRequest, limits: Limits): Promise<Uint8Array> {
  if (isConsumed(request)) throw refuse(READ_BEFORE, { fix: FIX });
  admitLength(request.headers.get("content-length"), limits.maxBytes);
  const { body } = request;
  if (body === null) return new Uint8Array(0);
  const bytes = await readBody(request, body, limits);
  readToTheEnd.add(request);
  return bytes;
}

const FIX = "Call receive() before request.json(), text() or formData(), or give those request.clone().";

/** Requests of which nothing more will come. */
const readToTheEnd = new WeakSet<Request>();

async function readBody(request: Request, body: HostRequest["body"], limits: Limits): Promise<Uint8Array> {
  let callOff = (): void => {};
  const late = new Promise<never>((_, reject) => (callOff = deadline(limits, reject)));
  try {
    // Where the stream is not shown, the length is known for certain when all of it was read.
    if (body) return await read(body, limits.maxBytes, late);
    return admitBytes(new Uint8Array(await Promise.race([request.arrayBuffer(), late])), limits.maxBytes);
  } finally {
    callOff();
  }
}

async function read(body: ReadableStream<Uint8Array>, maxBytes: number, late: Promise<never>): Promise<Uint8Array> {
  const reader: Reader = body.getReader();
  const collected = new Collected(maxBytes);
  try {
    for (;;) {
      const { done, value } = await Promise.race([reader.read(), late]);
      if (done) return collected.join();
      if (!ArrayBuffer.isView(value)) throw refuse(STREAM_NOT_BYTES);
      collected.add(value);
    }
  } finally {
    unlock(reader);
  }
}

function unlock(reader: Reader): void {
  try {
    reader.releaseLock();
  } catch {
    // Older hosts keep the lock while a chunk is waited for.
  }
}

/** A reply in the words of fetch, where a 204 has no body, not even an empty one. */
export function responseTo(request: HostRequest, { status, headers, body }: Reply): Response {
  const unread = readToTheEnd.has(request) || leavesUnread() ? undefined : request.body;
  if (!unread || unread.locked || body === "") return new Response(body === "" ? null : body, { status, headers });
  // The rest of the request is still on this connection: nobody may send another one behind it.
  const last = { ...headers, connection: "close" };
  if ("Deno" in globalThis) {
    // Deno sends the reply all the same, and then ends the connection. It reads on without end if this is left out.
    unread.cancel().catch(() => undefined);
    return new Response(body, { status, headers: last });
  }
  const bytes = new TextEncoder().encode(body);
  const sized = { ...last, "content-length": String(bytes.length) };
  return new Response(lingering(bytes, unread), { status, headers: sized });
}

/** Whether this host takes care of a body that nobody reads: Vercel's edge and Workers, which lose the reply when it is cancelled. */
function leavesUnread(): boolean {
  return ["EdgeRuntime", "WebSocketPair"].some((name) => name in globalThis);
}

/**
 * The body of a reply that ends when the request does: a connection that is closed sooner is reset, and that would take
 * the reply with it. A sender that is still sending can read it for as long as {@link LINGER_MS}.
 */
function lingering(reply: Uint8Array, unread: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  let isGone = false;
  return new ReadableStream({
    cancel: () => void (isGone = true),
    async start(controller) {
      controller.enqueue(reply);
      await linger(unread).catch(() => undefined); // a broken stream has nothing left
      if (!isGone) controller.close();
    },
  });
}

async function linger(unread: ReadableStream<Uint8Array>): Promise<void> {
  let callOff = (): void => {};
  const over = new Promise<undefined>((resolve) => {
    const timer = setTimeout(resolve, LINGER_MS);
    callOff = () => clearTimeout(timer);
  });
  const reader: Reader = unread.getReader();
  for (let left = LINGER_BYTES; left > 0; ) {
    const chunk = await Promise.race([reader.read(), over]);
    if (chunk === undefined) return;
    if (chunk.done) return callOff();
    left -= chunk.value.byteLength;
  }
  await over;
}
