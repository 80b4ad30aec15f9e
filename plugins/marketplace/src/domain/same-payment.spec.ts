import { isSamePayment } from "./same-payment"

const session = {
  status: "pending",
  amountFen: 8000,
  method: "card",
  hasError: false,
  savesCard: false,
}
const wanted = { amountFen: 8000, method: "card", savesCard: false, isSavedCard: false }

describe("isSamePayment", () => {
  it("finds the payment that the first press opened", () => {
    expect(isSamePayment(session, wanted)).toBe(true)
    expect(isSamePayment({ ...session, status: "requires_more" }, wanted)).toBe(true)
  })

  it.each([
    ["another amount", {}, { amountFen: 8001 }],
    ["another way", {}, { method: "alipay" }],
    ["a card to be kept", {}, { savesCard: true }],
    ["a card no longer to be kept", { savesCard: true }, {}],
    ["a saved card", {}, { isSavedCard: true }],
    ["after a refusal", { hasError: true }, {}],
    ["after it was paid", { status: "captured" }, {}],
  ])("opens another for %s", (_, changed, asked) => {
    expect(isSamePayment({ ...session, ...changed }, { ...wanted, ...asked })).toBe(false)
  })
})
