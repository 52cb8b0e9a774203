// Provider files + vectors + traps → examples/providers/*.md, one page for each provider.

import { events } from "./page-events.mjs";
import { byRank, formatWords, hashOf, signatureHeaders, table, tagWords, toleranceWords } from "./tables.mjs";

/**
 * The pages, as pairs of file name and text.
 *
 * @param catalogue - the tables of the core, and the providers
 * @param vectorsOf - answers the vectors of a provider by its name
 * @param traps - what goes wrong in the providers' own samples, by number
 */
export function pages(catalogue, vectorsOf, traps) {
  const { providers, tagBytes } = catalogue;
  return [
    ["README.md", HEAD + index(providers)],
    ...providers.map((provider) => [
      `${provider.name}.md`,
      HEAD + wrapped(page({ ...provider, tagBytes }, exampleOf(vectorsOf(provider.name)), trapsOf(provider, traps))),
    ]),
  ];
}

/** Prose in lines of 120, as the other pages are; tables and code stay. */
function wrapped(page) {
  const parts = page.split(/(```[^]*?```)/);
  return parts.map((part) => (part.startsWith("```") ? part : part.replace(/^[^|#\n].*$/gm, wrapLine))).join("");
}

function wrapLine(line) {
  const indent = line.startsWith("- ") ? "  " : "";
  const lines = [""];
  for (const word of line.split(" ")) {
    const longer = lines.at(-1) === "" ? word : `${lines.at(-1)} ${word}`;
    if (longer.length <= 120) lines[lines.length - 1] = longer;
    else lines.push(indent + word);
  }
  return lines.join("\n");
}

const HEAD = "<!-- Written by pkg-template/generate.mjs; do not edit. -->\n\n";

const index = (providers) => `# The providers

One page for each: the headers, what is signed and what is not, events, retries, the idempotency key, and a genuine
delivery to try. What a provider does not document is called not stated.

${table(
  ["provider", "tolerance of the signed time", "tries again", "waits for an answer", "idempotency key"],
  byRank(providers).map((provider) => [
    `[${provider.title}](${provider.name}.md)`,
    provider.scheme.timestamp === undefined ? "none" : toleranceWords(provider.scheme.timestamp),
    triesAgain(provider),
    waits(provider),
    keyOf(provider),
  ]),
)}
Another provider that signs headers and body with HMAC is described in a few lines: [schemes](../schemes.md).
`;

const page = (provider, example, traps) => `# ${provider.title}

\`new Webhook(${JSON.stringify(provider.name)}, secret)\`. ${documents(provider)}

## The signature

${table(["", ""], signature(provider))}
${notSigned(provider)}

## Events

${events(provider)}
## Retries

${retries(provider)}

## What to remember

${idempotency(provider)} [Idempotency](../idempotency.md) says where to keep it.

## A genuine delivery

Signed with the secret that stands here, so it can be tried anywhere, and with any other tool.

${delivery(provider, example)}
## Notes

${bullets(notesOf(provider))}${mistakes(provider)}${traps.length === 0 ? "" : sampleTraps(provider, traps)}`;

const documents = ({ docs }) => (docs ? `Its document: <${docs}>.` : "Its document is not public.");

function signature({ scheme, secret, tagBytes, tolerance_from: toleranceFrom }) {
  const { content = "{body}", key, timestamp, eventTime, type, id } = scheme;
  const list = (names) => names.map((name) => `\`${name}\``).join(" or ");
  return [
    ["header", list(signatureHeaders(scheme))],
    ["written as", `\`${formatWords(scheme)}\`, with the signature in ${tagWords(scheme, tagBytes)}`],
    ["signed", `\`${content}\`: ${signedWords(content)}`],
    ["algorithm", `HMAC-${hashOf(scheme)}`],
    ["key", keyWords(key)],
    ...(secret.where ? [["where the secret is", secret.where]] : []),
    ["signed time", timestamp === undefined ? "none" : timeWords(timestamp)],
    ["tolerance", timestamp === undefined ? "none: no time is signed" : tolerance(scheme, toleranceFrom)],
    ...(eventTime ? [["time in the body", eventTimeWords(eventTime)]] : []),
    ["event type", placeWords(type) ?? "not signed"],
    ["event id", placeWords(id) ?? "none is signed"],
  ];
}

const signedWords = (content) =>
  content === "{body}" ? "the raw body, and nothing else" : "the raw body, and what stands before it";

function keyWords({ encoding = "utf8", stripPrefixes = [] } = {}) {
  if (encoding === "utf8") return "the secret as it stands, as UTF-8";
  const prefixes = stripPrefixes.map((prefix) => `\`${prefix}\``).join(" or ");
  return `the secret, decoded as ${encoding} after ${prefixes} if it is there`;
}

const UNITS = { s: "in seconds", ms: "in milliseconds", rfc3339: "as RFC 3339 writes it" };

function timeWords({ from, unit }) {
  return from === "field" ? `in the signature header, ${UNITS[unit]}` : `\`${from.header}\`, ${UNITS[unit]}`;
}

const eventTimeWords = ({ body, unit }) =>
  `\`${body}\`, ${UNITS[unit]}. It is signed with the body, and checked if you ask for that with ` +
  "`maxEventAgeSeconds`: [freshness](../freshness.md)";

const tolerance = ({ timestamp }, toleranceFrom = "") =>
  `${toleranceWords(timestamp)}${typeof timestamp.toleranceSeconds === "number" ? ", into the past and into the future" : ""}. ` +
  `${toleranceFrom} \`toleranceSeconds\` changes it: [freshness](../freshness.md)`;

const placeWords = (place) =>
  place && `\`${place.body ?? place.header}\` of the ${place.body === undefined ? "headers" : "body"}`;

const notSigned = ({ scheme: { hints = [] } }) =>
  hints.length === 0
    ? "No other header is signed."
    : `Not signed: ${hints.map((name) => `\`${name}\``).join(", ")}, and every other header. They are in ` +
      "`delivery.hints`: anyone who replays a delivery can change them, so decide nothing by them.";

const retries = (provider) =>
  [retriesWords(provider), spanWords(provider.retries), timeoutWords(provider)].filter(Boolean).join(" ");

function retriesWords({ retries }) {
  if (retries?.attempts === undefined) return retries?.notes ?? "Whether and when it tries again is not stated.";
  const words = attemptsWords(retries);
  return `${words[0].toUpperCase()}${words.slice(1)}. ${retries.notes ?? ""}`.trim();
}

function triesAgain({ retries }) {
  if (retries?.attempts !== undefined) return attemptsWords(retries);
  return retries?.notes ? "see its page" : "not stated";
}

function attemptsWords({ attempts, after_seconds: after = [], notes }) {
  if (attempts === 1) return "it does not try again by itself";
  if (after.length > 0) return `${attempts} attempts in all, after ${after.map(duration).join(", ")}`;
  return `${attempts} attempts in all${notes ? "" : ", when is not stated"}`;
}

function spanWords(retries) {
  const span = retries?.after_seconds?.reduce((sum, seconds) => sum + seconds, 0) ?? 0;
  if (span === 0) return "";
  return (
    `If each delay begins when the attempt before it fails, the last attempt is about ${duration(span)} after the ` +
    "first."
  );
}

function duration(seconds) {
  const hours = Math.floor(seconds / 3600);
  const minutes = (seconds % 3600) / 60;
  return [hours && `${hours} h`, minutes && `${minutes} min`].filter(Boolean).join(" ") || "no delay";
}

const timeoutWords = ({ timeout_seconds: seconds }) =>
  seconds === undefined ? "How long it waits for an answer is not stated." : `It waits ${seconds} s for an answer.`;

const waits = ({ timeout_seconds: seconds }) => (seconds === undefined ? "not stated" : `${seconds} s`);

const keyOf = ({ scheme: { id } }) => (id === undefined ? "SHA-256 of the body" : `\`${id.body ?? id.header}\``);

const idempotency = ({ scheme: { id }, title }) =>
  id === undefined
    ? `\`delivery.idempotencyKey\` is the SHA-256 of the body, because ${title} signs no id. Two events whose bodies are ` +
      "equal to the byte have the same key, so the second would count as a duplicate of the first."
    : `\`delivery.idempotencyKey\` is ${placeWords(id)}, which is signed; where it is missing, it is the SHA-256 of ` +
      "the body.";

function exampleOf({ vectors }) {
  return vectors.find(({ flags, result }) => flags.includes("genuine") && result === "verified");
}

function delivery({ name }, { secrets, headers, body_hex, now, delivery }) {
  const says = [
    ["type", delivery.type],
    ["id", delivery.id],
    ["idempotencyKey", delivery.idempotency_key],
  ].filter(([, value]) => value !== undefined);
  return `\`\`\`js
import { Webhook } from "countersign";

const webhook = new Webhook(${JSON.stringify(name)}, ${JSON.stringify(secrets[0])}, { now: () => ${now} });
const headers = {
${headers.map(([header, value]) => `  ${JSON.stringify(header)}: ${JSON.stringify(value)},\n`).join("")}};
const body = ${template(Buffer.from(body_hex, "hex").toString())};

const delivery = webhook.verify(body, headers);
${says.map(([fact, value]) => `console.log(delivery.${fact});\n// → ${value}\n`).join("")}\`\`\`
`;
}

// As it stands on the wire, line breaks included, as long as nothing in it ends a template.
const template = (text) => (/[`\r\\]|\$\{/.test(text) ? JSON.stringify(text) : `\`${text}\``);

/** What a receiver should know: the notes, and what has a field of its own and no place above. */
function notesOf({ notes, body_limit_bytes: limit, handshake, forms, scheme }) {
  const never = (scheme.key?.neverPrefixes ?? []).map((prefix) => `\`${prefix}\``).join(" or ");
  return [
    ...notes,
    ...(never ? [`A secret that begins with ${never} is another one, and not that of a webhook.`] : []),
    ...(limit ? [`The largest body it sends has ${limit.toLocaleString("en")} bytes.`] : []),
    ...(handshake ? [`Before it sends events: ${handshake.request} ${handshake.answer}`] : []),
    ...(forms?.when
      ? [`${forms.when}${forms.field ? ` The event is JSON in the field \`${forms.field}\`.` : ""}`]
      : []),
  ];
}

const mistakes = ({ mistakes = [] }) => (mistakes.length === 0 ? "" : `\n## Common mistakes\n\n${bullets(mistakes)}`);

const bullets = (sentences) => sentences.map((note) => `- ${note}\n`).join("");

/** A trap is a provider's when its sentence names it. */
function trapsOf({ title }, traps) {
  const rows = Object.entries(traps).map(([number, { trap }]) => ({ number, trap }));
  return rows.filter(({ trap }) => new RegExp(`\\b${title}\\b`).test(trap));
}

const sampleTraps = ({ title }, traps) => `
## What goes wrong with its own samples

The samples in the document of ${title} are not to be copied. [The traps](../../tests/traps.md) have the test that shows what countersign does with each.

${bullets(traps.map(({ number, trap }) => `${trap} (${number})`))}`;
