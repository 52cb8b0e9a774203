// Mutants that no test can tell from the core, each with the reason why. A mutant is named by what cargo-mutants does,
// and by the source from there to the end of its line. A reason without its survivor fails the run.

export const equivalent = [
  {
    mutant: "src/encoding.rs: replace | with ^ in base64_into",
    at: "| u32::from(base64_value(*digit, last)?);",
    reason: "The shift leaves six zeros, and a digit has six bits: no bit is set on both sides.",
  },
  {
    mutant: "src/encoding.rs: replace | with ^ in push_base64",
    at: "| u32::from(chunk.get(index).copied().unwrap_or_default())",
    reason: "The shift leaves eight zeros, and a byte has eight bits: no bit is set on both sides.",
  },
  {
    mutant: "src/content.rs: replace + with * in Content<'c>::after_body",
    at: "+ 1..self.count).unwrap_or_default()",
    reason: "Behind the body then stands its own piece first, which is empty: the content is the same.",
  },
  {
    mutant: "src/json/text.rs: replace | with ^ in Text::digit",
    at: "| digit;",
    reason: "The shift leaves four zeros, and a digit has four bits: no bit is set on both sides.",
  },
  {
    mutant: "src/event.rs: replace && with || in EventRun::update",
    at: "&& !matches!(scheme.event_id(), Some(Place::Header(_))) {",
    reason: "Only work is saved: with a signed id in a header, or when no key is wanted, nobody reads the hash.",
  },
  {
    mutant: "src/tag.rs: delete field len from struct Self expression in Tag::parse",
    at: "len, ..Self::EMPTY };",
    reason: "A received tag is only compared, over the whole array; a length is read where a made one is written.",
  },
  {
    mutant: "src/tag.rs: replace <impl fmt::Debug for Tag>::fmt -> fmt::Result with Ok(Default::default())",
    at: 'f.write_str("Tag(..)")',
    reason: "No public type holds a tag, so nobody outside can print one; what it prints instead shows no more of it.",
  },
  {
    mutant: "src/mac.rs: replace <impl fmt::Debug for Run>::fmt -> fmt::Result with Ok(Default::default())",
    at: 'f.write_str("Run(..)")',
    reason: "As for a tag: no public type holds a run.",
  },
];
