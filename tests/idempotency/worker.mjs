// A Worker with the store of Durable Objects, and the contract run inside. Two of them share the objects of the first.
import { env } from "cloudflare:workers";
import * as countersign from "countersign";
import { receive } from "countersign/fetch";
import { DeliveryObject, durableObject } from "countersign/idempotency";
import { claimed, done, holds, inProgress, poll, runContract, sharedContract } from "./contract.mjs";
import { handling, TOO_LONG, webhookOf } from "./handling.mjs";

export { DeliveryObject };

/** With the older kind of storage, and open to questions. */
export class OlderDeliveryObject extends DeliveryObject {
  constructor(state) {
    super(state);
    this.storage = state.storage;
  }

  async fetch(request) {
    if (request.method === "POST") return super.fetch(request);
    if (request.url.endsWith("/alarm")) await this.alarm();
    return Response.json({ entries: (await this.storage.list()).size, alarm: await this.storage.getAlarm() });
  }
}

/** Carries out one claim, and loses its answer in the way that it was told before. */
export class LosingDeliveryObject extends DeliveryObject {
  constructor(state) {
    super(state);
    this.state = state;
  }

  async fetch(request) {
    if (request.method === "GET") return new Response((this.way = new URL(request.url).pathname.slice(1)));
    const way = this.way;
    this.way = undefined;
    const reply = await super.fetch(request);
    return way === undefined ? reply : LOSSES[way](this.state);
  }
}

const LOSSES = {
  throws() {
    throw new Error("as this test wants it");
  },
  async resets(state) {
    await state.storage.sync();
    state.abort("as this test wants it");
  },
  fails: () => new Response("as this test wants it", { status: 500 }),
  cuts: () => new Response(new ReadableStream({ pull: (stream) => stream.error(new Error("cut")) })),
  hangs: () => new Promise((later) => setTimeout(later, TOO_LONG)),
};

/** Gives up after 300 ms what hangs; Workers have no such limit. */
const hasty = (namespace) => ({
  idFromName: (name) => namespace.idFromName(name),
  get: (id) => ({
    fetch: (...request) =>
      Promise.race([
        namespace.get(id).fetch(...request),
        new Promise((_, reject) => setTimeout(reject, 300, new Error("gave up"))),
      ]),
  }),
});

const losing = Object.fromEntries(
  Object.keys(LOSSES).map((way) => [
    `a claim is free at once if it was carried out and its object ${way}`,
    async () => {
      const store = durableObject(hasty(env.LOSING));
      await env.LOSING.get(env.LOSING.idFromName(way)).fetch(`https://countersign.invalid/${way}`);
      const answer = await store.claim(way).catch((error) => error);
      holds(answer instanceof Error, `answered ${answer.state}`);
      await (await claimed(store, way)).complete();
      await done(store, way);
    },
  ]),
);

const objects = {
  async "a delivery that was released, or has ended, leaves nothing behind"(make) {
    await (await claimed(make(), "released")).release();
    holds((await left("released")) === undefined, "something stays of what was released");
    await claimed(make({ leaseSeconds: 0.2 }), "crashed");
    await (await claimed(make({ ttlSeconds: 0.2 }), "handled")).complete();
    for (const key of ["crashed", "handled"]) await poll(async () => ((await left(key)) ? undefined : true));
  },

  async "an alarm that comes early takes nothing"(make) {
    await claimed(make(), "early");
    await ask("early", "alarm");
    await inProgress(make(), "early");
    holds((await left("early"))?.alarm > Date.now(), "there is no later alarm");
  },
};

async function left(key) {
  const { entries, alarm } = await ask(key, "left");
  return entries > 0 || alarm !== null ? { entries, alarm } : undefined;
}

const ask = async (key, question) =>
  (await env.OLDER.get(env.OLDER.idFromName(key)).fetch(`https://countersign.invalid/${question}`)).json();

const contracts = {
  "/contract": () => runContract({ ...sharedContract, ...losing }, (options) => durableObject(env.DELIVERIES, options)),
  "/contract-older": () =>
    runContract({ ...sharedContract, ...objects }, (options) => durableObject(env.OLDER, options)),
};

const SHORT = { leaseSeconds: 1 };
const told = [];
const receiver = (options, ms) =>
  receive(webhookOf(countersign), handling(told, ms), {
    idempotency: durableObject(env.DELIVERIES, options),
    onError: () => undefined,
  });
const receivers = { "/": receiver(), "/short": receiver(SHORT), "/hang": receiver(SHORT, TOO_LONG) };

export default {
  async fetch(request, ...host) {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith("/other"))
      return env.OTHER.fetch(new Request(new URL(pathname.slice(6), request.url), request));
    if (pathname === "/told") return Response.json(told);
    if (pathname in contracts) return Response.json(await contracts[pathname]());
    return pathname in receivers ? receivers[pathname](request, ...host) : new Response("ready");
  },
};
