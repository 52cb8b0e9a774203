// Walk: the six steps of a verification, with what each of them saw.

import type { Explanation, Saw, Shape, Step } from "countersign/explain";
import type { ComponentChildren } from "preact";
import { visible, withCode } from "./visible.tsx";

const titles = {
  secret: "Secret",
  headers: "Headers",
  claim: "Claim",
  content: "Signed content",
  compare: "Compare",
  freshness: "Freshness",
};
const states = {
  passed: { mark: "✓", word: "passed" },
  failed: { mark: "✕", word: "failed" },
  "not-reached": { mark: "–", word: "not reached" },
};

/** The steps, in their order. */
export function Walk({ explanation: { steps, saw } }: { explanation: Explanation }) {
  return (
    <section class="card walk" aria-labelledby="walk-title">
      <h2 id="walk-title">The walk</h2>
      <ol>
        {steps.map((step) => (
          <li key={step.name} class={step.state} data-step={step.name} data-state={step.state}>
            <span class="mark" aria-hidden="true">
              {states[step.state].mark}
            </span>
            <div>
              <h3>
                {titles[step.name]} <span class="state">{states[step.state].word}</span>
              </h3>
              <p>{withCode(step.sentence)}</p>
              {step.state !== "not-reached" && <Details name={step.name} saw={saw} />}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Details({ name, saw }: { name: Step["name"]; saw: Saw }) {
  if (name === "headers" && saw.headers.length > 0) return <HeadersSeen headers={saw.headers} />;
  if (name === "claim") return <ClaimSeen saw={saw} />;
  if (name === "content" && saw.content.length > 0) return <ContentSeen pieces={saw.content} />;
  if (name === "compare") return <ShapesSeen saw={saw} />;
  return name === "freshness" ? <TimeSeen time={saw.time} /> : null;
}

function HeadersSeen({ headers }: Pick<Saw, "headers">) {
  return (
    <Table caption="Headers that the scheme reads" columns={["Header", "Role", "Came", "Bytes"]}>
      {headers.map(({ name, role, count, bytes, near }) => (
        <tr key={name}>
          <th scope="row">
            <code>{name}</code>
            {near && (
              <>
                <br />
                near: <code>{visible(near)}</code>
              </>
            )}
          </th>
          <td>{role}</td>
          <td>{count === 0 ? "no" : count === 1 ? "once" : `${count} times`}</td>
          <td class="number">{bytes}</td>
        </tr>
      ))}
    </Table>
  );
}

function ClaimSeen({ saw: { timestamp, time } }: { saw: Saw }) {
  if (timestamp === null) return null;
  return (
    <Facts
      rows={[
        ["Timestamp, as it came", visible(timestamp)],
        ["That is", time && isoOf(time.signedMs)],
      ]}
    />
  );
}

function ContentSeen({ pieces }: { pieces: Saw["content"] }) {
  return (
    <Table caption="Pieces of the signed content" columns={["Piece", "What", "Bytes"]}>
      {pieces.map(({ part, text, start, end }) => (
        <tr key={start + part}>
          <th scope="row">{part}</th>
          <td>{text !== null && <code>{visible(text)}</code>}</td>
          <td class="number">{start === end ? `none, at ${start}` : `${start}–${end - 1}`}</td>
        </tr>
      ))}
    </Table>
  );
}

function ShapesSeen({ saw: { expected, received } }: { saw: Saw }) {
  return (
    <Table caption="Shapes of the signatures" columns={["", "Encoding", "Length", "Algorithm"]}>
      <ShapeRow name="expected" shape={expected} />
      {received.map((shape, index) => (
        <ShapeRow key={index} name={received.length === 1 ? "received" : `received ${index + 1}`} shape={shape} />
      ))}
    </Table>
  );
}

function ShapeRow({ name, shape }: { name: string; shape: Shape }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{shape.encoding}</td>
      <td class="number">{shape.characters}</td>
      <td>{shape.algorithm ?? "none has this length"}</td>
    </tr>
  );
}

function TimeSeen({ time }: Pick<Saw, "time">) {
  if (time === null) return null;
  return (
    <Facts
      rows={[
        ["Signed", isoOf(time.signedMs)],
        ["Now", isoOf(time.nowMs)],
        ["Difference", time.difference],
        ["Tolerance", time.toleranceSeconds === null ? "any age" : `${time.toleranceSeconds} s`],
      ]}
    />
  );
}

interface TableProps {
  caption: string;
  columns: readonly string[];
  children: ComponentChildren;
}

function Table({ caption, columns, children }: TableProps) {
  return (
    <table>
      <caption class="unseen">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) =>
            column === "" ? (
              <td key={column} />
            ) : (
              <th key={column} scope="col" class={/^(Bytes|Length)$/.test(column) ? "number" : undefined}>
                {column}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

function Facts({ rows }: { rows: readonly (readonly [string, ComponentChildren])[] }) {
  return (
    <dl class="facts">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value ?? "no time"}</dd>
        </div>
      ))}
    </dl>
  );
}

// A delivery may claim a time that no calendar has.
function isoOf(ms: number): string {
  return Math.abs(ms) <= 8.64e15 ? new Date(ms).toISOString() : `${ms} ms`;
}
