import type { APIRoute } from "astro"

/**
 * The service worker of the weighbridge: the network first, and without it the page as it was last,
 * with its scripts and styles. It answers GETs of its own page only, and never an API.
 */
const worker = `
const CACHE = "weighbridge-1"
self.addEventListener("install", () => self.skipWaiting())
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()))
self.addEventListener("fetch", (event) => {
  const { request } = event
  if (request.method !== "GET" || new URL(request.url).origin !== self.location.origin) return
  event.respondWith(freshOrKept(request))
})
// A first visit is loaded before there is a worker to keep it: the page says what it is made of.
self.addEventListener("message", (event) => event.waitUntil(keep(event.data.keep ?? [])))
async function keep(addresses) {
  const own = addresses.filter((address) => new URL(address).origin === self.location.origin)
  await Promise.allSettled(own.map((address) => freshOrKept(new Request(address))))
}
async function freshOrKept(request) {
  const cache = await caches.open(CACHE)
  try {
    const response = await fetch(request)
    if (response.ok && !response.redirected) await cache.put(request, response.clone())
    if (response.redirected || response.status === 401) await cache.delete(request)
    return response
  } catch (error) {
    const kept = await cache.match(request, { ignoreSearch: request.mode === "navigate" })
    if (kept) return kept
    throw error
  }
}
`

export const GET: APIRoute = () =>
  new Response(worker, {
    headers: { "content-type": "text/javascript; charset=utf-8", "cache-control": "no-cache" },
  })
