import type { MedusaContainer } from "@medusajs/framework/types"
import { modules } from "../gather/modules"

type CapturedLine = { line_item_id: string; goods_fen_total: number }

/**
 * Gathers what the attribution book needs to know of an order's captured lines: who sold them
 * (marketplace) and which households' goods were in them (provenance).
 */
export async function linesToAttribute(
  container: MedusaContainer,
  orderId: string,
  captured: CapturedLine[],
) {
  const consignments = await modules
    .consignments(container)
    .listConsignments({ order_id: orderId }, { relations: ["lines"] })
  const sellers = await modules
    .sellers(container)
    .listSellers({ id: consignments.map(({ seller_id }) => seller_id) })
  const countyOfSeller = new Map(sellers.map(({ id, county_code }) => [id, county_code]))
  const consignmentOfLine = new Map(
    consignments.flatMap((consignment) =>
      consignment.lines.map((line) => [line.line_item_id, { consignment, line }] as const),
    ),
  )
  const allocations = await modules
    .lots(container)
    .allocationsOf(captured.map(({ line_item_id }) => line_item_id))

  return captured.map(({ line_item_id, goods_fen_total }) => {
    const { consignment, line } = consignmentOfLine.get(line_item_id)!
    return {
      line_item_id,
      product_id: line.product_id,
      seller_id: consignment.seller_id,
      seller_county_code: countyOfSeller.get(consignment.seller_id)!,
      destination_county_code: consignment.destination_county_code,
      captured_goods_fen_total: goods_fen_total,
      lots: allocations
        .filter((allocation) => allocation.line_item_id === line_item_id)
        .map(({ lot_id, grams, shares }) => ({ lot_id, grams, shares })),
    }
  })
}
