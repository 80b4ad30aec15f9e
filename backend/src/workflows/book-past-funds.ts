import type { MedusaContainer } from "@medusajs/framework/types"
import { saleTermsOf } from "@shangxing/marketplace/lib/sale-terms"
import type { ShareOutcome } from "@shangxing/marketplace/modules/consignment/types"

import { modules } from "../gather/modules"
import type { MoneyOf } from "../gather/order-money"
import { readRows } from "../gather/read-rows"
import { postCapture, postRefund } from "./funds-sales"

/** Postings at a time: as many as the pool has connections to spare. */
const atATime = 8

/**
 * Brings the funds book up to the payment allocations, for sales that were written into the shop as
 * past ones, with one capture and at most one refund each, and never went through `bookPayment`. Run
 * twice it posts nothing. Captures come before
 * refunds, so that a refund finds what its seller is owed.
 */
export async function bookPastFunds(container: MedusaContainer): Promise<void> {
  const money = await moneyByConsignment(container)
  const times = await movementTimes(container)
  for (const kind of ["capture", "refund"] as const) {
    const allocations = await modules
      .consignments(container)
      .listPaymentAllocations({ kind }, { take: null, order: { created_at: "ASC", id: "ASC" } })
    const post = kind === "capture" ? postCapture : postRefund
    for (let start = 0; start < allocations.length; start += atATime) {
      const some = allocations.slice(start, start + atATime)
      await Promise.all(
        some.map(async ({ consignment_id, source_id, amount_fen, outcome }) => {
          const at = times.get(source_id)
          const owner = money.get(consignment_id)
          if (!at || !owner) return
          const seller_id = owner.sellerId
          // The column is JSON that the allocation wrote.
          const goods = (outcome as ShareOutcome | null)?.goods
          const share = {
            ...{ consignment_id, seller_id, amount_fen, total_fen: amount_fen },
            ...(goods && { goods }),
          }
          await post(container, { cause: { id: source_id, at }, share, money: owner })
        }),
      )
    }
  }
}

async function moneyByConsignment(container: MedusaContainer): Promise<Map<string, MoneyOf>> {
  const [consignments, sellers] = await Promise.all([
    modules.consignments(container).listConsignments({}, { take: null }),
    modules.sellers(container).listSellers({}, { take: null }),
  ])
  const countyOf = new Map(sellers.map(({ id, county_code }) => [id, county_code]))
  return new Map(
    consignments.map((row) => [
      row.id,
      {
        consignmentId: row.id,
        orderId: row.order_id,
        sellerId: row.seller_id,
        countyCode: countyOf.get(row.seller_id)!,
        terms: saleTermsOf(row),
      },
    ]),
  )
}

/** When Medusa's captures and refunds happened, by their ids. */
async function movementTimes(container: MedusaContainer): Promise<Map<string, string>> {
  type Row = { captures?: Movement[] | null; refunds?: Movement[] | null }
  type Movement = { id: string; created_at: Date | string }
  const payments = await readRows<Row>(container, {
    entity: "payment",
    fields: ["captures.id", "captures.created_at", "refunds.id", "refunds.created_at"],
  })
  const movements = payments.flatMap(({ captures, refunds }) => [
    ...(captures ?? []),
    ...(refunds ?? []),
  ])
  return new Map(movements.map(({ id, created_at }) => [id, new Date(created_at).toISOString()]))
}
