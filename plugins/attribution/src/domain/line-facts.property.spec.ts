import fc from "fast-check"

import { goodsFenArbitrary, lotsArbitrary } from "../testing/arbitrary-basis"
import { factsArbitrary, shuffledAndRepeated } from "../testing/arbitrary-facts"
import {
  addFact,
  basisAfter,
  changesOf,
  netGoodsFen,
  netKey,
  netsAfter,
  NO_FACTS,
  type LineFact,
  type NetPart,
} from "./line-facts"
import { splitLine, type LotBasis } from "./split-line"

/** Posts fact after fact, as the journal would. */
function run(lots: readonly LotBasis[], facts: readonly LineFact[]) {
  let known = NO_FACTS
  let nets: ReadonlyMap<string, NetPart> = new Map()
  for (const fact of facts) {
    known = addFact(known, fact)
    nets = netsAfter(nets, changesOf(lots, known, nets))
  }
  const standing = [...nets]
    .filter(([, { netFen }]) => netFen !== 0)
    .map(([key, { netFen }]) => [key, netFen] as const)
  return { known, nets: new Map(standing.sort()) }
}

const arrivals = factsArbitrary.chain((facts) =>
  fc.tuple(fc.constant(facts), shuffledAndRepeated(facts)),
)

describe("the facts of a line", () => {
  it("end where one clean run would, in any order and however often they come", () => {
    fc.assert(
      fc.property(lotsArbitrary, arrivals, (lots, [clean, arrived]) => {
        expect(run(lots, arrived)).toEqual(run(lots, clean))
      }),
      { numRuns: 1000 },
    )
  })

  it("leave each part at its share of what is left, all of it in one state", () => {
    fc.assert(
      fc.property(lotsArbitrary, arrivals, (lots, [, arrived]) => {
        const { known, nets } = run(lots, arrived)
        const state = known.isEarned ? "earned" : "pending"
        const target = splitLine(netGoodsFen(known), basisAfter(lots, known.corrections))
          .filter(({ amountFen }) => amountFen !== 0)
          .map(({ key, amountFen }) => [netKey({ key, state }), amountFen] as const)
        expect(nets).toEqual(new Map(target.sort()))
      }),
      { numRuns: 1000 },
    )
  })

  it("leave nobody anything once refunds and chargebacks add up to the sale", () => {
    fc.assert(
      fc.property(lotsArbitrary, arrivals, goodsFenArbitrary, (lots, [, arrived], lost) => {
        const { known } = run(lots, arrived)
        const all: LineFact[] = [
          ...arrived,
          { kind: "chargeback", totalFen: known.chargedBackFen + lost },
          { kind: "refund", totalFen: known.refundedFen + netGoodsFen(known) },
        ]
        expect(run(lots, all).nets.size).toBe(0)
      }),
    )
  })

  it("move money between states and accounts without making any", () => {
    fc.assert(
      fc.property(lotsArbitrary, goodsFenArbitrary, factsArbitrary, (lots, totalFen, others) => {
        const sold = addFact(NO_FACTS, { kind: "capture", totalFen })
        const nets = netsAfter(new Map(), changesOf(lots, sold, new Map()))
        for (const fact of others) {
          const isMove =
            fact.kind === "earn" || (fact.kind === "correction" && fact.reason !== "order_edit")
          const changes = isMove ? changesOf(lots, addFact(sold, fact), nets) : []
          expect(changes.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(0)
        }
      }),
    )
  })

  it.each([-1, 0.5, Number.NaN])("refuse a total of %d", (totalFen) => {
    expect(() => addFact(NO_FACTS, { kind: "refund", totalFen })).toThrow(RangeError)
  })
})
