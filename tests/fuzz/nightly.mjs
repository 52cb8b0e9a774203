// What fuzzing needs beside what everything else here needs: nightly Rust, and a C++ compiler for libFuzzer.
import { spawnSync } from "node:child_process";
import { delimiter, dirname } from "node:path";
import { tool } from "../tools/install.mjs";

/** The environment in which cargo finds the pinned cargo-fuzz; throws for what is missing and cannot be installed here. */
export function nightly() {
  const works = (command, args) => spawnSync(command, args, { stdio: "ignore" }).status === 0;
  if (!works("cargo", ["+nightly", "--version"])) {
    throw new Error("fuzzing needs nightly Rust: rustup toolchain install nightly --profile minimal");
  }
  if (!works("c++", ["--version"])) throw new Error("fuzzing needs a C++ compiler; Debian: apt-get install g++");
  return { PATH: [dirname(tool("cargo-fuzz")), process.env.PATH].join(delimiter) };
}
