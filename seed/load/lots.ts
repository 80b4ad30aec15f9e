import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import {
  listLotWorkflow,
  packLotWorkflow,
  recallLotWorkflow,
  recordDeliveriesWorkflow,
  sealLotWorkflow,
} from "@shangxing/provenance/workflows"

import { addDays, instantOf } from "../generate/days"
import type { DeliveryPlan, LotPlan } from "../generate/lots"
import { getOrThrow } from "./collections"
import type { LoadedVariant } from "./products"

export type LotIds = ReadonlyMap<string, string>
export type Registry = {
  sellerIds: ReadonlyMap<string, string>
  householdIds: ReadonlyMap<string, string>
}

const lotKey = ({ seller, code }: { seller: string; code: string }) => `${seller}/${code}`

/** Weighs everything in, then seals the lots in their order: sources before blends. */
export async function sealLots(
  container: MedusaContainer,
  lots: readonly LotPlan[],
  registry: Registry,
): Promise<Map<string, string>> {
  const deliveryIds = await recordDeliveries(
    container,
    lots.flatMap(({ deliveries }) => deliveries),
    registry,
  )
  const lotIds = new Map<string, string>()
  for (const lot of lots) {
    const { result } = await sealLotWorkflow(container).run({
      input: {
        ...placeAndKind(lot),
        seller_id: getOrThrow(registry.sellerIds, lot.seller, "seller"),
        delivery_ids: lot.deliveries.map((delivery) =>
          getOrThrow(deliveryIds, delivery, "delivery"),
        ),
        input_lots: lot.inputs.map((input) => ({
          lot_id: getOrThrow(lotIds, lotKey(input), "lot"),
          net_g: input.net_g,
        })),
        unattributed_g: lot.unattributed_g,
        net_g: lot.net_g,
        max_yield_basis_points: lot.yield_bps,
        certificate: lot.certificate,
        sealed_at: instantOf(lot.harvest, 18, 30),
        is_traced_later: true,
      },
    })
    lotIds.set(lotKey(lot), result.id)
  }
  return lotIds
}

/** Records deliveries that no lot holds yet. */
export async function recordDeliveries(
  container: MedusaContainer,
  deliveries: readonly DeliveryPlan[],
  { sellerIds, householdIds }: Registry,
): Promise<Map<DeliveryPlan, string>> {
  const ids = new Map(deliveries.map((delivery) => [delivery, generateEntityId(undefined, "dlv")]))
  await recordDeliveriesWorkflow(container).run({
    input: {
      deliveries: [...ids].map(([{ seller, household, confirmed_via, ...delivery }, id]) => ({
        ...delivery,
        id,
        seller_id: getOrThrow(sellerIds, seller, "seller"),
        household_id: getOrThrow(householdIds, household, "household"),
        recorded_by: "过磅员（演示）",
        confirmed_via,
        confirmed_at: confirmed_via === null ? null : instantOf(delivery.delivered_on, 17, 0),
      })),
    },
  })
  return ids
}

/** Packs a lot and puts it on sale, on the days on which the story does. */
export async function offerLot(
  container: MedusaContainer,
  lot: LotPlan,
  lotIds: LotIds,
  registry: Registry,
  variants: ReadonlyMap<string, LoadedVariant>,
): Promise<void> {
  if (lot.listed_on === null) return
  const ids = idsOf(lot, lotIds, registry)
  await packLotWorkflow(container).run({
    input: {
      ...ids,
      packs: lot.packs.map(({ gtin, unit_g, units }) => {
        const variant = getOrThrow(variants, gtin, "variant")
        return { variant_id: variant.id, product_id: variant.productId, gtin, unit_g, units }
      }),
      packed_at: instantOf(addDays(lot.listed_on, -1), 16, 0),
      is_traced_later: true,
    },
  })
  await listLotWorkflow(container).run({
    input: { ...ids, listed_at: instantOf(lot.listed_on, 8, 0), is_traced_later: true },
  })
}

export async function recallLot(
  container: MedusaContainer,
  lot: LotPlan,
  lotIds: LotIds,
  registry: Registry,
): Promise<void> {
  if (lot.recalled_on === null) return
  await recallLotWorkflow(container).run({
    input: {
      ...idsOf(lot, lotIds, registry),
      recalled_at: instantOf(lot.recalled_on, 9, 0),
      is_traced_later: true,
    },
  })
}

function idsOf(lot: LotPlan, lotIds: LotIds, { sellerIds }: Registry) {
  return {
    lot_id: getOrThrow(lotIds, lotKey(lot), "lot"),
    seller_id: getOrThrow(sellerIds, lot.seller, "seller"),
  }
}

function placeAndKind(lot: LotPlan) {
  const { code, product_kind, grade, county_code, township_code, village_code, expires_on } = lot
  return { code, product_kind, grade, county_code, township_code, village_code, expires_on }
}
