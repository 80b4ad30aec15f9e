import fc from "fast-check"
import { describe, expect, it } from "vitest"

import { addDays, daysBetween, dayOf, instantOf } from "./days"
import { createDice } from "./dice"
import { checkDigit, demoGtin } from "./gtin"
import { parseRows } from "./rows"

describe("dice", () => {
  it("throw the same for the same seed, and always within bounds", () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.integer({ min: -50, max: 50 }),
        fc.nat(100),
        (seed, from, span) => {
          const throws = (dice = createDice(seed)) =>
            Array.from({ length: 20 }, () => dice.int(from, from + span))
          expect(throws()).toEqual(throws())
          for (const n of throws()) expect(n >= from && n <= from + span).toBe(true)
        },
      ),
    )
  })

  it("shuffle without losing anything", () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.integer()), (seed, items) => {
        const shuffled = createDice(seed).shuffle(items)
        expect([...shuffled].sort()).toEqual([...items].sort())
      }),
    )
  })
})

describe("days", () => {
  it("go forth and back, and a Shanghai clock falls on its own day", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -400, max: 400 }),
        fc.nat(23),
        fc.nat(59),
        (n, hour, minute) => {
          const day = addDays("2026-11-21", n)
          expect(daysBetween("2026-11-21", day)).toBe(n)
          expect(dayOf(instantOf(day, hour, minute))).toBe(day)
        },
      ),
    )
  })
})

describe("demoGtin", () => {
  it("makes 14 digits under GS1's documentation prefix with a right check digit", () => {
    fc.assert(
      fc.property(fc.nat(99_999), (n) => {
        const gtin = demoGtin(n)
        expect(gtin).toMatch(/^09521234\d{6}$/)
        expect(checkDigit(gtin.slice(0, -1))).toBe(gtin.at(-1))
      }),
    )
  })

  it("agrees with GS1's own example and refuses what does not fit", () => {
    expect(checkDigit("0952123454321")).toBe("3")
    expect(() => demoGtin(100_000)).toThrow(RangeError)
  })
})

describe("parseRows", () => {
  it("reads quoted fields and empty ones", () => {
    expect(parseRows('a,b,c\n1,"x, y",\n')).toEqual([{ a: "1", b: "x, y", c: "" }])
  })

  it("refuses a row that is too short", () => {
    expect(() => parseRows("a,b\n1")).toThrow(RangeError)
  })
})
