// What the tests of receivers have in common: one endpoint of agentbot whose clock stands still, what it was told, and
// requests to it.
import { BODY, agentbot } from "../../portable/api/kit.mjs";

export const ENDPOINT = "https://example.com/webhooks/agentbot";
const TEXT = { "content-type": "text/plain; charset=utf-8" };
const PROBLEM = { "content-type": "application/problem+json" };

/** What a reply has to be, whole: status, headers, body. */
export const OK = [200, TEXT, "ok"];
export const FAILED = problem({ status: 500, title: "The delivery could not be handled." });
export const BUSY = problem({ status: 409, title: "This delivery is being handled." }, { "retry-after": "60" });
export const MALFORMED = problem({ status: 401, title: "The delivery is malformed.", family: "malformed" });
export const REJECTED = problem({ status: 401, title: "The delivery was rejected.", family: "rejected" });
export const UNREADABLE = problem({ status: 400, title: "The delivery is unreadable.", family: "unreadable" });
export const MISUSE = problem({ status: 500, title: "The receiver is not set up right.", family: "misuse" });
export const TOO_LARGE = problem({ status: 413, title: "The request is not a delivery.", family: "transport" });
export const TOO_SLOW = problem({ status: 408, title: "The request is not a delivery.", family: "transport" });
export const NO_POST = problem(
  { status: 405, title: "The request is not a delivery.", family: "transport" },
  { allow: "POST" },
);

export const text = (status, body, headers = {}) => [status, inOrder({ ...TEXT, ...headers }), body];

function problem(details, headers = {}) {
  return [details.status, inOrder({ ...PROBLEM, ...headers }), JSON.stringify(details)];
}

/** What a Response says, to compare with one of the above. */
export async function said(response) {
  const headers = Object.fromEntries(response.headers);
  const length = Number(headers["content-length"]);
  delete headers.connection; // an early reply is the last on its connection
  if (!(length > 0)) return [response.status, inOrder(headers), await response.text()];
  // An early reply says its length, and ends later.
  delete headers["content-length"];
  const reader = response.body.getReader();
  let text = "";
  for (const decoder = new TextDecoder(); text.length < length; ) text += decoder.decode((await reader.read()).value);
  return [response.status, inOrder(headers), text];
}

/** Whether a body that nobody reads is cancelled here. */
export const cancels = "Deno" in globalThis;
/** Whether an early reply lingers here: other hosts take care of a body that nobody reads. */
export const lingers = !["Deno", "EdgeRuntime", "WebSocketPair"].some((name) => name in globalThis);

// Not every engine lists headers in the order of their names.
function inOrder(headers) {
  return Object.fromEntries(Object.entries(headers).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/**
 * An endpoint: `respond` is what `receive` made, `deliver` sends it a genuine delivery and says what came back, and
 * `told` is what its callbacks were called with.
 */
export function endpoint(countersign, handling = () => {}, options = {}) {
  const webhook = agentbot(countersign);
  const told = { rejected: [], duplicates: [], errors: [] };
  const respond = countersign.receive(webhook, handling, {
    onRejected: (error) => told.rejected.push(error.code),
    onDuplicate: ({ idempotencyKey }) => told.duplicates.push(idempotencyKey),
    onError: (error) => told.errors.push(`${error?.code ?? error}`),
    ...options,
  });
  const ask = async (request, ...rest) => said(await respond(request, ...rest));
  const deliver = (body = BODY, headers = {}) => ask(post({ ...webhook.sign(body), ...headers }, body));
  return { webhook, told, respond, ask, deliver };
}

/** A request that carries a delivery. */
export function post(headers, body = BODY) {
  return new Request(ENDPOINT, { method: "POST", headers, body });
}

/**
 * A request as the parts of one that are used: with headers that a browser lets nobody set, and a stream for a body,
 * which some cannot send. The stream gives one chunk for each of `chunks`, which may be an error or a promise; `seen`
 * counts those that were asked for.
 */
export function streamed(headers, chunks) {
  const seen = { pulls: 0, isCancelled: false };
  const source = {
    async pull(controller) {
      if (seen.pulls === chunks.length) return controller.close();
      seen.pulls += 1;
      const chunk = await chunks[seen.pulls - 1];
      if (chunk instanceof Error) controller.error(chunk);
      else controller.enqueue(chunk);
    },
    cancel: () => void (seen.isCancelled = true),
  };
  // Nothing is pulled before it is read.
  const body = new ReadableStream(source, { highWaterMark: 0 });
  return { seen, request: { ...parts(headers), body } };
}

/** A request of a platform that shows no stream. */
export function withoutStream(headers, bytes) {
  return { ...parts(headers), arrayBuffer: async () => bytes.slice().buffer };
}

function parts(headers) {
  const arrayBuffer = () => Promise.reject(new Error("the stream was to be read"));
  return { method: "POST", headers: new Headers(headers), bodyUsed: false, arrayBuffer };
}

/** A body that never ends: a chunk, and then nothing. */
export const stalled = (chunk) => [chunk, new Promise(() => {})];

/** Gives an object a method `then`, or a getter of it: it is awaited like a promise, and is none. */
export function thenable(then, { of = {}, as = "value" } = {}) {
  // biome-ignore lint/suspicious/noThenProperty: that is what these tests are about
  return Object.defineProperty(of, "then", { [as]: then });
}

/** A promise that is settled from outside. */
export function deferred() {
  const it = {};
  it.promise = new Promise((resolve, reject) => Object.assign(it, { resolve, reject }));
  return it;
}

/** Waits until it is so: as long as it takes, turn by turn of the event loop. */
export async function until(isSo) {
  while (!isSo()) await turn();
}

const turn = () => new Promise((next) => setTimeout(next, 0));

/** What a run writes to console.error, line by line, and the rejections that nobody handled in the end. */
export async function overheard(run) {
  const lines = [];
  const unhandled = new Map();
  // Workers of old compatibility dates tell of a rejection before anybody could handle it, and take it back later.
  const tell = (event) => {
    event.preventDefault?.();
    unhandled.set(event.promise, `${event.reason}`);
  };
  const takeBack = ({ promise }) => void unhandled.delete(promise);
  const listeners = { unhandledrejection: tell, rejectionhandled: takeBack };
  const inNode = {
    unhandledRejection: (reason, promise) => tell({ reason, promise }),
    rejectionHandled: (promise) => takeBack({ promise }),
  };
  // The edge runtime of Next.js has a process that nobody may touch.
  const process = "EdgeRuntime" in globalThis ? undefined : globalThis.process;
  const { error: original } = console;
  for (const [name, listener] of Object.entries(listeners)) globalThis.addEventListener?.(name, listener);
  for (const [name, listener] of Object.entries(inNode)) process?.on?.(name, listener);
  console.error = (...words) => void lines.push(words.map(String).join(" "));
  try {
    await run();
    await turn(); // a rejection is unhandled when its turn has ended
    await turn();
  } finally {
    console.error = original;
    for (const [name, listener] of Object.entries(listeners)) globalThis.removeEventListener?.(name, listener);
    for (const [name, listener] of Object.entries(inNode)) process?.off?.(name, listener);
  }
  return { lines, unhandled: [...unhandled.values()] };
}
