// Programs for the door: what a host does there, step by step, by the numbers of src/door.rs.

const KEY = "the key that signs";

const word = (length) => Buffer.from([length & 255, length >> 8]);
const text = (bytes) => Buffer.concat([word(Buffer.from(bytes).length), Buffer.from(bytes)]);
const step = (number, ...operands) =>
  Buffer.concat([
    Buffer.from([number]),
    ...operands.map((each) => (typeof each === "number" ? Buffer.from([each]) : each)),
  ]);
const long = (number) => Buffer.concat([Buffer.from([0xf0]), Buffer.from(Uint32Array.of(number).buffer)]);
const size = (bytes) => long(Buffer.from(bytes).length);
const time = (ms) => Buffer.concat([long(Math.floor(ms / 2 ** 32)), long(ms % 2 ** 32)]);

/** What a host does with each scheme: open, sign, verify what was signed, read its event, close. */
export function* programs(all) {
  const body = '{"type":"a","id":"msg_1","sent_at":"2023-11-14T22:13:20Z","meta":{"sent_at":"2023-11-14T22:13:20Z"}}';
  const now = time(1_700_000_000_000);
  for (const facts of all) {
    const open = [step(0, text(facts.wire)), step(6, size(facts.wire))];
    const secret = (of) => [step(0, text(of)), step(10, 0, size(of), 1)];
    const signed = [step(3, text(body)), step(0, text("msg_1")), step(15, 0, now, 5), step(17, size(body)), step(18)];
    const verified = [
      step(5),
      step(13, 0, size(body), now),
      step(14, 0),
      step(17, 9),
      step(17, size(body)),
      step(18, now),
    ];
    const [early, late] = [1_600_000_000_000, 1_800_000_000_000].map((ms) => step(13, 0, size(body), time(ms)));
    const events = [step(16, 0, 3), step(17, size(body)), step(18)];
    yield Buffer.concat([...open, ...secret(KEY), ...signed, ...verified, ...events, late, step(12, 0)]);
    yield Buffer.concat([
      ...open,
      ...open,
      step(9, 0),
      step(11, 0, 5, 0xf6),
      step(20, 0, long(300)),
      ...secret(KEY),
      ...secret("other"),
      ...signed,
      step(5),
      step(13, 0, size(body), now),
      step(5),
      early,
      step(5),
      late,
      step(13, 1, size(body), now),
      step(12, 0),
      step(13, 1, 0, now),
    ]);
    const vector = facts.vectors.find((each) => each.headers.length > 0);
    const values = vector.headers.map(([, value]) => text(value));
    yield Buffer.concat([
      ...open,
      ...secret(KEY),
      step(3, text(vector.body)),
      step(4, values.length, ...values),
      step(13, 0, size(vector.body), time(vector.now)),
      step(19, 1),
    ]);
  }
  const { wire } = all[0];
  yield Buffer.concat([step(0, text(wire)), step(8, size(wire)), step(8, wire.length - 1), step(6, wire.length - 2)]);
  yield Buffer.concat([
    step(8, 0xf6),
    step(6, 0xf5),
    step(10, 7, 0xf6, 0),
    step(2, 0, 0xf6),
    step(13, 0xf6, 0xf3, 0xf6, 0xf6),
    step(17, 0xf6),
    step(19, 0),
    step(19, 2),
    step(20, 0xf6, 0),
  ]);
}
