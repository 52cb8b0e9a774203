// The adapters, as the tests use them: a file for each, which exports by framework
//   programs   a program for the fixes of the findings, whose parser reads the body first. `above` stands above that parser;
//              `hand` verifies by hand, from `parsed`, which is what parsers leave, or from `raw`, which is what the lines
//              of a fix leave: every framework has one
//   listeners  what answers the requests of a server of Node: one receiver, at every path
//   apps       what may have become of a body before the receiver sees it: `bodies` has the code by path, and the words of
//              its log line, or nothing where the bytes are still there; `listen` starts the app
// An app that uses them has this folder and the libraries of tests/package.json.
import { readdirSync } from "node:fs";

const files = readdirSync(import.meta.dirname).filter((name) => name !== "index.mjs");
const adapters = await Promise.all(files.map((name) => import(`./${name}`)));
const every = (kind) => Object.assign({}, ...adapters.map((adapter) => adapter[kind]));

export const programs = every("programs");
export const listeners = every("listeners");
export const apps = every("apps");
