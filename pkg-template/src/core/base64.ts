// Base64: the bytes of a module that travels inside a script.

type Bytes = Uint8Array<ArrayBuffer>;

/** The bytes of a text in base64. Three ways, the quickest first: on a cold start the last costs as much as compiling. */
export function decode(text: string): Bytes {
  const modern = Uint8Array as { fromBase64?(text: string): Bytes };
  const node = globalThis as { Buffer?: { from(text: string, encoding: "base64"): Bytes } };
  return modern.fromBase64?.(text) ?? node.Buffer?.from(text, "base64") ?? byLetter(text);
}

function byLetter(text: string): Bytes {
  const letters = atob(text);
  const bytes = new Uint8Array(letters.length);
  for (let index = 0; index < letters.length; index += 1) bytes[index] = letters.charCodeAt(index);
  return bytes;
}
