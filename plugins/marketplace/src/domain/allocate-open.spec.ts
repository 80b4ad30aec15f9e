import { allocateOpen } from "./allocate-open"

const APPLES = { id: "cons_apples", dueFen: 8000, takenFen: 0 }
const CHICKEN = { id: "cons_chicken", dueFen: 4000, takenFen: 0 }

describe("allocateOpen", () => {
  it("spreads an unnamed amount by what is open", () => {
    const parts = allocateOpen(3000, [APPLES, CHICKEN])
    expect(Object.fromEntries(parts)).toEqual({ cons_apples: 2000, cons_chicken: 1000 })
  })

  it("charges a named amount to the named one alone", () => {
    const parts = allocateOpen(3000, [APPLES, CHICKEN], ["cons_chicken"])
    expect(Object.fromEntries(parts)).toEqual({ cons_apples: 0, cons_chicken: 3000 })
  })

  it("lets the others carry what the named one has no room for", () => {
    const taken = { ...CHICKEN, takenFen: 3500 }
    const parts = allocateOpen(1000, [APPLES, taken], ["cons_chicken"])
    expect(Object.fromEntries(parts)).toEqual({ cons_apples: 500, cons_chicken: 500 })
  })

  it.each([-1, 0.5, 12_001])("refuses %d fen", (amountFen) => {
    expect(() => allocateOpen(amountFen, [APPLES, CHICKEN])).toThrow(RangeError)
  })
})
