import { describe, expect, it } from "vitest"

import { duePapers, isClosed, readMonth, timingOf } from "./payouts"

describe("duePapers", () => {
  it("names each kind of papers once, in the provider's order", () => {
    const fields = [
      "external_account",
      "individual.dob.day",
      "individual.dob.month",
      "company.name",
    ]
    expect(duePapers(fields)).toEqual(["bank", "person", "company"])
  })

  it("keeps what it has no word for", () => {
    expect(duePapers(["something.new"])).toEqual([null])
  })
})

describe("readMonth", () => {
  it("takes Shanghai's month when none is asked for", () => {
    expect(readMonth(null, new Date("2026-10-31T17:00:00Z"))).toBe("2026-11")
  })

  it.each(["2026-13", "11/2026", "2026-1", "abc"])("refuses %s", (asked) => {
    expect(readMonth(asked, new Date())).toBeNull()
  })
})

describe("isClosed", () => {
  it("closes a month with its last day in Shanghai, eight hours before Greenwich", () => {
    expect(isClosed("2026-10", new Date("2026-10-31T15:59:59Z"))).toBe(false)
    expect(isClosed("2026-10", new Date("2026-10-31T16:00:00Z"))).toBe(true)
  })
})

describe("timingOf", () => {
  const due = { consignment_id: "c", display_id: 1, due_fen: 100, hold: null, payable_at: null }

  it("says tonight, from a day, why not, or that it comes off", () => {
    expect(timingOf(due)).toEqual({ is: "ready" })
    const day = "2026-11-29T00:00:00Z"
    expect(timingOf({ ...due, hold: "window_open", payable_at: day })).toEqual({ is: "on", day })
    expect(timingOf({ ...due, hold: "disputed" })).toEqual({ is: "held", hold: "disputed" })
    expect(timingOf({ ...due, due_fen: -1 })).toEqual({ is: "owing" })
  })
})
