// Adapters: what the tests know about each, in one file. A file exports, by framework:
//   programs   a program in which fixes are tried. Its parser reads the body first; `above` stands above that parser, and
//              `hand` verifies by hand: `parsed` is what the parser leaves, `raw` what the lines of a fix leave.
//              Every framework needs one
//   listeners  a listener for a server of Node, with one receiver at every path
//   apps       an app in which something reads the body before the receiver. `bodies` says by path which code is logged
//              and which words, or nothing where the bytes are still there; `listen` starts the app
// Test apps get a copy of this folder; they resolve the libraries of tests/package.json.
import { readdirSync } from "node:fs";

const files = readdirSync(import.meta.dirname).filter((name) => name !== "index.mjs");
const adapters = await Promise.all(files.map((name) => import(`./${name}`)));
const every = (kind) => Object.assign({}, ...adapters.map((adapter) => adapter[kind]));

export const programs = every("programs");
export const listeners = every("listeners");
export const apps = every("apps");
