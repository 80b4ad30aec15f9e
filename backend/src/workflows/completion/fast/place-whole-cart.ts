import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  EventPriority,
  MathBN,
  Modules,
  OrderWorkflowEvents,
  ReservationItemWorkflowEvents,
} from "@medusajs/framework/utils"
import { assertCartSells } from "@shangxing/marketplace/lib/assert-cart-sells"
import type { CurrentPrices, StoredCart } from "@shangxing/marketplace/lib/cart-to-check"
import { toFen } from "@shangxing/marketplace/lib/medusa-money"
import { consignmentRows } from "@shangxing/marketplace/lib/order-to-consignments"
import { messageOf } from "@shangxing/stripe/lib/message-of"

import { env } from "../../../env"
import { modules } from "../../../gather/modules"
import { refuseUnfit } from "../assert-payment-fits"
import { gatherPayment } from "../gather-completion"
import { releasePayment } from "../settle-payment"
import { undoOrderWorkflow } from "../undo-order"
import { authorize, countCaptures } from "./authorize"
import { plainPrice, sessionOf } from "./needs-stock"
import { orderRows, type OrderRows, orderToDivide, type Totals, totalsOf } from "./order-rows"
import type { WholeCart } from "./whole-cart"
import { writeOrder, type Written } from "./write-order"

/**
 * Makes the order of a plain cart (`needsStock` says which those are): the same rows, events and
 * refusals as Medusa's `completeCartWorkflow` with our hooks, in the same order (order, stock and
 * links; payment; consignments and lots; events), in a tenth of the statements. What a failure left
 * is undone before it is thrown; what a crash left, `finishClaim` finds by `mark`.
 *
 * @returns the order's id.
 */
export async function placeWholeCart(
  container: MedusaContainer,
  cart: WholeCart,
  mark: Record<string, string>,
): Promise<string> {
  const totals = totalsOf(cart)
  assertCartSells(storedCart(cart), cart.variants, pricesOf(cart))
  assertPaid(cart, totals)
  const rows = orderRows(cart, totals, mark)
  const written = await writeOrder(container, cart, rows, mark)
  try {
    const payment = await authorize(container, sessionOf(cart)!.id)
    if (payment) await countCaptures(container, rows.orderId, payment)
    const consignmentIds = await place(container, cart, totals, rows, written)
    await tellOthers(container, rows.orderId, written, consignmentIds)
  } catch (error) {
    await undo(container, cart, rows)
    throw error
  }
  return rows.orderId
}

function storedCart(cart: WholeCart): StoredCart {
  return { ...cart, completed_at: null }
}

/** By line, as Medusa's pricing module would calculate them: each variant has its one price. */
function pricesOf({ items, variants }: WholeCart): CurrentPrices {
  return Object.fromEntries(
    items.map(({ id, variant_id }) => {
      const variant = variants.find((each) => each.id === variant_id)
      const price = variant && plainPrice(variant.prices)
      return [id, price ? { calculated_amount: price.raw_amount } : undefined]
    }),
  )
}

function assertPaid(cart: WholeCart, { total }: Totals): void {
  const { raw_amount, currency_code, payment } = sessionOf(cart)!
  refuseUnfit({
    cart: { totalFen: toFen(total), currency: cart.currency_code },
    session: { amountFen: toFen(raw_amount), currency: currency_code },
    payment: payment && {
      isCanceled: payment.is_canceled,
      refundedFen: payment.refunds.length > 0 ? toFen(MathBN.sum(...payment.refunds)) : 0,
    },
  })
}

/** Who sells each part, and who grew it: what `placeConsignmentsWorkflow` does, with what is known. */
async function place(
  container: MedusaContainer,
  cart: WholeCart,
  totals: Totals,
  rows: OrderRows,
  { displayId }: Written,
): Promise<string[]> {
  const order = orderToDivide(cart, totals, rows, displayId)
  const consignments = consignmentRows({
    order,
    variants: cart.variants,
    options: cart.shipping_methods.map(({ shipping_option_id, shipping_option }) => ({
      id: shipping_option_id!,
      shipping_profile_id: shipping_option!.shipping_profile_id!,
    })),
    promotions: [],
    commissionTaxBasisPoints: env.COMMISSION_TAX_BASIS_POINTS,
  })
  const source = cart.payment_collection_id ?? rows.orderId
  const { created_ids } = await modules.consignments(container).createForOrder(consignments, source)
  await modules.lots(container).allocateLots({
    order_id: rows.orderId,
    lines: rows.lines.map(({ id, item }) => ({
      line_item_id: id,
      variant_id: item.variant_id!,
      quantity: item.quantity,
    })),
  })
  return created_ids
}

/** Last of all: a subscriber must never see an order that is taken back (medusajs/medusa #15122). */
async function tellOthers(
  container: MedusaContainer,
  orderId: string,
  { reservationIds }: Written,
  consignmentIds: string[],
): Promise<void> {
  const bus = container.resolve(Modules.EVENT_BUS)
  await bus.emit([
    ...consignmentIds.map((id) => ({ name: "consignment.created", data: { id } })),
    {
      name: OrderWorkflowEvents.PLACED,
      data: { id: orderId },
      options: { priority: EventPriority.CRITICAL },
    },
    ...reservationIds.map((id) => ({
      name: ReservationItemWorkflowEvents.CREATED,
      data: { id, order_id: orderId },
    })),
  ])
}

/** What Medusa's compensation would do. Where it fails itself, the claim is left to the sweeper. */
async function undo(container: MedusaContainer, cart: WholeCart, rows: OrderRows): Promise<void> {
  try {
    const { collectionId, payment, isHeld } = await gatherPayment(container, cart.id)
    if (payment && isHeld) await releasePayment(container, payment)
    await undoOrderWorkflow(container).run({
      input: {
        order_id: rows.orderId,
        cart_id: cart.id,
        has_cart: true,
        payment_collection_id: collectionId,
        line_item_ids: rows.lines.map(({ id }) => id),
      },
    })
  } catch (broken) {
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    logger.error(`Order ${rows.orderId} of cart ${cart.id} was not undone: ${messageOf(broken)}`)
  }
}
