// Faults that verifiers in use really have, each as one edit of the core: `from` must stand in `file` exactly once.

export const seeded = [
  {
    name: "freshness is dropped",
    file: "src/verify.rs",
    from: "(Some(timestamp), _) => limits.check(timestamp, now_ms)?,",
    to: "(Some(_), _) => {}",
  },
  {
    name: "the age of the event is dropped",
    file: "src/verify.rs",
    from: "(None, Some(timestamp)) => limits.check_event(timestamp, now_ms)?,",
    to: "(None, Some(_)) => {}",
  },
  {
    name: "only the first eight bytes are compared",
    file: "src/tag.rs",
    from: "words.iter().zip(other_words)",
    to: "words.iter().take(1).zip(other_words)",
  },
  {
    name: "all but the last bytes are compared",
    file: "src/tag.rs",
    from: "words.iter().zip(other_words)",
    to: "words.iter().take(self.len.div_ceil(8) - 1).zip(other_words)",
  },
  {
    name: "version filter is skipped, in a value",
    file: "src/header.rs",
    from: "match value.strip_prefix(prefix) {",
    to: "match value.strip_prefix(prefix).or_else(|| split(value, b'=').map(|(_, signature)| signature)) {",
  },
  {
    name: "version filter is skipped, in pairs",
    file: "src/header.rs",
    from: "if key == grammar.signature_key {",
    to: "if grammar.timestamp_key != Some(key) {",
  },
  {
    name: "version filter is skipped, in tokens",
    file: "src/header.rs",
    from: "if label == tag {",
    to: "if !label.is_empty() {",
  },
  {
    name: "base64 is lenient: stray bits",
    file: "src/encoding.rs",
    from: "(base64_into(text, last, bytes)? == 0).then_some(())",
    to: "base64_into(text, last, bytes).map(|_| ())",
  },
  {
    name: "base64 is lenient: padding left out",
    file: "src/encoding.rs",
    from: "base64_exact(unpadded(text)?, STANDARD, bytes)",
    to: "base64_exact(unpadded(text).unwrap_or(text), STANDARD, bytes)",
  },
  {
    name: "base64 is lenient: both alphabets",
    file: "src/encoding.rs",
    from: "_ if digit == plus => Some(62),\n        _ if digit == slash => Some(63),",
    to: "b'+' | b'-' => Some(62),\n        b'/' | b'_' => Some(63),",
  },
  {
    name: "the body is trimmed",
    file: "src/verify.rs",
    from: "run.update(receiver, body);",
    to: "run.update(receiver, body.trim_ascii());",
  },
  {
    name: "the empty key verifies, too",
    file: "src/mac.rs",
    from:
      "if self.keys.len() == SECRETS_MAX {\n            return Err(Flaw::Malformed);\n        }\n" +
      "        let key = secret.key(scheme)?;\n" +
      "        self.keys.push(prepare(scheme.algorithm(), &key).ok_or(Flaw::Malformed)?);",
    // Behind the last secret, so that the others keep their places; and so there may be one more.
    to:
      "if self.keys.len() > SECRETS_MAX {\n            return Err(Flaw::Malformed);\n        }\n" +
      "        let key = secret.key(scheme)?;\n" +
      '        let empty = self.keys.pop().or(prepare(scheme.algorithm(), b""));\n' +
      "        self.keys.push(prepare(scheme.algorithm(), &key).ok_or(Flaw::Malformed)?);\n" +
      "        self.keys.extend(empty);",
  },
];
