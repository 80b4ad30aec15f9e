import fc from "fast-check"

import {
  earnedGrams,
  isVoidByHand,
  REBATE_RECORDER,
  rebateChange,
  rebateFen,
  type RebateReceipt,
  type RebateRule,
} from "./rebate"

const rule = fc.record({
  kind: fc.constantFrom<RebateRule["kind"]>("fen_per_kg", "basis_points"),
  value: fc.integer({ min: 0, max: 10_000 }),
})
const amount = fc.integer({ min: 0, max: 1_000_000_000 })
const earned = fc.record({ grams: amount, netFen: amount })
const UNIT = { fen_per_kg: 1_000, basis_points: 10_000 }
const basisOf = ({ kind }: RebateRule, share: { grams: number; netFen: number }) =>
  kind === "fen_per_kg" ? share.grams : share.netFen

describe("rebateFen", () => {
  it.each([
    [{ kind: "fen_per_kg", value: 20 }, { grams: 2_500, netFen: 0 }, 50],
    [{ kind: "fen_per_kg", value: 1 }, { grams: 499, netFen: 9_900 }, 0],
    [{ kind: "fen_per_kg", value: 1 }, { grams: 500, netFen: 0 }, 1],
    [{ kind: "basis_points", value: 250 }, { grams: 0, netFen: 9_900 }, 248],
    [{ kind: "basis_points", value: 250 }, { grams: 0, netFen: -9_900 }, 0],
  ] as const)("gives %j on %j: %i fen", (of, share, fen) => {
    expect(rebateFen(of, share)).toBe(fen)
  })

  it("is within half a fen of the exact amount, however much was earned", () => {
    fc.assert(
      fc.property(rule, earned, (of, share) => {
        const exact = BigInt(basisOf(of, share)) * BigInt(of.value)
        const twice = 2n * (BigInt(rebateFen(of, share)) * BigInt(UNIT[of.kind]) - exact)
        expect(twice <= BigInt(UNIT[of.kind]) && twice >= -BigInt(UNIT[of.kind])).toBe(true)
      }),
    )
  })

  it("never gives less for more", () => {
    fc.assert(
      fc.property(rule, earned, earned, (of, some, more) => {
        const both = { grams: some.grams + more.grams, netFen: some.netFen + more.netFen }
        expect(rebateFen(of, both)).toBeGreaterThanOrEqual(rebateFen(of, some))
      }),
    )
  })

  it("refuses what is no whole number", () => {
    expect(() => rebateFen({ kind: "basis_points", value: 2.5 }, { grams: 0, netFen: 1 })).toThrow(
      RangeError,
    )
  })
})

const line = fc
  .record({
    grams: fc.integer({ min: 0, max: 1_000_000 }),
    parts: fc.uniqueArray(
      fc.record({ key: fc.uuid(), earnedFen: fc.integer({ min: 0, max: 100_000 }) }),
      { selector: ({ key }) => key, maxLength: 20 },
    ),
    refundedFen: fc.integer({ min: 0, max: 100_000 }),
  })
  .map(({ refundedFen, ...one }) => ({
    ...one,
    capturedFen: one.parts.reduce((sum, { earnedFen }) => sum + earnedFen, refundedFen),
  }))

describe("earnedGrams", () => {
  it("gives a line that is earned whole exactly its weight", () => {
    fc.assert(
      fc.property(line, ({ grams, parts }) => {
        const capturedFen = parts.reduce((sum, { earnedFen }) => sum + earnedFen, 0)
        const sum = [...earnedGrams({ grams, parts, capturedFen }).values()].reduce(
          (a, b) => a + b,
          0,
        )
        expect(sum).toBe(capturedFen > 0 ? grams : 0)
      }),
    )
  })

  it("is less than one gram from the exact share, refunds left out", () => {
    fc.assert(
      fc.property(line, (one) => {
        const grams = earnedGrams(one)
        for (const { key, earnedFen } of one.parts) {
          if (one.capturedFen === 0) continue
          const error = BigInt(grams.get(key)!) * BigInt(one.capturedFen)
          const exact = BigInt(one.grams) * BigInt(earnedFen)
          const off = error > exact ? error - exact : exact - error
          expect(off < BigInt(one.capturedFen)).toBe(true)
        }
      }),
    )
  })
})

/** What a household holds or is still promised by its receipts. */
const promised = (receipts: readonly RebateReceipt[]) =>
  receipts
    .filter(({ standing }) => standing !== "gone")
    .reduce((sum, { amountFen }) => sum + amountFen, 0)

/** Receipts after a change, as the module writes them. */
function after(owedFen: number, receipts: readonly RebateReceipt[]): RebateReceipt[] {
  const { voidIds, oweFen } = rebateChange(owedFen, receipts)
  const kept = receipts.map((one): RebateReceipt =>
    voidIds.includes(one.id) ? { ...one, standing: "gone" } : one,
  )
  const fresh: RebateReceipt = {
    id: String(receipts.length),
    amountFen: oweFen,
    standing: "open",
  }
  return oweFen > 0 ? [...kept, fresh] : kept
}

const step = fc.record({ owedFen: fc.integer({ min: 0, max: 10_000 }), isPaid: fc.boolean() })

describe("rebateChange", () => {
  it("brings the receipts to what is owed, and never below what was paid", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let receipts: RebateReceipt[] = []
        for (const { owedFen, isPaid } of steps) {
          const paid = promised(receipts.filter(({ standing }) => standing === "fixed"))
          receipts = after(owedFen, receipts)
          expect(promised(receipts)).toBe(Math.max(owedFen, paid))
          if (isPaid) {
            receipts = receipts.map((one) =>
              one.standing === "open" ? { ...one, standing: "fixed" } : one,
            )
          }
        }
      }),
    )
  })

  it("writes nothing the second time", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 6 }), step, (steps, { owedFen }) => {
        const receipts = steps.reduce<RebateReceipt[]>((all, one) => after(one.owedFen, all), [])
        const settled = after(owedFen, receipts)
        expect(rebateChange(owedFen, settled)).toEqual({ voidIds: [], oweFen: 0 })
      }),
    )
  })
})

describe("isVoidByHand", () => {
  it.each([
    ["rebate", "voided", "mem_1", true],
    ["rebate", "voided", REBATE_RECORDER, false],
    ["rebate", "paid", "mem_1", false],
    ["wage", "voided", "mem_1", false],
  ])("%s %s by %s: %s", (channel, kind, by, is) => {
    expect(isVoidByHand(channel, kind, by)).toBe(is)
  })
})
