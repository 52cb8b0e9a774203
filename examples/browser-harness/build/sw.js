// The service worker: keeps the files of this build, and answers with them first. It sees the requests
// for these files and nothing else: a secret is in none of them.

const version = "VERSION";
/** Each file with its hash. */
const files = "FILES";

// Caches belong to a whole host, which may serve other pages too.
const prefix = `countersign-harness ${self.registration.scope} `;
const name = prefix + version;
const page = new URL("./index.html", self.registration.scope).href;
const known = new Set(Object.keys(files).map((file) => new URL(file, self.registration.scope).href));

self.addEventListener("install", (event) => event.waitUntil(keep()));
self.addEventListener("activate", (event) => event.waitUntil(take()));
self.addEventListener("fetch", (event) => {
  const url = urlOf(event.request);
  if (event.request.method === "GET" && known.has(url)) event.respondWith(answer(url, event.request));
});
// A new build waits until the page asks for it: an open page still needs the files it was made of.
self.addEventListener("message", (event) => {
  if (event.data === "take over") self.skipWaiting();
});

async function keep() {
  const cache = await caches.open(name);
  await cache.addAll([...known].map((url) => new Request(url, { cache: "reload" })));
}

async function take() {
  const old = (await caches.keys()).filter((key) => key.startsWith(prefix) && key !== name);
  await Promise.all(old.map((key) => caches.delete(key)));
  await self.clients.claim();
}

async function answer(url, request) {
  const cache = await caches.open(name);
  return (await cache.match(url)) ?? fetch(request);
}

// The hash holds a link, and the query nothing that a static file could read.
function urlOf({ url, mode }) {
  const { origin, pathname } = new URL(url);
  const address = origin + pathname;
  return mode === "navigate" && address === self.registration.scope ? page : address;
}
