import { decideOnSeller, isOpen, type SellerStatus } from "./seller-status"

describe("decideOnSeller", () => {
  it("approves who applied or was recommended", () => {
    expect(decideOnSeller("applied", "approve")).toEqual({ status: "approved" })
    expect(decideOnSeller("recommended", "approve")).toEqual({ status: "approved" })
  })

  it("suspends who is approved, and reopens who is suspended", () => {
    expect(decideOnSeller("approved", "suspend")).toEqual({ status: "suspended" })
    expect(decideOnSeller("suspended", "reopen")).toEqual({ status: "approved" })
  })

  it.each([
    ["approved", "approve", "seller_not_awaiting_approval"],
    ["suspended", "approve", "seller_not_awaiting_approval"],
    ["applied", "suspend", "seller_not_approved"],
    ["suspended", "suspend", "seller_not_approved"],
    ["approved", "reopen", "seller_not_suspended"],
    ["applied", "reopen", "seller_not_suspended"],
  ] as const)("refuses a seller who is %s to %s: %s", (status, decision, refusal) => {
    expect(decideOnSeller(status, decision)).toEqual({ refusal })
  })
})

describe("isOpen", () => {
  it.each<[SellerStatus, boolean]>([
    ["applied", false],
    ["recommended", false],
    ["approved", true],
    ["suspended", false],
  ])("%s: %s", (status, open) => {
    expect(isOpen(status)).toBe(open)
  })
})
