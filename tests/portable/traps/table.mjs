// The fifty traps that the webhook documents of five providers set their readers, and what stands against each: the
// test that puts the sample's own breaking input to countersign, or the reason why no receiver can have such a test.
// Where a test shows only a part, `left` says what the rest is and whose.
//
// tests/traps.md is written from this table.

export const TRAPS = {
  1: {
    trap: "DigiVault names its header in two ways: a receiver that reads the other one finds nothing and refuses everything.",
    test: "trap 1: reads both names of DigiVault's header, and refuses two that differ",
  },
  2: {
    trap:
      "Chatbase's, Agentbot's, DigiVault's and Libromi's samples hash JSON.stringify of the parsed body: other bytes " +
      "than the signed ones, and a parser that works for anybody.",
    test: "trap 2: proves the bytes that arrived, and parses nothing before they are proven",
  },
  3: {
    trap:
      "Agentbot's, DigiVault's and Libromi's samples hand timingSafeEqual two lengths, which throws: a short header " +
      "becomes a 500, and is sent again.",
    test: "trap 3: answers a signature of any length with a code, 64 characters outside ASCII included",
  },
  4: {
    trap: "DigiVault's and Libromi's samples make a buffer of a header that is missing, which throws.",
    test: "trap 4: answers a delivery without a signature with a code",
  },
  5: {
    trap: "Agentbot's sample splits a header that may be missing or have no comma, which throws.",
    test: "trap 5: answers a missing Agentbot header, and one without a comma, with a code",
  },
  6: {
    trap: "Agentbot's sample reads by position and never by name: x= passes for t=, and another order breaks it.",
    test: "trap 6: reads t= and v1= by name, wherever they stand",
  },
  7: {
    trap: "Agentbot's sample never looks at the time that it verified, so a captured delivery is accepted forever.",
    test: "trap 7: refuses a genuine delivery of 1970, and one of tomorrow",
  },
  8: {
    trap: "Whether Agentbot's retries carry a new time is not said: a short window may refuse those of the last hours.",
    test: "trap 8: tells a stale delivery from a wrong one, and takes the last retry where that is wanted",
  },
  9: {
    trap: "Bookbag, Chatbase, DigiVault and Libromi sign no time in a header: nothing tells a replay from a delivery.",
    test: "trap 9: says that four providers sign no time, and tells a replay by its key, or by the time in its body",
    left: "A replay that comes after the store forgot its key is handled again. maxEventAgeSeconds checks the age, for Bookbag and DigiVault only.",
  },
  10: {
    trap: "Chatbase's samples compare the signatures as strings, which takes longer the more characters match.",
    test: "trap 10: says the same of a tag that is wrong in its first digit and in its last",
    left: "That the time is the same, too, is measured apart: no verdict shows it.",
  },
  11: {
    trap: "Chatbase's Node sample passes a variable that it never declares.",
    reason: "A misspelled name in the sample's own code: no delivery reaches it, and none could be sent to us.",
  },
  12: {
    trap: "Chatbase's Node sample compares a variable that it never assigns.",
    reason: "Like 11, and behind it: a name without a value is nothing that a delivery can carry.",
  },
  13: {
    trap: "Chatbase's Node sample closes its braces too early, so that it does not parse.",
    reason: "A mistake of syntax in a document: there is no program, and so no input to it.",
  },
  14: {
    trap: "Chatbase's Next.js sample switches the body parser off, and forgets to read the body.",
    test: "trap 14: says of a body that nobody read that it was not read",
  },
  15: {
    trap: "Chatbase's Next.js sample takes the secret unchecked: a variable that is not set fails at each delivery.",
    test: "trap 15: refuses an undefined secret when the receiver is built, not when a delivery arrives",
  },
  16: {
    trap: "Chatbase's prose speaks of the SHA-1 function where its code has an HMAC: anyone can make a hash.",
    test: "trap 16: takes an HMAC, and no hash that is made without it",
  },
  17: {
    trap: "Chatbase signs with HMAC-SHA-1, which nobody broke and every audit asks about.",
    test: "trap 17: labels SHA-1, where a provider offers nothing else",
  },
  18: {
    trap: "Chatbase's list of fields lacks one that its sample sends, and its second sample drops another.",
    test: "trap 18: hands on fields that the list of fields lacks, and requires none of those it has",
  },
  19: {
    trap: "Chatbase's sample answers a bad signature with 400 and says why, where the others answer with 401.",
    test: "trap 19: answers every bad signature with 401, and leaves the reason to the log",
  },
  20: {
    trap: "An empty secret makes a valid HMAC key, so that a variable that is set to nothing lets anybody sign.",
    test: "trap 20: refuses an empty secret for every provider, also in a list",
  },
  21: {
    trap: "PHP's getenv gives false for a variable that is not set, and hash_hmac takes it for the empty key.",
    test: "trap 21: never turns a missing value into a secret",
  },
  22: {
    trap: "DigiVault's PHP sample hands hash_equals its arguments in the wrong order, and null for a missing header.",
    test: "trap 22: leaves no order of arguments to get wrong, and no null to crash on",
  },
  23: {
    trap: "DigiVault's Python sample uses a module that it does not import.",
    reason: "A line that is missing from a document: the sample ends before it sees a delivery.",
  },
  24: {
    trap: "Python's compare_digest throws on a header that is missing, and on one with letters outside ASCII.",
    test: "trap 24: answers what Python's compare_digest throws on with a code",
  },
  25: {
    trap: "DigiVault's Python sample decodes the body and encodes it again: what is not UTF-8 becomes other bytes.",
    test: "trap 25: keeps bytes bytes, where decoding and encoding would replace some",
  },
  26: {
    trap: "DigiVault's Python sample parses by Content-Type: a proven delivery of another type is refused.",
    test: "trap 26: asks no Content-Type before it verifies or parses",
  },
  27: {
    trap: "Bookbag's raw parser takes application/json only, up to 100 kB: of other types an empty object is left.",
    test: "trap 27: names the raw parser that skipped the body's type, and verifies bodies of any size",
    left: "The limit of the parser is set where the parser is; the message shows a parser that takes every type.",
  },
  28: {
    trap: "A JSON parser for the whole app, in front of Bookbag's raw one, leaves an object where bytes belong.",
    test: "trap 28: refuses what a JSON parser left, and says which one to put behind",
  },
  29: {
    trap: "Bookbag's sample compares strings: upper-case hex or a space at the end is refused, and nothing says so.",
    test: "trap 29: takes a signature in its one spelling only",
  },
  30: {
    trap: "Bookbag's sample parses a proven body unguarded: one that is not JSON becomes a 500, and is sent again.",
    test: "trap 30: proves a body that is not JSON, and gives a code of its own when its payload is asked for",
  },
  31: {
    trap: "Bookbag lets users choose the secret: spaces and accents are part of it, and trimming makes another secret.",
    test: "trap 31: takes a secret that a user made up exactly as it is, and trims nothing",
  },
  32: {
    trap: "DigiVault's and Libromi's samples have no body parser: they hash undefined, which throws.",
    test: "trap 32: says of an undefined body that no parser read it",
  },
  33: {
    trap: "DigiVault's sample remembers ids without a signature: who guesses one makes the genuine event be skipped.",
    test: "trap 33: remembers no id of a delivery that is not proven",
  },
  34: {
    trap: "DigiVault's sample looks, works, and marks only then: two copies at once are both worked on.",
    test: "trap 34: handles one of two copies that arrive at once, and asks for the other later",
  },
  35: {
    trap: "DigiVault's sample remembers every id in one process, until that process ends.",
    test: "trap 35: forgets a delivery after its time, and holds no more than it was told to",
    left: "memory() is the memory of one process; to share it between servers takes a store that they share.",
  },
  36: {
    trap: "An event without an id is undefined to DigiVault's sample, and after the first all others are duplicates.",
    test: "trap 36: handles every event that has no id",
  },
  37: {
    trap: "DigiVault's test event always has the same id, so that the second test seems to be lost.",
    test: "trap 37: acknowledges the second test event of DigiVault, says that it is a duplicate, and warns of it",
  },
  38: {
    trap: "DigiVault calls its id webhook_… beside words about event ids: whether it names the event is left open.",
    reason: "A word of the prose. The id is used as it stands, whatever it is called; 36 and 37 show it.",
  },
  39: {
    trap: "DigiVault lists five retries and speaks of five failed attempts: it may be five attempts or six.",
    reason: "A contradiction of the prose that no delivery shows. Nothing is sized by it; the catalogue counts six.",
  },
  40: {
    trap: "DigiVault's document has a dead link, and a line that went through a wrong decoder.",
    reason: "A flaw of the page. No code and no delivery is touched by it.",
  },
  41: {
    trap: "Libromi's first sample acts on the event and verifies nothing.",
    test: "trap 41: hands out nothing of a delivery that is not proven",
  },
  42: {
    trap: "Libromi's verified sample never answers: the request hangs, times out, and is sent again.",
    test: "trap 42: answers every request, also where the handler says nothing",
  },
  43: {
    trap: "Libromi asks for idempotency by event id, and documents no event id.",
    test: "trap 43: handles equal bodies once where no id is documented, and says what it cannot tell apart",
  },
  44: {
    trap: "Libromi's sample reads fields that may be missing, and prints text that nobody proved.",
    test: "trap 44: lets no delivery write lines into a log, and answers a handler that lacks a field with 500",
    left: "Fields of a payload are typed as documented, not checked: check those you read.",
  },
  45: {
    trap: "Libromi asks for a 200 always, and its own sample answers 401.",
    test: "trap 45: answers each refusal with its one status, which is never 200",
  },
  46: {
    trap: "Bookbag and Libromi want a quick answer, and Libromi's samples work before they give one.",
    test: "trap 46: answers before the work is done, where that is wanted",
  },
  47: {
    trap: "Agentbot's delivery id and event header are not signed: anyone who replays a delivery can change them.",
    test: "trap 47: takes neither key nor type from headers that nobody signed",
  },
  48: {
    trap: "No document has a word on changing the secret: with one only, the change drops deliveries.",
    test: "trap 48: lets a secret be replaced without losing a delivery, and says which one matched",
  },
  49: {
    trap: "A header that comes twice is a list in Node and one text with commas in fetch; the samples expect one text.",
    test: "trap 49: takes a list of one, and refuses a header that arrived twice, as a list or joined",
  },
  50: {
    trap: "Agentbot's prose signs the body, and its sample hashes the parsed body written again.",
    test: "trap 50: signs the time, a dot and the raw body, and not the re-stringified one",
  },
};
