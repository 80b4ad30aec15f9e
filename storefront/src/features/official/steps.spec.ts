import { describe, expect, it } from "vitest"

import { niceCeiling, stepsOf } from "./steps"

const full = { month: "2026-10", enrolled: 60, other: 30, unattributed: 30, part: 1 }

describe("stepsOf", () => {
  it("stacks what a month's sales were traced to", () => {
    const { bars, base, top } = stepsOf([full])
    const { enrolled, other, unattributed } = bars[0]!.layers
    expect(enrolled.y + enrolled.height).toBe(base)
    expect(other.y + other.height).toBe(enrolled.y)
    expect(unattributed.y + unattributed.height).toBe(other.y)
    expect(unattributed.y).toBe(top)
  })

  it("draws the running month as narrow as its days", () => {
    const { bars } = stepsOf([full, { ...full, month: "2026-11", part: 0.5 }])
    expect(bars[1]).toMatchObject({ isPartial: true, width: bars[0]!.width / 2 })
  })

  it("survives a year of nothing and a month below zero", () => {
    const nothing = { ...full, enrolled: 0, other: 0, unattributed: 0 }
    expect(stepsOf([nothing]).bars[0]!.layers.enrolled.height).toBe(0)
    expect(stepsOf([{ ...nothing, enrolled: -100 }]).bars[0]!.layers.enrolled.height).toBe(0)
  })
})

describe("niceCeiling", () => {
  it("is never below the value, and a third of it is round", () => {
    expect([0, 1000, 1201, 95_000].map(niceCeiling)).toEqual([300, 1200, 1500, 120_000])
  })
})
