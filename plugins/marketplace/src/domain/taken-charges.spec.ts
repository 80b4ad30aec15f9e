import { partsTaken, takenByCharge } from "./taken-charges"

const CHARGES = [
  { id: "red", dueFen: 6000 },
  { id: "green", dueFen: 2000 },
  { id: "freight", dueFen: 1000 },
]
const old = (amountFen: number) => ({ amountFen, parts: null })
const takenOf = (...amounts: Parameters<typeof takenByCharge>[1]) =>
  takenByCharge(CHARGES, amounts).map(({ takenFen }) => takenFen)

describe("takenByCharge", () => {
  it("counts what was kept by charge there, and what was not in proportion", () => {
    expect(takenOf(old(900), { amountFen: 700, parts: { green: 700 } })).toEqual([600, 900, 100])
  })

  it("counts off what was given back", () => {
    expect(takenOf({ amountFen: 700, parts: { green: 700 } }, old(900), old(-900))).toEqual([
      0, 700, 0,
    ])
    const back = { amountFen: -700, parts: { green: -700 } }
    expect(takenOf({ amountFen: 700, parts: { green: 700 } }, back)).toEqual([0, 0, 0])
  })

  it("takes nothing where nothing was", () => {
    expect(takenOf()).toEqual([0, 0, 0])
  })

  it.each([-1, 9001])("refuses %d fen that no charge has", (fen) => {
    expect(() => takenOf(old(fen))).toThrow(RangeError)
  })
})

describe("partsTaken", () => {
  it("knows the parts of an amount that kept them, and finds those of one that did not", () => {
    const amounts = [old(450), { amountFen: 700, parts: { green: 700 } }, old(450)]
    expect(Object.fromEntries(partsTaken(CHARGES, amounts, amounts[1]!))).toEqual({ green: 700 })
    expect(Object.fromEntries(partsTaken(CHARGES, amounts, amounts[2]!))).toEqual({
      red: 300,
      green: 100,
      freight: 50,
    })
  })
})
