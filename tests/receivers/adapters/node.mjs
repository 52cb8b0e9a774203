// node:http, where whatever stands before the listener may have read the request.
import { createServer } from "node:http";
import { receive } from "countersign/node";

export const programs = {
  node: {
    headers: "request.headers",
    parsed: "JSON.stringify(JSON.parse(Buffer.concat(await request.toArray())))",
    raw: "rawBody",
    program: (above, hand) => `
      import { createServer } from "node:http";
      ${
        above.replace("createServer", "export const server = createServer").replace("3000", "0") ||
        `export const server = createServer(async (request, response) => response.end(await ${hand})).listen(0);`
      }`,
  },
};

export const listeners = { node: receive };

const fix = "Call receive()'s listener before anything reads the request.";
export const apps = {
  node: {
    bodies: {
      "/drained": { code: "BODY_CONSUMED", fix },
      "/decoded": { code: "BODY_NOT_RAW", why: "request.setEncoding() ran.", fix },
    },
    listen({ endpoints, webhook, plain }) {
      const respond = receive(webhook, ...plain);
      const paths = {
        "/drained": (request, response) => request.resume().on("end", () => respond(request, response)),
        "/decoded": (request, response) => respond(request.setEncoding("utf8"), response),
      };
      for (const [path, given] of Object.entries(endpoints)) paths[path] = receive(webhook, ...given);
      return createServer((request, response) => paths[request.url](request, response)).listen(0);
    },
  },
};
