import fc from "fast-check"

import {
  composeLot,
  fromHousehold,
  fromUnknown,
  unattributedGrams,
  type Share,
  type Source,
} from "./compose-lot"

const grams = fc.bigInt({ min: 1n, max: 10_000_000n })
const origin = fc.record({
  householdId: fc.constantFrom("hh_a", "hh_b", "hh_c", "hh_d"),
  statusLabelZh: fc.constantFrom("脱贫户", null),
  isEnrolled: fc.boolean(),
  villageCode: fc.constantFrom("513423100201", "513423100202"),
})
const simple: fc.Arbitrary<Source> = fc.oneof(
  fc.tuple(grams, origin).map(([g, o]) => fromHousehold(g, o)),
  grams.map(fromUnknown),
)
const simples = fc.array(simple, { minLength: 1, maxLength: 12 })
const blend: fc.Arbitrary<Source> = fc
  .tuple(grams, simples)
  .map(([g, sources]) => ({ grams: g, shares: composeLot(sources) }))
const sources = fc.array(fc.oneof(simple, blend), { minLength: 1, maxLength: 12 })

const whole = (shares: readonly Share[]) => shares.reduce((sum, { parts }) => sum + parts, 0n)
const partsOf = (shares: readonly Share[], id: string | null) =>
  whole(shares.filter(({ householdId }) => householdId === id))
const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b))

describe("composeLot", () => {
  it("is the mean by weight, exactly, for every household", () => {
    fc.assert(
      fc.property(sources, (list) => {
        const shares = composeLot(list)
        const total = list.reduce((sum, source) => sum + source.grams, 0n)
        for (const id of ["hh_a", "hh_b", "hh_c", "hh_d", null]) {
          // parts/whole = Σ gramsᵢ·partsᵢ/wholeᵢ ÷ Σ gramsᵢ, over a common denominator.
          const denominator = list.reduce((product, s) => product * whole(s.shares), 1n)
          const numerator = list.reduce(
            (sum, s) => sum + (s.grams * partsOf(s.shares, id) * denominator) / whole(s.shares),
            0n,
          )
          expect(partsOf(shares, id) * total * denominator).toBe(numerator * whole(shares))
        }
      }),
    )
  })

  it("has positive parts in lowest terms, one per household, status and village", () => {
    fc.assert(
      fc.property(sources, (list) => {
        const shares = composeLot(list)
        expect(shares.every(({ parts }) => parts > 0n)).toBe(true)
        expect(shares.reduce((acc, { parts }) => gcd(acc, parts), 0n)).toBe(1n)
        const keys = shares.map(({ parts: _parts, ...key }) => JSON.stringify(key))
        expect(new Set(keys).size).toBe(keys.length)
      }),
    )
  })

  it("does not depend on the order of its sources", () => {
    fc.assert(
      fc.property(sources, (list) => {
        expect(composeLot([...list].reverse())).toEqual(composeLot(list))
      }),
    )
  })

  it("is the same for a lot made in one go and by way of a part lot", () => {
    fc.assert(
      fc.property(simples, simples, (first, second) => {
        const partLot = {
          grams: first.reduce((sum, source) => sum + source.grams, 0n),
          shares: composeLot(first),
        }
        expect(composeLot([partLot, ...second])).toEqual(composeLot([...first, ...second]))
      }),
    )
  })

  it("invents nothing: households come from the sources only", () => {
    fc.assert(
      fc.property(sources, (list) => {
        const known = new Set(list.flatMap((s) => s.shares.map(({ householdId }) => householdId)))
        expect(composeLot(list).every(({ householdId }) => known.has(householdId))).toBe(true)
      }),
    )
  })
})

describe("unattributedGrams", () => {
  it("is within half a gram of exact and never beyond the lot", () => {
    fc.assert(
      fc.property(sources, grams, (list, net) => {
        const shares = composeLot(list)
        const unknown = unattributedGrams(shares, net)
        const error = unknown * whole(shares) - net * partsOf(shares, null)
        expect(2n * error <= whole(shares) && 2n * error >= -whole(shares)).toBe(true)
        expect(unknown >= 0n && unknown <= net).toBe(true)
      }),
    )
  })
})
