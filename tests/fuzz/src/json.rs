//! JSON: any bytes as a body, in any chunks, against serde_json.
//!
//! ```text
//! cut:   1 byte   the chunks have one byte more than this
//! times: 1 byte   the unit comes 2^(this % 12) times
//! path FF other path FF head FF unit FF tail
//! ```
//! A path is keys joined by dots. The body is the head, the unit many times and the tail: deep and long
//! without a long input. That a byte costs the same wherever it stands is for the fuzzer's own clock to
//! see.

use countersign::json::{Finder, Paths, TEXT_BYTES_MAX};

use crate::fields;
use crate::members::Members;

pub fn json(data: &[u8]) {
    let Some(([cut, times], rest)) = data.split_first_chunk::<2>() else { return };
    let [path, other, head, unit, tail] = fields(rest);
    let (Ok(path), Ok(other)) = (std::str::from_utf8(path), std::str::from_utf8(other)) else {
        return;
    };
    let body = [head, &unit.repeat(1 << (times % 12)), tail].concat();
    let paths = [Some(path), Some(other)];

    let found = find(&body, body.len().max(1), paths);
    assert_eq!(found, find(&body, usize::from(*cut) + 1, paths), "the chunks change what is found");
    for text in found.iter().flatten() {
        assert!((1..=TEXT_BYTES_MAX).contains(&text.len()));
    }
    if let Some(members) = Members::of(&body) {
        for (path, found) in [path, other].into_iter().zip(found) {
            let wanted = members.at(path);
            assert_eq!(found, wanted, "{path:?} in {}", String::from_utf8_lossy(&body));
        }
    }
}

fn find(body: &[u8], size: usize, paths: Paths) -> [Option<String>; 2] {
    let mut finder = Finder::new();
    body.chunks(size).for_each(|chunk| finder.update(chunk, paths));
    [0, 1].map(|index| finder.found(index).map(String::from))
}
