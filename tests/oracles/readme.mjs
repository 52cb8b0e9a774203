// known.mjs and what was last seen -> the tables of README.md, between their marks.
import { readFileSync, writeFileSync } from "node:fs";
import { known } from "./known.mjs";
import { versionOf } from "./libraries.mjs";

const file = new URL("./README.md", import.meta.url);
const [START, END] = ["<!-- written by main.mjs --write -->", "<!-- end -->"];

const table = (headings, rows) =>
  [headings, headings.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

const number = (value) => value.toLocaleString("en-US");

/** Writes both tables with the counts of this run. */
export function writeReadme({ oracles, rows }) {
  const asked = table(
    ["oracle", "compared with", "cases", "accepted by both", "in the rows below"],
    oracles.map((oracle) => [
      oracle.name,
      comparedWith(oracle),
      ...[oracle.runs, oracle.verified, oracle.known].map(number),
    ]),
  );
  const told = table(
    ["class", "who", "theirs", "ours", "why ours stands", "seen"],
    rows.map((row) => [...cellsOf(row), number(row.met)]),
  );
  const [before, , after] = parts();
  writeFileSync(file, `${before}${START}\n${asked}\n\n${told}\n${END}${after}`);
}

/** Whether the tables tell the libraries that are installed, and the rows of known.mjs as they stand there. */
export function isFresh(oracles) {
  const [asked, told] = parts()[1].split("| class |");
  // Node.js may be another one each time.
  const pinned = oracles.filter(({ library }) => library);
  if (!pinned.every((oracle) => asked.includes(`| ${oracle.name} | ${comparedWith(oracle)} |`))) return false;
  const lines = (told ?? "").trim().split("\n").slice(2);
  const wanted = known.map((row) => `| ${cellsOf(row).join(" | ")} |`);
  return lines.length === wanted.length && wanted.every((line, at) => lines[at].startsWith(line));
}

/** The library of an oracle and its version; without a library it is the MAC of the engine. */
const comparedWith = ({ library }) =>
  library ? `${library} ${versionOf(library)}` : `the MAC of Node.js ${process.versions.node}`;

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
