// Written: a delivery as something to paste: a curl command, a call of fetch, raw HTTP. Every form sends the
// very bytes of the body.

import { plainText } from "../inspect/bytes.ts";
import { bytesOf, charactersOf, utf8 } from "../request/reading.ts";
import type { Delivery } from "../state.ts";

/** A curl command for bash and zsh. What no argument can hold is handed over in base64. */
export function asCurl({ method, url, headers, body }: Delivery): string {
  const text = plainText(body);
  const isArgument = text !== null && !text.includes("\0") && body.length <= LONGEST_ARGUMENT;
  const start = isArgument
    ? "curl"
    : `printf %s ${quotedForShell(btoa(charactersOf(body)))} | base64 --decode |\n  curl`;
  const lines = [
    `${start} ${method === "POST" ? "" : `-X ${quotedForShell(method)} `}${quotedForShell(url)}`,
    ...sent(headers).map(([name, value]) => `-H ${quotedForShell(value === "" ? `${name};` : `${name}: ${value}`)}`),
    // Else curl announces a form.
    ...(isSent(headers, "content-type") ? [] : ["-H 'Content-Type:'"]),
    isArgument ? `--data-raw ${quotedForShell(text)}` : "--data-binary @-",
  ];
  return lines.join(" \\\n  ");
}

/** A call of fetch, for Node, Deno, Bun and consoles. */
export function asFetch({ method, url, headers, body }: Delivery): string {
  // fetch takes a character for a byte in headers, and announces text where it is given text.
  const pairs = sent(headers).map(
    ([name, value]) => `    [${JSON.stringify(name)}, ${JSON.stringify(utf8(value))}],\n`,
  );
  const text = plainText(body);
  const isText = text !== null && isSent(headers, "content-type");
  const bytes = `Uint8Array.from(atob("${btoa(charactersOf(body))}"), (c) => c.charCodeAt(0))`;
  return `const response = await fetch(${JSON.stringify(url)}, {
  method: ${JSON.stringify(method)},
  headers: [
${pairs.join("")}  ],
  body: ${isText ? JSON.stringify(text) : bytes},
});
console.log(response.status, await response.text());
`;
}

/** The request as it goes over the wire. */
export function asHttp({ method, url, headers, body }: Delivery): Uint8Array {
  const { host, pathname, search } = new URL(url);
  const lines = [
    `${method} ${pathname}${search} HTTP/1.1`,
    `Host: ${host}`,
    ...sent(headers).map(([name, value]) => `${name}: ${value}`),
    `Content-Length: ${body.length}`,
  ];
  return bytesOf(`${utf8(lines.join("\r\n"))}\r\n\r\n${charactersOf(body)}`);
}

/** A word of bash. Control characters are written as escapes, and nothing is left for a shell to evaluate. */
export function quotedForShell(text: string): string {
  if (!/[\x00-\x09\x0b-\x1f\x7f']/.test(text)) return `'${text}'`;
  return `$'${text.replace(/[\\'\x00-\x1f\x7f!]/g, escaped)}'`;
}

function escaped(character: string): string {
  const named = { "\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t" }[character];
  return named ?? `\\${character.charCodeAt(0).toString(8).padStart(3, "0")}`;
}

// These are the tool's own, and say what it makes of the body.
function sent(headers: Delivery["headers"]): Delivery["headers"] {
  return headers.filter(([name]) => !/^(?:host|content-length|transfer-encoding|connection)$/i.test(name));
}

function isSent(headers: Delivery["headers"], name: string): boolean {
  return headers.some(([each]) => each.toLowerCase() === name);
}

/** Linux takes no argument of more than 128 KiB. */
const LONGEST_ARGUMENT = 100_000;
