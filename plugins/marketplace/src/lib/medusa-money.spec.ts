import { BigNumber } from "@medusajs/framework/utils"
import fc from "fast-check"

import { toExact, toFen, toYuan } from "./medusa-money"

describe("toFen", () => {
  it.each([
    [49.8, 4980],
    ["49.80", 4980],
    [new BigNumber("0.1"), 10],
    [0.285, 29],
    ["0.284999999999", 28],
    [-0.5, -50],
  ])("reads %p yuan as %d fen", (yuan, fen) => {
    expect(toFen(yuan)).toBe(fen)
  })

  it("breaks on an amount that is not there", () => {
    const missing = undefined as unknown as number
    expect(() => toFen(missing)).toThrow(expect.objectContaining({ code: "amount_missing" }))
  })

  it("breaks on an amount that would not be exact", () => {
    expect(() => toFen("99999999999999999")).toThrow(
      expect.objectContaining({ code: "amount_unsafe" }),
    )
  })

  it("undoes toYuan", () => {
    const fen = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 })
    fc.assert(fc.property(fen, (amount) => expect(toFen(toYuan(amount))).toBe(amount)))
  })
})

describe("toExact", () => {
  it("keeps fractions of a fen", () => {
    expect(toExact("0.333333333333")).toBe(333_333_333_333n)
  })

  it("is ten thousand million times a whole number of fen", () => {
    fc.assert(
      fc.property(fc.nat(), (fen) => expect(toExact(toYuan(fen))).toBe(BigInt(fen) * 10n ** 10n)),
    )
  })
})
