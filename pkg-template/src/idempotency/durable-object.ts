// Durable Objects: a store for Workers, with one object per delivery, which exists once in the world.

import { NOT_A_NAMESPACE, refuse } from "../refusal/sentences.ts";
import { claimOrRelease, doOrRepeat } from "./again.ts";
import { admitStoreOptions, retryAfterSeconds } from "./options.ts";
import type { Claim, IdempotencyStore, StoreOptions } from "./store.ts";

/** The part of a Durable Object namespace that is used: a binding of the Worker. */
export interface DeliveryNamespace<Id = unknown> {
  idFromName(name: string): Id;
  get(id: Id): { fetch(url: string, init: { method: "POST"; body: string }): Promise<DeliveryReply> };
}

/** The part of a `Response` that is used. */
export interface DeliveryReply {
  readonly ok: boolean;
  readonly status: number;
  text(): Promise<string>;
}

/** The part that is used of what Workers hands to a Durable Object. */
export interface DeliveryState {
  readonly storage: {
    get<Value>(key: string): Promise<Value | undefined>;
    put<Value>(key: string, value: Value): Promise<void>;
    deleteAll(): Promise<void>;
    setAlarm(atMs: number): Promise<void>;
    deleteAlarm(): Promise<void>;
  };
}

/**
 * Remembers deliveries in Durable Objects: one for each, which forgets by its own alarm. Other bindings
 * of Workers cannot do this: KV has no atomic write.
 *
 * An object that cannot be reached makes the receiver answer 500, and the provider tries again.
 *
 * In `wrangler.jsonc`:
 * ```jsonc
 * "durable_objects": { "bindings": [{ "name": "DELIVERIES", "class_name": "DeliveryObject" }] },
 * "migrations": [{ "tag": "v1", "new_sqlite_classes": ["DeliveryObject"] }]
 * ```
 *
 * @param namespace - the binding
 * @throws {@link WebhookError} `OPTION_INVALID`
 * @example
 * import { env } from "cloudflare:workers";
 *
 * export { DeliveryObject } from "countersign/idempotency";
 * export default { fetch: receive(webhook, handler, { idempotency: durableObject(env.DELIVERIES) }) };
 */
export function durableObject<Id>(namespace: DeliveryNamespace<Id>, options?: StoreOptions): IdempotencyStore {
  const { ttlMs, leaseMs, prefix } = admitStoreOptions(options);
  if (typeof namespace?.idFromName !== "function") throw refuse(NOT_A_NAMESPACE);

  return {
    async claim(name): Promise<Claim> {
      const key = prefix + name;
      const token = crypto.randomUUID();
      const complete = () => ask(key, { step: "complete", forMs: ttlMs });
      const release = () => ask(key, { step: "release", token });
      const isReleased = async () => (await release()) === IS_RELEASED;
      const answer = await claimOrRelease(() => claimOf(key, token, release), isReleased, leaseMs);
      if (answer === IS_DONE) return { state: "done" };
      const leftMs = Number(answer);
      if (leftMs > 0) return { state: "in-progress", retryAfterSeconds: retryAfterSeconds(leftMs) };
      if (answer !== IS_OBEYED) throw new TypeError(NO_DELIVERY_OBJECT);
      return {
        state: "claimed",
        complete: () => doOrRepeat(complete, leaseMs),
        release: () => doOrRepeat(release, leaseMs),
      };
    },
  };

  // A Worker may stop what goes on after its reply, so the first release is waited for.
  async function claimOf(key: string, token: string, release: () => Promise<string>): Promise<string> {
    try {
      return await ask(key, { step: "claim", token, forMs: leaseMs });
    } catch (error) {
      await release().catch(() => undefined);
      throw error;
    }
  }

  async function ask(key: string, order: Order): Promise<string> {
    const stub = namespace.get(namespace.idFromName(key));
    const reply = await stub.fetch("https://countersign.invalid/", { method: "POST", body: JSON.stringify(order) });
    const text = await reply.text();
    if (reply.ok) return text;
    throw new Error(`The Durable Object of a delivery answered ${reply.status}: ${text.slice(0, 200)}`);
  }
}

/**
 * The class behind {@link durableObject}: the Worker exports it, and `wrangler.jsonc` names it.
 * Its storage may be SQLite (`new_sqlite_classes`) or of the older kind (`new_classes`).
 *
 * @example
 * export { DeliveryObject } from "countersign/idempotency";
 */
export class DeliveryObject {
  readonly #storage: DeliveryState["storage"];

  constructor({ storage }: DeliveryState) {
    this.#storage = storage;
  }

  // The order is read first: while an object waits for its storage, and for nothing else, no other
  // request gets in. So what follows is atomic.
  /** Obeys the store. */
  async fetch(request: { json(): Promise<unknown> }): Promise<Response> {
    const order = (await request.json()) as Order;
    const held = await this.#storage.get<Entry>(ENTRY);
    return new Response(await this.#obey(order, held));
  }

  /** Forgets what has ended. */
  async alarm(): Promise<void> {
    const held = await this.#storage.get<Entry>(ENTRY);
    if (held !== undefined && leftOf(held) > 0) return this.#storage.setAlarm(held.endsAtMs);
    await this.#forget();
  }

  async #obey(order: Order, held: Entry | undefined): Promise<string> {
    switch (order.step) {
      case "claim":
        if (leftOf(held) > 0) return held?.token === null ? IS_DONE : String(leftOf(held));
        await this.#write(order.token, order.forMs);
        break;
      case "complete":
        await this.#write(null, order.forMs);
        break;
      case "release":
        if (held?.token !== order.token) break;
        await this.#forget();
        return IS_RELEASED;
    }
    return IS_OBEYED;
  }

  async #write(token: Entry["token"], forMs: number): Promise<void> {
    const endsAtMs = Date.now() + forMs;
    await Promise.all([this.#storage.put(ENTRY, { token, endsAtMs }), this.#storage.setAlarm(endsAtMs)]);
  }

  // An object without an entry and without an alarm has ceased to be.
  async #forget(): Promise<void> {
    await Promise.all([this.#storage.deleteAlarm(), this.#storage.deleteAll()]);
  }
}

const IS_OBEYED = "obeyed";
const IS_RELEASED = "released";
const IS_DONE = "done";

type Order =
  | { readonly step: "claim"; readonly token: string; readonly forMs: number }
  | { readonly step: "complete"; readonly forMs: number }
  | { readonly step: "release"; readonly token: string };

/** What an object remembers: the token of a claim, until the delivery was handled. */
interface Entry {
  readonly token: string | null;
  readonly endsAtMs: number;
}

const ENTRY = "delivery";

// The clock of Workers stands still while they compute.
function leftOf(entry: Entry | undefined): number {
  return (entry?.endsAtMs ?? 0) - Date.now();
}

const NO_DELIVERY_OBJECT =
  "What the namespace leads to is no DeliveryObject: name that class in wrangler.jsonc, and export it.";
