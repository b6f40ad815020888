// Keeps the page so that it opens without a network. The build fills in the
// next two lines: a version over all files, and the files.
const VERSION = "";
const FILES = [];

// One origin may serve the page from several folders; each keeps its own files.
const PREFIX = `chengwen-${new URL(self.registration.scope).pathname}@`;
const CACHE = PREFIX + VERSION;

// All files or none. A new version then waits until no tab uses the old one:
// a page must never meet the files of another version, so nothing here hurries it.
self.addEventListener("install", (event) => {
  const requests = FILES.map((file) => new Request(file, { cache: "no-cache" }));
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(requests)));
});

// By now the old version has no tab left, so its files can go.
self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) {
        if (name.startsWith(PREFIX) && name !== CACHE) await caches.delete(name);
      }
      await self.clients.claim();
    })(),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(self.registration.scope)) return;
  event.respondWith(answer(request));
});

async function answer(request) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request, { ignoreSearch: true });
  if (kept) return kept;
  // Whatever address in this folder is opened, it is the same page.
  const page = request.mode === "navigate" && (await cache.match("./"));
  return page || fetch(request);
}
