// Adapters: what each makes goes into its framework, as that types itself, without a cast. Compiled, never run.

import { createServer } from "node:http";
import { createServer as createHttp2Server } from "node:http2";
import Router from "@koa/router";
import type {
  ALBHandler,
  APIGatewayProxyHandler,
  APIGatewayProxyHandlerV2,
  LambdaFunctionURLHandler,
} from "aws-lambda";
import express from "express";
import { fastify } from "fastify";
import { Hono } from "hono";
import Koa from "koa";
import type { NextApiHandler } from "next";
import type { NextRequest } from "next/server.js";
import { after } from "next/server.js";
import { Webhook } from "countersign";
import { receive as receiveExpress } from "countersign/express";
import { receive as receiveFastify } from "countersign/fastify";
import { receive as receiveFetch, type FetchContext } from "countersign/fetch";
import { receive as receiveHono } from "countersign/hono";
import { memory } from "countersign/idempotency";
import { receive as receiveKoa } from "countersign/koa";
import { receive as receiveLambda } from "countersign/lambda";
import { receive as receiveNext, receivePages } from "countersign/next";
import { receive as receiveNode } from "countersign/node";

const webhook = new Webhook("agentbot", "secret");
const options = { idempotency: memory(), maxBodyBytes: 1024 };

express().all(
  "/webhooks/agentbot",
  receiveExpress(webhook, ({ type }, { request }) => [type, request.ip, request.params], options),
);
express.Router().post("/:site", receiveExpress(webhook, { on: { "*": (_, { request }) => request.originalUrl } }));
express().use(
  "/webhooks",
  receiveExpress(webhook, () => {}),
);

const app = fastify();
app.register(
  receiveFastify(webhook, (_, { request }) => request.id, options),
  { prefix: "/webhooks/agentbot" },
);
void app.register(receiveFastify(webhook, { on: { "message.created": (_, { request }) => request.ip } }));

interface Bindings {
  SECRET: string;
}
new Hono<{ Bindings: Bindings; Variables: { user: string } }>().all(
  "/webhooks/:site",
  receiveHono(webhook, (_, { c }) => c.req.path, options),
);
new Hono().post(
  "/",
  receiveHono(webhook, () => {}),
);

new Koa().use(receiveKoa(webhook, (_, { ctx }) => ctx.path, options));
new Koa<{ user: string }>().use(receiveKoa(webhook, () => {}));
new Router().all(
  "/webhooks/agentbot",
  receiveKoa(webhook, () => {}),
);

createServer(receiveNode(webhook, (_, { request }) => request.url, options));
// The compatible API of http2 is typed apart, and works all the same.
// @ts-expect-error: an Http2ServerRequest is not an IncomingMessage to the compiler
createHttp2Server(receiveNode(webhook, () => {}));

export const POST: (request: NextRequest, route: { params: Promise<{ site: string }> }) => Promise<Response> =
  receiveNext(webhook, (_, { request }) => request.url, { ...options, background: true, waitUntil: after });
export const pages: NextApiHandler = receivePages(webhook, (_, { request }) => request.url, options);

export const rest: APIGatewayProxyHandler = receiveLambda(webhook, (_, { event }) => event.body, options);
export const http: APIGatewayProxyHandlerV2 = receiveLambda(webhook, (_, { invocation }) => invocation?.awsRequestId);
export const url: LambdaFunctionURLHandler = receiveLambda(webhook, () => {});
export const balanced: ALBHandler = receiveLambda(webhook, () => {});

// Workers, Deno and Bun, as their own types have it.
interface ExecutionContext {
  waitUntil(promise: Promise<unknown>): void;
  passThroughOnException(): void;
}
interface ExportedHandler<Env> {
  fetch?: (request: Request, env: Env, context: ExecutionContext) => Response | Promise<Response>;
}
export const worker = { fetch: receiveFetch(webhook, ({ type }) => type, options) } satisfies ExportedHandler<Bindings>;
export const typed: ExportedHandler<Bindings> = {
  fetch: receiveFetch(webhook, (_, { env }: FetchContext<Bindings>) => env.SECRET.length),
};

declare const Deno: {
  serve(
    options: { port?: number },
    handler: (request: Request, info: { remoteAddr: { hostname: string } }) => Response | Promise<Response>,
  ): unknown;
};
Deno.serve(
  { port: 8000 },
  receiveFetch(webhook, () => {}, options),
);

interface BunServer {
  requestIP(request: Request): { address: string } | null;
}
declare const Bun: {
  serve(options: {
    fetch(this: BunServer, request: Request, server: BunServer): Response | Promise<Response>;
  }): unknown;
};
Bun.serve({ fetch: receiveFetch(webhook, () => {}, options) });
