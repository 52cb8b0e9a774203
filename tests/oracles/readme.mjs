// known.mjs and what was last seen -> the tables of README.md, between their marks.
import { readFileSync, writeFileSync } from "node:fs";
import { known } from "./known.mjs";

const file = new URL("./README.md", import.meta.url);
const [START, END] = ["<!-- written by main.mjs --write -->", "<!-- end -->"];

const table = (headings, rows) =>
  [headings, headings.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

const number = (value) => value.toLocaleString("en-US");

/** Writes both tables with the counts of this run. */
export function writeReadme({ oracles, rows }) {
  const asked = table(
    ["oracle", "cases", "accepted by both", "in the rows below"],
    oracles.map(({ name, runs, verified, known: excused }) => [name, number(runs), number(verified), number(excused)]),
  );
  const told = table(
    ["class", "who", "theirs", "ours", "why ours stands", "seen"],
    rows.map((row) => [...cellsOf(row), number(row.met)]),
  );
  const [before, , after] = parts();
  writeFileSync(file, `${before}${START}\n${asked}\n\n${told}\n${END}${after}`);
}

/** Whether the table tells every row of known.mjs as it stands there, and no other one. */
export function isFresh() {
  const [, told] = parts()[1].split("| class |");
  const lines = (told ?? "").trim().split("\n").slice(2);
  const wanted = known.map((row) => `| ${cellsOf(row).join(" | ")} |`);
  return lines.length === wanted.length && wanted.every((line, at) => lines[at].startsWith(line));
}

const cellsOf = ({ name, oracles, theirs, ours, why }) => [
  name,
  [oracles].flat().join(", "),
  theirs,
  ours.join(", "),
  why,
];

function parts() {
  const text = readFileSync(file, "utf8");
  const [start, end] = [text.indexOf(START), text.indexOf(END)];
  return [text.slice(0, start), text.slice(start, end), text.slice(end + END.length)];
}
