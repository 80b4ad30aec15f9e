import fc from "fast-check"

import {
  receiptRefusal,
  receiptState,
  receivedOn,
  type ReceiptFact,
  type ReceiptFactKind,
} from "./receipt-state"

const kinds: ReceiptFactKind[] = ["paid", "confirmed", "disputed", "dispute_settled", "voided"]
const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-11-${String(n).padStart(2, "0")}`)
const attempts = fc.array(fc.record({ kind: fc.constantFrom(...kinds), on: day }), {
  maxLength: 12,
})

/** Facts as the service would let them in, one after the other. */
function admitted(wanted: readonly ReceiptFact[]): ReceiptFact[] {
  const facts: ReceiptFact[] = []
  for (const fact of wanted) {
    if (receiptRefusal(facts, fact.kind) === null) facts.push(fact)
  }
  return facts
}

describe("a receipt", () => {
  it("counts only when it was paid and confirmed, and nothing is disputed or voided", () => {
    fc.assert(
      fc.property(attempts, (wanted) => {
        const facts = admitted(wanted)
        const has = (kind: ReceiptFactKind) => facts.some((fact) => fact.kind === kind)
        if (receiptState(facts) === "received") {
          expect([has("paid"), has("confirmed"), has("voided")]).toEqual([true, true, false])
        }
        expect(receivedOn(facts) !== null).toBe(receiptState(facts) === "received")
      }),
    )
  })

  it("is paid, confirmed and voided at most once, whatever is tried", () => {
    fc.assert(
      fc.property(attempts, (wanted) => {
        const facts = admitted(wanted)
        for (const kind of ["paid", "confirmed", "voided"] as const) {
          expect(facts.filter((fact) => fact.kind === kind).length).toBeLessThanOrEqual(1)
        }
      }),
    )
  })

  it("is received on the later of the two days", () => {
    fc.assert(
      fc.property(day, day, (paid, confirmed) => {
        const facts: ReceiptFact[] = [
          { kind: "paid", on: paid },
          { kind: "confirmed", on: confirmed },
        ]
        expect(receivedOn(facts)).toBe(paid > confirmed ? paid : confirmed)
      }),
    )
  })

  it("does not depend on the order in which its facts are read", () => {
    fc.assert(
      fc.property(attempts, (wanted) => {
        const facts = admitted(wanted)
        expect(receiptState([...facts].reverse())).toBe(receiptState(facts))
        expect(receivedOn([...facts].reverse())).toBe(receivedOn(facts))
      }),
    )
  })

  it("can be disputed before and after it was confirmed, and counts again when that is settled", () => {
    const received: ReceiptFact[] = [
      { kind: "paid", on: "2026-11-01" },
      { kind: "confirmed", on: "2026-11-02" },
    ]
    const disputed: ReceiptFact[] = [...received, { kind: "disputed", on: "2026-11-03" }]
    expect(receiptState(disputed)).toBe("disputed")
    const settled: ReceiptFact[] = [...disputed, { kind: "dispute_settled", on: "2026-11-04" }]
    expect(receiptState(settled)).toBe("received")
    expect(receiptRefusal(received, "voided")).toBe("receipt_received")
  })
})
