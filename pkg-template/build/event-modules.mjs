// The events of src/providers/*.toml → types of their bodies, samples of them, and the types of routes to handlers.

import { key, lines, pascal, typeName, union } from "./typescript.mjs";

/** The type of a payload of which no field is documented. */
const UNDOCUMENTED = "Record<string, unknown>";

/** Whether the bodies of a provider have types. */
export const isTyped = ({ envelope, events }) =>
  envelope !== undefined || events.some(({ payload }) => payload !== undefined);

/** Whether the type of a body depends on the type of its event. */
export const namesType = (envelope) => /\bType\b/.test(envelope);

/** The generated modules, as pairs of file name and text. */
export function events(providers) {
  const sampled = providers.filter(({ events }) => events.some(({ sample }) => sample !== undefined));
  return [
    ["events.ts", types(providers, sampled)],
    ["routes.ts", routes(providers.filter(isOpen))],
    ["samples.ts", samples(sampled)],
    ...sampled.map((provider) => [`samples/${provider.name}.ts`, samplesOf(provider)]),
  ];
}

const types = (providers, sampled) => {
  const typed = providers.filter(isTyped);
  return `
/** Fields that a provider sends and does not document. */
export type Undocumented = { readonly [field: string]: unknown };

/** The documented events of every provider that documents some and signs their type. */
export interface ProviderEvents {
${typed
  .filter(({ scheme }) => scheme.type !== undefined)
  .map(member)
  .join("\n")}
}

/** The documented events of providers that name the event in a header, which is not signed. */
export interface HeaderEvents {
${typed
  .filter(({ scheme }) => scheme.type === undefined)
  .map(member)
  .join("\n")}
}

/** The events of which there is a sample, by provider. */
export interface SampledEvents {
${sampled.map(({ name, events }) => `  ${key(name)}:\n${union(typesWithSample(events)).replace(/^/gm, "  ")};`).join("\n")}
}
${typed.map(eventsOf).join("")}`;
};

const member = (provider) => `  ${key(provider.name)}: ${typeName(provider)}Events;`;

const typesWithSample = (events) => events.filter(({ sample }) => sample !== undefined).map(({ type }) => type);

function eventsOf(provider) {
  const { title, envelope = "Payload", events } = provider;
  const name = typeName(provider);
  const shared = Object.entries(provider.types ?? {}).map(
    ([type, text]) => `\n/** A part of what ${title} sends. */\nexport type ${name}${type} = ${own(provider, text)};\n`,
  );
  // The envelope takes the type only where it names it.
  return `${shared.join("")}
/** The body of every event of ${title}. */
export type ${name}Body<${namesType(envelope) ? "Type extends string, " : ""}Payload> = ${own(provider, envelope)};

/** The events that ${title} documents, by type. */
export interface ${name}Events {
${events.map((event) => eventLines(provider, event)).join("\n")}
}
`;
}

function eventLines(provider, { type, when, payload = UNDOCUMENTED }) {
  const { envelope = "Payload" } = provider;
  const args = namesType(envelope) ? `${JSON.stringify(type)}, ` : "";
  const docs = when === undefined ? "" : `  /** ${when.replaceAll("*/", "*\\/")} */\n`;
  return `${docs}  ${key(type)}: ${typeName(provider)}Body<${args}${own(provider, payload)}>;`;
}

/** A type with the shared types of the provider under their full names. */
function own(provider, text) {
  const shared = Object.keys(provider.types ?? {}).join("|");
  return shared ? text.replace(new RegExp(`\\b(${shared})\\b(?!\\??:)`, "g"), `${typeName(provider)}$1`) : text;
}

/** Whether there are more events than are listed, and routes to all of them. */
const isOpen = (provider) =>
  isTyped(provider) && provider.scheme.type !== undefined && ["common", "examples"].includes(provider.events_listed);

const routes = (open) => `
import type { KnownRoutes, OtherHandler } from "../receive/routes.ts";

/** Routes of providers that have more events than are listed here. */
export interface OpenRoutes<Context> {
${open.map((provider) => `  ${key(provider.name)}: ${typeName(provider)}Routes<Context>;`).join("\n")}
}
${open.map(routesOf).join("")}`;

const routesOf = (provider) => `
/** Routes of ${provider.title}: those of the listed events are typed by event. */
export interface ${typeName(provider)}Routes<Context> extends KnownRoutes<${JSON.stringify(provider.name)}, Context> {
  readonly [type: string]: OtherHandler<${JSON.stringify(provider.name)}, Context> | undefined;
}
`;

const variable = ({ name }) => `samples${pascal(name)}`;

const samples = (sampled) => `
import { frozen } from "../providers/provider.ts";
import type { Samples } from "../samples/types.ts";
${sampled.map((provider) => `import { ${variable(provider)} } from "./samples/${provider.name}.ts";\n`).join("")}
/** Every sample, by provider and event type. */
export const allSamples: Samples = /* @__PURE__ */ frozen(() => ({
${lines(
  2,
  sampled.map((provider) => `${key(provider.name)}: ${variable(provider)}`),
)}
}));
`;

const samplesOf = (provider) => `
import type { SamplesOf } from "../../samples/types.ts";

export const ${variable(provider)}: SamplesOf<${JSON.stringify(provider.name)}> = {
${provider.events
  .filter(({ sample }) => sample !== undefined)
  .map(({ type, sample }) => `  ${key(type)}: ${objectOf(sample)},\n`)
  .join("")}};
`;

/** JSON as an object of TypeScript. A key called __proto__ is a key, and sets nothing. */
const objectOf = (sample) =>
  JSON.stringify(JSON.parse(sample), null, 2)
    .replaceAll("\n", "\n  ")
    .replace(/^(\s*)"__proto__":/gm, '$1["__proto__"]:');
