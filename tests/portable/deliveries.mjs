// One vector, through every door: `check` with each form of headers and body, `verify`, and back by `sign`.
import { CODES, DETAILS, TRAFFIC } from "./codes.mjs";
import { bodyForms, headerForms } from "./forms.mjs";
import { failureLine, openWebhook } from "./vectors.mjs";

/** Above this a body goes through in one form only: the forms differ in their first bytes or not at all. */
const LARGE = 1 << 20;

/** Puts one vector to the package and records every disagreement with what the vector says. */
export function runVector(countersign, vector, checks) {
  const webhook = openWebhook(countersign, vector);
  for (const [form, headers] of headerForms(vector.headers)) {
    if (headers === undefined) checks.cannotCarry(form);
    else judge(vector, webhook.check(vector.body, headers), checks, form === "pairs" ? "" : form);
    if (vector.body.length > LARGE) break;
  }
  for (const [form, body] of bodyForms(vector.body)) {
    judge(vector, webhook.check(body, vector.headers), checks, form);
    if (vector.body.length > LARGE) break;
  }
  agree(countersign, webhook, vector, checks);
  judgeHeaders(webhook, vector, checks);
  if (vector.expected === "verified") signBack(webhook, vector, checks);
  webhook.dispose();
}

function judge(vector, answer, checks, where) {
  const got = answer.ok ? "verified" : answer.code;
  checks.that(got === vector.expected, () => failureLine(vector, vector.expected, got, where));
  if (got !== vector.expected) return;
  if (answer.ok) judgeDelivery(vector, answer.delivery, checks, where);
  else judgeRefusal(vector, answer, checks, where);
}

function judgeDelivery(vector, delivery, checks, where) {
  const got = {
    type: delivery.type,
    id: delivery.id,
    timestamp_ms: delivery.timestamp?.getTime(),
    secret_index: delivery.secretIndex,
    idempotency_key: delivery.idempotencyKey,
  };
  for (const [fact, expected] of Object.entries(vector.facts)) {
    checks.that(got[fact] === expected, () => failureLine(vector, `${fact} ${expected}`, `${got[fact]}`, where));
  }
  checks.that(sameBytes(delivery.body, vector.body), () =>
    failureLine(vector, "the body that was proven", "other bytes", where),
  );
  checks.that(got.idempotency_key === got.id || /^[0-9a-f]{64}$/.test(got.idempotency_key), () =>
    failureLine(vector, "an idempotency key from signed bytes", `${got.idempotency_key}`, where),
  );
}

function judgeRefusal(vector, { code, family, detail, message }, checks, where) {
  checks.that(TRAFFIC.includes(family) && CODES.get(code)?.family === family, () =>
    failureLine(vector, `a family that traffic may cause`, `${family}`, where),
  );
  checks.that(DETAILS[detail] === code, () => failureLine(vector, `a detail of ${code}`, `${detail}`, where));
  const told = vector.secrets.filter(
    (secret) => typeof secret === "string" && secret.length > 7 && message.includes(secret),
  );
  checks.that(message.length > 0 && told.length === 0, () =>
    failureLine(vector, "a message without a secret", `"${message}"`, where),
  );
}

// `check` and `verify` are one walk with two endings: the same code, family, detail and words, with the same status.
function agree({ WebhookError }, webhook, vector, checks) {
  const answer = webhook.check(vector.body, vector.headers);
  const thrown = caught(() => webhook.verify(vector.body, vector.headers));
  const got = thrown === undefined ? "verified" : (thrown.code ?? `${thrown}`);
  checks.that(got === vector.expected, () => failureLine(vector, vector.expected, got, "verify"));
  if (thrown === undefined || answer.ok) return;
  const isSame = ALIKE.every((fact) => JSON.stringify(thrown[fact]) === JSON.stringify(answer[fact]));
  checks.that(isSame && thrown instanceof WebhookError && thrown.status === CODES.get(answer.code)?.status, () =>
    failureLine(vector, `verify to throw what check gives`, `${thrown.name} ${thrown.status} ${thrown.message}`),
  );
}

// `checkHeaders` is the same walk up to the body: what it says is what `check` says, and it leaves out nothing.
function judgeHeaders(webhook, vector, checks) {
  const answer = webhook.check(vector.body, vector.headers);
  const isOfHeaders = answer.family === "malformed" && answer.detail !== "body-time";
  const [expected, got] = [isOfHeaders ? answer : undefined, webhook.checkHeaders(vector.headers)];
  checks.that(JSON.stringify(got) === JSON.stringify(expected), () =>
    failureLine(vector, `checkHeaders to answer ${expected?.code}`, `${got?.code}`),
  );
}

const ALIKE = ["family", "detail", "message", "params", "status", "docs"];

// sign is the exact inverse of verify, and the slightest change of the body undoes it.
function signBack(webhook, vector, checks) {
  const headers = webhook.sign(vector.body, { timestamp: vector.now });
  const back = webhook.check(vector.body, headers);
  checks.that(back.ok && back.delivery.secretIndex === 0, () =>
    failureLine(vector, "verified", back.code, "signed again"),
  );
  const changed = vector.body.length === 0 ? new Uint8Array(1) : vector.body.slice();
  changed[changed.length >> 1] ^= 1;
  const refused = webhook.check(changed, headers);
  checks.that(!refused.ok && TRAFFIC.includes(refused.family), () =>
    failureLine(vector, "a refusal", "verified", "one bit of the body changed"),
  );
}

function caught(action) {
  try {
    action();
    return undefined;
  } catch (error) {
    return error;
  }
}

export function sameBytes(one, other) {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}
