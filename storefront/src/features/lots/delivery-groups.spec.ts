import { expect, it } from "vitest"

import { byKindAndGrade } from "./delivery-groups"

it("puts one kind and grade together, and weighs it", () => {
  const apple = { product_kind: "苹果", grade: "80", net_g: 1200 }
  const small = { ...apple, grade: "70", net_g: 800 }
  const again = { ...apple, net_g: 300 }
  expect(byKindAndGrade([apple, small, again])).toEqual([
    { title: "苹果 80", deliveries: [apple, again], net_g: 1500 },
    { title: "苹果 70", deliveries: [small], net_g: 800 },
  ])
  expect(byKindAndGrade([])).toEqual([])
})
