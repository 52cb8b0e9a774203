# The commands of the project. Each is one line of Node; what they build lies under target/.

.PHONY: help demo harness test prove fuzz pack build clean
.DEFAULT_GOAL := help

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## /{ printf "  make %-7s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: node ## build, install the package into a real Express server, and try to fool it
	@node tests/demo/demo.mjs

harness: node ## build and serve the page that shows why a signature fails
	@node tests/demo/harness.mjs

test: node ## run every suite in every runtime
	@node tests/run.mjs

prove: node ## measure every promise at length, with FUZZ_MINUTES=10 of fuzzing, and print the table
	@node tests/prove.mjs

fuzz: node ## fuzz every target on nightly Rust, MINUTES=10 in all
	@node tests/fuzz/main.mjs --minutes $(or $(MINUTES),10)

pack: node ## build the npm package and its SBOM: target/npm/countersign-<version>.{tgz,cdx.json}
	@node pkg-template/build.mjs

build: ## build the Rust crate alone
	@cargo build --release

clean: ## remove everything that was built (the pinned tools stay in their cache)
	@rm -rf target pkg-template/node_modules

# The one thing a Node script cannot say for itself.
.PHONY: node
node:
	@command -v node >/dev/null || { echo "Node >= 20 is missing: https://nodejs.org" >&2; exit 1; }
