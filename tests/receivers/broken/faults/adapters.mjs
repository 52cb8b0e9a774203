// Adapters: what a framework or a host is asked, and what it is told.

export const adapters = [
  {
    name: "a request that was made has no headers",
    file: "receive/message.ts",
    from: "rawHeaders.length === 0 ? headers : pairsOf(rawHeaders)",
    to: "pairsOf(rawHeaders)",
  },
  {
    name: "lambda reads the last of two headers",
    file: "receive/lambda.ts",
    from: 'ownValue(event as Partial<APIGatewayProxyEvent>, "multiValueHeaders") ?? ownValue(event, "headers") ?? {};',
    to: 'ownValue(event, "headers") ?? {};',
  },
  {
    name: "lambda returns before the background has ended",
    file: "receive/lambda.ts",
    from: "while (background.length > 0) await background.pop();",
    to: "",
  },
  {
    name: "next goes on in the background without its host",
    file: "receive/next.ts",
    from: "if (options?.background !== true || options.waitUntil !== undefined) return;",
    to: "return;",
  },
  {
    name: "hono takes whatever a middleware cached",
    file: "receive/hono.ts",
    from: "return raw === undefined ? readRequest(c.req.raw, limits) :",
    to: "return raw === undefined ? new Uint8Array(await c.req.arrayBuffer()) :",
  },
  {
    name: "a request that was made waits for an end that was",
    file: "receive/message.ts",
    from: "request.complete || request.readableEnded || request.destroyed;",
    to: "request.complete || request.destroyed;",
  },
  {
    name: "a host that cannot be kept awake has it sent again",
    file: "receive/receiver.ts",
    from: "const kept = async (): Promise<unknown> => waitUntil?.(work.then(ignore));",
    to: "const kept = async (): Promise<unknown> => undefined; waitUntil?.(work.then(ignore));",
  },
  {
    name: "method and URL are swapped",
    file: "receive/receiver.ts",
    from: "headers, { method, url });",
    to: "headers, { method: url, url: method });",
  },
  {
    name: "the path behind a router is taken for the URL",
    file: "receive/message.ts",
    from: 'return typeof request.originalUrl === "string" ? request.originalUrl : request.url;',
    to: "return request.url;",
  },
  {
    name: "lambda drops the query",
    file: "receive/lambda.ts",
    from: "return rawQueryString ? `${rawPath}?${rawQueryString}` : rawPath;",
    to: "return rawPath;",
  },
  {
    name: "fetch passes no URL",
    file: "receive/fetch.ts",
    from: "url: request.url,",
    to: "url: undefined,",
  },
];
