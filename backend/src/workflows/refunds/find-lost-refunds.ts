import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  consignmentOfRefundName,
  lastingRefundName,
} from "@shangxing/marketplace/domain/refund-name"
import { messageOf } from "@shangxing/stripe/lib/message-of"

import { type LostRefund, refundsLost } from "../../gather/left-behind"
import { modules } from "../../gather/modules"
import { writeDownRefund } from "./write-down-refund"

/**
 * Writes refunds down again that the bank made for us and Medusa has no row of: it undoes its row when
 * the database fails it right after the provider's answer (medusajs/medusa#16292). Who pressed saw an
 * error; pressing again moves nothing and finds the same refund, so they are given the time to do so.
 * Which lines a seller's refund was for is gone with the row: it is spread over its consignment.
 *
 * @returns the bank's ids of those that were written down.
 */
export async function findLostRefunds(
  container: MedusaContainer,
  minimumAgeSeconds: number,
): Promise<string[]> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const found: string[] = []
  for (const lost of await refundsLost(container, minimumAgeSeconds)) {
    const { refund_id, payment_id } = lost
    try {
      if (!(await underLock(container, lost))) continue
      found.push(refund_id)
      logger.info(
        `Refund ${refund_id} of payment ${payment_id} was at the bank only: written down.`,
      )
    } catch (error) {
      logger.error(`Refund ${refund_id} could not be written down: ${messageOf(error)}`)
    }
  }
  return found
}

/** As a seller's refund of the order, so that the two do not meet. */
async function underLock(container: MedusaContainer, lost: LostRefund): Promise<boolean> {
  const key = `refund:${lost.order_id ?? lost.payment_id}`
  return await container
    .resolve(Modules.LOCKING)
    .execute(key, async () => await writeDown(container, lost), { timeout: 30 })
}

/** @returns false when somebody has pressed again meanwhile, or the sweeper beside this one was first. */
async function writeDown(container: MedusaContainer, lost: LostRefund): Promise<boolean> {
  const { call_id, reference, refund_id, payment_id, order_id, amount_fen } = lost
  const intent_key = lastingRefundName(reference, refund_id)
  if (intent_key !== reference) {
    const calls = modules.providerCalls(container)
    if (!(await calls.rename({ id: call_id, from: reference, to: intent_key }))) return false
  } else if (!(await isStillLost(container, lost))) return false
  const consignment_id = consignmentOfRefundName(reference)
  const note = `Stripe ${refund_id}`
  const refund = { payment_id, order_id, amount_fen, intent_key, consignment_id, note }
  await writeDownRefund(container, refund)
  return true
}

async function isStillLost(container: MedusaContainer, { call_id }: LostRefund): Promise<boolean> {
  return (await refundsLost(container, 0)).some((one) => one.call_id === call_id)
}
