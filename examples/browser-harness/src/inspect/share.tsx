// Share: the link to what is inspected, without what must stay here.

import { useSignal } from "@preact/signals";
import { type MadeLink, makeLink } from "../link.ts";
import { LinkProblem } from "../linked.ts";
import { type Delivery, delivery } from "../state.ts";
import { Notice } from "../ui/index.ts";

interface Said {
  readonly kind: "good" | "bad";
  readonly sentence: string;
  readonly link?: string;
  readonly warning?: string | undefined;
  /** What it leads to; changed, it leads elsewhere. */
  readonly of: Delivery;
}

/** A button that copies the link, and what became of it. */
export function useShare() {
  const said = useSignal<Said | null>(null);
  const share = async () => (said.value = await shared());
  return {
    button: (
      <button type="button" onClick={share}>
        Copy link
      </button>
    ),
    said: said.value?.of === delivery.value && (
      <>
        <Notice kind={said.value.kind}>
          <p role="status">{said.value.sentence}</p>
          {said.value.link && (
            <input
              class="mono"
              readOnly
              aria-label="Link"
              value={said.value.link}
              onFocus={(event) => event.currentTarget.select()}
            />
          )}
        </Notice>
        {said.value.warning && (
          <Notice kind="info">
            <p role="status">{said.value.warning}</p>
          </Notice>
        )}
      </>
    ),
  };
}

async function shared(): Promise<Said> {
  const of = delivery.value;
  try {
    const made = await makeLink();
    const { link, warning } = made;
    return {
      of,
      kind: "good",
      link,
      warning,
      sentence: `${await copied(link)} ${contents(made)} ${length(link)}`.trim(),
    };
  } catch (problem) {
    if (problem instanceof LinkProblem) return { of, kind: "bad", sentence: problem.message };
    throw problem;
  }
}

async function copied(link: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(link);
    return "The link is copied.";
  } catch {
    return "The link is ready to be copied.";
  }
}

function contents({ left, isSearched }: MadeLink): string {
  const secrets = isSearched
    ? "No secret is in it."
    : "The secret is not typed here, so the delivery was not searched for it.";
  const names = left.length === 0 ? "" : ` Left out: ${left.join(", ")}.`;
  return `${secrets}${names} Anyone with it sees the body and the other headers.`;
}

// Some chats cut what is longer.
function length(link: string): string {
  return link.length > 2000
    ? `It has ${link.length.toLocaleString("en")} characters; some programs cut long links.`
    : "";
}
