// The policy: whatever the page or its worker tried, nothing would leave it.
import { strict as assert } from "node:assert";

/** Tries every way out, to `base`, and names each by its path. */
function tryOut(base) {
  const attempt = (action) => new Promise((done) => done(action())).catch(() => undefined);
  const element = (name, properties) => {
    const one = Object.assign(document.createElement(name), properties);
    one.style.position = "fixed"; // or it would shift the layout
    document.body.append(one);
    return one;
  };
  const ways = {
    fetch: (url) => fetch(url, { mode: "no-cors" }),
    xhr: (url) => {
      const request = new XMLHttpRequest();
      request.open("POST", url);
      request.send("secret");
    },
    websocket: (url) => void new WebSocket(url.replace("http", "ws")),
    eventsource: (url) => new Promise((ended) => (new EventSource(url).onerror = ended)),
    import: (url) => import(url),
  };
  const ofPages = {
    beacon: (url) => void navigator.sendBeacon(url, "secret"),
    image: (url) => void element("img", { src: url }),
    script: (url) => void element("script", { src: url }),
    module: (url) => void element("script", { src: url, type: "module" }),
    style: (url) => void element("link", { href: url, rel: "stylesheet" }),
    font: (url) => void new FontFace("foreign", `url(${url})`).load().catch(() => undefined),
    frame: (url) => void element("iframe", { src: url }),
    object: (url) => void element("object", { data: url }),
    video: (url) => void element("video", { src: url }),
    form: (url) => {
      element("iframe", { name: "out" });
      element("form", { action: url, method: "post", target: "out" }).submit();
    },
  };
  const all = globalThis.document ? { ...ways, ...ofPages } : ways;
  return Promise.all(Object.entries(all).map(([name, way]) => attempt(() => way(base + name)))).then(() =>
    Object.keys(all),
  );
}

const WORKER = `
  const refused = [];
  addEventListener("securitypolicyviolation", ({ blockedURI }) => refused.push(blockedURI));
  onmessage = ({ data }) => data && (${tryOut})(data).then((tried) => setInterval(() => postMessage({ tried, refused }), 50));
`;

/** Runs the same attempts in a worker; what it refused is left in `fromWorker`. */
function tryOutInWorker(base, source) {
  const url = source ? URL.createObjectURL(new Blob([source], { type: "text/javascript" })) : "/probe.js";
  const worker = new Worker(url);
  return new Promise((resolve, reject) => {
    worker.onerror = ({ message }) => reject(new Error(`no worker: ${message}`));
    worker.onmessage = ({ data }) => {
      globalThis.fromWorker = data;
      resolve(data.tried);
    };
    worker.postMessage(base);
  });
}

// Of what it would embed, a page is told the directive alone.
const EMBEDDED = { frame: "frame-src", object: "object-src" };
const isRefused = (refused, way) => refused.some((one) => one.endsWith(`/${way}`) || one.startsWith(EMBEDDED[way]));

async function allRefused(page, tried, refused) {
  await page.until("the policy refuses every attempt", async () => {
    const missing = tried.filter(
      (
        (known) => (way) =>
          !isRefused(known, way)
      )(await refused()),
    );
    if (missing.length > 0) throw new Error(`not refused: ${missing.join(", ")}`);
    return true;
  });
}

async function allSeen(page, foreign, folder, tried) {
  await page.until("a page without a policy gets out", async () => {
    const missing = tried.filter((way) => !foreign.seen.includes(`/${folder}/${way}`));
    if (missing.length > 0) throw new Error(`not seen: ${missing.join(", ")}`);
    return true;
  });
}

const seenUnder = ({ seen }, folder) => seen.filter((path) => path.startsWith(`/${folder}/`));

export const policy = {
  "nothing gets out of the page, by any way that a page has": async (world) => {
    const { page, foreign, measured } = world;
    world.provoked.push(new URL(foreign.url).host, ...REFUSALS);
    const free = await world.newForeignPage();
    const tried = await free.driver.evaluate(tryOut, `${foreign.url}free/`);
    await allSeen(free, foreign, "free", tried);

    await page.open();
    await page.driver.evaluate(tryOut, `${foreign.url}page/`);
    await allRefused(page, tried, async () => (await page.seen()).refused);
    assert.deepEqual(seenUnder(foreign, "page"), []);
    measured.set("ways out that are shut", tried.length);
  },

  "nothing gets out of a worker of its site": async (world) => {
    world.server.addFile("probe.js", WORKER);
    await fromWorker(world, "file-worker");
  },

  "nothing gets out of the page and of its worker, on a host that sends no headers": async (world) => {
    const { page, server, foreign } = world;
    server.sendsPolicy = false;
    assert.equal((await fetch(server.url)).headers.get("content-security-policy"), null);
    await fromWorker(world, "blob-worker", WORKER);
    await page.driver.evaluate(tryOut, `${foreign.url}plain/`);
    await page.until("the policy refuses", async () => isRefused((await page.seen()).refused, "fetch"));
    assert.deepEqual(seenUnder(foreign, "plain"), []);
  },
};

async function fromWorker(world, folder, source) {
  const { page, foreign } = world;
  world.provoked.push(new URL(foreign.url).host, ...REFUSALS);
  foreign.replies["/probe.js"] = ["text/javascript", WORKER];
  const free = await world.newForeignPage();
  const tried = await free.driver.evaluate(tryOutInWorker, `${foreign.url}free-${folder}/`, source);
  await allSeen(free, foreign, `free-${folder}`, tried);

  await page.open();
  await page.driver.evaluate(tryOutInWorker, `${foreign.url}${folder}/`, source);
  // Firefox tells a worker of no event source that was refused; its end was waited for.
  const told = tried.filter((way) => way !== "eventsource");
  await allRefused(page, told, () => page.driver.evaluate(() => globalThis.fromWorker.refused));
  assert.deepEqual(seenUnder(foreign, folder), []);
}

// What browsers write to the console of what they refuse.
const REFUSALS = ["Content Security Policy", "Content-Security-Policy", "violates the following"];
