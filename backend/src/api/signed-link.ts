import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto"

import type { MedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import {
  isLinkValid,
  linkEnd,
  type LinkSubject,
  readLinkEnd,
  writeLinkEnd,
} from "@shangxing/marketplace/domain/link-validity"

import { env } from "../env"
import { localize } from "../gather/localize"

/**
 * Keys that stand in links: whoever has the link may see that one thing, until the key runs out.
 * Nothing is stored; a key is an HMAC over what it opens and until when (docs/adr/0006).
 */

/** A key of its own, so that neither use of the cookie secret can help to forge the other. */
const secret = Buffer.from(hkdfSync("sha256", env.COOKIE_SECRET, "", "shangxing/link/1", 32))

export type SignedKey = { token: string; expires_at: string }

/** A key to `id` that is good from `now` on. Two calls in one second give the same. */
export function signKey(subject: LinkSubject, id: string, now: Date): SignedKey {
  const until = linkEnd(subject, now)
  return {
    token: `${writeLinkEnd(until)}.${mac(subject, id, until)}`,
    expires_at: new Date(until * 1000).toISOString(),
  }
}

/** Whether `token` opens `id` at `now`. Anything may come in: it is what a visitor sent. */
export function opens(subject: LinkSubject, id: string, token: unknown, now: Date): boolean {
  if (typeof token !== "string") return false
  const [written = "", sent = "", ...rest] = token.split(".")
  const until = readLinkEnd(written)
  if (rest.length > 0 || until === null || !isLinkValid(until, now)) return false
  const right = Buffer.from(mac(subject, id, until))
  const given = Buffer.from(sent)
  return right.length === given.length && timingSafeEqual(right, given)
}

function mac(subject: LinkSubject, id: string, until: number): string {
  return createHmac("sha256", secret).update(`${subject}\0${id}\0${until}`).digest("base64url")
}

/** The address to come back to from a payment, with a key to the cart that was paid for. */
export function withReturnKey(url: string, cartId: string, now: Date): string {
  const address = new URL(url)
  address.searchParams.set("key", signKey("cart", cartId, now).token)
  return address.href
}

/** @throws MedusaError NOT_FOUND `cart_unknown` when a key was sent and does not open the cart. */
export function assertReturnKey(req: MedusaRequest, cartId: string): void {
  const key = req.headers["x-cart-key"]
  if (key === undefined || opens("cart", cartId, key, new Date())) return
  throw new MedusaError(
    MedusaError.Types.NOT_FOUND,
    localize(req, {
      zh: "这个网址不对或已过期。请在付款的那台设备上查看，或按订单号查。",
      en: "This address is wrong or has run out. Look where you paid, or find the order by its number.",
    }),
    "cart_unknown",
  )
}
