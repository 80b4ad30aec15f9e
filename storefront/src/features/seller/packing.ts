import type { SellerLot } from "@shangxing/provenance/types/http"

/**
 * Packs made of a lot: which lots can be packed, what a form takes of each, and whether that is
 * there. Browser and server read the same sentence from here. Weights are grams.
 */

/** Why a lot cannot be packed now; `null` when it can. */
export type LotHindrance = "open" | "recalled" | "no_certificate" | "expired" | "empty"

export type LotChoice = {
  id: string
  code: string
  grade: string
  leftG: number
  hindrance: LotHindrance | null
}

/** What one pack size takes of a lot. `key` is the pack size's place in the form. */
export type PackUse = { key: string; lotId: string; units: number; unitG: number }

export type PackNote = {
  code: string
  leftG: number
  /** This pack size's part. */
  useG: number
  /** All pack sizes of the form that take of this lot. */
  takenG: number
  /** Most packs of this size that the lot still gives, the others' taken first. */
  mostUnits: number
}

/** The seller's lots as a form offers them: those that can be packed first. `today`: YYYY-MM-DD. */
export function lotChoices(lots: readonly SellerLot[], today: string): LotChoice[] {
  const choices = lots.map((lot) => ({
    id: lot.id,
    code: lot.code,
    grade: lot.grade,
    leftG: lot.unpacked_g,
    hindrance: hindranceOf(lot, today),
  }))
  return [
    ...choices.filter(({ hindrance }) => hindrance === null),
    ...choices.filter(({ hindrance }) => hindrance !== null && isWorthSaying(hindrance)),
  ]
}

/** A note per pack size that takes of a known lot. */
export function packNotes(
  lots: readonly Pick<LotChoice, "id" | "code" | "leftG">[],
  uses: readonly PackUse[],
): Map<string, PackNote> {
  const taken = new Map<string, number>()
  for (const { lotId, units, unitG } of uses) {
    taken.set(lotId, (taken.get(lotId) ?? 0) + units * unitG)
  }
  const notes = new Map<string, PackNote>()
  for (const { key, lotId, units, unitG } of uses) {
    const lot = lots.find(({ id }) => id === lotId)
    if (!lot) continue
    const useG = units * unitG
    const takenG = taken.get(lotId) ?? 0
    const free = Math.max(0, lot.leftG - (takenG - useG))
    const mostUnits = Math.floor(free / unitG)
    notes.set(key, { code: lot.code, leftG: lot.leftG, useG, takenG, mostUnits })
  }
  return notes
}

function hindranceOf(lot: SellerLot, today: string): LotHindrance | null {
  if (lot.status === "open" || lot.status === "recalled") return lot.status
  if (lot.expires_on.slice(0, 10) < today) return "expired"
  if (lot.unpacked_g <= 0) return "empty"
  return lot.certificate_number ? null : "no_certificate"
}

/** A packed or recalled lot is done with; one that lacks something is worth a word. */
function isWorthSaying(hindrance: LotHindrance): boolean {
  return hindrance === "open" || hindrance === "no_certificate"
}
