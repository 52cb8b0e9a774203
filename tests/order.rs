//! The order of the modules: each uses only those that come before it, so there is no circle.
//!
//! A module comes after its children, after those that are declared above it, and after those that are
//! declared above one of its parents.
#![cfg(not(target_family = "wasm"))]

use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};

/// Names that lead from the crate to a module, or to something in it.
type Names = Vec<String>;

struct Module {
    path: Names,
    source: PathBuf,
    /// Its tokens, one by one; `::` is one, and so is each brace.
    words: Vec<String>,
}

/// Every module of the crate, in order.
fn modules() -> Vec<Module> {
    let mut modules = Vec::new();
    walk(Vec::new(), "src/lib.rs".into(), &mut modules);
    modules
}

fn walk(path: Names, source: PathBuf, modules: &mut Vec<Module>) {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(&source)).unwrap();
    let mut words = Vec::new();
    flatten(text.parse().unwrap(), &mut words);
    for name in declared(&words) {
        let child = [path.as_slice(), &[name]].concat();
        let source = Path::new("src").join(child.join("/")).with_extension("rs");
        walk(child, source, modules);
    }
    modules.push(Module { path, source, words });
}

fn flatten(tokens: TokenStream, words: &mut Vec<String>) {
    let mut is_half = false;
    for token in tokens {
        match token {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Brace => ("{", "}"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::None => ("", ""),
                };
                words.push(open.into());
                flatten(group.stream(), words);
                words.push(close.into());
            }
            TokenTree::Punct(punct) if punct.as_char() == ':' && is_half => {
                words.last_mut().unwrap().push(':');
                is_half = false;
            }
            TokenTree::Punct(punct) => {
                is_half = punct.as_char() == ':' && punct.spacing() == Spacing::Joint;
                words.push(punct.to_string());
            }
            other => words.push(other.to_string()),
        }
    }
}

/// The children that a source declares, once each: one may be declared for each of two features.
fn declared(words: &[String]) -> Names {
    let declared = words.windows(3).filter(|words| words[0] == "mod" && words[2] == ";");
    let mut names: Names = declared.map(|words| words[1].clone()).collect();
    names.dedup();
    names
}

impl Module {
    /// Every path in it that begins with `crate`, `super` or `self`, from the crate.
    fn uses(&self) -> Vec<Names> {
        let mut uses = Vec::new();
        let mut here = self.path.clone();
        // Modules that are declared in place, each with the braces around it.
        let (mut braces, mut inside): (usize, Vec<usize>) = (0, Vec::new());
        let mut at = 0;
        while let Some(word) = self.words.get(at) {
            let before = |distance| at.checked_sub(distance).map_or("", |at| &self.words[at]);
            match word.as_str() {
                "{" if before(2) == "mod" => {
                    here.push(before(1).into());
                    inside.push(braces);
                    braces += 1;
                }
                "{" => braces += 1,
                "}" => {
                    braces -= 1;
                    if inside.last() == Some(&braces) {
                        inside.pop();
                        here.pop();
                    }
                }
                // `pub(super)` says who may use it.
                "super" | "crate" if before(1) == "(" && before(2) == "pub" => {}
                "super" | "crate" | "self" if before(1) != "::" => {
                    let mut paths = Vec::new();
                    at = read(&self.words, at, &[], &mut paths);
                    uses.extend(paths.iter().map(|path| from_crate(path, &here)));
                    continue;
                }
                _ => {}
            }
            at += 1;
        }
        uses
    }
}

/// Reads the path that begins here, and all that it goes on to in braces; answers where it ends.
fn read(words: &[String], mut at: usize, before: &[String], paths: &mut Vec<Names>) -> usize {
    let mut path = [before, &words[at..=at]].concat();
    at += 1;
    while words.get(at).is_some_and(|word| word == "::") {
        if words[at + 1] == "{" {
            at += 2;
            while words[at] != "}" {
                at = match words[at].as_str() {
                    "," => at + 1,
                    "as" => at + 2,
                    _ => read(words, at, &path, paths),
                };
            }
            return at + 1;
        }
        path.push(words[at + 1].clone());
        at += 2;
    }
    paths.push(path);
    at
}

fn from_crate(path: &[String], here: &[String]) -> Names {
    let mut names = here.to_vec();
    for name in path {
        match name.as_str() {
            "crate" => names.clear(),
            "super" => drop(names.pop()),
            "self" => {}
            _ => names.push(name.clone()),
        }
    }
    names
}

#[test]
fn a_module_uses_only_those_that_come_before_it() {
    let modules = modules();
    let place = |names: &[String]| modules.iter().position(|module| module.path == names);
    let mut turned = Vec::new();
    for (own, module) in modules.iter().enumerate() {
        for used in module.uses() {
            // What stands in a module is named behind it; the crate is there in any case.
            let place = (0..=used.len()).rev().find_map(|len| place(&used[..len])).unwrap();
            if place > own {
                turned.push(format!("{} uses {}", module.source.display(), used.join("::")));
            }
        }
    }
    assert!(turned.is_empty(), "{turned:#?}");
}

#[test]
fn every_source_is_a_declared_module() {
    let mut sources: Vec<PathBuf> = modules().into_iter().map(|module| module.source).collect();
    let mut found = Vec::new();
    find(Path::new("src"), &mut found);
    sources.sort();
    found.sort();
    assert_eq!(found, sources);
}

fn find(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).unwrap() {
        let path = folder.join(entry.unwrap().file_name());
        if path.is_dir() {
            find(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn an_impl_without_a_trait_stands_with_its_type() {
    let mut strays = Vec::new();
    for Module { source, words, .. } in modules() {
        for name in implemented(&words) {
            let is_declared =
                |pair: &[String]| matches!(pair[0].as_str(), "struct" | "enum") && pair[1] == name;
            if !words.windows(2).any(is_declared) {
                strays.push(format!("{}: impl {name}", source.display()));
            }
        }
    }
    assert!(strays.is_empty(), "{strays:#?}");
}

/// The types that a source implements something of their own for.
fn implemented(words: &[String]) -> Names {
    let starts = (1..words.len()).filter(|at| words[*at] == "impl" && is_end(&words[at - 1]));
    let heads = starts.map(|at| words[at + 1..].split(|word| word == "{").next().unwrap());
    let own = heads.filter(|head| !head.iter().any(|word| word == "for"));
    own.map(|head| name_of(head).to_owned()).collect()
}

/// Whether an item may begin behind this word; elsewhere `impl` stands for a type.
fn is_end(word: &str) -> bool {
    matches!(word, "}" | ";" | "]" | "{")
}

/// `Reader` of `<'a> Reader<'a>`.
fn name_of(head: &[String]) -> &str {
    let mut depth = 0;
    let is_outside = |word: &&String| {
        depth += i32::from(*word == "<");
        let is_outside = depth == 0;
        depth -= i32::from(*word == ">");
        is_outside
    };
    head.iter().find(is_outside).unwrap()
}

#[test]
fn no_room_of_the_explainer_has_the_name_of_one_of_the_core() {
    let modules = modules();
    let core: Vec<&String> = modules.iter().filter_map(|module| one(&module.path)).collect();
    for module in modules.iter().filter(|module| module.path.len() > 1) {
        let is_namesake = core.contains(&module.path.last().unwrap());
        assert!(!(module.path[0] == "explain" && is_namesake), "{}", module.source.display());
    }
}

fn one(path: &[String]) -> Option<&String> {
    path.first().filter(|_| path.len() == 1)
}
