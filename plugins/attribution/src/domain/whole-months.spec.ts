import { wholeMonths } from "./whole-months"

const today = "2026-11-22"

describe("wholeMonths", () => {
  it("reads whole months as they are", () => {
    expect(wholeMonths("2026-09-01", "2026-10-31", today)).toEqual({
      months: { from: "2026-09", to: "2026-10" },
      add: [],
      subtract: [],
    })
  })

  it("reads the running month whole, and takes off what lies after today", () => {
    expect(wholeMonths("2026-11-01", "2026-11-22", today)).toEqual({
      months: { from: "2026-11", to: "2026-11" },
      add: [],
      subtract: [{ from: "2026-11-23", to: "2026-11-30" }],
    })
  })

  it("reads the fewer days at both ends", () => {
    expect(wholeMonths("2026-07-29", "2026-09-28", today)).toEqual({
      months: { from: "2026-08", to: "2026-09" },
      add: [{ from: "2026-07-29", to: "2026-07-31" }],
      subtract: [{ from: "2026-09-29", to: "2026-09-30" }],
    })
  })

  it("reads days of one month by themselves", () => {
    expect(wholeMonths("2026-10-05", "2026-10-10", today)).toEqual({
      months: null,
      add: [{ from: "2026-10-05", to: "2026-10-10" }],
      subtract: [],
    })
  })
})
