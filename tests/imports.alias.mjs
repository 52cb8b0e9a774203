// Where dependency-cruiser finds the names by which the package imports its own files; the form is that of webpack.
import { join } from "node:path";
import { root } from "./tools/paths.mjs";

export default { resolve: { alias: { "countersign/core$": join(root, "pkg-template", "src", "core.ts") } } };
