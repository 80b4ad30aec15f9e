import fc from "fast-check"

import { disputeRefusal, isDisputed, type DisputeEntryKind } from "./dispute"

const kinds = fc.array(fc.constantFrom<DisputeEntryKind>("opened", "answered", "resolved"))

describe("a dispute's entries", () => {
  it("hold as many resolutions as openings, or one opening more while it is disputed", () => {
    fc.assert(
      fc.property(kinds, (wanted) => {
        const entries: DisputeEntryKind[] = []
        for (const next of wanted) {
          if (disputeRefusal(entries.at(-1) ?? null, next, "x") === null) entries.push(next)
        }
        const count = (kind: DisputeEntryKind) => entries.filter((entry) => entry === kind).length
        const isOpen = isDisputed(entries.at(-1) ?? null)
        expect(count("opened") - count("resolved")).toBe(isOpen ? 1 : 0)
      }),
    )
  })
})
