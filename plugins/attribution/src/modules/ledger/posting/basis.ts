import type { LotBasis } from "../../../domain/split-line"
import type { LineLot } from "../types"

/** A line's lots as the domain reads them. */
export function toLotBasis(lots: readonly LineLot[]): LotBasis[] {
  return lots.map(({ lot_id, grams, shares }) => ({
    lotId: lot_id,
    grams,
    shares: shares.map((share) => ({
      householdId: share.household_id,
      isEnrolled: share.is_enrolled,
      statusLabelZh: share.status_label_zh,
      villageCode: share.village_code,
      parts: share.parts,
    })),
  }))
}
