// What the entries of the tarball promise together: one program, whatever is imported of it and however; what a bundle of
// them costs; and what they say on a platform that cannot run them.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { runInNewContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { EdgeVM } from "@edge-runtime/vm";
import { bundleOf, names, run, TRACES } from "./kit.mjs";

const require = createRequire(import.meta.url);

test("a bundle takes no more than it may, compressed: all of it, and one provider alone", async () => {
  const limits = [
    [62_000, 'export * from "countersign";'],
    [56_000, 'export { Webhook } from "countersign";'],
    [53_000, 'export { Webhook } from "countersign/core"; export { stripe } from "countersign/providers/stripe";'],
    [1000, 'export { stripe } from "countersign/providers/stripe";'],
    [6000, 'export { providers } from "countersign";'],
    [3500, 'export { WebhookError } from "countersign";'],
  ];
  for (const [limit, contents] of limits) {
    const size = gzipSync(await bundleOf(contents), { level: 9 }).length;
    assert.ok(size <= limit, `${contents} ${size} bytes`);
  }
});

test("a bundle of the core and one provider holds no other, and no check of fields that nobody defines", async () => {
  const bundle = await bundleOf(
    `import { Webhook } from "countersign/core";
     import { stripe } from "countersign/providers/stripe";
     console.log(new Webhook(stripe, "secret").check("{}", {}).code);`,
  );
  const found = Object.entries(TRACES).filter(([, header]) => bundle.includes(header));
  assert.deepEqual(
    found.map(([name]) => name),
    ["stripe"],
  );
  assert.ok(!bundle.includes("stripPrefixes: "), "defineScheme is left out");
  const lines = [];
  runInNewContext(bundle, {
    ...globalThis,
    console: { log: (line) => lines.push(line) },
    WebAssembly,
    TextEncoder,
    TextDecoder,
    atob,
  });
  assert.deepEqual(lines, ["HEADER_MISSING"]);
});

test("ESM and CommonJS export the same names", async () => {
  const core = ["Webhook", "WebhookError", "defineScheme"];
  const camel = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
  for (const [subpath, exported] of [
    ["", [...core, "providers"]],
    ["/core", core],
    ...names.map((name) => [`/providers/${name}`, [camel(name)]]),
  ]) {
    const esm = Object.keys(await import(`countersign${subpath}`));
    const own = esm.filter((name) => !["default", "module.exports"].includes(name));
    assert.deepEqual([own.sort(), Object.keys(require(`countersign${subpath}`)).sort()], [exported, exported], subpath);
  }
});

test("countersign and countersign/core are one program: one module, one class of each name", async () => {
  const instances = [];
  const script = `
    const { Instance } = WebAssembly;
    let made = 0;
    WebAssembly.Instance = class extends Instance { constructor(...args) { super(...args); made += 1; } };
    (async () => {
      const [all, core] = LOAD;
      const named = new all.Webhook("stripe", "secret");
      const bare = new core.Webhook(named.scheme, "secret");
      bare.verify("{}", named.sign("{}"));
      if (!(named instanceof core.Webhook) || all.WebhookError !== core.WebhookError || made !== 1) process.exit(1);
    })();`;
  for (const load of [
    'await Promise.all([import("countersign"), import("countersign/core")])',
    '[require("countersign"), require("countersign/core")]',
  ])
    instances.push(await run(script.replace("LOAD", load)));
  assert.equal(instances.length, 2);
});

test("errors of every copy of the package are instances of one class, and of no subclass", async () => {
  const { Webhook, WebhookError } = await import("countersign");
  class Mine extends WebhookError {}
  const told = [];
  const { receive } = await import("countersign/fetch");
  await receive(new Webhook("agentbot", "secret"), () => {}, { onRejected: (error) => told.push(error) })(
    new Request("https://x/"),
  );
  const { Webhook: Bare } = await import("countersign/core");
  try {
    new Bare("stripe", "secret");
  } catch (error) {
    told.push(error);
  }
  const theirs = new (require("countersign").WebhookError)("SECRET_EMPTY");
  for (const error of [...told, theirs, new Mine("SECRET_EMPTY")]) assert.ok(error instanceof WebhookError, error.code);
  assert.deepEqual([told.length, theirs instanceof Mine, new Mine("SECRET_EMPTY") instanceof Mine], [2, false, true]);
  for (const other of [undefined, null, "WebhookError", new Error("x"), { name: "WebhookError" }])
    assert.ok(!(other instanceof WebhookError), String(other));
});

test("importing the package loads no module and leaves no trace", async () => {
  const script = `
    const before = Reflect.ownKeys(globalThis).length;
    WebAssembly.Module = WebAssembly.Instance = () => { throw new Error("loaded") };
    Promise.all(["", "/core", "/explain", "/samples", "/providers/stripe"].map((name) => import("countersign" + name)))
      .then(() => process.exit(Reflect.ownKeys(globalThis).length - before));`;
  await run(script);
});

test("a platform without WebAssembly gets WASM_UNAVAILABLE, never a verdict", async () => {
  for (const load of ['import("countersign")', 'Promise.resolve(require("countersign"))']) {
    await run(`${load}.then(({ Webhook }) => { ${EXPECT_UNAVAILABLE} })`, "--no-expose-wasm");
  }
});

// SIMD goes with the instructions of an x86 processor that V8 makes it from; on others no option takes it away.
const TAKEN_AWAY = [
  ["TextEncoder", "delete globalThis.TextEncoder;"],
  ["TextDecoder", "delete globalThis.TextDecoder;"],
  ["WebAssembly", "delete globalThis.WebAssembly;"],
  ["WebAssembly", "", "--jitless"],
  ...(process.arch === "x64" ? [["WebAssembly with SIMD", "", "--no-enable-sse4-1"]] : []),
];

for (const [missing, take, ...options] of TAKEN_AWAY) {
  test(`a platform without ${missing} is told so by that name, and nothing of policies ${options}`, async () => {
    // Node's own loader of ES modules needs a TextEncoder, so there it goes afterwards.
    const loads = [["async (name) => require(name)", take, ""]];
    if (options.length === 0) loads.push(["(name) => import(name)", "", take]);
    for (const [load, before, after] of loads) {
      const script = `(async (load) => {
        ${before}
        const { Webhook } = await load("countersign");
        const { explain } = await load("countersign/explain");
        ${after}
        const input = { scheme: "bookbag", secret: "s", body: "{}", headers: {} };
        const uses = [() => new Webhook("agentbot", "secret"), () => explain(input)];
        for (const use of ${missing.endsWith("SIMD") ? "uses.slice(0, 1)" : "uses"}) { // the explainer has no SIMD
          let told = { message: "nothing" };
          try { use(); } catch (error) { told = error; }
          const isTold = told.code === "WASM_UNAVAILABLE" && told.params.missing === ${JSON.stringify(missing)};
          if (!isTold || !told.message.includes("needs ${missing}, ") || /Content-Security/.test(told.message)) throw told;
        }
      })(${load})`;
      await run(script, ...options);
    }
  });
}

test("a platform without WebAssembly still has schemes of providers, and the error class", async () => {
  const script = `import("countersign/providers/stripe").then(async ({ stripe }) => {
    const { WebhookError, defineScheme } = await import("countersign/core");
    if (stripe.name !== "stripe" || new WebhookError("SECRET_EMPTY").status !== 500) process.exit(1);
    try { defineScheme({ ...stripe }); process.exit(2); } catch (error) { if (error.code !== "WASM_UNAVAILABLE") process.exit(3); }
  })`;
  await run(script, "--no-expose-wasm");
});

test("a scheme of the ES module is one for CommonJS, and the other way round", async () => {
  const spec = { name: "acme", algorithm: "hmac-sha256", signature: { header: "X-Acme" } };
  const [esm, cjs] = [await import("countersign/core"), require("countersign/core")];
  const { stripe } = await import("countersign/providers/stripe");
  for (const [mine, theirs] of [
    [esm, cjs],
    [cjs, esm],
  ]) {
    const webhook = new mine.Webhook(theirs.defineScheme(spec), "secret");
    assert.equal(webhook.verify("{}", webhook.sign("{}")).provider, "acme");
    assert.equal(new mine.Webhook(stripe, "secret").scheme.name, "stripe");
    assert.ok(new theirs.WebhookError("SECRET_EMPTY") instanceof mine.WebhookError);
  }
  for (const { Webhook } of [await import("countersign"), require("countersign")])
    assert.equal(new Webhook(require("countersign/providers/slack").slack, "secret").scheme.name, "slack");
});

test("bodies and headers of another realm are as good as this one's", () => {
  const { Webhook } = require("countersign");
  const webhook = new Webhook("bookbag", "secret");
  const realm = runInNewContext(
    "({ bytes: Uint8Array.of(1, 2), buffer: new ArrayBuffer(2), make: (pairs) => new Map(pairs) })",
  );
  const headers = realm.make(Object.entries(webhook.sign(Uint8Array.of(1, 2))));
  assert.equal(webhook.check(realm.bytes, headers).code, undefined);
  assert.equal(webhook.check(realm.buffer, headers).code, "SIGNATURE_MISMATCH");
});

test("an edge host that forbids compiling gets WASM_UNAVAILABLE from the inline entry", async () => {
  const bundle = await bundleOf(`import { Webhook } from "countersign"; ${EXPECT_UNAVAILABLE} globalThis.done = true;`);
  const vm = new EdgeVM({ codeGeneration: { strings: false, wasm: false } });
  vm.evaluate(bundle);
  assert.equal(vm.context.done, true);
});

test("a bundle that uses nothing of the package holds nothing of it", async () => {
  assert.equal((await bundleOf('import "countersign";')).trim(), "");
  const unused = await bundleOf('import { WebhookError } from "countersign"; console.log(WebhookError.name);');
  assert.ok(unused.length < 12_000, `${unused.length} bytes for the error class alone`);
});

// Twice, because a load that failed must not look loaded the second time.
const EXPECT_UNAVAILABLE = `
  for (const attempt of [1, 2]) {
    let code = "a Webhook";
    try { new Webhook("agentbot", "secret"); } catch (error) { code = error.code + " " + error.family; }
    if (code !== "WASM_UNAVAILABLE misuse") throw new Error("attempt " + attempt + " gave " + code);
  }`;
