// Koa, with what may stand in front.
import Koa from "koa";
import bodyParser from "koa-bodyparser";
import { receive } from "countersign/koa";

export const programs = {
  koa: {
    headers: "ctx.headers",
    parsed: "JSON.stringify(ctx.request.body)",
    raw: "rawBody",
    program: (above, hand = "'parsed'") => `
      import Koa from "koa";
      import Router from "@koa/router";
      import bodyParser from "koa-bodyparser";
      const app = new Koa();
      const router = new Router();
      ${above}
      ${hand.includes("rawBody") ? "" : "app.use(bodyParser());"}
      app.use(async (ctx) => { ctx.body = await ${hand}; });
      export const server = app.listen(0);`,
  },
};

export const listeners = { koa: (...given) => new Koa().use(receive(...given)).callback() };

const fix = "Move receive(…) above app.use(bodyParser()), or let that parser skip its path.";
export const apps = {
  koa: {
    bodies: {
      "/json": {}, // its text is left beside the object
      "/object": { code: "BODY_NOT_RAW", fix },
      "/drained": { code: "BODY_CONSUMED", fix },
      "/raw": {},
      "/kept": {},
    },
    listen({ endpoints, webhook, plain }) {
      const parse = bodyParser({ enableTypes: ["json", "form", "text"] });
      const respond = receive(webhook, ...plain);
      const paths = {
        "/json": (ctx) => parse(ctx, () => respond(ctx)),
        "/object": (ctx) =>
          parse(ctx, () => {
            delete ctx.request.rawBody;
            return respond(ctx);
          }),
        "/drained": async (ctx) => {
          await ctx.req.toArray();
          await respond(ctx);
        },
        "/raw": async (ctx) => {
          ctx.request.body = Buffer.concat(await ctx.req.toArray());
          await respond(ctx);
        },
        "/kept": async (ctx) => {
          ctx.request.rawBody = Buffer.concat(await ctx.req.toArray());
          ctx.request.body = JSON.parse(ctx.request.rawBody.toString());
          await respond(ctx);
        },
      };
      for (const [path, given] of Object.entries(endpoints)) paths[path] = receive(webhook, ...given);
      return new Koa().use((ctx) => paths[ctx.path](ctx)).listen(0);
    },
  },
};
