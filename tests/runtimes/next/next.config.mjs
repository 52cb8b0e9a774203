// The libraries are installed one folder up, beside all the apps: that folder is this app's root.
import { dirname } from "node:path";

const root = dirname(import.meta.dirname);

export default { turbopack: { root }, outputFileTracingRoot: root };
