// Body: the raw bytes of a request, read to their end or to the limit, whichever comes first.
//
// The bytes are those of the wire: a body that was compressed for the way (Content-Encoding) is
// proven, and handed over, as it arrived.

import { WebhookError } from "../error.ts";

/** The bytes of a body, as long as there are at most `maxBytes` of them. */
export class Collected {
  readonly #maxBytes: number;
  readonly #chunks: Uint8Array[] = [];
  #size = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** @throws {@link WebhookError} `BODY_TOO_LARGE` with the chunk that is too much */
  add(chunk: Uint8Array): void {
    this.#size += chunk.byteLength;
    if (this.#size > this.#maxBytes) throw tooLarge(this.#maxBytes);
    this.#chunks.push(chunk);
  }

  /** Everything that came, in one piece. */
  join(): Uint8Array {
    const [only] = this.#chunks;
    if (only !== undefined && this.#chunks.length === 1) return only;
    const body = new Uint8Array(this.#size);
    let at = 0;
    for (const chunk of this.#chunks) {
      body.set(chunk, at);
      at += chunk.byteLength;
    }
    return body;
  }
}

/** Refuses a body by the length that its sender announces, before any of it is read. */
export function admitLength(contentLength: string | null | undefined, maxBytes: number): void {
  if (Number(contentLength ?? 0) > maxBytes) throw tooLarge(maxBytes);
}

/** Admits bytes that somebody else has read. */
export function admitBytes(body: Uint8Array, maxBytes: number): Uint8Array {
  if (body.byteLength > maxBytes) throw tooLarge(maxBytes);
  return body;
}

function tooLarge(maxBytes: number): WebhookError {
  return new WebhookError("BODY_TOO_LARGE", `The body is larger than maxBodyBytes, ${maxBytes}.`);
}
