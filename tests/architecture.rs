//! The promises of the house, each with a machine that breaks the build when it is broken.
#![cfg(not(target_family = "wasm"))]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// Everything that the core is built from, the crates below its own dependencies included.
const CORE_CRATES: &[&str] = &[
    "block-buffer",
    "cfg-if",
    "cmov",
    "countersign",
    "cpufeatures",
    "crypto-common",
    "ctutils",
    "digest",
    "hex",
    "hmac",
    "hybrid-array",
    "libc",
    "sha1",
    "sha2",
    "subtle",
    "typenum",
    "zeroize",
];
/// What comes along in the module for JavaScript; all but the first two only help to compile it.
const DOOR_CRATES: &[&str] = &[
    "wasm-bindgen",
    "wasm-bindgen-shared",
    "bumpalo",
    "proc-macro2",
    "quote",
    "syn",
    "unicode-ident",
    "wasm-bindgen-macro",
    "wasm-bindgen-macro-support",
];
/// What comes along where schemes are read as JSON.
const JSON_CRATES: &[&str] =
    &["proc-macro2", "quote", "serde", "serde_core", "serde_derive", "syn", "unicode-ident"];
/// What the explainer adds to that: it decompresses bodies. It has nothing to do with JavaScript.
const EXPLAIN_CRATES: &[&str] = &["adler2", "miniz_oxide"];

fn read(path: impl AsRef<Path>) -> String {
    let path = Path::new(ROOT).join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Every Rust source below `folder`, as a path from the project.
fn sources(folder: &str) -> Vec<PathBuf> {
    files(folder, "rs")
}

/// Every file below `folder` whose name ends like this.
fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(Path::new(ROOT).join(folder)).unwrap() {
        let path = entry.unwrap().path();
        let inside = path.strip_prefix(ROOT).unwrap().to_path_buf();
        if path.is_dir() {
            found.extend(files(inside.to_str().unwrap(), ending));
        } else if path.extension().is_some_and(|extension| extension == ending) {
            found.push(inside);
        }
    }
    found
}

fn stem(file: &Path) -> &str {
    file.file_stem().unwrap().to_str().unwrap()
}

/// The room that a source belongs to: `src/scheme/limits.rs` is of `scheme`.
fn room(source: &Path) -> &str {
    let inside = source.strip_prefix("src").unwrap();
    stem(Path::new(inside.components().next().unwrap().as_os_str()))
}

/// Code without its comments; the text of tests is code.
fn code(source: &Path) -> String {
    read(source).lines().map(|line| line.split("//").next().unwrap()).collect::<Vec<_>>().join("\n")
}

#[test]
fn wasm_bindgen_stands_at_the_door_only() {
    for source in sources("src") {
        if code(&source).contains("wasm_bindgen") {
            let doors = ["src/wasm.rs", "src/explain_wasm.rs"];
            assert!(doors.iter().any(|door| source == Path::new(door)), "{}", source.display());
        }
    }
}

#[test]
fn unsafe_stands_in_one_file_and_every_block_says_why() {
    for source in sources("src") {
        let lines: Vec<String> = read(&source).lines().map(String::from).collect();
        for (number, line) in lines.iter().enumerate() {
            let code = line.split("//").next().unwrap();
            let is_unsafe = code.contains("unsafe {") || code.contains("unsafe impl");
            if code.contains("unsafe") && !code.contains("unsafe_code") {
                assert_eq!(source, Path::new("src/wasm/memory.rs"), "{code}");
            }
            if is_unsafe {
                let above =
                    lines[..number].iter().rev().take_while(|line| line.trim().starts_with("//"));
                let comment: Vec<&str> = above.map(|line| line.trim()).collect();
                assert!(comment.iter().any(|line| line.contains("SAFETY:")), "{code}");
            }
        }
    }
}

#[test]
fn the_core_knows_no_clock_no_randomness_and_no_files() {
    assert!(read("src/lib.rs").contains("#![no_std]"));
    for source in sources("src") {
        for word in ["std::", "SystemTime", "Instant", "getrandom", "extern crate std", "env!("] {
            assert!(!code(&source).contains(word), "{}: {word}", source.display());
        }
    }
}

#[test]
fn nothing_outside_the_providers_knows_a_provider_by_name() {
    let names: Vec<String> =
        files("src/providers", "toml").iter().map(|file| stem(file).to_owned()).collect();
    assert!(names.len() > 5, "{names:?}");
    for source in sources("src").iter().filter(|source| room(source) != "providers") {
        let whole = code(source);
        let code = whole.split("#[cfg(test)]").next().unwrap();
        for name in &names {
            assert!(!code.contains(&format!("\"{name}\"")), "{} knows {name}", source.display());
        }
    }
}

#[test]
fn the_production_graph_is_what_was_chosen_and_nothing_else() {
    for (feature, more) in [
        ("", &[] as &[&[&str]]),
        ("wasm", &[DOOR_CRATES]),
        ("serde", &[JSON_CRATES]),
        ("explain", &[JSON_CRATES, EXPLAIN_CRATES]),
    ] {
        let more = more.iter().copied().flatten();
        let chosen: BTreeSet<String> =
            CORE_CRATES.iter().chain(more).copied().map(String::from).collect();
        assert_eq!(graph(feature), chosen, "with the feature {feature:?}");
    }
    let cargo = read("Cargo.toml");
    assert!(cargo.contains("\ndefault = []\n"), "a build without features is the core alone");
}

/// The crates of a build for any target.
fn graph(feature: &str) -> BTreeSet<String> {
    let output = Command::new(env!("CARGO"))
        .args(["tree", "--edges", "normal", "--prefix", "none", "--format", "{p}", "--locked"])
        .args(["--no-default-features", "--features", feature, "--target", "all"])
        .current_dir(ROOT)
        .output()
        .unwrap();
    let tree = String::from_utf8(output.stdout).unwrap();
    let names = tree.lines().filter_map(|line| line.split(' ').next());
    names.filter(|name| !name.is_empty()).map(String::from).collect()
}

#[test]
fn the_explainer_is_nowhere_but_behind_its_features() {
    const BEHIND: [&str; 2] = [
        "#[cfg(feature = \"explain\")]\npub mod explain;",
        "#[cfg(feature = \"explain-wasm\")]\nmod explain_wasm;",
    ];
    // A scheme crosses into both modules alike.
    const SHARED: &str =
        "#[cfg(any(feature = \"wasm\", feature = \"explain-wasm\"))]\npub(crate) mod wire;";
    let lib = read("src/lib.rs");
    assert!(BEHIND.iter().all(|declared| lib.contains(declared)), "{lib}");
    for source in sources("src").iter().filter(|source| !is_of_explainer(source)) {
        let code = BEHIND.iter().fold(code(source), |code, declared| code.replace(declared, ""));
        for word in ["explain::", "feature = \"explain", "js_sys", "miniz_oxide"] {
            let code = code.replace(SHARED, "");
            assert!(!code.contains(word), "{} uses {word}", source.display());
        }
    }
}

fn is_of_explainer(source: &Path) -> bool {
    ["explain", "explain_wasm"].contains(&room(source))
}

#[test]
fn schemes_are_read_as_json_in_one_module_behind_its_feature() {
    const BEHIND: &str = "#[cfg(feature = \"serde\")]";
    let scheme = Path::new("src/scheme.rs");
    assert!(code(scheme).contains(&format!("{BEHIND}\nmod json;\n")));
    for item in code(scheme).split("\n\n").filter(|item| item.contains("serde")) {
        assert!(item.starts_with(BEHIND), "{item}");
    }
    let is_json = |source: &Path| {
        source == scheme
            || source == Path::new("src/scheme/json.rs")
            || source.starts_with("src/scheme/json")
    };
    for source in
        sources("src").iter().filter(|source| !is_of_explainer(source) && !is_json(source))
    {
        assert!(!code(source).contains("serde"), "{} uses serde", source.display());
    }
}

#[test]
fn wasm_bindgen_and_its_command_line_have_one_version() {
    let cargo = read("Cargo.toml");
    let pinned = cargo.split("wasm-bindgen = { version = \"=").nth(1).unwrap();
    let version = pinned.split('"').next().unwrap();
    assert!(
        read("tests/tools/versions.mjs").contains(version),
        "tests/tools/versions.mjs pins another wasm-bindgen than {version}"
    );
}

#[test]
fn files_stay_short() {
    let mut long = [sources("src"), sources("tests")].concat();
    // A table that is made from data grows with it.
    long.retain(|source| {
        !source.ends_with("providers/table.rs") && read(source).lines().count() > 300
    });
    assert!(long.is_empty(), "more than 300 lines: {long:?}");
}
