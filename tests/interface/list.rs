//! The JSON of rustdoc -> one line for each public item, in order.
//!   list target/interface/doc/countersign.json
use std::collections::HashSet;
use std::env::args_os;
use std::process::ExitCode;

use public_api::{Builder, PublicApi};

/// Traits that the compiler implements by itself: a type that lacks one is listed, as `impl !Send for …`.
const BY_ITSELF: [&str; 8] = [
    "core::marker::Freeze for",
    "core::marker::Send for",
    "core::marker::StructuralPartialEq for",
    "core::marker::Sync for",
    "core::marker::Unpin for",
    "core::marker::UnsafeUnpin for",
    "core::panic::unwind_safe::RefUnwindSafe for",
    "core::panic::unwind_safe::UnwindSafe for",
];

fn main() -> ExitCode {
    let path = args_os().nth(1).expect("the path of rustdoc's JSON");
    match Builder::from_rustdoc_json(path).omit_blanket_impls(true).build() {
        Ok(api) => print(&api),
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

fn print(api: &PublicApi) {
    let mut printed = HashSet::new();
    let mut trait_impls = HashSet::new();
    for item in api.items() {
        let line = item.to_string();
        if line.starts_with("impl") && line.contains(" for ") {
            trait_impls.insert(Some(item.id()));
        }
        // The methods of a trait are the same for every type.
        let is_of_trait = line.starts_with("pub fn") && trait_impls.contains(&item.parent_id());
        // A type that has two paths is listed with both; its fields and methods are listed once.
        let is_repeated = !printed.insert((item.parent_id(), item.id()));
        if !is_of_trait && !is_repeated && !is_by_itself(&line) {
            println!("{line}");
        }
    }
}

fn is_by_itself(line: &str) -> bool {
    line.starts_with("impl") && !line.contains('!') && BY_ITSELF.iter().any(|of| line.contains(of))
}
