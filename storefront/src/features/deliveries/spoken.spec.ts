import { describe, expect, it } from "vitest"

import { spokenMoney, spokenWeighing } from "./spoken"

describe("spokenMoney", () => {
  it.each([
    [420, "4 元 2 角", "4.20 yuan"],
    [405, "4 元零 5 分", "4.05 yuan"],
    [456, "4 元 5 角 6 分", "4.56 yuan"],
    [50, "5 角", "0.50 yuan"],
    [7, "7 分", "0.07 yuan"],
    [0, "0 元", "0 yuan"],
    [195_690, "1,956 元 9 角", "1,956.90 yuan"],
    [12_000, "120 元", "120 yuan"],
    [-405, "负 4 元零 5 分", "minus 4.05 yuan"],
  ])("says %i fen", (fen, zh, en) => {
    expect(spokenMoney(fen, "zh-CN")).toBe(zh)
    expect(spokenMoney(fen, "en")).toBe(en)
  })
})

describe("spokenWeighing", () => {
  const said = {
    netGrams: 494_500,
    kind: "苹果",
    priceFenPerKg: 420,
    deduction: { label: "果袋款", fen: 12_000 },
    payableFen: 195_690,
  }

  it("says weight, price, what is deducted and what is paid", () => {
    expect(spokenWeighing(said, "zh-CN")).toEqual([
      "494.5 公斤苹果，",
      "每公斤 4 元 2 角，",
      "扣果袋款 120 元。",
      "付给您 1,956 元 9 角",
    ])
  })

  it("is silent about a deduction that there is not", () => {
    expect(spokenWeighing({ ...said, deduction: null }, "en")).toEqual([
      "494.5 kilograms of 苹果,",
      "4.20 yuan a kilogram.",
      "You get 1,956.90 yuan.",
    ])
  })
})
