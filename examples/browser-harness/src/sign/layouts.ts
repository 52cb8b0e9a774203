// Layouts: one payload, written as different senders write it. Each is other bytes, and so another signature.

/** How a payload is written. */
export type Layout = "compact" | "indented" | "python";

export const layouts: Readonly<Record<Layout, string>> = {
  compact: "JSON.stringify",
  indented: "indented by two",
  python: "Python's json.dumps",
};

/** The text of a payload. */
export function written(payload: unknown, layout: Layout): string {
  return layout === "python" ? python(payload) : JSON.stringify(payload, null, layout === "indented" ? 2 : 0);
}

// A blank behind each comma and colon, and nothing but ASCII.
function python(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(python).join(", ")}]`;
  if (typeof value !== "object" || value === null) return ascii(JSON.stringify(value));
  const fields = Object.entries(value).map(([key, each]) => `${ascii(JSON.stringify(key))}: ${python(each)}`);
  return `{${fields.join(", ")}}`;
}

function ascii(text: string): string {
  return text.replace(/[\x7f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
