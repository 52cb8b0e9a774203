// RequestBox: a whole request in one go, in whatever form a tool or a log has it.

import { signal, useSignal } from "@preact/signals";
import { type ProviderName, providers } from "countersign";
import { type Delivery, delivery, schemeName } from "../state.ts";
import { Field } from "../ui/index.ts";
import { sizeOf } from "./bytes.ts";
import { leaveExample } from "./examples.ts";
import { FileButton, useDrop } from "./files.tsx";

const names = { curl: "a curl command", har: "a HAR entry", http: "raw HTTP", fields: "headers and a body" };

const text = signal("");
const error = signal<string | null>(null);

/** Takes away what could not be read. */
export function emptyBox(): void {
  text.value = "";
  error.value = null;
}

/** Where a raw request is pasted or dropped. */
export function RequestBox() {
  const read = useSignal<{ readonly of: Delivery; readonly notes: readonly string[] } | null>(null);
  const take = async (raw: string | Uint8Array) => {
    text.value = typeof raw === "string" ? raw : "";
    if (typeof raw === "string" && raw.trim() === "") return void (error.value = null);
    const [notes, problem] = await taken(raw);
    error.value = problem;
    if (problem !== null) return;
    emptyBox();
    read.value = { of: delivery.value, notes };
  };
  // As bytes: a body that is no text must not be decoded on its way.
  const open = async (file: File) => take(new Uint8Array(await file.arrayBuffer()));
  // The box itself would make LF of every CR LF, and so another body. What could not be read is replaced.
  const paste = (event: ClipboardEvent) => {
    const raw = event.clipboardData?.getData("text/plain") ?? "";
    if (raw.trim() === "") return;
    event.preventDefault();
    void take(raw);
  };
  const drop = useDrop((file) => void open(file));
  // They are of what was pasted, and not of what it was changed into.
  const notes = read.value?.of === delivery.value ? read.value.notes : [];
  return (
    <div class="request-box" {...drop}>
      <Field
        label="Paste a request"
        hint={error.value ? undefined : "A curl command, a HAR, raw HTTP, or headers and a body. Or drop a file."}
        error={error.value}
      >
        <textarea
          rows={2}
          spellcheck={false}
          autocomplete="off"
          autocapitalize="off"
          placeholder="curl https://… -H …"
          value={text.value}
          onPaste={paste}
          onFocus={() => void import("../request/read.ts")}
          onInput={(event) => void take(event.currentTarget.value)}
        />
      </Field>
      <div class="row between below">
        <div class="notes" role="status">
          <ul>
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </div>
        <FileButton label="Request from a file" onFile={(file) => void open(file)} />
      </div>
    </div>
  );
}

// The reader is as large as the rest of the form, and needed by those who paste.
async function taken(raw: string | Uint8Array): Promise<[string[], string | null]> {
  const { count, read, ReadProblem } = await import("../request/read.ts");
  try {
    const { format, delivery: found, notes } = read(raw);
    leaveExample();
    delivery.value = found;
    const { headers, body } = found;
    const summary = `Read as ${names[format]}: ${count(headers.length, "header")}, ${sizeOf(body.length)} of body.`;
    return [[summary, ...chooseProvider(found), ...notes], null];
  } catch (problem) {
    if (problem instanceof ReadProblem) return [[], problem.message];
    throw problem;
  }
}

// A header that only one provider signs with tells whose delivery it is; a scheme of one's own stays.
function chooseProvider({ headers }: Delivery): string[] {
  if (schemeName.value === "custom") return [];
  const names = new Set(headers.map(([name]) => name.toLowerCase()));
  const matching = Object.values(providers).filter(({ scheme: { signature } }) =>
    [signature.headers ?? signature.header ?? []].flat().some((name) => names.has(name.toLowerCase())),
  );
  const [provider] = matching;
  if (matching.length !== 1 || !provider || provider.name === schemeName.value) return [];
  schemeName.value = provider.name as ProviderName;
  return [`Its signature header is ${provider.title}'s, so that is the provider now.`];
}
