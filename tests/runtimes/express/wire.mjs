// A delivery on a socket, byte by byte, since no HTTP client would send what an attacker sends.
import { connect } from "node:net";

// Node keeps the first of these and drops the others before any handler sees them.
const KEPT_ONCE = ["authorization", "content-type", "user-agent"];

/** Says why HTTP, or Node, cannot carry these headers unchanged, or undefined when they can. */
export function unsendable(headers) {
  const names = headers.map(([name]) => name.toLowerCase());
  if (KEPT_ONCE.some((name) => names.indexOf(name) !== names.lastIndexOf(name))) return "a header that Node keeps once";
  for (const [name, value] of headers) {
    if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name)) return "a header name that is not a token";
    if (/[^\u0000-\u00ff]/.test(value)) return "a header value beyond Latin-1";
    if (/[\u0000-\u0008\u000a-\u001f\u007f]/.test(value)) return "a header value with control characters";
    if (value !== value.replace(/^[ \t]+|[ \t]+$/g, "")) return "a header value with spaces around it";
  }
  return undefined;
}

/** Posts one delivery and returns the reply's status and parsed JSON. */
export async function post(port, path, headers, body) {
  const own = [
    ["Host", "localhost"],
    ["Connection", "close"],
    ["Content-Length", `${body.length}`],
  ];
  const lines = [...own, ...headers].map(([name, value]) => `${name}: ${value}\r\n`).join("");
  const socket = connect(port, "127.0.0.1");
  socket.write(Buffer.from(`POST ${path} HTTP/1.1\r\n${lines}\r\n`, "latin1"));
  socket.write(body);
  const chunks = [];
  for await (const chunk of socket) chunks.push(chunk);
  const [head, text] = Buffer.concat(chunks).toString("utf8").split("\r\n\r\n");
  return { status: Number(head.split(" ")[1]), reply: parsed(text) };
}

// An answer of Express itself, as for an exception that nobody caught, is a page.
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {
      verdict: text
        .replaceAll(/<[^>]*>|\s+/g, " ")
        .trim()
        .slice(0, 200),
    };
  }
}
