// Figures: what the chart shows, as a table.

import { ROUNDS, sizes } from "./messages.ts";
import { lines } from "./run.ts";
import type { Measured, Spread } from "./statistics.ts";
import { inBytes, inRange, inTime, inTimes } from "./text.ts";

/** The table; the rows stand there from the beginning, so that nothing moves when they fill. */
export function Figures() {
  return (
    <div class="benchmark-figures" role="region" aria-label="Figures" tabIndex={0}>
      <table>
        <caption>Time of one verification: the median of up to {ROUNDS} batches, and the middle half of them</caption>
        <thead>
          <tr>
            <th scope="col">Body</th>
            <th scope="col">countersign</th>
            <th scope="col">WebCrypto</th>
            <th scope="col">
              WebCrypto <span class="unbroken">/ countersign</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {sizes.map((bytes) => (
            <Line key={bytes} bytes={bytes} line={lines.value.find((line) => line.bytes === bytes)} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Line({ bytes, line }: { bytes: number; line: Measured | undefined }) {
  return (
    <tr>
      <th scope="row">{inBytes(bytes)}</th>
      <Time spread={line?.ours} />
      <Time spread={line?.theirs} />
      <td>{line?.ratio == null ? "–" : inTimes(line.ratio)}</td>
    </tr>
  );
}

function Time({ spread }: { spread: Spread | null | undefined }) {
  return (
    <td>
      <span class="median">{spread ? inTime(spread.median) : "–"}</span>
      <span class="middle">{spread && ` ${inRange(spread)}`}</span>
    </td>
  );
}
