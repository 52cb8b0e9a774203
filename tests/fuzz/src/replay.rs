//! Replays every input through its target, and says for each target how many there were.
//!
//! ```text
//! replay CORPUS [FOLDER...]   the unpacked corpus and other folders, each with one folder for each target
//! ```
//!
//! The inputs of `regressions/` are replayed as well.

use std::env;
use std::fs;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use countersign_fuzz::TARGETS;

fn main() -> ExitCode {
    let regressions = Path::new(env!("CARGO_MANIFEST_DIR")).join("regressions");
    let given = env::args_os().skip(1).map(PathBuf::from);
    let folders: Vec<PathBuf> = given.chain([regressions]).collect();
    let mut failed = 0;
    for (name, target) in TARGETS {
        let files: Vec<PathBuf> =
            folders.iter().flat_map(|folder| inputs(&folder.join(name))).collect();
        let broken = files.iter().filter(|file| !holds(target, file)).count();
        // A corpus that got lost would replay in silence forever.
        let is_missing = inputs(&folders[0].join(name)).is_empty();
        if is_missing {
            eprintln!("{}/{name} is empty or missing", folders[0].display());
        }
        failed += broken + usize::from(is_missing);
        println!("{name} {} {broken}", files.len());
    }
    ExitCode::from(u8::from(failed > 0))
}

/// The files of a folder, in the order of their names; none when it is not there.
fn inputs(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

fn holds(target: fn(&[u8]), file: &Path) -> bool {
    let input = fs::read(file).unwrap();
    let held = catch_unwind(|| target(&input)).is_ok();
    if !held {
        eprintln!("broken by {}", file.display());
    }
    held
}
