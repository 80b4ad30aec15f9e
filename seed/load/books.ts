import type { MedusaContainer } from "@medusajs/framework/types"
import {
  type AttributeCaptureInput,
  attributeCapturesWorkflow,
  attributeRefundWorkflow,
} from "@shangxing/attribution/workflows"
import { allocateCaptureWorkflow, allocateRefundWorkflow } from "@shangxing/marketplace/workflows"
import { LOT_MODULE, type LotModuleService } from "@shangxing/provenance/modules/lot"

import { SELLERS } from "../data/sellers"
import { chunksOf, forEachInLanes, getOrThrow } from "./collections"
import type { LoadedOrder } from "./orders"
import type { LoadedVariant } from "./products"

type CapturedLine = AttributeCaptureInput["lines"][number]

const CHUNK = 500
const countyOf = new Map(SELLERS.map((seller) => [seller.handle, seller.county_code]))

/** Shares every capture among consignments, then among households, on the day it happened. */
export async function attributeCaptures(
  container: MedusaContainer,
  orders: readonly LoadedOrder[],
  variants: ReadonlyMap<string, LoadedVariant>,
  sellerIds: ReadonlyMap<string, string>,
): Promise<void> {
  const lots = await allocatedLots(container, orders)
  const captures: AttributeCaptureInput[] = []
  await forEachInLanes(orders, async (order) => {
    const { result } = await allocateCaptureWorkflow(container).run({
      input: {
        order_id: order.id,
        capture_id: order.payment.captureId,
        amount_fen: order.plan.total_fen,
      },
    })
    const totals = new Map(result.lines.map((line) => [line.line_item_id, line.goods_fen_total]))
    captures.push({
      capture_id: order.payment.captureId,
      order_id: order.id,
      captured_at: order.plan.captured_at,
      lines: order.lines.map(({ id, gtin, productId }) => {
        const { sellerHandle } = getOrThrow(variants, gtin, "variant")
        return {
          line_item_id: id,
          product_id: productId,
          seller_id: getOrThrow(sellerIds, sellerHandle, "seller"),
          seller_county_code: getOrThrow(countyOf, sellerHandle, "seller"),
          destination_county_code: order.plan.destination.code,
          captured_goods_fen_total: getOrThrow(totals, id, "captured line"),
          lots: lots.get(id) ?? [],
        }
      }),
    })
  })
  for (const chunk of chunksOf(captures, CHUNK)) {
    await attributeCapturesWorkflow(container).run({ input: { captures: chunk } })
  }
}

/** Takes back from each household what refunds took back, on the refund's day. */
export async function attributeRefunds(
  container: MedusaContainer,
  orders: readonly LoadedOrder[],
): Promise<void> {
  for (const { id, plan, payment } of orders) {
    if (plan.refund === null || payment.refundId === null) continue
    const { result } = await allocateRefundWorkflow(container).run({
      input: {
        order_id: id,
        refund_id: payment.refundId,
        cumulative_refunded_fen: plan.refund.amount_fen,
      },
    })
    await attributeRefundWorkflow(container).run({
      input: {
        refund_id: payment.refundId,
        order_id: id,
        refunded_at: plan.refund.refunded_at,
        lines: result.lines.map(({ line_item_id, goods_fen_total }) => ({
          line_item_id,
          refunded_goods_fen_total: goods_fen_total,
        })),
      },
    })
  }
}

/** The lots of every order line, with who grew them. */
async function allocatedLots(
  container: MedusaContainer,
  orders: readonly LoadedOrder[],
): Promise<Map<string, CapturedLine["lots"]>> {
  const service = container.resolve<LotModuleService>(LOT_MODULE)
  const lineIds = orders.flatMap(({ lines }) => lines.map(({ id }) => id))
  const byLine = new Map<string, CapturedLine["lots"]>()
  for (const chunk of chunksOf(lineIds, CHUNK)) {
    for (const { line_item_id, lot_id, grams, shares } of await service.allocationsOf(chunk)) {
      byLine.set(line_item_id, [...(byLine.get(line_item_id) ?? []), { lot_id, grams, shares }])
    }
  }
  return byLine
}
