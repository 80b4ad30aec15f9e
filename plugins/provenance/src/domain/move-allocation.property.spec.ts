import fc from "fast-check"

import { moveRefusal } from "./move-allocation"

type Shelf = { taken: number[]; packed: number[] }

describe("moving allocations", () => {
  it("keeps what the line holds, and never takes a pack beyond what was packed", () => {
    const moves = fc.array(fc.record({ from: fc.nat(2), to: fc.nat(2), units: fc.nat(6) }))
    const packed = fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9))
    fc.assert(
      fc.property(packed, fc.nat(5), moves, (sizes, ordered, list) => {
        fc.pre(ordered <= sizes[0])
        const shelf: Shelf = { taken: [ordered, 0, 0], packed: [...sizes] }
        for (const move of list) step(shelf, move)
        expect(shelf.taken.reduce((sum, units) => sum + units, 0)).toBe(ordered)
        shelf.taken.forEach((units, i) => {
          expect(units).toBeGreaterThanOrEqual(0)
          expect(units).toBeLessThanOrEqual(shelf.packed[i]!)
        })
      }),
    )
  })

  function step({ taken, packed }: Shelf, move: { from: number; to: number; units: number }) {
    const refusal = moveRefusal(
      { variantId: "v", lotId: `lot_${move.from}`, units: taken[move.from]! },
      {
        variantId: "v",
        lotId: `lot_${move.to}`,
        status: "listed",
        expiresOn: "2027-01-01",
        freeUnits: packed[move.to]! - taken[move.to]!,
      },
      move.units,
      "2026-11-22",
    )
    if (refusal !== null) return
    taken[move.from]! -= move.units
    taken[move.to]! += move.units
  }
})
