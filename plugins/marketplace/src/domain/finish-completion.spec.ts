import { type CompletionFacts, MAX_RECOVERIES, nextStep } from "./finish-completion"

const CLAIM = {
  state: "claimed",
  isLeased: false,
  amountFen: 8000,
  recoveries: 1,
  refusal: null,
} as const
const NOTHING: CompletionFacts = {
  claim: CLAIM,
  hasCart: true,
  orders: [],
  payment: null,
  isCapturing: false,
  isBooked: false,
}
const ORDER = { orderId: "order_1", isLinked: true, isPlaced: true, isCanceled: false }
const HALF = { ...ORDER, isPlaced: false }
const AUTHORIZED = { status: "authorized", amountFen: 8000 } as const
const CAPTURED = { status: "captured", amountFen: 8000 } as const
const SPENT = { ...CLAIM, recoveries: MAX_RECOVERIES + 1 }
const REFUSED = { ...CLAIM, refusal: "stock_short" }

const decide = (change: Partial<CompletionFacts>) => nextStep({ ...NOTHING, ...change })

describe("nextStep", () => {
  it("waits for the process that holds the claim", () => {
    expect(decide({ claim: { ...CLAIM, isLeased: true }, payment: CAPTURED })).toEqual({
      do: "wait",
      reason: "lease_running",
    })
  })

  it("completes a cart that was claimed and left alone", () => {
    expect(decide({})).toMatchObject({ do: "finish", step: "complete_cart" })
  })

  it("leaves a cart alone that was refused, is gone or was tried too often", () => {
    expect(decide({ claim: REFUSED })).toEqual({
      do: "done",
      state: "undone",
      reason: "stock_short",
    })
    expect(decide({ hasCart: false })).toMatchObject({ state: "undone", reason: "cart_gone" })
    expect(decide({ claim: SPENT })).toMatchObject({ state: "undone", reason: "attempts_spent" })
  })

  it("does not complete a cart again whose claim was undone", () => {
    expect(decide({ claim: { ...CLAIM, state: "undone" } })).toMatchObject({
      do: "done",
      state: "undone",
      reason: "nothing_held",
    })
  })

  it("does not complete a cart again whose payment went back", () => {
    const payment = { status: "canceled", amountFen: 8000 } as const
    expect(decide({ payment })).toMatchObject({ do: "done", state: "undone" })
  })

  it.each([AUTHORIZED, CAPTURED])("completes the cart of a payment without an order", (payment) => {
    expect(decide({ payment })).toEqual({
      do: "finish",
      step: "complete_cart",
      reason: "payment_without_order",
    })
  })

  it("gives money back that no order can come of", () => {
    const undo = { do: "undo", step: "release_payment" }
    expect(decide({ claim: REFUSED, payment: CAPTURED })).toMatchObject(undo)
    expect(decide({ claim: SPENT, payment: AUTHORIZED })).toMatchObject(undo)
    expect(decide({ payment: { ...CAPTURED, amountFen: 7999 } })).toEqual({
      ...undo,
      reason: "payment_amount_differs",
    })
  })

  it("deletes an order that no cart names before anything else", () => {
    const stray = { ...HALF, orderId: "order_0", isLinked: false }
    expect(decide({ orders: [ORDER, stray], payment: CAPTURED })).toEqual({
      do: "undo",
      step: "delete_order",
      orderId: "order_0",
      reason: "order_unlinked",
    })
  })

  it("deletes a half-made order that is not paid", () => {
    const undo = { do: "undo", step: "delete_order", orderId: "order_1" }
    expect(decide({ orders: [HALF] })).toEqual({ ...undo, reason: "order_unpaid" })
    const canceled = { status: "canceled", amountFen: 8000 } as const
    expect(decide({ orders: [HALF], payment: canceled })).toMatchObject(undo)
    expect(decide({ orders: [HALF], payment: { ...canceled, status: "refunded" } })).toMatchObject(
      undo,
    )
  })

  it("places a half-made order that is paid", () => {
    for (const payment of [AUTHORIZED, CAPTURED]) {
      expect(decide({ orders: [HALF], payment })).toMatchObject({ step: "place_order" })
    }
  })

  it("gives the money of a half-made order back when it cannot be placed", () => {
    for (const claim of [REFUSED, SPENT]) {
      expect(decide({ claim, orders: [HALF], payment: AUTHORIZED })).toMatchObject({
        do: "undo",
        step: "release_payment",
      })
    }
  })

  it("leaves a capture that began a moment ago to those who began it", () => {
    for (const payment of [AUTHORIZED, CAPTURED]) {
      expect(decide({ orders: [ORDER], payment, isCapturing: true })).toEqual({
        do: "wait",
        reason: "capture_running",
      })
    }
  })

  it("captures, then books, then is done", () => {
    expect(decide({ orders: [ORDER], payment: AUTHORIZED })).toMatchObject({
      step: "capture_payment",
    })
    expect(decide({ orders: [ORDER], payment: CAPTURED })).toMatchObject({ step: "book_payment" })
    expect(decide({ orders: [ORDER], payment: CAPTURED, isBooked: true })).toEqual({
      do: "done",
      state: "booked",
      reason: "order_whole",
    })
  })

  it("books a payment that was refunded meanwhile, and keeps its order", () => {
    const payment = { status: "refunded", amountFen: 8000 } as const
    expect(decide({ orders: [ORDER], payment })).toMatchObject({ step: "book_payment" })
  })

  it("never takes a placed order away; it says what people have to look at", () => {
    const failed = (reason: string) => ({ do: "done", state: "failed", reason })
    expect(decide({ orders: [ORDER] })).toEqual(failed("placed_order_unpaid"))
    expect(decide({ orders: [ORDER], payment: { ...CAPTURED, amountFen: 1 } })).toEqual(
      failed("payment_amount_differs"),
    )
    expect(decide({ claim: SPENT, orders: [ORDER], payment: AUTHORIZED })).toEqual(
      failed("attempts_spent"),
    )
  })

  it("needs no payment for an order that costs nothing", () => {
    const claim = { ...CLAIM, amountFen: 0 }
    expect(decide({ claim, orders: [HALF] })).toMatchObject({ step: "place_order" })
    expect(decide({ claim, orders: [ORDER] })).toMatchObject({ do: "done", state: "booked" })
    expect(decide({ claim: { ...claim, refusal: "stock_short" }, orders: [HALF] })).toMatchObject({
      step: "delete_order",
    })
  })

  it("leaves a cancelled order to whoever cancelled it", () => {
    const orders = [{ ...ORDER, isCanceled: true }]
    expect(decide({ orders, payment: CAPTURED })).toEqual({
      do: "done",
      state: "undone",
      reason: "order_canceled",
    })
  })
})
