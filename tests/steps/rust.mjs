// The core as Rust: its style, its tests on this machine, and that it needs no standard library.
import { join } from "node:path";
import { crateNotRun } from "../interface/crate.mjs";
import { tests } from "../tools/paths.mjs";
import { command, rustTests } from "./command.mjs";

const WASM = ["--target", "wasm32-unknown-unknown"];

export async function* rust() {
  yield await command("cargo fmt", "cargo", ["fmt", "--check"]);
  for (const room of ["fuzz", "timing", "interface"]) {
    const manifest = join(tests, room, "Cargo.toml");
    yield await command(`cargo fmt, ${room}`, "cargo", ["fmt", "--check", "--manifest-path", manifest]);
  }
  yield await command("cargo clippy", "cargo", ["clippy", "--all-targets", "--", "-D", "warnings"]);
  yield await command("cargo clippy, the door to JavaScript", "cargo", [
    "clippy",
    "--features",
    "wasm",
    ...WASM,
    "--",
    "-D",
    "warnings",
  ]);
  yield await command("cargo clippy, the explainer for JavaScript", "cargo", [
    "clippy",
    "--features",
    "explain-wasm",
    ...WASM,
    "--",
    "-D",
    "warnings",
  ]);
  yield await command("cargo clippy, the explainer", "cargo", [
    "clippy",
    "--all-targets",
    "--features",
    "explain",
    "--",
    "-D",
    "warnings",
  ]);
  yield await command("cargo test", "cargo", ["test"], { count: rustTests, minutes: 15 });
  const explainer = ["test", "--features", "explain"];
  const suites = ["--lib", "--test", "architecture", "--test", "explanations"];
  yield await command("cargo test, the explainer", "cargo", [...explainer, ...suites], {
    count: rustTests,
    minutes: 15,
  });
  yield await command("cargo test, the explainer's docs", "cargo", [...explainer, "--doc", "explain"], {
    count: rustTests,
    minutes: 15,
  });
  yield await command("cargo doc", "cargo", ["doc", "--no-deps", "--features", "explain"], {
    env: { RUSTDOCFLAGS: "-D warnings" },
  });
  yield await publicItems();
  yield await command("cargo check, nothing but the core", "cargo", ["check", "--no-default-features", ...WASM]);
  yield await withoutStd();
}

/** Whatever Rust users can name is in the report that was reviewed. */
function publicItems() {
  const name = "public items are those of the report";
  const notRun = crateNotRun();
  if (notRun) return { name, passed: 0, failed: 0, notRun };
  const script = join(tests, "interface", "main.mjs");
  return command(name, process.execPath, [script, "crate", "--check"], { minutes: 15 });
}

// A target without a standard library would prove it at once, and is not on every machine. This proves the same:
// the crate says no_std (a test of the architecture holds that), and no crate below it is built with `std`.
async function withoutStd() {
  const args = [
    "tree",
    "--edges",
    "normal,no-proc-macro", // macros run on this machine
    "--prefix",
    "none",
    "--format",
    "{p} features: {f}",
    "--no-default-features",
    "--features",
    "explain",
  ];
  return command("no crate below the core or the explainer uses std", "cargo", [...args, ...WASM], {
    count: ({ output }) => {
      const offenders = output.split("\n").filter((line) => /features: (.*,)?std(,|$)/.test(line));
      return { passed: 1, failed: offenders.length, problem: offenders.map((line) => `${line}\n`).join("") };
    },
  });
}
