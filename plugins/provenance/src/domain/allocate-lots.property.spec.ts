import fc from "fast-check"

import { allocateLots, type FreePack } from "./allocate-lots"

const variantId = fc.constantFrom("variant_1", "variant_2")
const TODAY = "2026-11-21"
const packs = fc.uniqueArray(
  fc.record<FreePack>({
    lotPackId: fc.uuid(),
    lotId: fc.constantFrom("lot_1", "lot_2", "lot_3"),
    variantId,
    expiresOn: fc.constantFrom("2026-11-20", TODAY, "2026-12-24", "2027-03-01"),
    unitGrams: fc.integer({ min: 1, max: 10_000 }),
    freeUnits: fc.integer({ min: -3, max: 30 }),
  }),
  { selector: ({ lotPackId }) => lotPackId, maxLength: 10 },
)
const lines = fc.uniqueArray(
  fc.record({ lineItemId: fc.uuid(), variantId, quantity: fc.integer({ min: 1, max: 30 }) }),
  { selector: ({ lineItemId }) => lineItemId, maxLength: 5 },
)

const free = (list: readonly FreePack[], id: string) =>
  list
    .filter((pack) => pack.variantId === id && pack.expiresOn >= TODAY)
    .reduce((sum, { freeUnits }) => sum + Math.max(0, freeUnits), 0)

describe("allocateLots", () => {
  it("serves each line in full, never over a pack, and weighs what it takes", () => {
    fc.assert(
      fc.property(lines, packs, (wanted, shelf) => {
        const { allocations } = allocateLots(wanted, shelf, TODAY)
        fc.pre(allocations !== null)
        for (const { lineItemId, quantity } of wanted) {
          const own = allocations.filter((a) => a.lineItemId === lineItemId)
          expect(own.reduce((sum, { units }) => sum + units, 0)).toBe(quantity)
        }
        for (const pack of shelf) {
          const taken = allocations.filter((a) => a.lotPackId === pack.lotPackId)
          const units = taken.reduce((sum, a) => sum + a.units, 0)
          expect(units).toBeLessThanOrEqual(Math.max(0, pack.freeUnits))
          expect(taken.every((a) => a.grams === a.units * pack.unitGrams)).toBe(true)
        }
      }),
    )
  })

  it("refuses exactly when some variant has too little", () => {
    fc.assert(
      fc.property(lines, packs, (wanted, shelf) => {
        const isShort = ["variant_1", "variant_2"].some(
          (id) =>
            wanted.filter((l) => l.variantId === id).reduce((sum, l) => sum + l.quantity, 0) >
            free(shelf, id),
        )
        expect(allocateLots(wanted, shelf, TODAY).refusal !== null).toBe(isShort)
      }),
    )
  })

  it("leaves nothing that expires earlier than what it takes", () => {
    fc.assert(
      fc.property(lines, packs, (wanted, shelf) => {
        const { allocations } = allocateLots(wanted, shelf, TODAY)
        fc.pre(allocations !== null)
        const taken = (id: string) =>
          allocations.filter((a) => a.lotPackId === id).reduce((sum, a) => sum + a.units, 0)
        for (const used of shelf.filter((pack) => taken(pack.lotPackId) > 0)) {
          const earlier = shelf.filter(
            (pack) =>
              pack.variantId === used.variantId &&
              pack.expiresOn >= TODAY &&
              pack.expiresOn < used.expiresOn,
          )
          expect(earlier.every((p) => taken(p.lotPackId) === Math.max(0, p.freeUnits))).toBe(true)
        }
      }),
    )
  })

  it("does not depend on the order of the packs", () => {
    fc.assert(
      fc.property(lines, packs, (wanted, shelf) => {
        expect(allocateLots(wanted, [...shelf].reverse(), TODAY)).toEqual(
          allocateLots(wanted, shelf, TODAY),
        )
      }),
    )
  })
})
