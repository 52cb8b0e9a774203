// Invokes the functions of the example in the current folder, into which this file is copied, as the worker of Azure
// Functions does: @azure/functions registers them with it, and turns what it sends into requests, and answers into what
// it takes. Only the host is not Azure's: it is not in npm.
//   node host.mjs        listens on a free port
import { readdirSync } from "node:fs";
import { createServer } from "node:http";
import Module from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const functions = [];
let model;
const worker = {
  version: "4.1048.0",
  hostVersion: "4.1048.0",
  log() {},
  setProgrammingModel: (given) => void (model = given),
  registerFunction: (metadata, callback) => void functions.push({ metadata, callback }),
};
// The worker, too, is what this name stands for.
const load = Module._load;
Module._load = (name, ...rest) => (name === "@azure/functions-core" ? worker : load(name, ...rest));

const folder = join(process.cwd(), "src", "functions");
for (const name of readdirSync(folder)) await import(pathToFileURL(join(folder, name)));
await model.getCapabilities({});

let invocations = 0;

const server = createServer(async (request, response) => {
  const found = match(request);
  if (found === undefined) return response.writeHead(404).end();
  const { metadata, callback, trigger, params } = found;
  const invocationId = String((invocations += 1));
  const data = { http: await rpcOf(request, params) };
  const context = {
    invocationId,
    metadata,
    request: { inputData: [{ name: trigger, data }], triggerMetadata: {} },
    log() {},
  };
  const invocation = model.getInvocationModel(context);
  const { context: userContext, inputs } = await invocation.getArguments();
  const result = await invocation.invokeFunction(userContext, inputs, callback);
  const { returnValue } = await invocation.getResponse(userContext, result);
  const { statusCode, headers, body } = returnValue.http;
  response.writeHead(Number(statusCode), headers).end(Buffer.from(body.bytes ?? body.string ?? ""));
});

server.listen(0, () => console.log(`listening on http://localhost:${server.address().port}`));

function match({ url, method }) {
  for (const { metadata, callback } of functions) {
    const [trigger, binding] = Object.entries(metadata.bindings).find(([, { type }]) => type === "httpTrigger");
    const { route = metadata.name, methods } = binding;
    const pattern = new RegExp(`^/api/${route.replace(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`);
    const groups = pattern.exec(url.split("?")[0]);
    if (groups && methods.includes(method)) return { metadata, callback, trigger, params: { ...groups.groups } };
  }
  return undefined;
}

// A header that came twice is one, joined by a comma.
async function rpcOf(request, params) {
  const headers = {};
  const { rawHeaders } = request;
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const name = rawHeaders[i].toLowerCase();
    headers[name] = headers[name] === undefined ? rawHeaders[i + 1] : `${headers[name]},${rawHeaders[i + 1]}`;
  }
  const nullable = (values) => Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }]));
  return {
    url: `http://${request.headers.host}${request.url}`,
    method: request.method,
    nullableHeaders: nullable(headers),
    nullableParams: nullable(params),
    nullableQuery: {},
    body: { bytes: Buffer.concat(await request.toArray()) },
  };
}
