import fc from "fast-check"

import {
  type CompletionFacts,
  type Decision,
  MAX_RECOVERIES,
  nextStep,
  type PaymentStatus,
} from "./finish-completion"

const AMOUNT = 8000

/** What a crash of Medusa's completion can leave: a stray order, a half one, a payment or none. */
const left: fc.Arbitrary<CompletionFacts> = fc.record({
  claim: fc.record({
    state: fc.constantFrom("claimed" as const, "undone" as const),
    isLeased: fc.constant(false),
    amountFen: fc.constant(AMOUNT),
    recoveries: fc.integer({ min: 0, max: MAX_RECOVERIES + 1 }),
    refusal: fc.option(fc.constantFrom("stock_short", "seller_closed")),
  }),
  hasCart: fc.boolean(),
  orders: fc
    .tuple(
      fc.integer({ min: 0, max: 2 }),
      fc.option(fc.record({ isPlaced: fc.boolean(), isCanceled: fc.constant(false) })),
    )
    .map(([strays, linked]) => [
      ...Array.from({ length: strays }, (_, i) => ({
        orderId: `stray_${i}`,
        isLinked: false,
        isPlaced: false,
        isCanceled: false,
      })),
      ...(linked ? [{ orderId: "order", isLinked: true, ...linked }] : []),
    ]),
  payment: fc.option(
    fc.record({
      status: fc.constantFrom<PaymentStatus>("authorized", "captured", "refunded", "canceled"),
      amountFen: fc.constantFrom(AMOUNT, AMOUNT, AMOUNT - 1),
    }),
  ),
  isCapturing: fc.constant(false),
  isBooked: fc.constant(false),
})

/** What each step does to the world; `isRefused` lets the business say no where it may. */
function perform(facts: CompletionFacts, decision: Decision, isRefused: boolean): CompletionFacts {
  const refused = { ...facts, claim: { ...facts.claim, refusal: "stock_short" } }
  const status = (next: PaymentStatus) => ({
    ...facts,
    payment: { amountFen: facts.payment?.amountFen ?? AMOUNT, status: next },
  })
  if (decision.do === "undo" && decision.step === "delete_order") {
    return { ...facts, orders: facts.orders.filter(({ orderId }) => orderId !== decision.orderId) }
  }
  if (decision.do === "undo") {
    return status(facts.payment?.status === "captured" ? "refunded" : "canceled")
  }
  if (decision.do !== "finish") return facts
  const whole = { orderId: "order", isLinked: true, isPlaced: true, isCanceled: false }
  switch (decision.step) {
    case "complete_cart": {
      if (isRefused) return refused
      const payment = facts.payment ?? { status: "authorized" as const, amountFen: AMOUNT }
      return { ...facts, orders: [...facts.orders, whole], payment }
    }
    case "place_order":
      return isRefused ? refused : { ...facts, orders: [whole] }
    case "capture_payment":
      return status("captured")
    case "book_payment":
      return { ...facts, isBooked: true }
  }
}

function follow(facts: CompletionFacts, isRefused: boolean) {
  let world = facts
  for (let steps = 0; steps < 12; steps++) {
    const decision = nextStep(world)
    if (decision.do === "done") return { world, decision }
    world = perform(world, decision, isRefused)
  }
  throw new RangeError("The steps never ended.")
}

const isHeld = ({ payment }: CompletionFacts) =>
  payment?.status === "authorized" || payment?.status === "captured"

describe("nextStep, followed to its end", () => {
  it("ends in one whole booked order, or in no order and no money", () => {
    fc.assert(
      fc.property(left, fc.boolean(), (facts, isRefused) => {
        const { world, decision } = follow(facts, isRefused)
        if (decision.state === "booked") {
          expect(world.orders).toEqual([expect.objectContaining({ isPlaced: true })])
          expect(["captured", "refunded"]).toContain(world.payment?.status)
          expect(world.isBooked).toBe(true)
        }
        if (decision.state === "undone") {
          expect(world.orders).toEqual([])
          expect(isHeld(world)).toBe(false)
        }
      }),
    )
  })

  it("gives up for people to look at only on orders that sellers can see", () => {
    fc.assert(
      fc.property(left, fc.boolean(), (facts, isRefused) => {
        const { decision } = follow(facts, isRefused)
        if (decision.state !== "failed") return
        expect(facts.orders.some(({ isPlaced }) => isPlaced)).toBe(true)
      }),
    )
  })

  it("never deletes an order while its money is held", () => {
    fc.assert(
      fc.property(left, (facts) => {
        const decision = nextStep(facts)
        if (decision.do !== "undo" || decision.step !== "delete_order") return
        const order = facts.orders.find(({ orderId }) => orderId === decision.orderId)
        expect(order?.isLinked && isHeld(facts)).toBeFalsy()
      }),
    )
  })

  it("never deletes an order that was placed, whatever people have taken out of it since", () => {
    const placed = fc.constantFrom("ordered" as const, "captured" as const, "booked" as const)
    fc.assert(
      fc.property(left, placed, fc.boolean(), (facts, state, isBooked) => {
        const { decision, world } = follow(
          { ...facts, claim: { ...facts.claim, state }, isBooked },
          false,
        )
        const order = facts.orders.find(({ isLinked }) => isLinked)
        if (!order) return
        expect(world.orders).toContainEqual(order)
        expect(decision.state).not.toBe("undone")
      }),
    )
  })

  it("touches nothing while the claim is leased", () => {
    fc.assert(
      fc.property(left, (facts) => {
        const claim = { ...facts.claim, isLeased: true }
        expect(nextStep({ ...facts, claim }).do).toBe("wait")
      }),
    )
  })

  it("is done again where it was done", () => {
    fc.assert(
      fc.property(left, fc.boolean(), (facts, isRefused) => {
        const { world, decision } = follow(facts, isRefused)
        const claim = { ...world.claim, state: decision.state }
        expect(nextStep({ ...world, claim })).toMatchObject({ do: "done", state: decision.state })
      }),
    )
  })
})
