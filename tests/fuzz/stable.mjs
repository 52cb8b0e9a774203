// The programs of the fuzz crate on stable Rust, built as the fuzzers are: the door is open to them.
import { join } from "node:path";
import { target, tests } from "../tools/paths.mjs";

export const here = join(tests, "fuzz");
export const work = join(target, "fuzz");
export const build = (name) => process.env.CARGO_TARGET_DIR ?? join(work, name);

/** What cargo needs to run one of them. */
export const stable = (bin) => ({
  args: ["run", "--quiet", "--locked", "--manifest-path", join(here, "Cargo.toml"), "--bin", bin],
  env: { RUSTFLAGS: `${process.env.RUSTFLAGS ?? ""} --cfg fuzzing`, CARGO_TARGET_DIR: build("stable") },
});
