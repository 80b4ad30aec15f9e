import type { MedusaContainer } from "@medusajs/framework/types"
import { saleTermsOf } from "@shangxing/marketplace/lib/sale-terms"

import { modules } from "../gather/modules"
import type { MoneyOf } from "../gather/order-money"
import { readRows } from "../gather/read-rows"
import { postCapture, postRefund } from "./funds-sales"

/** Postings at a time: as many as the pool has connections to spare. */
const atATime = 8

/**
 * Brings the funds book up to the payment allocations, for sales that were written into the shop as
 * past ones and never went through `bookPayment`. Run twice it posts nothing. Captures come before
 * refunds, so that a refund finds what its seller is owed.
 */
export async function bookPastFunds(container: MedusaContainer): Promise<void> {
  const money = await moneyByConsignment(container)
  const times = await movementTimes(container)
  for (const kind of ["capture", "refund"] as const) {
    const shares = await modules.consignments(container).listShares(kind)
    const post = kind === "capture" ? postCapture : postRefund
    for (let start = 0; start < shares.length; start += atATime) {
      await Promise.all(
        shares.slice(start, start + atATime).map(async ({ source_id, ...share }) => {
          const at = times.get(source_id)
          const owner = money.get(share.consignment_id)
          if (!at || !owner) return
          const seller_id = owner.sellerId
          await post(container, {
            cause: { id: source_id, at },
            share: { ...share, seller_id },
            money: owner,
          })
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
