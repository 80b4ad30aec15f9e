import fc from "fast-check"
import type { StatementLine } from "@shangxing/attribution/types/receipts"
import { describe, expect, it } from "vitest"

import { fitLines } from "./fit-lines"

const delivery = (grade: string, change: Partial<StatementLine> = {}): StatementLine => ({
  receipt_id: "rcp_1",
  channel: "purchase",
  amount_fen: 297_600,
  arose_on: "2026-10-08",
  due_on: "2026-10-22",
  state: "due",
  paid_on: null,
  note: null,
  goods: {
    product_kind: "苹果",
    grade,
    net_g: 620_000,
    price_fen_per_kg: 480,
    deducted_fen: 0,
  },
  ...change,
})

const line = fc
  .record({
    grade: fc.constantFrom("一级", "二级", "特级"),
    amount_fen: fc.integer({ min: 1, max: 1_000_000 }),
    isPaid: fc.boolean(),
    channel: fc.constantFrom("purchase" as const, "wage" as const, "rebate" as const),
  })
  .map(({ grade, isPaid, channel, amount_fen }) => {
    const purchase = delivery(grade, {
      channel,
      amount_fen,
      paid_on: isPaid ? "2026-10-20" : null,
    })
    return channel === "purchase" ? purchase : { ...purchase, goods: null }
  })

describe("fitLines", () => {
  it("leaves lines that fit as they are", () => {
    expect(fitLines([delivery("一级"), delivery("一级")], 2)).toHaveLength(2)
  })

  it("merges one grade, and says no price where prices differ", () => {
    const lines = [
      delivery("一级"),
      delivery("一级", { arose_on: "2026-10-26", due_on: "2026-11-09" }),
      delivery("二级"),
    ]
    lines[1]!.goods!.price_fen_per_kg = 500
    const [first, second] = fitLines(lines, 2)
    expect(first).toMatchObject({
      count: 2,
      from: "2026-10-08",
      to: "2026-10-26",
      dueOn: "2026-10-22",
      goods: { netG: 1_240_000, fenPerKg: null },
    })
    expect(second).toMatchObject({ count: 1 })
  })

  it("keeps the sum and the number of receipts, paid apart from unpaid", () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const fitted = fitLines(lines, 7)
        const sum = (isPaid: boolean) =>
          fitted.filter((one) => one.isPaid === isPaid).reduce((all, one) => all + one.amountFen, 0)
        const of = (isPaid: boolean) =>
          lines
            .filter(({ paid_on }) => (paid_on !== null) === isPaid)
            .reduce((all, { amount_fen }) => all + amount_fen, 0)
        expect([sum(true), sum(false)]).toEqual([of(true), of(false)])
        expect(fitted.reduce((all, { count }) => all + count, 0)).toBe(lines.length)
        expect(fitted.length).toBeLessThanOrEqual(Math.max(7, 6))
      }),
    )
  })
})
