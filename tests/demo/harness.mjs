// `make harness`: builds the browser harness with the packed package, and serves it until Ctrl-C.
//   node tests/demo/harness.mjs [--build]
import { missing } from "./preflight.mjs";

const lacks = missing("20.19"); // what Vite asks for
if (lacks.length > 0) {
  console.error(`\n${["before the harness can be built, this machine needs:", ...lacks].join("\n  - ")}`);
  process.exitCode = 1;
} else {
  // Loaded only now: an old Node could not read it, and would say so in words that help nobody.
  const { buildHarness, serveHarness } = await import("./site.mjs");
  const { pack } = await import("./pack.mjs");
  try {
    const site = buildHarness(pack());
    if (!process.argv.includes("--build")) {
      const { url } = await serveHarness({ site });
      console.log(`\nThe harness is at ${url} until you press Ctrl-C.`);
    }
  } catch (error) {
    console.error(`\n${error.message}`);
    process.exitCode = 1;
  }
}
