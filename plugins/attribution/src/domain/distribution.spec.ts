import { distributionOf } from "./distribution"

describe("distributionOf", () => {
  it("describes ten households, one of which has half", () => {
    expect(distributionOf([900, 100, 100, 100, 100, 100, 100, 100, 100, 100])).toEqual({
      householdCount: 10,
      meanFen: 180,
      lowerQuartileFen: 100,
      medianFen: 100,
      upperQuartileFen: 100,
      topTenthBasisPoints: 5000,
    })
  })

  it("counts the households that nothing reached", () => {
    expect(distributionOf([300], 3)).toMatchObject({
      householdCount: 3,
      meanFen: 100,
      medianFen: 0,
      topTenthBasisPoints: 10_000,
    })
  })

  it("rounds the mean and an even median half up", () => {
    expect(distributionOf([1, 2])).toMatchObject({ meanFen: 2, medianFen: 2 })
    expect(distributionOf([-2, -1])).toMatchObject({ meanFen: -1, medianFen: -1 })
    expect(distributionOf([-2, -1, -1])).toMatchObject({ meanFen: -1 })
  })

  it("takes a month below zero as nothing received in the tenth's share", () => {
    expect(distributionOf([-500, 300, 100])).toMatchObject({ topTenthBasisPoints: 7500 })
  })

  it("of nobody is all zeros", () => {
    expect(distributionOf([])).toMatchObject({ householdCount: 0, meanFen: 0, medianFen: 0 })
  })

  it.each([
    ["more amounts than households", [1, 2], 1],
    ["half a fen", [0.5], 1],
  ])("refuses %s", (_, amounts, count) => {
    expect(() => distributionOf(amounts, count)).toThrow(RangeError)
  })
})
