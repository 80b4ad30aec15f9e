/** Keeps a page out of every cache: it shows what only its reader may see. */
export function keepPrivate(response: { headers: Headers }): void {
  response.headers.set("cache-control", "private, no-store")
}
