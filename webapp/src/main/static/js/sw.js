// The course without a network, on http. Before this stand VERSION, a hash of the whole site, and
// FILES, all that the course consists of; both are written by site-src (ServiceWorker.java).
//
// Pages: from the network when there is one, so that a new version shows at once; else from the
// cache. Files with their content's hash in the address: from the cache, they never change.

const PREFIX = "mirador-course-";
const CACHE = PREFIX + VERSION;

self.addEventListener("install", (event) => {
  event.waitUntil(keepAll().then(() => self.skipWaiting()));
});

async function keepAll() {
  const cache = await caches.open(CACHE);
  // Past the browser's own cache: a file of an older version must not get into this one.
  await cache.addAll(FILES.map((file) => new Request(file, { cache: "reload" })));
}

self.addEventListener("activate", (event) => {
  event.waitUntil(forgetOlder().then(() => self.clients.claim()));
});

async function forgetOlder() {
  const names = await caches.keys();
  const older = names.filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(older.map((name) => caches.delete(name)));
}

self.addEventListener("fetch", (event) => {
  const request = event.request;
  const here = new URL(request.url).origin === self.location.origin;
  if (request.method !== "GET" || !here || request.headers.has("range")) {
    return;
  }
  event.respondWith(answer(request).then(finish));
});

function answer(request) {
  const hashed = new URL(request.url).searchParams.has("v");
  return hashed ? fromCache(request) : fromNetwork(request);
}

async function fromCache(request) {
  const kept = await caches.match(request, { cacheName: CACHE });
  return kept || fromNetwork(request);
}

async function fromNetwork(request) {
  try {
    return await fetch(request);
  } catch (unreachable) {
    // Settings in a page's address (?patch-grid.patch=32) do not make it another page.
    const kept = await caches.match(request, { cacheName: CACHE, ignoreSearch: true });
    if (kept) {
      return kept;
    }
    throw unreachable;
  }
}

// Every response of the worker passes here: the one place to add headers to it.
function finish(response) {
  return response;
}
