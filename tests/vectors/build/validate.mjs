// The rules of the format: schema.json, and what a JSON Schema cannot say.

/** Problems of the files `{ name, corpus }`, one sentence each. */
export function validate(schema, files) {
  return files.flatMap(({ name, corpus }) => {
    const problems = schemaProblems(schema, schema, corpus, name);
    return problems.length > 0 ? problems : vectorProblems(name, corpus);
  });
}

function vectorProblems(name, { notes, vectors }) {
  const problems = [];
  const seen = new Map();
  const used = new Set(vectors.flatMap(({ flags }) => flags));
  for (const flag of used) if (!notes[flag]) problems.push(`${name}: no note for flag ${flag}`);
  for (const flag of Object.keys(notes)) {
    if (!used.has(flag)) problems.push(`${name}: flag ${flag} has a note and no vector`);
  }
  vectors.forEach((vector, at) => {
    const id = `${name.replace(".json", "")}/${String(at + 1).padStart(3, "0")}`;
    if (vector.id !== id) problems.push(`${vector.id}: expected id ${id}`);
    const same = seen.get(delivered(vector));
    if (same) problems.push(`${vector.id}: the same delivery as ${same}`);
    seen.set(delivered(vector), vector.id);
  });
  return problems;
}

/** What the receiver is given; two vectors with the same are one too many. */
function delivered({ secrets, headers, body_hex, body_repeat, now, tolerance_seconds, max_event_age_seconds }) {
  const limits = [now, tolerance_seconds, max_event_age_seconds];
  return JSON.stringify([secrets, headers, body_hex, body_repeat, ...limits]);
}

/** The keywords of JSON Schema that schema.json uses; any other throws, so that none is ignored. */
const keywords = {
  type: (type, value) => typeOf(value) === type,
  enum: (options, value) => options.includes(value),
  const: (wanted, value) => value === wanted,
  minimum: (limit, value) => typeof value !== "number" || value >= limit,
  minLength: (limit, value) => typeof value !== "string" || value.length >= limit,
  pattern: (source, value) => typeof value !== "string" || new RegExp(source, "u").test(value),
  minItems: (limit, value) => !Array.isArray(value) || value.length >= limit,
  maxItems: (limit, value) => !Array.isArray(value) || value.length <= limit,
  minProperties: (limit, value) => typeOf(value) !== "object" || Object.keys(value).length >= limit,
  required: (names, value) => typeOf(value) !== "object" || names.every((name) => name in value),
};
const annotations = ["$schema", "$id", "$defs", "title", "description", "$comment"];

function typeOf(value) {
  if (Array.isArray(value)) return "array";
  if (value === null) return "null";
  return Number.isInteger(value) ? "integer" : typeof value;
}

function namesOf(value) {
  return typeOf(value) === "object" ? Object.keys(value) : [];
}

export function schemaProblems(root, schema, value, place) {
  if (schema === true) return [];
  if (schema === false) return [`${place}: must not be there`];
  return Object.entries(schema).flatMap(([keyword, argument]) => {
    if (annotations.includes(keyword)) return [];
    if (Object.hasOwn(keywords, keyword)) {
      return keywords[keyword](argument, value) ? [] : [`${place}: breaks ${keyword}`];
    }
    if (Object.hasOwn(applicators, keyword)) {
      return applicators[keyword](argument, value, place, root, schema);
    }
    throw new Error(`schema.json uses ${keyword}, which this check does not know`);
  });
}

const isValid = (root, schema, value) => schemaProblems(root, schema, value, "").length === 0;

const applicators = {
  $ref: (ref, value, place, root) => schemaProblems(root, root.$defs[ref.replace("#/$defs/", "")], value, place),
  properties: (schemas, value, place, root) =>
    Object.entries(schemas).flatMap(([name, schema]) =>
      typeOf(value) === "object" && Object.hasOwn(value, name)
        ? schemaProblems(root, schema, value[name], `${place}.${name}`)
        : [],
    ),
  additionalProperties: (schema, value, place, root, { properties = {} }) =>
    namesOf(value)
      .filter((name) => !Object.hasOwn(properties, name))
      .flatMap((name) => schemaProblems(root, schema, value[name], `${place}.${name}`)),
  propertyNames: (schema, value, place, root) =>
    namesOf(value).flatMap((name) => schemaProblems(root, schema, name, `${place}: the name ${name}`)),
  items: (schema, value, place, root) =>
    (Array.isArray(value) ? value : []).flatMap((item, at) =>
      schemaProblems(root, schema, item, `${place}[${item?.id ?? at}]`),
    ),
  oneOf: (schemas, value, place, root) =>
    schemas.filter((schema) => isValid(root, schema, value)).length === 1 ? [] : [`${place}: breaks oneOf`],
  allOf: (schemas, value, place, root) => schemas.flatMap((schema) => schemaProblems(root, schema, value, place)),
  if: (condition, value, place, root, schema) =>
    schemaProblems(root, (isValid(root, condition, value) ? schema.then : schema.else) ?? true, value, place),
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema, which nobody awaits
  then: () => [],
  else: () => [],
};
