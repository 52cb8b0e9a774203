// Next.js leaves the package to OpenNext, which bundles it with the condition `workerd`. The libraries are installed one
// folder up, beside all the apps: that folder is this app's root.
import { dirname } from "node:path";

export default { serverExternalPackages: ["countersign"], outputFileTracingRoot: dirname(import.meta.dirname) };
