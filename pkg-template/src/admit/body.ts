// Body: what may be hashed. The core takes whatever bytes it is given, so everything that is not
// the raw body is stopped here, before hashing.

import { culpritOfBody, tagOf } from "../refusal/culprit.ts";

/**
 * The raw body: a string stands for its UTF-8 bytes, a view for its window only. Buffers, typed
 * arrays and `ArrayBuffer`s of another realm are as good as this one's.
 */
export type BodyInput = string | ArrayBufferView | ArrayBuffer;

/** A body that may be hashed. */
export type RawBody = string | Uint8Array;

/**
 * Admits a raw body.
 *
 * @throws {@link WebhookError} `BODY_NOT_RAW` for everything else, naming what came and what to
 *   write instead
 */
export function admitBody(body: unknown): RawBody {
  if (typeof body === "string") return body;
  let bytes: Uint8Array | undefined;
  try {
    bytes = ArrayBuffer.isView(body) ? bytesOfView(body) : bytesOfBuffer(body);
  } catch {
    // Whatever throws when it is asked for its bytes has none: no buffer, or a detached one.
  }
  if (bytes === undefined) throw culpritOfBody(body);
  return bytes;
}

function bytesOfView(view: ArrayBufferView): Uint8Array {
  const bytes = view instanceof Uint8Array ? view : new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
  // A typed array has length 0 when its buffer is gone, and only then throws when asked for values.
  if (bytes.length === 0) (view as Partial<Uint8Array>).values?.();
  return isStable(bytes.buffer) ? bytes : new Uint8Array(bytes);
}

function bytesOfBuffer(body: unknown): Uint8Array | undefined {
  // DataView takes a live buffer of any realm and nothing else; Uint8Array takes lists of numbers.
  const { buffer } = new DataView(body as ArrayBuffer);
  if (isShared(buffer)) return undefined;
  const bytes = new Uint8Array(buffer);
  return isStable(buffer) ? bytes : new Uint8Array(bytes);
}

// Another thread may write to shared memory between proof and use, and a buffer that grows takes
// its views along: of both a copy is proven.
function isStable(buffer: ArrayBufferLike): boolean {
  return !isShared(buffer) && (buffer as ArrayBuffer).resizable !== true;
}

function isShared(buffer: ArrayBufferLike): boolean {
  return !(buffer instanceof ArrayBuffer) && tagOf(buffer) === "SharedArrayBuffer";
}
