// What each flag of a vector stands for: the bug that a receiver has if it gets the vector wrong.

const flag = (bug, description) => ({ bug, description });

const REFUSED = "genuine deliveries refused";
const FORGED = "forgery accepted";
const REPLAYED = "replay accepted";
const LENIENT = "lenient parsing";
const CRASH = "crash on hostile input";
const REWRITTEN = "re-serialisation";
const ORDER = "another code in another runtime";

export const flags = {
  genuine: flag(REFUSED, "A delivery as the provider sends it."),
  published: flag(REFUSED, "A delivery that a provider publishes, byte for byte."),
  "odd-body": flag(REFUSED, "A genuine delivery whose body breaks receivers that decode, trim or parse it first."),
  "json-facts": flag("wrong type or id", "Where the type and the id stand in the body, by the rules of JSON.parse."),
  "body-changed": flag(FORGED, "The body is not the one that was signed; its length is."),
  "body-resized": flag(FORGED, "The body is longer or shorter than the one that was signed."),
  "body-restringified": flag(REWRITTEN, "The body was parsed and written again: another text of the same value."),
  "body-rewritten": flag(
    REWRITTEN,
    "The body was decoded, trimmed or copied before it was verified, and came out changed.",
  ),
  "number-form": flag(REWRITTEN, "Numbers that a serialiser writes in a form of its own."),
  "big-integer": flag(REWRITTEN, "Integers beyond 2^53, which a parser rounds."),
  "number-precision": flag(REWRITTEN, "Numbers of more digits than a double keeps."),
  "letter-escape": flag(REWRITTEN, "Letters and marks written as \\u, which come back raw."),
  "short-escape": flag(REWRITTEN, "Escapes that have a shorter form or need none."),
  "control-escape": flag(REWRITTEN, "Escapes of control characters, which have several forms."),
  "line-separator": flag(REWRITTEN, "U+2028 and U+2029, which some escape and others do not."),
  surrogate: flag(REWRITTEN, "Escaped surrogates, in pairs and alone."),
  "key-order": flag(REWRITTEN, "Keys that look like integers, which move to the front."),
  "duplicate-key": flag(REWRITTEN, "Keys that stand twice, of which a parser keeps one."),
  "prototype-key": flag(REWRITTEN, "Keys that have a meaning of their own in JavaScript."),
  whitespace: flag(REWRITTEN, "Blanks and tabs that no serialiser writes."),
  "line-end": flag(REWRITTEN, "Line ends around and between the values."),
  "empty-container": flag(REWRITTEN, "Empty objects and lists with something blank in them."),
  "top-level": flag(REWRITTEN, "Values that are no object."),
  nesting: flag(REWRITTEN, "Values deep inside others."),
  "byte-order-mark": flag(REWRITTEN, "A byte order mark, which decoders drop."),
  nul: flag(REWRITTEN, "NUL, at which texts of C end."),
  "unicode-form": flag(REWRITTEN, "Letters that Unicode writes in two ways."),
  "replace-pattern": flag(REWRITTEN, "Dollar signs that String.replace does not take literally."),
  "form-fields": flag(REWRITTEN, "Form fields, which have more than one spelling."),
  "not-json": flag(REWRITTEN, "Bodies that are no JSON at all."),
  "body-window": flag(
    "lost or repeated chunks",
    "Bodies around the size of the window through which the module reads them.",
  ),
  "invalid-utf8": flag(
    "decoding before hashing",
    "Invalid UTF-8: a receiver that decodes the body replaces it and hashes something else.",
  ),
  "wrong-secret": flag(FORGED, "Signed by someone who does not hold the secret."),
  "empty-key": flag(FORGED, "Signed with the empty key that an unset variable turns into."),
  "unkeyed-hash": flag(FORGED, "A plain hash where a MAC belongs: anyone can make one."),
  "secret-verbatim": flag(
    "another key",
    "How the text of a secret becomes a key: never trimmed, prefixes stripped only by rule.",
  ),
  "secret-decoded": flag(
    REFUSED,
    "How an encoded secret is read: as senders read it, without asking for its padding or for zeros in unused bits.",
  ),
  "key-bytes": flag("another key", "A secret given as bytes is the key itself."),
  rotation: flag(REFUSED, "Several secrets are held; the index says which one matched."),
  "several-signatures": flag(
    REFUSED,
    "Several signatures arrived; any of them may match, and one that does not decode is skipped.",
  ),
  "several-headers": flag(REFUSED, "Several headers carry a signature each; any may fit."),
  "signatures-many": flag("unbounded work", "More signatures than a genuine sender has keys."),
  "signature-forged": flag(FORGED, "A well-formed signature of something else."),
  "signature-length": flag(CRASH, "A signature that is too short or too long."),
  "signature-case": flag(LENIENT, "Hex in the other letter case: one signature, many spellings."),
  "signature-alphabet": flag(LENIENT, "Characters outside the alphabet of the encoding."),
  "signature-empty": flag(CRASH, "No characters where a signature belongs."),
  "stray-bits": flag(LENIENT, "Base64 whose unused bits are set: it decodes to the same bytes."),
  padding: flag(LENIENT, "Base64 with padding that is missing or does not belong there."),
  prefix: flag(LENIENT, "The label before the signature is missing, doubled or another one."),
  "version-unknown": flag("downgrade", "Versions that the scheme does not know are skipped."),
  "pairs-grammar": flag(LENIENT, "Items of a list of keys and values, their order and spelling."),
  "tokens-grammar": flag(LENIENT, "Items of a list of tagged signatures."),
  "positional-grammar": flag(LENIENT, "Items whose meaning is their position."),
  "header-missing": flag(CRASH, "The signature header did not come."),
  "header-repeated": flag("two readers, two signatures", "The signature header came twice."),
  "header-name": flag(REFUSED, "Names of headers: any letter case, and no other name."),
  "header-bytes": flag(CRASH, "Bytes that have no place in a signature header."),
  "header-size": flag("unbounded work", "Header values around the limit of 4096 bytes."),
  alias: flag("two readers, two signatures", "One header under two names: both must be equal."),
  "surrounding-blank": flag(
    LENIENT,
    "Blanks at the ends of a value. Hosts whose headers are trimmed cannot hold this value.",
  ),
  "not-a-field-value": flag(
    CRASH,
    "Characters that HTTP cannot carry. Hosts whose headers are checked cannot hold this value.",
  ),
  "content-header": flag(FORGED, "Headers that are signed with the body."),
  "required-header": flag("downgrade", "Headers that must come with one value."),
  hint: flag(FORGED, "Headers that nobody signs: they change no verdict, no type and no id."),
  "field-shift": flag(FORGED, "The same content cut into other fields: only the grammar of the fields can tell."),
  "timestamp-missing": flag(CRASH, "The timestamp did not come."),
  "timestamp-repeated": flag("two readers, two times", "The timestamp came twice."),
  "timestamp-grammar": flag(LENIENT, "Texts that a lenient reader takes for a time."),
  "timestamp-unit": flag(REPLAYED, "A time in another unit than the scheme's."),
  "timestamp-changed": flag(REPLAYED, "The timestamp is not the one that was signed."),
  "timestamp-in-body": flag(REPLAYED, "The timestamp stands in the body and is signed with it."),
  freshness: flag(REPLAYED, "The signed time against now, at and around the tolerance."),
  "tolerance-option": flag(REPLAYED, "A tolerance that the caller chose."),
  "event-age": flag(REPLAYED, "The time that the signed body tells, for a receiver that limits its age."),
  "check-order": flag(ORDER, "Two things are wrong at once: the first check in order decides."),
};
