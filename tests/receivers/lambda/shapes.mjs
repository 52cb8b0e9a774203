// What invokes a function of Lambda, and how each makes an event of a request. The events are those
// that AWS documents, recorded beside this file; what changes with the request is filled in.
import { readFileSync } from "node:fs";

const recorded = (name) => JSON.parse(readFileSync(new URL(`${name}.json`, import.meta.url), "utf8"));

// What a gateway hands over as text is text to it: other bytes are lost before the function runs.
const AS_TEXT = {
  "a byte that is not UTF-8": "this gateway replaces what is not UTF-8",
  "a compressed body": "this gateway takes the body for text",
};
const FIRST_TO_ITS_END = "a gateway invokes nothing before the request has ended";
/** What no host that buffers the request can be tried with. */
export const BUFFERED = {
  "an upload that never ends": FIRST_TO_ITS_END,
  "an upload that never ends, on a connection to be kept": FIRST_TO_ITS_END,
  "a sender that hangs up midway": FIRST_TO_ITS_END,
  "a thousand requests on one connection": "the connections are the gateway's",
};
const LAST_ONLY = { "signature: header sent twice": "this load balancer hands over the last one only" };

/** By name: `eventOf(request)` makes the event; `without` is what this one makes impossible. */
export const SHAPES = {
  "rest-api": { eventOf: (request) => version1(request, asText(request)), without: { ...BUFFERED, ...AS_TEXT } },
  "rest-api-binary": { eventOf: (request) => version1(request, asBase64(request)), without: BUFFERED },
  "http-api": { eventOf: (request) => version2("http-api", request), without: { ...BUFFERED, ...AS_TEXT } },
  "function-url": { eventOf: (request) => version2("function-url", request), without: { ...BUFFERED, ...AS_TEXT } },
  "load-balancer": {
    eventOf: (request) => ({ ...balanced(request), headers: Object.fromEntries(lowerCased(request)) }),
    without: { ...BUFFERED, "a byte that is not UTF-8": AS_TEXT["a byte that is not UTF-8"], ...LAST_ONLY },
  },
  "load-balancer-lists": {
    eventOf: (request) => {
      const { headers: _, ...event } = balanced(request);
      return { ...event, multiValueHeaders: listsOf(lowerCased(request)) };
    },
    without: { ...BUFFERED, "a byte that is not UTF-8": AS_TEXT["a byte that is not UTF-8"] },
    listsOnly: true,
  },
};

function version1({ method, path, headers }, body) {
  const event = { ...recorded("rest-api"), ...body, path, httpMethod: method };
  return { ...event, headers: Object.fromEntries(headers), multiValueHeaders: listsOf(headers) };
}

// A header that arrived twice is one, joined by a comma.
function version2(name, request) {
  const event = recorded(name);
  const lists = Object.entries(listsOf(lowerCased(request)));
  event.requestContext.http.method = request.method;
  return {
    ...event,
    ...(request.body.length > 0 ? bodyOf(request) : {}),
    rawPath: request.path,
    headers: Object.fromEntries(lists.map(([name, values]) => [name, values.join(",")])),
  };
}

function balanced(request) {
  return { ...recorded("load-balancer"), ...bodyOf(request), path: request.path, httpMethod: request.method };
}

const TEXT = /^(text\/|application\/(json|javascript|xml)\b)/;

function bodyOf(request) {
  const { "content-type": type = "", "content-encoding": encoding } = Object.fromEntries(lowerCased(request));
  return TEXT.test(type) && encoding === undefined ? asText(request) : asBase64(request);
}

const asText = ({ body }) => ({ body: body.toString(), isBase64Encoded: false });
const asBase64 = ({ body }) => ({ body: body.toString("base64"), isBase64Encoded: true });
const lowerCased = ({ headers }) => headers.map(([name, value]) => [name.toLowerCase(), value]);

function listsOf(headers) {
  const lists = {};
  for (const [name, value] of headers) (lists[name] ??= []).push(value);
  return lists;
}
