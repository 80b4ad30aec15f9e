import { describe, expect, it } from "vitest"

import { partText, valueText } from "./figures"

describe("valueText", () => {
  it("says each unit as it is read, and a dash for what is unknown", () => {
    expect(valueText({ unit: "basis_points", value: 7_920 }, "zh-CN")).toBe("79.2%")
    expect(valueText({ unit: "count", value: 1_234 }, "en")).toBe("1,234")
    expect(valueText({ unit: "per_transaction_fen", value: 12_345 }, "en")).toBe("¥123.45")
    expect(valueText({ unit: "fen", value: null }, "en")).toBe("—")
  })
})

describe("partText", () => {
  const say = (a: string, b: string) => `${a}/${b}`
  const indicator = { unit: "basis_points", value: 1, previous: null } as const

  it("says what a share is of, money as money", () => {
    const parts = { numerator: 3, denominator: 12 }
    expect(partText({ ...indicator, key: "station_activity", parts }, say, "en")).toBe("3/12")
    const fen = { numerator: 30_000, denominator: 12 }
    expect(partText({ ...indicator, key: "subsidy_efficiency", parts: fen }, say, "en")).toBe(
      "¥300.00/12",
    )
    expect(partText({ ...indicator, key: "downward_sales" }, () => "words", "en")).toBe("words")
  })
})
