import type { APIContext } from "astro"

/**
 * The division that was looked at last, so that one who went up can go back down. Only its public
 * code is kept, for as long as the browser is open, and only these pages ever receive it.
 */
const name = "official_seen"

/**
 * The division below this one that was last looked at, or undefined. Going up keeps it; anything
 * else makes this one the last.
 */
export function lastSeenBelow(
  context: Pick<APIContext, "cookies" | "url">,
  division: string,
): string | undefined {
  const seen = context.cookies.get(name)?.value
  if (seen && /^\d{4,12}$/.test(seen) && seen !== division && seen.startsWith(division)) return seen
  context.cookies.set(name, division, {
    path: "/",
    httpOnly: true,
    sameSite: "lax",
    secure: context.url.protocol === "https:",
  })
  return undefined
}
