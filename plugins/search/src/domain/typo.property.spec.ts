import * as fc from "fast-check"
import { DEFAULT_TYPO_TOLERANCE, editsForgiven, swapNeighbours } from "./typo"

const word = fc.stringMatching(/^[a-z]{1,12}$/)

describe("swapNeighbours", () => {
  it("undoes one swap of unequal neighbours", () => {
    fc.assert(
      fc.property(word, (meant) => {
        for (const typed of swapNeighbours(meant)) expect(swapNeighbours(typed)).toContain(meant)
      }),
    )
  })

  it("keeps the letters", () => {
    fc.assert(
      fc.property(word, (meant) => {
        const letters = [...meant].sort().join("")
        for (const typed of swapNeighbours(meant)) {
          expect([...typed].sort().join("")).toBe(letters)
          expect(typed).not.toBe(meant)
        }
      }),
    )
  })
})

describe("editsForgiven", () => {
  it("never forgives a longer word less", () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        const [short, long] = a.length <= b.length ? [a, b] : [b, a]
        expect(editsForgiven(long, DEFAULT_TYPO_TOLERANCE)).toBeGreaterThanOrEqual(
          editsForgiven(short, DEFAULT_TYPO_TOLERANCE),
        )
      }),
    )
  })

  it("forgives nothing in short words or when switched off", () => {
    expect(editsForgiven("yypg", DEFAULT_TYPO_TOLERANCE)).toBe(0)
    expect(editsForgiven("pinguo", DEFAULT_TYPO_TOLERANCE)).toBe(1)
    expect(editsForgiven("pinguo", { ...DEFAULT_TYPO_TOLERANCE, isEnabled: false })).toBe(0)
  })
})
