import type { MedusaContainer } from "@medusajs/framework/types"
import { refuse } from "@shangxing/marketplace/lib/localize"
import type { SellerListingBody } from "@shangxing/marketplace/types/http"
import { businessDay } from "@shangxing/provenance/domain/business-day"
import { refusalWords } from "@shangxing/provenance/lib/refusals"
import type { SellerLot } from "@shangxing/provenance/types/http"

import { modules } from "../gather/modules"

/** More lots than a seller can have open; what is asked for is looked up among them. */
const ALL = 10_000

/**
 * Looks at every lot that a listing is packed from, before anything is written: each must be the
 * seller's own, certified, neither recalled nor expired, and hold all that is asked of it together.
 *
 * @throws MedusaError INVALID_DATA `lot_unknown`, `lot_recalled`, `certificate_missing`,
 * `lot_expired`, `lot_packed_over`.
 */
export async function assertPackable(
  container: MedusaContainer,
  sellerId: string,
  { variants }: SellerListingBody,
): Promise<void> {
  const wanted = new Map<string, number>()
  for (const { pack, weight_g } of variants) {
    if (pack) wanted.set(pack.lot_id, (wanted.get(pack.lot_id) ?? 0) + pack.units * weight_g)
  }
  if (wanted.size === 0) return
  const { lots } = await modules.lots(container).listLotsOfSeller(sellerId, { limit: ALL })
  for (const [lotId, grams] of wanted) {
    const lot = lots.find(({ id }) => id === lotId)
    if (!lot) {
      throw refuse("invalid_data", "lot_unknown", {
        zh: `批次 ${lotId} 不是本合作社的，请从列表里选。`,
        en: `Lot ${lotId} is not one of this seller's. Choose one from the list.`,
      })
    }
    assertLotHolds(lot, grams)
  }
}

function assertLotHolds(lot: SellerLot, grams: number): void {
  if (lot.status === "recalled") throw refused("lot_recalled", lot)
  if (lot.certificate_number === null) throw refused("certificate_missing", lot)
  if (lot.expires_on < businessDay(new Date())) {
    throw refuse("invalid_data", "lot_expired", {
      zh: `批次 ${lot.code} 已于 ${lot.expires_on} 过保质期，不能再装。请选别的批次。`,
      en: `Lot ${lot.code} expired on ${lot.expires_on}, so it can't be packed. Choose another.`,
    })
  }
  if (grams > lot.unpacked_g) {
    const [left, asked] = [lot.unpacked_g / 1000, grams / 1000]
    throw refuse("invalid_data", "lot_packed_over", {
      zh: `批次 ${lot.code} 还有 ${left} kg 没装，装不下 ${asked} kg。请减少包数。`,
      en: `Lot ${lot.code} has ${left} kg left to pack, less than ${asked} kg. Pack fewer.`,
    })
  }
}

function refused(code: "lot_recalled" | "certificate_missing", lot: SellerLot) {
  return refuse("invalid_data", code, refusalWords(code, lot.code))
}
