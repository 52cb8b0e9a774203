// A store that hangs: the receiver says so in time, and the delivery is handled once the store is back.
import { holds, newKey, poll } from "./contract.mjs";
import { deliveryOf } from "./handling.mjs";

/** Of a client that was told to give up after 300 ms, and a server that `stall` stops; it returns what lets it go on. */
export const hanging = {
  async "a store that hangs is answered 500 in time, and loses no delivery"({ webhook, receive, make, stall }) {
    const [before, meanwhile, names, errors] = [newKey("before"), newKey("meanwhile"), [], []];
    const post = receive(webhook, ({ payload }) => names.push(payload.data.name), {
      idempotency: make(),
      onError: (error) => errors.push(error),
    });
    const send = (name) => {
      const { body, headers } = deliveryOf(webhook, name);
      return post(new Request("https://receiver.invalid/", { method: "POST", body, headers }));
    };
    holds((await send(before)).status === 200, "not answered 200 before");
    const goOn = await stall();
    const since = Date.now();
    try {
      const { status } = await send(meanwhile);
      holds(status === 500, `answered ${status}`);
      holds(Date.now() - since < 10_000, `answered after ${Date.now() - since} ms`);
      holds(errors.length === 1, `onError was told ${errors.length} times`);
    } finally {
      goOn();
    }
    // What was sent when the server hung may be done when it goes on: a claim that nobody knows of, until its lease ends.
    await poll(async () => ((await send(meanwhile)).status === 200 ? true : undefined));
    holds(names.join() === `${before},${meanwhile}`, `handled ${names.join()}`);
  },
};
