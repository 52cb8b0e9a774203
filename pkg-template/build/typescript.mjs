// Values → TypeScript, as people write it.

export const pick = (fields, names) => Object.fromEntries(names.map((name) => [name, fields[name]]));

export const lines = (indent, texts) => texts.map((text) => `${" ".repeat(indent)}${text},`).join("\n");

export const union = (members) => Array.from(members, (member) => `  | ${JSON.stringify(member)}`).join("\n");

export const key = (name) => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name));

/** A value as people write it in TypeScript. */
export function literal(value) {
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).map(([name, part]) => `${key(name)}: ${literal(part)}`);
  return `{ ${fields.join(", ")} }`;
}

/** The name of a provider as part of the name of a type: `AcmeSohne` of "Acme & Söhne". */
export function typeName({ name, title }) {
  const letters = title.normalize("NFD").replace(/[^A-Za-z0-9]/g, "") || pascal(name);
  return letters.replace(/^(?=\d)/, "_");
}

/** `StandardWebhooks` of `standard-webhooks`, `BodyGzip` of `body_gzip`. */
export const pascal = (name) => name.replace(/(?:^|[-_])(\w)/g, (_, letter) => letter.toUpperCase());
