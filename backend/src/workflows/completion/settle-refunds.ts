import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createOrderCreditLinesWorkflow } from "@medusajs/medusa/core-flows"
import { toYuan } from "@shangxing/marketplace/lib/medusa-money"
import { messageOf } from "@shangxing/stripe/lib/message-of"
import { PROVIDER_CALL_MODULE } from "@shangxing/stripe/modules/provider-call"
import type ProviderCallModuleService from "@shangxing/stripe/modules/provider-call/service"

import { type LeftRefund, refundsLeftBehind } from "../../gather/left-behind"
import { bookPayment } from "../book-payment"

/**
 * Brings refunds to their end that a dead process only wrote down. Medusa keeps a refund's row from
 * before the provider is asked, so after a crash the row may promise money that never went back;
 * and the order may not count what did. Sent under the refund's one key, counted once, then booked.
 *
 * @returns the refunds that were finished. One that the provider refuses stays, and is logged.
 */
export async function settleRefunds(
  container: MedusaContainer,
  minimumAgeSeconds: number,
): Promise<string[]> {
  const finished: string[] = []
  for (const refund of await refundsLeftBehind(container, minimumAgeSeconds)) {
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    try {
      if (!refund.is_sent) await send(container, refund)
      await count(container, refund)
      await bookPayment(container, refund.payment_id)
      finished.push(refund.id)
      logger.info(`Refund ${refund.id} of payment ${refund.payment_id} was finished.`)
    } catch (error) {
      logger.error(`Refund ${refund.id} could not be finished: ${messageOf(error)}`)
    }
  }
  return finished
}

async function send(container: MedusaContainer, refund: LeftRefund): Promise<void> {
  const calls = container.resolve<ProviderCallModuleService>(PROVIDER_CALL_MODULE)
  await calls.perform({
    kind: "refund",
    subjectId: refund.intent_id,
    reference: refund.reference,
    request: { payment_intent: refund.intent_id, amount: refund.amount_fen },
  })
}

/** As `refundPaymentWorkflow` counts a refund on its order. */
async function count(container: MedusaContainer, refund: LeftRefund): Promise<void> {
  const { id, order_id, amount_fen, currency_code } = refund
  if (!order_id) return
  const orders = container.resolve(Modules.ORDER)
  const [known] = await orders.listOrderTransactions({ order_id, reference_id: id })
  if (known) return
  await orders.addOrderTransactions([
    {
      order_id,
      amount: -toYuan(amount_fen),
      currency_code,
      reference: "refund",
      reference_id: id,
    },
  ])
  await createOrderCreditLinesWorkflow(container).run({
    input: {
      id: order_id,
      credit_lines: [
        {
          amount: toYuan(amount_fen),
          reference: "payment_collection",
          reference_id: refund.payment_id,
        },
      ],
    },
  })
}
