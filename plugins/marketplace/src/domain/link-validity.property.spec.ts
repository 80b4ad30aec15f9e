import fc from "fast-check"

import { isLinkValid, linkEnd, readLinkEnd, writeLinkEnd } from "./link-validity"

const at = fc.date({
  min: new Date("2020-01-01"),
  max: new Date("2100-01-01"),
  noInvalidDate: true,
})
const subject = fc.constantFrom("order" as const, "cart" as const)
const days = { order: 365, cart: 7 }
const DAY_MS = 86_400_000

describe("linkEnd", () => {
  it("opens for as many days as its subject has, to the second, and never again", () => {
    fc.assert(
      fc.property(subject, at, fc.nat(400 * DAY_MS), (subject, made, later) => {
        const end = linkEnd(subject, made)
        const signed = Math.floor(made.getTime() / 1000) * 1000
        const now = new Date(made.getTime() + later)
        expect(isLinkValid(end, now)).toBe(now.getTime() < signed + days[subject] * DAY_MS)
      }),
    )
  })
})

describe("readLinkEnd", () => {
  it("reads what was written", () => {
    fc.assert(
      fc.property(subject, at, (subject, now) => {
        const end = linkEnd(subject, now)
        expect(readLinkEnd(writeLinkEnd(end))).toBe(end)
      }),
    )
  })

  it("takes each end in one spelling only", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), (text) => {
        const end = readLinkEnd(text)
        if (end !== null) expect(writeLinkEnd(end)).toBe(text)
      }),
    )
  })

  it.each(["", "0t1", "TEN", "1.5", "-1", "zzzzzzzzzzz"])("does not read %j", (text) => {
    expect(readLinkEnd(text)).toBeNull()
  })
})
