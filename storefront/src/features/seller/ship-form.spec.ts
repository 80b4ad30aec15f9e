import { describe, expect, it } from "vitest"

import { checkShip, inFours, readShip } from "./ship-form"

function posted(fields: Record<string, string>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return readShip(form)
}

describe("readShip", () => {
  it("reads a number as it is printed on the slip", () => {
    expect(posted({ carrier: "中通快递", tracking_number: " 7312-8800 １２３４ " })).toEqual({
      fields: { carrier: "中通快递", trackingNumber: "731288001234" },
      step: "check",
    })
    expect(posted({ tracking_number: "ea123456789cn" }).fields.trackingNumber).toBe("EA123456789CN")
  })

  it("ships only when that button was pressed", () => {
    expect(posted({ intent: "ship" }).step).toBe("ship")
    expect(posted({ intent: "other" }).step).toBe("check")
  })
})

describe("checkShip", () => {
  it("accepts eight to twenty letters and digits", () => {
    expect(checkShip({ carrier: "EMS", trackingNumber: "12345678" })).toEqual({})
    expect(checkShip({ carrier: "EMS", trackingNumber: "A".repeat(20) })).toEqual({})
  })

  it.each([
    ["", "missing"],
    ["1234567", "too_short"],
    ["1".repeat(21), "too_long"],
    ["12345678单", "characters"],
  ])("refuses %j as %s", (trackingNumber, reason) => {
    expect(checkShip({ carrier: "EMS", trackingNumber })).toEqual({ trackingNumber: reason })
  })

  it("asks for a carrier of the list", () => {
    expect(checkShip({ carrier: "", trackingNumber: "12345678" })).toEqual({ carrier: "missing" })
    expect(checkShip({ carrier: "飞鸽", trackingNumber: "12345678" })).toEqual({
      carrier: "unknown",
    })
  })
})

it("groups a number in fours", () => {
  expect(inFours("731288001234")).toBe("7312 8800 1234")
  expect(inFours("12345")).toBe("1234 5")
})
