// Request: one of fetch, read to its end or to the limit, and the Response to it.

import { isConsumed } from "../admit/request.ts";
import { READ_BEFORE, refuse, STREAM_NOT_BYTES } from "../refusal/sentences.ts";
import { admitBytes, admitLength, Collected, DISCARDED_BYTES, DISCARDED_MS } from "./body.ts";
import type { Reply } from "./reply.ts";

/** A request as hosts make it: some do not show the stream of its body. */
type HostRequest = Request & { readonly body?: ReadableStream<Uint8Array> | null };
type Reader = ReadableStreamDefaultReader<Uint8Array>;

/**
 * Reads the body of a request to its end, and no further than `maxBytes`.
 *
 * @throws {@link WebhookError} `BODY_TOO_LARGE`, `BODY_CONSUMED`
 */
export async function readRequest(request: HostRequest, maxBytes: number): Promise<Uint8Array> {
  if (isConsumed(request)) throw refuse(READ_BEFORE, { fix: FIX });
  admitLength(request.headers.get("content-length"), maxBytes);
  const { body } = request;
  if (body === null) return new Uint8Array(0);
  // Where the stream is not shown, the length is known for certain when all of it was read.
  if (body === undefined) return admitBytes(new Uint8Array(await request.arrayBuffer()), maxBytes);
  const reader = body.getReader();
  try {
    return await read(reader, maxBytes);
  } finally {
    reader.releaseLock();
  }
}

const FIX = "Call receive() before request.json(), text() or formData(), or give those request.clone().";

async function read(reader: Reader, maxBytes: number): Promise<Uint8Array> {
  const collected = new Collected(maxBytes);
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return collected.join();
    if (!ArrayBuffer.isView(value)) throw refuse(STREAM_NOT_BYTES);
    collected.add(value);
  }
}

/** A reply in the words of fetch, where a 204 has no body, not even an empty one. */
export async function responseTo(request: HostRequest, { status, headers, body }: Reply): Promise<Response> {
  await discard(request).catch(() => undefined); // a broken stream has nothing left
  return new Response(body === "" ? null : body, { status, headers });
}

/**
 * Lets what nobody will read go by, so that its sender gets to read the reply: Bun closes a connection
 * once it has answered, and what is still on its way takes the reply with it. Whoever sends on and on,
 * or nothing more, is cut off.
 */
async function discard({ body }: HostRequest): Promise<void> {
  if (!body || body.locked) return;
  const reader: Reader = body.getReader();
  const waiting = setTimeout(() => void reader.cancel().catch(() => undefined), DISCARDED_MS);
  try {
    for (let left = DISCARDED_BYTES; left > 0; ) {
      const { done, value } = await reader.read();
      if (done) return;
      left -= value.byteLength;
    }
    reader.cancel().catch(() => undefined);
  } finally {
    clearTimeout(waiting);
  }
}
