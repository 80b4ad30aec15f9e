import { fromHousehold, fromUnknown, type Source } from "../../../domain/compose-lot"
import type { DeliveryRecord, DeliveryStatus, LotRecord, ShareRecord } from "../types"

/** What goes into a lot, read and checked, and how the domain's composition sees it. */

export type InputLot = { lot: LotRecord; grams: number; shares: ShareRecord[] }

export type LotIngredients = {
  deliveries: DeliveryRecord[]
  inputLots: InputLot[]
  unattributedG: number
  statuses: ReadonlyMap<string, DeliveryStatus>
}

export function gatherSources(ingredients: LotIngredients): Source[] {
  const { deliveries, inputLots, unattributedG, statuses } = ingredients
  return [
    ...deliveries.map((delivery) => deliverySource(delivery, statuses.get(delivery.id))),
    ...inputLots.map(({ grams, shares }) => ({
      grams: BigInt(grams),
      shares: shares.map((share) => ({
        householdId: share.household_id,
        statusLabelZh: share.status_label_zh,
        isEnrolled: share.is_enrolled,
        villageCode: share.village_code,
        parts: BigInt(share.parts),
      })),
    })),
    ...(unattributedG > 0 ? [fromUnknown(BigInt(unattributedG))] : []),
  ]
}

function deliverySource(delivery: DeliveryRecord, status: DeliveryStatus | undefined): Source {
  return fromHousehold(BigInt(delivery.net_g), {
    householdId: delivery.household_id,
    statusLabelZh: status?.label_zh ?? null,
    isEnrolled: status?.is_enrolled ?? false,
    villageCode: delivery.village_code,
  })
}
