import fc from "fast-check"
import { describe, expect, it } from "vitest"

import { bankNotes } from "./bank-notes"

describe("bankNotes", () => {
  it("lays ¥4,760 as four bundles, seven hundreds, a fifty and a ten", () => {
    expect(bankNotes(476_000)).toEqual({
      bundles: 4,
      notes: [100, 100, 100, 100, 100, 100, 100, 50, 10],
      restFen: 0,
    })
  })

  it("comes to the amount, with at most seventeen notes", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), (fen) => {
        const { bundles, notes, restFen } = bankNotes(fen)
        const yuan = bundles * 1000 + notes.reduce((sum, note) => sum + note, 0)
        expect(yuan * 100 + restFen).toBe(fen)
        expect(notes.length).toBeLessThanOrEqual(17)
      }),
    )
  })
})
