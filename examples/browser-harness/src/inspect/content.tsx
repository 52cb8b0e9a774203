// Content: the bytes that were hashed, and beside them those that match, as text and as hex.

import { computed, signal } from "@preact/signals";
import { CopyButton } from "../ui/index.ts";
import { spaced, sizeOf } from "./bytes.ts";
import { difference, type Hunk, inWords } from "./difference.ts";
import { HexDump } from "./hex-dump.tsx";
import { explanation } from "./look.ts";
import type { Range } from "./ranges.ts";
import { TextDump } from "./text-dump.tsx";

type Form = "text" | "hex";
const form = signal<Form>("text");
const SUMMED_UP = 5;

const content = computed(() => explanation.value?.content ?? null);
const hunks = computed<readonly Hunk[]>(() => {
  const { received, signed } = content.value ?? {};
  return received && signed ? difference(received, signed) : [];
});

/** The signed content; with a near miss, both and how they differ. */
export function Content() {
  const { received, signed } = content.value ?? {};
  if (!received) return null;
  const isDifferent = signed != null && hunks.value.length > 0;
  return (
    <section class="card content" aria-labelledby="content-title">
      <div class="row between">
        <h2 id="content-title">The signed content, byte by byte</h2>
        <FormChoice />
      </div>
      {isDifferent ? (
        <Summary received={received} signed={signed} />
      ) : (
        <p class="hint">
          {signed
            ? "These bytes are the ones that were signed: what is wrong is not in them."
            : "What your receiver hashes."}
        </p>
      )}
      <div class={isDifferent ? "sides two" : "sides"}>
        <Side title="Your receiver hashes" bytes={received} ranges={hunks.value.map((hunk) => hunk.received)} />
        {isDifferent && (
          <Side title="The sender signed" bytes={signed} ranges={hunks.value.map((hunk) => hunk.signed)} />
        )}
      </div>
    </section>
  );
}

function Summary({ received, signed }: { received: Uint8Array; signed: Uint8Array }) {
  const rest = hunks.value.length - SUMMED_UP;
  return (
    <div class="difference" data-difference>
      <p>{hunks.value.length === 1 ? "They differ in one place:" : `They differ in ${hunks.value.length} places:`}</p>
      <ul>
        {hunks.value.slice(0, SUMMED_UP).map((hunk, index) => (
          <li key={index}>
            <code>{inWords(hunk, received, signed)}</code>
          </li>
        ))}
        {rest > 0 && <li>and {rest} more</li>}
      </ul>
    </div>
  );
}

function Side({ title, bytes, ranges }: { title: string; bytes: Uint8Array; ranges: readonly Range[] }) {
  const Dump = form.value === "hex" ? HexDump : TextDump;
  return (
    <figure>
      <figcaption class="row between">
        <span>
          <strong>{title}</strong> <span class="hint">{sizeOf(bytes.length)}</span>
        </span>
        <CopyButton
          text={() => (form.value === "hex" ? spaced(bytes) : new TextDecoder().decode(bytes))}
          label={`${title}, as ${form.value}`}
        />
      </figcaption>
      <Dump bytes={bytes} ranges={ranges} label={title} />
    </figure>
  );
}

function FormChoice() {
  return (
    <fieldset class="row">
      <legend class="unseen">Show the content as</legend>
      {(["text", "hex"] as const).map((id) => (
        <label class="choice" key={id}>
          <input type="radio" name="form" checked={form.value === id} onChange={() => (form.value = id)} />
          {id === "text" ? "Text" : "Hex"}
        </label>
      ))}
    </fieldset>
  );
}
