// TamperTable: what becomes of the delivery when one thing goes wrong on the way.

import type { Delivery } from "../state.ts";
import { inspect } from "./model.ts";
import { judged } from "./signed.ts";
import { tampers, type Genuine, type Tamper } from "./tampers.ts";

/** One row for each change, with the verdict on it. */
export function TamperTable({ genuine }: { genuine: Genuine }) {
  return (
    <table class="tampers">
      <caption>
        <h3>Break it</h3>
        One thing changed on the way to a receiver that has the same secret and clock.
      </caption>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">Change</th>
          <th scope="col">Verdict</th>
          <th scope="col">
            <span class="unseen">Look into it</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {tampers.map((tamper) => (
          <Row key={tamper.id} tamper={tamper} genuine={genuine} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ tamper, genuine }: { tamper: Tamper; genuine: Genuine }) {
  const changed = tamper.apply(genuine);
  return (
    <tr>
      <td class="group">{tamper.group}</td>
      <th scope="row">{tamper.label}</th>
      <td>
        {typeof changed === "string" ? (
          <span class="hint">{changed}</span>
        ) : (
          <Verdict changed={changed} genuine={genuine} />
        )}
      </td>
      <td class="action">
        {typeof changed !== "string" && (
          <button
            type="button"
            class="plain"
            aria-label={`Inspect: ${tamper.group.toLowerCase()}, ${tamper.label.toLowerCase()}`}
            onClick={() => inspect(changed, genuine.signer)}
          >
            Inspect
          </button>
        )}
      </td>
    </tr>
  );
}

function Verdict({ changed, genuine }: { changed: Delivery; genuine: Genuine }) {
  const verdict = judged(changed, genuine.signer);
  if (verdict.ok) return <span class="verdict good">✓ verified</span>;
  return <code class="verdict bad">✕ {verdict.code}</code>;
}
