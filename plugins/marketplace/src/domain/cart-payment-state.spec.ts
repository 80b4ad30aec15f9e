import { cartPaymentState } from "./cart-payment-state"

const claim = { state: "claimed" as const, hasOrder: false, hasPaymentGivenBack: false }
const session = { status: "pending", isDeclined: false }

describe("cartPaymentState", () => {
  it.each([
    ["none", null, null],
    ["none", null, { ...claim, state: "undone" as const }],
    ["open", session, claim],
    ["declined", { ...session, isDeclined: true }, claim],
    ["paid", { ...session, status: "authorized" }, claim],
    ["paid", { status: "captured", isDeclined: true }, claim],
    ["placed", null, { ...claim, state: "booked" as const, hasOrder: true }],
    ["refunded", null, { state: "undone" as const, hasOrder: true, hasPaymentGivenBack: true }],
    ["open", session, { state: "undone" as const, hasOrder: true, hasPaymentGivenBack: true }],
  ])("says %s", (state, session, claim) => {
    expect(cartPaymentState(session, claim)).toBe(state)
  })
})
