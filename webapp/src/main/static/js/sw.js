// The course without a network, on http. Before this stand VERSION, a hash of the whole site, FILES,
// all that the course consists of, and LATER, the small models and what models run in, which is kept
// when it is first used; all are written by site-src (ServiceWorker.java).
//
// Pages: from the network when there is one, so that a new version shows at once; else from the
// cache. Files with their content's hash in the address: from the cache, they never change.

const PREFIX = "mirador-course-";
const CACHE = PREFIX + VERSION;
const RUNTIME = "mirador-runtime";
const later = new Set(LATER.map(absolute));

function absolute(address) {
  return new URL(address, self.location.href).href;
}

self.addEventListener("install", (event) => {
  event.waitUntil(
    Promise.all([keepAll(), renewRuntime()]).then(() => self.skipWaiting())
  );
});

async function keepAll() {
  const cache = await caches.open(CACHE);
  // Past the browser's own cache: a file of an older version must not get into this one.
  await cache.addAll(FILES.map((file) => new Request(file, { cache: "reload" })));
}

// Whoever has used a model has its runtime in the older version: offline, it needs the new one.
async function renewRuntime() {
  if (!(await caches.has(RUNTIME))) {
    return;
  }
  const cache = await caches.open(RUNTIME);
  const kept = (await cache.keys()).map((request) => request.url);
  const paths = new Set(kept.map(path));
  const wanted = [...later].filter((url) => paths.has(path(url)) && !kept.includes(url));
  await cache.addAll(wanted);
}

function path(url) {
  return new URL(url).pathname;
}

self.addEventListener("activate", (event) => {
  event.waitUntil(forgetOlder().then(() => self.clients.claim()));
});

async function forgetOlder() {
  const names = await caches.keys();
  const older = names.filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(older.map((name) => caches.delete(name)));
  if (names.includes(RUNTIME)) {
    const cache = await caches.open(RUNTIME);
    const kept = await cache.keys();
    const old = kept.filter((request) => !later.has(request.url));
    await Promise.all(old.map((request) => cache.delete(request)));
  }
}

self.addEventListener("fetch", (event) => {
  const request = event.request;
  const here = new URL(request.url).origin === self.location.origin;
  if (request.method !== "GET" || !here || request.headers.has("range")) {
    return;
  }
  event.respondWith(answer(request).then((response) => finish(request, response)));
});

function answer(request) {
  if (later.has(request.url)) {
    return fromRuntime(request);
  }
  const hashed = new URL(request.url).searchParams.has("v");
  return hashed ? fromCache(request) : fromNetwork(request);
}

async function fromCache(request) {
  const kept = await caches.match(request, { cacheName: CACHE });
  return kept || fromNetwork(request);
}

async function fromRuntime(request) {
  const kept = await caches.match(request.url, { cacheName: RUNTIME });
  if (kept) {
    return kept;
  }
  const response = await fetch(request);
  if (response.ok) {
    const copy = response.clone();
    // A full or forbidden storage costs only the use without a network.
    caches.open(RUNTIME).then((cache) => cache.put(request.url, copy)).catch(() => {});
  }
  return response;
}

// The first page of a visit was there before this worker: it says what it uses.
self.addEventListener("message", (event) => {
  const used = (event.data && event.data.keep) || [];
  event.waitUntil(keepUsed(used.filter((url) => later.has(url))).catch(() => {}));
});

async function keepUsed(urls) {
  const cache = await caches.open(RUNTIME);
  for (const url of urls) {
    if (!(await cache.match(url))) {
      await cache.add(url);
    }
  }
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

// Every response of the worker passes here. Pages and workers get the two headers of cross-origin
// isolation, without which a browser gives a model one thread only; a static host cannot send them.
// Nothing on a page comes from another host without CORS, so that the strict form of the second header
// costs nothing, and every browser knows it.
function finish(request, response) {
  const isolated = ["document", "iframe", "worker"].includes(request.destination);
  if (!isolated || response.status === 0) {
    return response;
  }
  const headers = new Headers(response.headers);
  headers.set("Cross-Origin-Opener-Policy", "same-origin");
  headers.set("Cross-Origin-Embedder-Policy", "require-corp");
  return new Response(response.body, {
    status: response.status,
    statusText: response.statusText,
    headers,
  });
}
