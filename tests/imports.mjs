// Rules of imports, for dependency-cruiser: the rooms of pkg-template/src/ keep the order of pkg-template/walk.mjs, and
// no files import each other in a circle, not even types.
import { createRequire } from "node:module";
import { join } from "node:path";
import { WALK } from "../pkg-template/walk.mjs";
import { libraries } from "./tools/paths.mjs";

// Beside TypeScript 7 it finds no compiler with an API, says nothing, and reads no .ts file.
const { version } = createRequire(join(libraries, "dependency-cruiser", "package.json"))("typescript/package.json");
if (!version.startsWith("6."))
  throw new Error(`dependency-cruiser cannot use TypeScript ${version}: remove ${libraries}`);

const SOURCES = "^pkg-template/src/";

/** All files of some rooms, as one regular expression. */
function filesOf(rooms) {
  const files = rooms.flatMap(({ room, files = [`${room}/`] }) => files);
  return `${SOURCES}(${files.join("|").replaceAll(".", "\\.")})`;
}

const inOrder = WALK.slice(0, -1).map((room, place) => ({
  name: `${room.room}-imports-a-room-below-it`,
  comment: "Move what both need up, into a room above the two. Their order stands in pkg-template/walk.mjs.",
  from: { path: filesOf([room]) },
  to: { path: filesOf(WALK.slice(place + 1)) },
}));

const typesAlone = WALK.filter(({ valuesFrom }) => valuesFrom !== undefined).map((room) => ({
  name: `${room.room}-imports-more-than-types`,
  comment: `Write "import type". Values may come from ${room.valuesFrom.join(", ")}: others would be bundled twice.`,
  from: { path: filesOf([room]) },
  to: {
    path: SOURCES,
    pathNot: filesOf([room, ...WALK.filter(({ room: name }) => room.valuesFrom.includes(name))]),
    dependencyTypesNot: ["type-only"],
  },
}));

const homeless = { path: SOURCES, pathNot: filesOf(WALK) };
const inARoom = [
  { from: homeless, to: {} },
  { from: {}, to: homeless },
].map((sides) => ({ name: "a-file-has-no-room", comment: "Name it in pkg-template/walk.mjs.", ...sides }));

const noCircle = {
  name: "files-import-each-other",
  comment: "Move what both need into a file that imports neither of them.",
  from: {},
  to: { circular: true },
};

export default {
  forbidden: [...inOrder, ...typesAlone, ...inARoom, noCircle].map((rule) => ({ ...rule, severity: "error" })),
  options: {
    exclude: { path: "(^|/)(node_modules|target)/" },
    moduleSystems: ["es6", "cjs"],
    tsPreCompilationDeps: true, // types, too
    webpackConfig: { fileName: "tests/imports.alias.mjs" },
  },
};
