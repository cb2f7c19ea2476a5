// Keeps a whole page and serves it without asking anybody; `FILES` is written by the build.
/* global FILES */
const CACHE = "page";

addEventListener("install", (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(FILES)));
});

addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

addEventListener("fetch", (event) => {
  if (event.request.method !== "GET") return;
  event.respondWith(answer(event.request));
});

async function answer(request) {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request);
}
