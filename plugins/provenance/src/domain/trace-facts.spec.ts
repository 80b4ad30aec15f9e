import { isSmallLot } from "./trace-facts"

it("takes fewer than ten households for a small lot", () => {
  expect([0, 1, 9, 10, 11].map((householdCount) => isSmallLot({ householdCount }))).toEqual([
    true,
    true,
    true,
    false,
    false,
  ])
})
