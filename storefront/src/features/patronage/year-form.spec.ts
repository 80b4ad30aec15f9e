import { describe, expect, it } from "vitest"

import { accountsOf, BLANK_YEAR, refusalErrors, resolveErrors, yearOf } from "./year-form"

describe("yearOf", () => {
  const typed = { surplus: "10,000", losses: "", reserves: "2000.50", ratio: "６５" }

  it("reads yuan as fen and per cent as basis points, full-width digits too", () => {
    expect(yearOf(2025, typed)).toEqual({
      body: {
        year: 2025,
        surplus_fen: 1_000_000,
        losses_fen: 0,
        reserves_fen: 200_050,
        by_volume_basis_points: 6_500,
      },
    })
  })

  it.each([
    [{ ratio: "59.99" }, { ratio: "patronage_ratio_too_low" }],
    [{ ratio: "101" }, { ratio: "ratio_wrong" }],
    [{ surplus: "" }, { surplus: "amount_wrong" }],
    [{ losses: "-3" }, { losses: "amount_wrong" }],
    [{ reserves: "一千" }, { reserves: "amount_wrong" }],
  ])("with %j says what is wrong beside its field", (change, errors) => {
    expect(yearOf(2025, { ...typed, ...change })).toEqual({ errors })
  })

  it("starts at the law's least", () => {
    expect(BLANK_YEAR.ratio).toBe("60")
  })
})

describe("refusalErrors", () => {
  it.each([
    ["patronage_surplus_missing", { reserves: "patronage_surplus_missing" }],
    ["patronage_ratio_too_low", { ratio: "patronage_ratio_too_low" }],
    [null, {}],
  ])("puts %s beside its field", (refusal, errors) => {
    expect(refusalErrors(refusal)).toEqual(errors)
  })
})

describe("resolveErrors", () => {
  it("asks for number, day and a checked table", () => {
    expect(resolveErrors({})).toEqual({
      number: "number_missing",
      day: "day_missing",
      sure: "sure_missing",
    })
    expect(resolveErrors({ number: "1 号", day: "2026-01-20", sure: "1" })).toEqual({})
  })
})

describe("accountsOf", () => {
  const typed: Record<string, string> = { contribution_hh_1: "500", grant_hh_1: "12.5" }

  it("reads each member's row, empty as nothing", () => {
    expect(accountsOf(["hh_1"], (name) => typed[name] ?? "")).toEqual({
      accounts: [
        {
          household_id: "hh_1",
          contribution_fen: 50_000,
          reserve_share_fen: 0,
          grant_share_fen: 1_250,
        },
      ],
    })
  })

  it("names the fields that are no amounts", () => {
    const text = (name: string) => (name === "reserve_hh_1" ? "很多" : "")
    expect(accountsOf(["hh_1"], text)).toEqual({ wrong: ["reserve_hh_1"] })
  })
})
