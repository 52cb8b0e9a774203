//! Seeded: properties that are tried on generated values, the same ones in every run of one seed.

use std::env;
use std::fmt::Debug;
use std::hash::{BuildHasher, RandomState};
use std::sync::LazyLock;

use proptest::strategy::Strategy;
use proptest::string::string_regex;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseResult, TestRng, TestRunner};

/// The seed of this run, the same for every property.
static SEED: LazyLock<u64> = LazyLock::new(|| match env::var("COUNTERSIGN_SEED").as_deref() {
    Ok("fresh") => RandomState::new().hash_one(()),
    _ => number("COUNTERSIGN_SEED").unwrap_or(20_260_101),
});

fn number(name: &str) -> Option<u64> {
    env::var(name).ok().map(|text| text.parse().expect(name))
}

/// Tries `property` on `cases` values of `strategy`.
#[track_caller]
pub fn holds<S: Strategy<Value: Debug>>(
    cases: u32,
    strategy: S,
    property: impl Fn(S::Value) -> TestCaseResult,
) {
    let seed = *SEED;
    let cases = number("COUNTERSIGN_CASES").map_or(cases, |cases| cases.try_into().unwrap());
    let thread = std::thread::current();
    let name = thread.name().unwrap_or_default();
    println!("{name}: {cases} cases of seed {seed}");

    let config = Config {
        cases,
        failure_persistence: None,
        // Filters may turn away as many values as they like, in a run of any length.
        max_local_rejects: u32::MAX,
        ..Config::default()
    };
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &seed.to_le_bytes().repeat(4));
    if let Err(error) = TestRunner::new_with_rng(config, rng).run(&strategy, property) {
        panic!(
            "{error}\nto repeat: COUNTERSIGN_SEED={seed} COUNTERSIGN_CASES={cases} \
             cargo test --test {} {name}",
            env!("CARGO_CRATE_NAME")
        );
    }
}

/// Texts that match an expression, which is read once: a bare `&str` is read anew for every case.
pub fn like(expression: &str) -> impl Strategy<Value = String> + use<> {
    string_regex(expression).unwrap()
}
