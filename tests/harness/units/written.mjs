// Written: what the page writes for a delivery is run for real, and sends or verifies the very bytes.

import { strict as assert } from "node:assert";
import { execFile } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { packageDir, requireLibrary } from "../../tools/paths.mjs";
import { genuineOf, schemes, TIME } from "./genuine.mjs";
import { Keeper } from "./keeper.mjs";
import { runCurl, valuesOf } from "./shells.mjs";
import { fc, load, scratch } from "./units.mjs";

const run = promisify(execFile);

export async function runWritten(units, canCurl) {
  const { read } = await load("request/read.ts");
  const { asCurl, asFetch, asHttp } = await load("sign/written.ts");
  await units.check("a curl command is read back byte for byte", () => readsBack((each) => read(asCurl(each))));
  await units.check("raw HTTP is read back byte for byte", () => readsBack((each) => read(asHttp(each))));
  const keeper = await Keeper.start();
  const deliveries = hard(keeper.port);
  if (canCurl) {
    for (const [what, delivery] of Object.entries(deliveries)) {
      await units.check(`curl sends ${what}`, async () => arrived(await runCurl(asCurl(delivery), keeper), delivery));
    }
  }
  await units.check("fetch sends every body", () => fetches(deliveries, asFetch, keeper));
  await keeper.stop();
  await units.check("the copied tests pass in their runners", () => testsPass(units));
}

const token = fc.stringMatching(/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,12}$/);
const value = fc.string({ unit: "grapheme", maxLength: 20 }).map((text) => text.replace(/[\p{Cc}\ufeff]/gu, "").trim());
const OWN = /^(?:host|content-length|transfer-encoding|connection|user-agent|accept)$/i;
const header = fc.tuple(
  token.filter((name) => !OWN.test(name)),
  value,
);
const nasty = fc.array(
  fc.constantFrom("'", '"', "\\", "\n", "\r", "\t", "\0", "$x", "`", "!", "@", "é", "😀", "\u0085", "^", "%"),
);
const body = fc.oneof(
  fc.uint8Array({ maxLength: 40 }),
  nasty.map((all) => new TextEncoder().encode(all.join(""))),
);
const method = fc.constantFrom("POST", "PUT", "PATCH");
const url = fc.constantFrom("https://a.example/", "https://a.example/b?c=d&e='f'", "https://a.example/%20/é");
const delivery = fc.record({ method, url, headers: fc.array(header, { maxLength: 5 }), body });

function readsBack(again) {
  const same = fc.property(delivery, (sent) => {
    const { delivery: got, notes } = again(sent);
    assert.equal(Buffer.from(got.body).toString("hex"), Buffer.from(sent.body).toString("hex"));
    assert.equal(got.method, sent.method);
    const known = got.headers.filter(([name]) => !OWN.test(name));
    assert.deepEqual(known, sent.headers);
    assert.deepEqual(notes, []);
  });
  fc.assert(same, { numRuns: 2000 });
}

// What shells, C strings and announced types stumble over.
function hard(port) {
  const of = (bytes, headers = [["Content-Type", "application/json"]]) => {
    return {
      method: "POST",
      url: `http://127.0.0.1:${port}/webhooks`,
      headers,
      body: new Uint8Array(Buffer.from(bytes)),
    };
  };
  return {
    "plain JSON": of('{"event":"message.created"}'),
    "quotes of every kind": of(`it's "so" \`pwd\` $(pwd) $HOME \${HOME} !! \\n \\\\`),
    "line breaks and control characters": of("a\r\nb\n\tc\x01\x1b\x7f\n"),
    "characters beyond ASCII": of('{"a":"é€😀\u2028\u0085"}'),
    "a byte order mark": of("\ufeff{}"),
    "a NUL byte": of("a\0b"),
    "bytes that are no UTF-8": of([0xff, 0xfe, 0x00, 0x0a, 0x0d]),
    "more than an argument can hold": of(`"${"'é".repeat(100_000)}"`),
    "what looks like a file's name": of("@/etc/hostname"),
    "no bytes": of(""),
    "no content type": of("a=1", []),
    "a header twice, one empty, one beyond ASCII": of("{}", [
      ["Content-Type", "text/plain"],
      ["X-A", "it's"],
      ["X-A", "2"],
      ["X-Empty", ""],
      ["X-B", "é"],
    ]),
  };
}

function arrived(got, { method, headers, body }) {
  assert.equal(got.method, method);
  assert.ok(got.body.equals(body), `the body was ${got.body.subarray(0, 60).toString("latin1")}`);
  const names = new Set(["content-type", ...headers.map(([name]) => name.toLowerCase())]);
  for (const name of names) {
    // fetch joins what comes twice, as a receiver would (RFC 9110, section 5.3).
    assert.equal(valuesOf(got.headers, name).join(", "), valuesOf(headers, name).join(", "), name);
  }
}

async function fetches(deliveries, asFetch, keeper) {
  const file = join(scratch, "fetches.mjs");
  for (const sent of Object.values(deliveries)) {
    writeFileSync(file, asFetch(sent));
    const { stdout } = await run(process.execPath, [file], { timeout: 60_000 });
    assert.equal(stdout, "200 kept\n");
    arrived(keeper.taken(), sent);
  }
}

async function testsPass(units) {
  const { asVitest, asNodeTest } = await load("sign/written-test.ts");
  const cases = await casesOf();
  const folder = join(scratch, "copied");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, "node_modules"), { recursive: true });
  symlinkSync(packageDir, join(folder, "node_modules", "countersign"));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  for (const [index, each] of cases.entries()) {
    writeFileSync(join(folder, `${index}.node.mjs`), asNodeTest(each));
    writeFileSync(join(folder, `${index}.test.mjs`), asVitest(each));
  }
  const env = { ...process.env, WEBHOOK_SECRET: TYPED, NODE_TEST_CONTEXT: undefined };
  const files = cases.map((_, index) => `${index}.node.mjs`);
  const node = await run(process.execPath, ["--test", "--test-reporter=tap", ...files], {
    cwd: folder,
    env,
    timeout: 120_000,
  }).catch(told);
  assert.match(node.stdout, new RegExp(`^# pass ${cases.length}$`, "m"), node.stdout.slice(-2000));
  const vitest = join(dirname(requireLibrary.resolve("vitest/package.json")), "vitest.mjs");
  const args = [vitest, "run", "--reporter=json", "--no-isolate", "--pool=threads", "--maxWorkers=1", "--root", folder];
  const { stdout } = await run(process.execPath, args, { cwd: folder, env, timeout: 120_000 }).catch(told);
  const { numPassedTests, numTotalTests, testResults } = JSON.parse(stdout.slice(stdout.indexOf("{")));
  const failed = testResults.flatMap(({ message, assertionResults }) => [
    message,
    ...assertionResults.flatMap((each) => each.failureMessages),
  ]);
  assert.deepEqual(
    [numPassedTests, numTotalTests],
    [cases.length, cases.length],
    failed.filter(Boolean).join("\n").slice(0, 2000),
  );
  units.tell(`${cases.length} copied tests in node:test and vitest`);
}

const told = (error) => error;
const TYPED = "a-secret-that-was-typed";

// Each tamper of each kind of scheme; every third reads its secret from the environment.
async function casesOf() {
  const { tampers } = await load("sign/tampers.ts");
  const { judged } = await load("sign/signed.ts");
  const cases = [];
  for (const [schemeName, scheme] of Object.entries(schemes)) {
    const isTyped = schemeName === "bookbag";
    const genuine = await genuineOf(schemeName, isTyped ? TYPED : undefined);
    const changed = tampers.map((tamper) => tamper.apply(genuine)).filter((each) => typeof each !== "string");
    for (const delivery of [genuine.delivery, ...changed]) {
      const verdict = judged(delivery, genuine.signer);
      const secret = isTyped ? undefined : genuine.signer.secret;
      cases.push({
        delivery,
        verdict,
        scheme,
        secret,
        time: TIME,
        name: `${schemeName} "${cases.length}"`,
      });
    }
  }
  return cases;
}
