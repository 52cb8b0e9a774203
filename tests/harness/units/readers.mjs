// Readers: real-looking pastes and what they are read as; and any text at all, which is read or refused in a sentence.

import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { fc, load } from "./units.mjs";

const { vectors } = JSON.parse(readFileSync(new URL("requests.json", import.meta.url), "utf8"));

export async function runReaders(units) {
  const { read, ReadProblem } = await load("request/read.ts");
  for (const vector of vectors) {
    await units.check(`request ${vector.id} ${vector.comment}`, () => agree(read, ReadProblem, vector));
  }
  units.tell(`${vectors.length} pasted requests`);
  await units.check("any text is read or refused in a sentence", () => anyText(read, ReadProblem));
  await units.check("any text between the marks of a form is, too", () => anyForm(read, ReadProblem));
  await units.check("hostile text takes linear time", () => hostile(read, ReadProblem));
  await units.check("more than 10 MB is refused", () => tooMuch(read));
}

function agree(read, ReadProblem, { text, text_hex, problem, notes: pieces, body_hex, ...wanted }) {
  const input = text ?? new Uint8Array(Buffer.from(text_hex, "hex"));
  if (problem !== undefined) return assert.throws(() => read(input), refusal(ReadProblem, problem));
  const { format, delivery, notes } = read(input);
  const { method, url, headers, body } = delivery;
  assert.deepEqual({ format, method, url, headers }, { ...pick(wanted) });
  assert.equal(Buffer.from(body).toString("hex"), body_hex);
  assert.equal(notes.length, pieces.length, `the notes are ${JSON.stringify(notes)}`);
  for (const [index, piece] of pieces.entries()) assert.ok(notes[index].includes(piece), notes[index]);
}

const pick = ({ format, method, url, headers }) => ({ format, method, url, headers });

function refusal(ReadProblem, piece) {
  return (error) => {
    assert.ok(error instanceof ReadProblem, `${error}`);
    assert.ok(error.message.includes(piece), `the sentence is ${error.message}`);
    assert.match(error.message, /[.?:!)]|is none: .*$/);
    return true;
  };
}

function settle(read, ReadProblem, input) {
  try {
    return read(input);
  } catch (error) {
    if (error instanceof ReadProblem) return undefined;
    throw new Error(`${error.stack} for ${JSON.stringify(String(input).slice(0, 200))}`);
  }
}

function anyText(read, ReadProblem) {
  const input = fc.oneof(fc.string({ unit: "binary", maxLength: 60 }), fc.uint8Array({ maxLength: 60 }));
  fc.assert(
    fc.property(input, (each) => void settle(read, ReadProblem, each)),
    { numRuns: 2000 },
  );
}

// Pieces that have a meaning to some reader, in any order.
function anyForm(read, ReadProblem) {
  const marks = [
    "curl ",
    "'",
    '"',
    "$'",
    "\\",
    "\n",
    "^",
    '^"',
    "-H ",
    "-d ",
    "@-",
    "<<EOF",
    "EOF",
    "|",
    "`",
    "${",
    "x",
  ];
  const heads = [
    "POST / HTTP/1.1\n",
    "a: b\r\n",
    "\r\n",
    "Transfer-Encoding: chunked\n\n",
    "5\r\n",
    "Content-Length: 3\n",
    ": ",
  ];
  const pieces = [
    ...marks,
    ...heads,
    "\\u",
    "\\x",
    "\\ud83d\\ude00",
    "{",
    "é",
    "\0",
    "--json ",
    "-u ",
    "https://a.b/ ",
  ];
  const text = fc.array(fc.constantFrom(...pieces), { maxLength: 25 }).map((all) => all.join(""));
  const whole = fc.oneof(
    text,
    text.map((each) => `curl ${each}`),
    text.map((each) => `POST / HTTP/1.1\n${each}`),
  );
  fc.assert(
    fc.property(whole, (each) => void settle(read, ReadProblem, each)),
    { numRuns: 5000 },
  );
  const json = fc.record(
    { headers: fc.jsonValue(), body: fc.jsonValue(), request: fc.jsonValue(), log: fc.jsonValue() },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(json, (each) => void settle(read, ReadProblem, JSON.stringify(each))),
    { numRuns: 1000 },
  );
}

// Each is a text that a backtracking pattern could take quadratic time for: it would be minutes then.
function hostile(read, ReadProblem) {
  const size = 200_000;
  const repeats = [
    "\\",
    "'",
    '"',
    "`",
    "$",
    "${",
    "$(",
    "^",
    "^\n",
    " ",
    "\n",
    "\r",
    "\\\n",
    "$'\\",
    "\\ud83d",
    "<<a\n",
    "|",
    "-",
    "#",
    "a=",
    "a ",
  ];
  for (const piece of repeats) {
    const run = piece.repeat(size / piece.length);
    for (const start of [
      "curl ",
      "curl '",
      'curl "',
      "curl $'",
      'curl ^"',
      "curl -d @- <<x\n",
      "curl ^\n",
      "POST / HTTP/1.1\n",
      "a: ",
      "a: b\n\n",
      "",
      "[",
    ]) {
      const began = performance.now();
      settle(read, ReadProblem, start + run);
      const took = performance.now() - began;
      assert.ok(took < 10_000, `${JSON.stringify(start)} and ${JSON.stringify(piece)} took ${took} ms`);
    }
  }
  for (const deep of ["[", '{"headers":{},"body":', '{"request":'])
    settle(read, ReadProblem, deep.repeat(size / deep.length));
  settle(read, ReadProblem, `{"headers":{},"body":${"[".repeat(size)}${"]".repeat(size)}}`);
}

function tooMuch(read) {
  const sentence = "This is more than 10 MB: too much to be one request.";
  assert.throws(() => read(`a: b\n\n${"x".repeat(9_999_995)}`), { name: "ReadProblem", message: sentence });
  assert.equal(read(`a: b\n\n${"x".repeat(9_999_994)}`).delivery.body.length, 9_999_994);
}
