// What a store is for: real receivers, in several processes, that real deliveries are posted to.
import { holds, newKey, poll } from "./contract.mjs";
import { deliveryOf, withAnyId } from "./handling.mjs";

/** Each test is a sentence, and a function of a webhook and of the receivers that share a store. */
export const receiving = {
  // How many of them come while the first is handled is the machine's affair; that some do is not.
  async "200 duplicates at once, through every process, are handled once"({ webhook, urls }) {
    for (let attempts = 20; attempts > 0; attempts -= 1) if (await overlapped(webhook, urls)) return;
    holds(false, "no duplicate came while the delivery was handled");
  },

  async "a replay with another X-Agentbot-Delivery-Id is a duplicate, in every process"({ webhook, urls }) {
    const name = newKey("replay");
    const delivery = deliveryOf(webhook, name);
    await answered(200, post(`${urls[0]}/`, delivery));
    for (const url of urls) await answered(200, post(`${url}/`, withAnyId(delivery)));
    holds((await timesHandled(urls, name)) === 1, `handled ${await timesHandled(urls, name)} times`);
  },

  async "a delivery whose handler failed may come again at once"({ webhook, urls }) {
    const name = newKey("failing");
    const delivery = deliveryOf(webhook, name, "fail once");
    await answered(500, post(`${urls[0]}/`, delivery));
    await answered(200, post(`${urls[0]}/`, delivery));
    holds((await timesHandled(urls, name)) === 1, `handled ${await timesHandled(urls, name)} times`);
  },
};

/** The same, of receivers of which `crash` kills the first; it returns the url of one that lives. */
export const crashing = {
  async "a delivery whose process was killed is free after the lease"({ webhook, urls, crash }) {
    const name = newKey("crash");
    const [delivery, sent] = [deliveryOf(webhook, name), Date.now()];
    post(`${urls[0]}/hang`, delivery).catch(() => undefined); // the connection dies with the process
    await poll(async () => (await told(urls)).some(([, begun]) => begun === name) || undefined);
    await answered(409, post(`${urls.at(-1)}/short`, delivery));
    const living = await crash();
    await poll(async () => ((await post(`${living}/short`, delivery)).status === 200 ? true : undefined));
    holds(Date.now() - sent >= 1000, `free after ${Date.now() - sent} ms of a lease of 1 s`);
    holds((await timesHandled([living], name)) === 1, "not handled");
  },
};

async function post(url, { body, headers }) {
  const reply = await fetch(url, { method: "POST", body, headers });
  return { status: reply.status, retryAfter: Number(reply.headers.get("retry-after")), text: await reply.text() };
}

async function answered(status, reply) {
  const { status: got, text } = await reply;
  holds(got === status, `answered ${got} instead of ${status}: ${text}`);
}

const told = async (urls) => (await Promise.all(urls.map(async (url) => (await fetch(`${url}/told`)).json()))).flat();

const timesHandled = async (urls, name) =>
  (await told(urls)).filter(([what, other]) => what === "handled" && other === name).length;

/** Sends 200 duplicates, and says whether some came while the delivery was handled. */
async function overlapped(webhook, urls) {
  const name = newKey("duplicate");
  const delivery = deliveryOf(webhook, name);
  const sent = Array.from({ length: 200 }, (_, at) => post(`${urls[at % urls.length]}/`, withAnyId(delivery)));
  const replies = await Promise.all(sent);
  const odd = replies.find(({ status, retryAfter }) => status !== 200 && !(status === 409 && retryAfter >= 1));
  holds(odd === undefined, `a duplicate was answered ${JSON.stringify(odd)}`);
  holds((await timesHandled(urls, name)) === 1, `handled ${await timesHandled(urls, name)} times`);
  return replies.some(({ status }) => status === 409);
}
