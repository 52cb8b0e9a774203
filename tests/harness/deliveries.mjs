// Deliveries to paste: one, in each form that tools write it in, with bytes that careless tools would change.
import { packageDir } from "../tools/paths.mjs";
import { SECRET } from "./secret.mjs";

const { Webhook } = await import(`${packageDir}/dist/index.js`);

const URL = "https://receiver.example/webhooks/bookbag?from=a%20b&c";
/** As it was signed: spacing, escapes and the last line break are its own. */
export const TEXT = `{ "event": "lead.created", "name": "Zo\u00eb \\u00eb 'n' \\"q\\" </script>\u{1f600}", "n": 1e3, "$x": "\`y\`" }\n`;

const body = Buffer.from(TEXT);
const headers = {
  host: "receiver.example",
  "content-type": "application/json",
  authorization: "Bearer an-example-token",
  ...new Webhook("bookbag", SECRET).sign(body),
};

/** What the page must have read. */
export const delivery = { method: "POST", url: URL, headers, body };

const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;
const pairs = Object.entries(headers);

/** The same delivery as text, by the name of its form. */
export const forms = {
  curl: [
    `curl -X POST ${quoted(URL)}`,
    ...pairs.map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    `--data-binary ${quoted(TEXT)}`,
  ].join(" \\\n  "),
  har: JSON.stringify({
    log: {
      entries: [
        {
          request: {
            method: "POST",
            url: URL,
            headers: pairs.map(([name, value]) => ({ name, value })),
            postData: { mimeType: "application/json", text: TEXT },
          },
        },
      ],
    },
  }),
  http: [`POST ${URL} HTTP/1.1`, ...pairs.map(([name, value]) => `${name}: ${value}`), "", TEXT].join("\r\n"),
  fields: JSON.stringify({ method: "POST", url: URL, headers, body: TEXT }),
};

/** A raw request of any bytes, as a file that is dropped. */
export const fileOf = (bytes, more = {}) =>
  Buffer.concat([
    Buffer.from(
      [`POST ${URL} HTTP/1.1`, ...Object.entries({ ...headers, ...more }).map(([n, v]) => `${n}: ${v}`), "", ""].join(
        "\r\n",
      ),
    ),
    bytes,
  ]);

/** A delivery of bytes that are no text. */
export const binary = Buffer.from([...Array(256).keys()]);
export const signedBinary = fileOf(binary, new Webhook("bookbag", SECRET).sign(binary));
