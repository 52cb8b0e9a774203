// Invokes the function of the example in the current folder as SHAPE does, once for each request.
//   SHAPE=http-api node gateway.mjs
import { createServer } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { SHAPES } from "./shapes.mjs";

const { eventOf, listsOnly } = SHAPES[process.env.SHAPE];
const { handler } = await import(pathToFileURL(join(process.cwd(), "index.mjs")));

const server = createServer(async (request, response) => {
  const { method, url: path, rawHeaders } = request;
  const headers = rawHeaders.flatMap((name, at) => (at % 2 === 0 ? [[name, rawHeaders[at + 1]]] : []));
  const body = Buffer.concat(await request.toArray());
  // Both ways by way of JSON, as between Lambda and the function.
  const event = JSON.parse(JSON.stringify(eventOf({ method, path, headers, body })));
  const result = JSON.parse(JSON.stringify(await handler(event, { awsRequestId: "8476a536" })));
  response.writeHead(result.statusCode, listsOnly ? result.multiValueHeaders : result.headers).end(result.body);
});

server.listen(0, () => console.log(`listening on http://localhost:${server.address().port}`));
