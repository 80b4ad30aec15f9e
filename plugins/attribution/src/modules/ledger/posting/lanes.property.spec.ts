import fc from "fast-check"

import { lanesOf } from "./lanes"

const events = fc
  .array(fc.integer({ min: 0, max: 12 }))
  .map((orders) => orders.map((order, n) => ({ order_id: `order_${order}`, n })))
const count = fc.integer({ min: 1, max: 4 })

describe("lanesOf", () => {
  it("loses no event, and keeps every order's events in one lane and in their order", () => {
    fc.assert(
      fc.property(events, count, (list, lanes) => {
        const divided = lanesOf(list, lanes)
        expect(divided).toHaveLength(lanes)
        expect(divided.flat().sort((a, b) => a.n - b.n)).toEqual(list)
        for (const lane of divided) {
          expect(lane).toEqual([...lane].sort((a, b) => a.n - b.n))
          const others = divided.filter((other) => other !== lane).flat()
          const own = new Set(lane.map(({ order_id }) => order_id))
          expect(others.some(({ order_id }) => own.has(order_id))).toBe(false)
        }
      }),
    )
  })

  it("gives no lane more than one order above another", () => {
    fc.assert(
      fc.property(events, count, (list, lanes) => {
        const orders = lanesOf(list, lanes).map(
          (lane) => new Set(lane.map(({ order_id }) => order_id)).size,
        )
        expect(Math.max(...orders) - Math.min(...orders)).toBeLessThanOrEqual(1)
      }),
    )
  })
})
