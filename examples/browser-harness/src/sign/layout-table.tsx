// LayoutTable: the same payload in each layout, and how each signs.

import { layouts, type Layout } from "./layouts.ts";
import { bodyIn } from "./model.ts";
import { signatureOf, type Genuine } from "./tampers.ts";
import { signed } from "./signed.ts";

/** One row for each layout. */
export function LayoutTable({ genuine }: { genuine: Genuine }) {
  return (
    <table>
      <caption>
        <h3>One payload, three bodies</h3>
        The same values to a parser; other bytes, and so other signatures.
      </caption>
      <thead>
        <tr>
          <th scope="col">Written by</th>
          <th scope="col" class="number">
            Bytes
          </th>
          <th scope="col">Signature</th>
        </tr>
      </thead>
      <tbody>
        {(Object.keys(layouts) as Layout[]).map((layout) => (
          <Row key={layout} layout={layout} genuine={genuine} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ layout, genuine: { signer } }: { layout: Layout; genuine: Genuine }) {
  const body = bodyIn(layout);
  const delivery = signed(body, signer);
  const [, signature] = signatureOf({ body, delivery, signer });
  return (
    <tr>
      <th scope="row">{layouts[layout]}</th>
      <td class="number">{delivery.body.length.toLocaleString("en")}</td>
      <td>
        <code>{signature}</code>
      </td>
    </tr>
  );
}
