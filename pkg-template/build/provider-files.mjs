// src/providers/*.toml → what is known of every built-in provider, checked. A mistake is told with its file and key, what
// is expected there and what stands there.

import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import Ajv from "ajv/dist/2020.js";
import { parse } from "smol-toml";
import { root } from "./steps.mjs";
import { typeName } from "./typescript.mjs";

/** Where the files of the built-in providers are. */
export const FOLDER = join("src", "providers");

const SCHEMA = join(FOLDER, "provider.schema.json");
const SCHEME = join("pkg-template", "scheme.schema.json");

/** Every built-in provider, sorted by name. */
export function readProviders(folder = FOLDER) {
  const files = readdirSync(join(root, folder)).filter((name) => name.endsWith(".toml"));
  const providers = files.sort().map((name) => readProvider(join(folder, name)));
  refuseTwins(folder, providers, "title", typeName);
  refuseTwins(folder, providers, "rank", ({ rank }) => rank);
  return providers;
}

/** One provider: the fields of its file, its name, and the name in its scheme. */
export function readProvider(path) {
  const name = basename(path, ".toml");
  const file = parsed(path);
  const open = leftOpen(file);
  const problems = open.length > 0 ? open : [...shape(file), ...facts(name, file)];
  if (problems.length > 0) throw new Error(problems.map((problem) => `${path}: ${problem}`).join("\n"));
  return { ...file, name, events: file.events ?? [], scheme: { name, ...file.scheme } };
}

function parsed(path) {
  try {
    return parse(readFileSync(join(root, path), "utf8"));
  } catch (error) {
    throw new Error(`${path}: not TOML: ${error.message}`, { cause: error });
  }
}

let compiled;

/** What breaks the JSON Schema. */
function shape(file) {
  compiled ??= compile();
  if (compiled(file)) return [];
  const places = new Map();
  // Of what a choice says, the deepest place says most.
  for (const error of [...compiled.errors].sort((one, other) => depth(other) - depth(one))) {
    const place = placeOf(error);
    const isTold = [...places.keys()].some((told) => told === place || told.startsWith(`${place}.`) || place === "");
    if (!isTold) places.set(place, `${place}: expected ${expected(error)}, found ${found(error)}`);
  }
  return [...places.values()];
}

function compile() {
  const read = (path) => ({ ...JSON.parse(readFileSync(join(root, path), "utf8")), $id: `file:///${path}` });
  const ajv = new Ajv({ allErrors: true, verbose: true, strictRequired: false, strictTypes: false });
  return ajv.addSchema(read(SCHEME)).compile(read(SCHEMA));
}

const depth = ({ instancePath }) => instancePath.split("/").length;

/** The key as people write it: `events[1].sample`. */
function placeOf({ keyword, instancePath, params }) {
  const own = { required: params.missingProperty, additionalProperties: params.additionalProperty }[keyword];
  const keys = instancePath.split("/").slice(1);
  return [...keys, ...(own === undefined ? [] : [own])]
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce((path, key) => (/^\d+$/.test(key) ? `${path}[${key}]` : path ? `${path}.${key}` : key), "");
}

function expected({ keyword, params, parentSchema, message }) {
  switch (keyword) {
    case "required":
      return wordsOf(parentSchema.properties?.[params.missingProperty]) ?? "a value";
    case "additionalProperties":
      return `one of ${Object.keys(parentSchema.properties ?? {}).join(", ")}`;
    case "enum":
      return params.allowedValues.map((value) => JSON.stringify(value)).join(" or ");
    case "const":
      return JSON.stringify(params.allowedValue);
    case "type":
      return [params.type].flat().join(" or ");
    default:
      return wordsOf(parentSchema) ?? message;
  }
}

/** What the schema says of a place: a few words as they stand, a sentence in quotes. */
function wordsOf(schema) {
  const words = schema?.description;
  return words?.endsWith(".") ? `"${words}"` : words;
}

function found({ keyword, data }) {
  if (keyword === "required") return "nothing";
  if (keyword === "additionalProperties") return "this key";
  return shown(data);
}

function shown(value) {
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** The places that `tests/new.mjs` left to be filled in. */
function leftOpen(value, place = "") {
  if (value === "TODO") return [`${place}: expected what its comment says, found "TODO"`];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    leftOpen(part, Array.isArray(value) ? `${place}[${key}]` : place ? `${place}.${key}` : key),
  );
}

/** What no schema can say: samples that are not of their event, keys that a built-in provider must have. */
function facts(name, file) {
  const must = ["source", "verified", "verified_on", "notes"].filter((key) => file[key] === undefined);
  return [
    ...(/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) ? [] : [`expected a name in kebab-case, found ${shown(name)}`]),
    ...must.map((key) => `${key}: expected a value, because this provider is built in, found nothing`),
    ...(isVisiblyFake(file)
      ? []
      : [`secret.sample: expected a secret that says "secret", "test" or "sample", found another`]),
    ...(Array.isArray(file.events) ? file.events.flatMap((event, index) => eventFacts(event, index, file)) : []),
  ];
}

function eventFacts(event, index, { scheme, events }) {
  const problems = [];
  const isTwin = events.findIndex(({ type }) => type === event.type) < index;
  if (isTwin) problems.push(`events[${index}].type: expected each type once, found ${shown(event.type)} again`);
  if (event.sample === undefined) return problems;
  const place = `events[${index}].sample`;
  let sample;
  try {
    sample = JSON.parse(event.sample);
  } catch (error) {
    return [...problems, `${place}: expected JSON, found ${error.message}`];
  }
  const type = scheme?.type?.body === undefined ? event.type : behind(scheme.type.body, sample);
  if (type === event.type) return problems;
  return [...problems, `${place}: expected ${shown(event.type)} at ${scheme.type.body}, found ${shown(type ?? null)}`];
}

/** The value that a path leads to. */
const behind = (path, value) => path.split(".").reduce((part, key) => part?.[key], value);

/** A secret that nobody can take for one in use: it says so, as it stands or behind its base64, or it was published. */
function isVisiblyFake({ secret, deliveries = [] }) {
  const sample = secret?.sample;
  if (typeof sample !== "string") return true; // the schema says so
  const decoded = Buffer.from(sample.replace(/^.*_/, ""), "base64").toString("latin1");
  const isPublished = deliveries.some(({ origin, secrets }) => origin !== "computed" && secrets?.includes(sample));
  return isPublished || [sample, decoded].some((text) => /secret|test|sample|example|fake/i.test(text));
}

function refuseTwins(folder, providers, key, read) {
  const seen = new Map();
  for (const provider of providers) {
    const value = read(provider);
    const [first, path] = [seen.get(value), join(folder, `${provider.name}.toml`)];
    if (first !== undefined) throw new Error(`${path}: ${key}: expected one of its own, found that of ${first}.toml`);
    if (value !== undefined) seen.set(value, provider.name);
  }
}
