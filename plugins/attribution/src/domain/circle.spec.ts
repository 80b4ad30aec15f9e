import { circleOf } from "./circle"

describe("circleOf", () => {
  it.each([
    ["513423", "513423", "small"],
    ["513423", "513423101201", "small"],
    ["513423101", "513423", "small"],
    ["513423", "513401", "big"],
    ["513423", "310104", "big"],
    ["513423", "5134", "big"],
    ["513423", null, "big"],
  ] as const)("from %s to %s is %s", (origin, destination, circle) => {
    expect(circleOf(origin, destination)).toBe(circle)
  })
})
