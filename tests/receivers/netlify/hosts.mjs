// The functions of the example in the current folder, into which this file is copied, in the two hosts of Netlify that
// npm has. Each listens on a free port.
//   node hosts.mjs bundle NAME    one function, bundled as Netlify bundles it, behind the code that Netlify puts in front
//                                 of it; it gets events as Lambda makes them
//   node hosts.mjs dev            all of them, as `netlify dev` runs them: in a thread for each request
import { FunctionsHandler } from "@netlify/functions-dev";
import { zipFunction } from "@netlify/zip-it-and-ship-it";
import lambdaLocal from "lambda-local";
import { createServer } from "node:http";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pathToFileURL } from "node:url";

const FUNCTIONS = join(process.cwd(), "netlify", "functions");

const [host, name] = process.argv.slice(2);
const HOSTS = { bundle, dev };
const server = createServer(await HOSTS[host]());
server.listen(0, () => console.log(`listening on http://localhost:${server.address().port}`));

async function bundle() {
  const to = join(process.cwd(), ".netlify", "bundle");
  const built = await zipFunction(join(FUNCTIONS, `${name}.mjs`), to, {
    archiveFormat: "none",
    basePath: process.cwd(),
  });
  const lambdaFunc = await import(pathToFileURL(join(built.path, built.entryFilename)));
  lambdaLocal.getLogger().level = "alert";
  return async (request, response) => {
    const event = await eventOf(request);
    const invoked = lambdaLocal.execute({ event, lambdaFunc, timeoutMs: 20_000 });
    const { statusCode, multiValueHeaders, body } = await invoked;
    response.writeHead(statusCode, multiValueHeaders);
    body.pipe(response);
  };
}

async function eventOf(request) {
  const body = Buffer.concat(await request.toArray());
  const lists = {};
  for (let i = 0; i < request.rawHeaders.length; i += 2)
    (lists[request.rawHeaders[i].toLowerCase()] ??= []).push(request.rawHeaders[i + 1]);
  return {
    rawUrl: `http://${request.headers.host}${request.url}`,
    path: request.url,
    httpMethod: request.method,
    headers: Object.fromEntries(Object.entries(lists).map(([name, values]) => [name, values.join(", ")])),
    multiValueHeaders: lists,
    body: body.length > 0 ? body.toString("base64") : null,
    isBase64Encoded: true,
  };
}

function dev() {
  const functions = new FunctionsHandler({
    config: { get: () => ({}), subscribe: () => undefined },
    destPath: join(process.cwd(), ".netlify", "functions-serve"),
    geolocation: {},
    projectRoot: process.cwd(),
    settings: {},
    userFunctionsPath: FUNCTIONS,
  });
  return async (request, response) => {
    const url = `http://${request.headers.host}${request.url}`;
    const hasBody = !["GET", "HEAD"].includes(request.method);
    const body = hasBody ? { body: Readable.toWeb(request), duplex: "half" } : {};
    const asked = new Request(url, { method: request.method, headers: request.headers, ...body });
    const match = await functions.match(asked);
    const answer = match === undefined ? new Response("", { status: 404 }) : await match.handle(asked);
    response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(Buffer.from(await answer.arrayBuffer()));
  };
}
