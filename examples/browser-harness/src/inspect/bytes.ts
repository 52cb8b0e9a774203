// Bytes: as hex and back, and as a text that can be edited without changing one of them.

/** The bytes as lower-case hex, sixteen to a line. */
export function hexOf(bytes: Uint8Array): string {
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; at += 16) lines.push(spaced(bytes.subarray(at, at + 16)));
  return lines.join("\n");
}

/** The bytes as hex in one line. */
export function spaced(bytes: Uint8Array): string {
  return Array.from(bytes, hexByte).join(" ");
}

/** One byte in two digits. */
export function hexByte(byte: number): string {
  return byte.toString(16).padStart(2, "0");
}

/** The bytes of a hex text with any blanks between them; null if it is none. */
export function bytesOfHex(text: string): Uint8Array | null {
  const digits = text.replace(/\s+/g, "");
  if (digits.length % 2 !== 0 || !/^[0-9a-f]*$/i.test(digits)) return null;
  return Uint8Array.from({ length: digits.length / 2 }, (_, at) =>
    Number.parseInt(digits.slice(2 * at, 2 * at + 2), 16),
  );
}

/**
 * The text of the bytes, if a text box shows them all and gives the same back: UTF-8 without CR, which
 * a text box turns into LF, and without other controls.
 */
export function editableText(bytes: Uint8Array): string | null {
  return bytes.some((byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a) ? null : plainText(bytes);
}

/** The text of the bytes, with the mark that may stand in front of it; null for bytes that no text stands for. */
export function plainText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

export function areEqual(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, at) => byte === right[at]);
}

/** A size as people say it. */
export function sizeOf(bytes: number): string {
  return bytes === 1 ? "1 byte" : `${bytes.toLocaleString("en")} bytes`;
}
