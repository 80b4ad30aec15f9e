import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { deleteReservationsWorkflow } from "@medusajs/medusa/core-flows"
import type { ClaimRow } from "@shangxing/marketplace/modules/checkout/types"
import { messageOf } from "@shangxing/stripe/lib/message-of"

import { cartsPaidWithoutOrder, orphanReservations } from "../../gather/left-behind"
import { modules } from "../../gather/modules"
import { readCartToClaim } from "./cart-to-claim"
import { findLostRefunds } from "../refunds/find-lost-refunds"
import { finishClaim, type Finished } from "./finish-claim"
import { leaseSeconds } from "./hold"
import { settleRefunds } from "./settle-refunds"

const atATime = 100

/** Long enough for a buyer whose card was taken to come back and press the button. */
const paidWithoutOrderSeconds = 600

/** Long enough for an operator who was told of an error to press again. */
const lostSeconds = 600

export type Sweep = {
  completions: ({ cart_id: string } & Finished)[]
  reservation_ids: string[]
  refund_ids: string[]
  /** The bank's ids. */
  lost_refund_ids: string[]
}

export type SweepOptions = {
  paidForSeconds?: number
  reservedForSeconds?: number
  refundedForSeconds?: number
  lostForSeconds?: number
}

/**
 * Finishes or undoes what dead processes left: claims past their lease, money without an order,
 * reservations of no order, refunds that were written down and not sent, or sent and not written down.
 * Tells what it did, in the log and on each claim. Two sweepers at a time share the work; one that
 * finds nothing changes nothing.
 */
export async function sweepCompletions(
  container: MedusaContainer,
  {
    paidForSeconds = paidWithoutOrderSeconds,
    reservedForSeconds = 2 * leaseSeconds,
    refundedForSeconds = 2 * leaseSeconds,
    lostForSeconds = lostSeconds,
  }: SweepOptions = {},
): Promise<Sweep> {
  const completions: Sweep["completions"] = []
  const finish = async (claim: ClaimRow | null) => {
    if (!claim) return
    completions.push({ cart_id: claim.cart_id, ...(await finishClaim(container, claim)) })
  }
  for (const claim of await modules.checkout(container).listAbandoned(atATime)) {
    await guarded(container, claim.cart_id, async () => {
      await finish(await modules.checkout(container).takeOver(claim, leaseSeconds))
    })
  }
  for (const cartId of await cartsPaidWithoutOrder(container, paidForSeconds)) {
    await guarded(container, cartId, async () => {
      await finish(await claimPaidCart(container, cartId))
    })
  }
  return {
    completions,
    reservation_ids: await deleteOrphans(container, reservedForSeconds),
    refund_ids: await settleRefunds(container, refundedForSeconds),
    lost_refund_ids: await findLostRefunds(container, lostForSeconds),
  }
}

/** One cart that cannot be swept must not keep the others waiting. */
async function guarded(container: MedusaContainer, cartId: string, work: () => Promise<void>) {
  try {
    await work()
  } catch (error) {
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    logger.error(`Completion of cart ${cartId} could not be looked at: ${messageOf(error)}`)
  }
}

/** A claim on money that no living completion holds; what its cart was refused with is kept. */
async function claimPaidCart(
  container: MedusaContainer,
  cart_id: string,
): Promise<ClaimRow | null> {
  const checkout = modules.checkout(container)
  const [known] = await checkout.listCheckoutClaims({ cart_id })
  if (known) return await checkout.takeOver(known, leaseSeconds)
  const { amountFen: amount_fen } = await readCartToClaim(container, cart_id)
  const request = { cart_id, amount_fen, lease_seconds: leaseSeconds }
  const { outcome, claim } = await checkout.claim(request)
  return outcome === "held" ? null : claim
}

async function deleteOrphans(container: MedusaContainer, seconds: number): Promise<string[]> {
  const ids = await orphanReservations(container, seconds)
  if (ids.length === 0) return []
  await deleteReservationsWorkflow(container).run({ input: { ids } })
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .info(`Freed stock that was reserved for no order: ${ids.join(", ")}`)
  return ids
}
