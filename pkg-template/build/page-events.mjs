// The events of a provider → the part of its page that lists them.

import { isTyped, namesType } from "./event-modules.mjs";
import { table } from "./tables.mjs";

/** What is sent when, and the types of the bodies. */
export function events(provider) {
  const { events, scheme } = provider;
  const listed = table(
    ["type", "sent when"],
    events.map(({ type, when }) => [`\`${type}\``, when]),
  );
  const said = [
    ...(scheme.type === undefined ? [unsignedType(provider)] : []),
    ...(isTyped(provider) ? [] : [untyped(provider)]),
  ];
  const intro = INTROS[provider.events_listed] ?? "";
  return [
    ...said,
    ...(events.length > 0 ? [intro + listed] : []),
    ...(isTyped(provider) ? [bodies(provider)] : []),
  ].join("\n");
}

const INTROS = {
  common: "The events that receivers get most often:\n\n",
  examples: "Each sender has events of its own. These are examples:\n\n",
};

function unsignedType(provider) {
  const { name, title, event_header: header } = provider;
  const words = [
    `${title} signs no event type, so \`delivery.type\` is undefined, and \`on\` routes everything to \`"*"\`.`,
    header && `The event is named in \`${header}\`, which is not signed.`,
    isTyped(provider) &&
      `So \`payload\` is \`unknown\`; the type \`HeaderEvents[${JSON.stringify(name)}]\` has the bodies by that name.`,
  ];
  return `${words.filter(Boolean).join(" ")}\n`;
}

const untyped = ({ title, scheme }) =>
  scheme.type === undefined
    ? "The type of `payload` is `unknown`.\n"
    : `The events of ${title} have no types here: \`delivery.type\` is any string, and \`payload\` is \`unknown\`.\n`;

function bodies({ events, envelope = "Payload", types = {}, scheme }) {
  const params = namesType(envelope) ? "Type extends string, Payload" : "Payload";
  const shared = Object.entries(types).map(([name, text]) => `type ${name} = ${text};\n`);
  const documented = events.filter(({ payload }) => payload !== undefined);
  const payloads = documented.map(({ type, payload }) => `  ${JSON.stringify(type)}: ${payload};\n`).join("");
  const said = [
    undocumentedWords(documented.length, events.length),
    scheme.type === undefined ? "" : 'A type that is not in the list is as genuine, and goes to `"*"`.',
  ];
  return `The body of each, in TypeScript. \`Undocumented\` stands for fields that are not documented.

\`\`\`ts
type Undocumented = { readonly [field: string]: unknown };
type Body<${params}> = ${envelope};
${shared.join("")}${payloads && `type Payloads = {\n${payloads}};\n`}\`\`\`

${said.filter(Boolean).join(" ")}
`;
}

function undocumentedWords(documented, all) {
  if (documented === all) return "";
  return documented === 0 ? "No field of a payload is documented." : "Of the other payloads, no field is documented.";
}
