import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { completeCartWorkflow } from "@medusajs/medusa/core-flows"
import { localize } from "@shangxing/marketplace/lib/localize"
import { validateCartSellersWorkflow } from "@shangxing/marketplace/workflows"
import type { ClaimError } from "@shangxing/marketplace/modules/checkout/types"

import { isUnopened, STRIPE_PROVIDER } from "../../gather/stripe-session"
import { dropUnopened } from "../payment/unopened-session"
import { needsStock, sessionOf } from "./fast/needs-stock"
import { placeWholeCart } from "./fast/place-whole-cart"
import { readWholeCart, type WholeCart } from "./fast/whole-cart"
import { CLAIM_MARK } from "./gather-completion"
import { recordHeldPayment } from "./settle-payment"

/** As long as Medusa's own completion waits for whoever is changing the cart. */
const lockTimeoutSeconds = 30

/**
 * Makes one cart's order, marked with its claim: the plain cart our short way, any other one
 * Medusa's (ADR 7). @returns the order's id. @throws what it was refused with.
 */
export async function runCompletion(
  container: MedusaContainer,
  cartId: string,
  claimId: string,
): Promise<string> {
  await assertMoneyCame(container, cartId)
  const mark = { [CLAIM_MARK]: claimId }
  const placed = await placePlain(container, cartId, mark)
  if (placed) return placed
  await markCart(container, cartId, mark)
  const { errors, result } = await completeCartWorkflow(container).run({
    input: { id: cartId },
    throwOnError: false,
  })
  const [failure] = errors
  if (!failure) return result.id
  await explain(container, cartId, claimErrorOf(failure.error))
  throw failure.error
}

/** The system provider is left to Medusa, and not worth asking. */
async function assertMoneyCame(container: MedusaContainer, cartId: string): Promise<void> {
  const cart = await readWholeCart(container, cartId)
  if (!cart || sessionOf(cart)?.provider_id !== STRIPE_PROVIDER) return
  if (cart.sessions.some(isUnopened)) await dropUnopened(container, cartId)
  if (await recordHeldPayment(container, cartId)) return
  throw new MedusaError(
    MedusaError.Types.PAYMENT_REQUIRES_MORE_ERROR,
    localize({
      zh: "还没有收到付款。付款完成后会自动下单。",
      en: "The payment has not come yet. The order is placed as soon as it does.",
    }),
    "payment_not_made",
  )
}

/** @returns nothing when the cart has to go Medusa's way. */
async function placePlain(
  container: MedusaContainer,
  cartId: string,
  mark: Record<string, string>,
): Promise<string | undefined> {
  try {
    // The lock that Medusa's cart workflows take: what is read here is what becomes the order.
    return await container.resolve(Modules.LOCKING).execute(
      cartId,
      async () => {
        const cart = await readWholeCart(container, cartId)
        return cart && isPlain(cart) ? await placeWholeCart(container, cart, mark) : undefined
      },
      { timeout: lockTimeoutSeconds },
    )
  } catch (error) {
    await explain(container, cartId, claimErrorOf(error))
    throw error
  }
}

function isPlain(cart: WholeCart): boolean {
  return needsStock(cart) === null
}

/** The mark goes onto the cart first: Medusa copies it to the order, whatever happens then. */
async function markCart(container: MedusaContainer, id: string, mark: Record<string, string>) {
  const carts = container.resolve(Modules.CART)
  const [cart] = await carts.listCarts({ id }, { select: ["id", "metadata"] })
  if (cart) await carts.updateCarts([{ id, metadata: { ...cart.metadata, ...mark } }])
}

/**
 * Two carts may both look well and only one get the last unit. Medusa then refuses with ids and
 * without a code; looking at the cart again says in the buyer's language which goods ran out.
 */
async function explain(container: MedusaContainer, cartId: string, error: ClaimError) {
  if (error.code !== null || error.type !== MedusaError.Types.NOT_ALLOWED) return
  await validateCartSellersWorkflow(container).run({ input: { cart_id: cartId } })
}

/** What the buyer settles with the provider; Medusa's storefronts expect the cart with these. */
const PAYMENT_OPEN: string[] = [
  MedusaError.Types.PAYMENT_AUTHORIZATION_ERROR,
  MedusaError.Types.PAYMENT_REQUIRES_MORE_ERROR,
]

/** Whether the payment needs more from the buyer, and the cart as such is well. */
export function isPaymentOpen({ type }: ClaimError): boolean {
  return PAYMENT_OPEN.includes(type)
}

const REFUSALS: string[] = [
  MedusaError.Types.NOT_ALLOWED,
  MedusaError.Types.INVALID_DATA,
  MedusaError.Types.NOT_FOUND,
  ...PAYMENT_OPEN,
]

/** Whether this is a "no" that a second try would meet again, and not a breakage. */
export function isRefusal({ type }: ClaimError): boolean {
  return REFUSALS.includes(type)
}

/** An error as a claim keeps it. Errors of a workflow may have lost their class on the way. */
export function claimErrorOf(error: unknown): ClaimError {
  const { type, code, message } = (error ?? {}) as Partial<Record<keyof ClaimError, unknown>>
  return {
    type: typeof type === "string" ? type : MedusaError.Types.UNEXPECTED_STATE,
    code: typeof code === "string" ? code : null,
    message: typeof message === "string" ? message : String(error),
  }
}

/** The same "no" for everybody who waited. */
export function errorOf({ type, code, message }: ClaimError): MedusaError {
  return new MedusaError(type, message, code ?? undefined)
}
