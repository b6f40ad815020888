// Keeps the page so that it opens without a network. The build fills in the
// next two lines: a version over all files, and the files.
const VERSION = "";
const FILES = [];

// One origin may serve the page from several folders; each keeps its own files.
const PREFIX = `chengwen-${new URL(self.registration.scope).pathname}@`;
const CACHE = PREFIX + VERSION;

// Stands in the cache of a version that has been in use.
const USED = "used-version";

// All files or none. A new version then waits: a page must never meet the files of
// another version, so nothing here hurries it.
self.addEventListener("install", (event) => {
  event.waitUntil(keepAll());
});

async function keepAll() {
  const wasHere = await caches.has(CACHE);
  try {
    const cache = await caches.open(CACHE);
    await cache.addAll(FILES.map((file) => new Request(file, { cache: "no-cache" })));
  } catch (error) {
    // What is not whole is gone again; the version in use has lost nothing.
    if (!wasHere) await caches.delete(CACHE);
    throw error;
  }
}

// The author has agreed to change over, and the page has saved.
self.addEventListener("message", (event) => {
  if (event.data === "apply") self.skipWaiting();
});

// Other tabs may go on with the version before, so its files stay until the
// version after; all others go, those too that waited and never came to be used.
self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      const names = await others();
      const used = await Promise.all(names.map((it) => caches.match(USED, { cacheName: it })));
      const before = names.find((_, n) => used[n]) || names[0];
      await Promise.all(names.filter((it) => it !== before).map((it) => caches.delete(it)));
      const cache = await caches.open(CACHE);
      await cache.put(USED, new Response());
      await self.clients.claim();
    })(),
  );
});

// The caches of this page's other versions, the newest first.
async function others() {
  const names = await caches.keys();
  return names.filter((it) => it.startsWith(PREFIX) && it !== CACHE).reverse();
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(self.registration.scope)) return;
  event.respondWith(answer(request));
});

async function answer(request) {
  const opens = request.mode === "navigate";
  // A page that is opened is of this version; one that is open may be of the version
  // before and ask for its files. The exporter's are called the same in all of them:
  // the newest one reads the drafts of every version.
  for (const name of [CACHE, ...(opens ? [] : await others())]) {
    const cache = await caches.open(name);
    // Whatever address in this folder is opened, it is the same page.
    const kept =
      (await cache.match(request, { ignoreSearch: true })) || (opens && (await cache.match("./")));
    if (kept) return kept;
  }
  return fetch(request);
}
