// Koa, with what may stand in front.
import { receive } from "countersign/koa";
import Koa from "koa";
import bodyParser from "koa-bodyparser";
import { ENDPOINTS, note, options, webhook } from "./endpoints.mjs";

const parse = bodyParser({ enableTypes: ["json", "form", "text"] });
const plain = receive(webhook, note, options);
const endpoints = {
  "/json": (ctx) => parse(ctx, () => plain(ctx)),
  "/drained": async (ctx) => {
    await ctx.req.toArray();
    await plain(ctx);
  },
  "/raw": async (ctx) => {
    ctx.request.body = Buffer.concat(await ctx.req.toArray());
    await plain(ctx);
  },
  "/kept": async (ctx) => {
    ctx.request.rawBody = Buffer.concat(await ctx.req.toArray());
    ctx.request.body = JSON.parse(ctx.request.rawBody.toString());
    await plain(ctx);
  },
};
for (const [path, given] of Object.entries(ENDPOINTS)) endpoints[path] = receive(webhook, ...given);

const app = new Koa();
app.use((ctx) => endpoints[ctx.path](ctx));
const server = app.listen(0, () => console.log(`listening on http://localhost:${server.address().port}`));
