// SignView: makes a genuine delivery, to take along as code, or to break in one place and look into.

import { useSignal } from "@preact/signals";
import { WebhookError } from "countersign";
import { CopyButton, Code, Notice, TabPanel, Tabs } from "../ui/index.ts";
import { copyOf, forms, hintOf, type Form } from "./copies.ts";
import { Inputs } from "./inputs.tsx";
import { LayoutTable } from "./layout-table.tsx";
import { genuine, inspect } from "./model.ts";
import { TamperTable } from "./tamper-table.tsx";
import "./sign.css";

/** The whole tab. */
export function SignView() {
  const made = genuine.value;
  return (
    <div class="sign">
      <h2 class="unseen">Sign a delivery</h2>
      <section class="card stack" aria-label="What is signed">
        <Inputs />
      </section>
      <section class="card stack" aria-label="The signed delivery">
        {made instanceof WebhookError ? <Misuse problem={made} /> : <Made made={made} />}
      </section>
      {!(made instanceof WebhookError) && (
        <>
          <section class="card stack across">
            <TamperTable genuine={made} />
          </section>
          <section class="card stack across">
            <LayoutTable genuine={made} />
          </section>
        </>
      )}
    </div>
  );
}

function Misuse({ problem }: { problem: WebhookError }) {
  return (
    <div role="status">
      <Notice kind="bad">
        <strong>{problem.code}</strong>{" "}
        {problem.code === "SECRET_EMPTY" ? "Type a secret, or generate one." : problem.message}
      </Notice>
    </div>
  );
}

type Genuine = Exclude<typeof genuine.value, WebhookError>;

function Made({ made }: { made: Genuine }) {
  const { verdict, delivery, signer } = made;
  return (
    <>
      <div class="row between">
        <div role="status" class="grow">
          {verdict.ok ? (
            <Notice kind="good">
              Signed, and verified at once{verdict.type === null ? "" : ": "}
              {verdict.type !== null && <code>{verdict.type}</code>}
            </Notice>
          ) : (
            <Notice kind="bad">
              Signed, and refused: <code>{verdict.code}</code>
            </Notice>
          )}
        </div>
        <button type="button" onClick={() => inspect(delivery, signer)}>
          Inspect it
        </button>
      </div>
      <dl class="headers">
        {delivery.headers.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <code>{value}</code>
            </dd>
          </div>
        ))}
      </dl>
      <Copies made={made} />
    </>
  );
}

function Copies({ made }: { made: Genuine }) {
  const form = useSignal<Form>("curl");
  const text = copyOf(form.value, made);
  const label = forms.find(({ id }) => id === form.value)?.label ?? "";
  return (
    <div class="copies">
      <Tabs label="Take it along as" tabs={forms} selected={form.value} onSelect={(id) => (form.value = id)} />
      <TabPanel id={form.value}>
        <div class="row between">
          <p class="hint">{hintOf(form.value)}</p>
          <CopyButton text={text} label={label} />
        </div>
        <Code>{text}</Code>
      </TabPanel>
    </div>
  );
}
