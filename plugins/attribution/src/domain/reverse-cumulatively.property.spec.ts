import fc from "fast-check"

import { goodsFenArbitrary, lotsArbitrary } from "../testing/arbitrary-basis"
import {
  applyLineEvent,
  UNTOUCHED_LINE,
  type LineEvent,
  type LineState,
} from "./reverse-cumulatively"
import { splitLine, type LotBasis } from "./split-line"

/** Adds up what the events posted, part by part, as the journal would. */
function run(lots: LotBasis[], events: readonly LineEvent[]) {
  const posted = new Map<string, number>()
  let state: LineState = UNTOUCHED_LINE
  for (const event of events) {
    const change = applyLineEvent(lots, state, event)
    state = change.state
    for (const { key, amountFen } of change.changes) {
      posted.set(key, (posted.get(key) ?? 0) + amountFen)
    }
  }
  return { posted, state }
}

/** A line captured in steps and refunded in steps, `(cumulative totals)`, ending at `wholeFen`. */
const steps = (wholeFen: number, kind: LineEvent["kind"]) =>
  fc
    .array(fc.integer({ min: 0, max: wholeFen }), { maxLength: 5 })
    .map((totals) =>
      [...totals.sort((a, b) => a - b), wholeFen].map((totalFen) => ({ kind, totalFen })),
    )

const fullyRefunded = goodsFenArbitrary.chain((wholeFen) =>
  fc.tuple(steps(wholeFen, "capture"), steps(wholeFen, "refund")).map((both) => both.flat()),
)

/** The same events in any order, some of them delivered again. */
const shuffledAndReplayed = fullyRefunded.chain((events) =>
  fc
    .tuple(
      fc.shuffledSubarray(events, { minLength: events.length }),
      fc.array(fc.constantFrom(...events), { maxLength: 6 }),
    )
    .chain(([all, again]) =>
      fc.shuffledSubarray([...all, ...again], { minLength: all.length + again.length }),
    ),
)

describe("applyLineEvent", () => {
  it("leaves every household at zero once refunds add up to the sale, in any order, replayed or not", () => {
    fc.assert(
      fc.property(lotsArbitrary, shuffledAndReplayed, (lots, events) => {
        for (const fen of run(lots, events).posted.values()) {
          expect(fen).toBe(0)
        }
      }),
    )
  })

  it("ends at the split of what is left, whatever the order of the events", () => {
    const partly = goodsFenArbitrary.chain((wholeFen) =>
      fc.tuple(
        fc.constant(wholeFen),
        fc
          .integer({ min: 0, max: wholeFen })
          .chain((c) => fc.tuple(fc.constant(c), steps(c, "refund"), steps(wholeFen, "capture"))),
      ),
    )
    fc.assert(
      fc.property(
        lotsArbitrary,
        partly,
        fc.infiniteStream(fc.nat()),
        (lots, [whole, rest], dice) => {
          const [refunded, refunds, captures] = rest
          const events = [...refunds, ...captures]
            .map((event) => ({ event, rank: dice.next().value as number }))
            .sort((a, b) => a.rank - b.rank)
            .map(({ event }) => event)
          const { posted } = run(lots, events)
          for (const { key, amountFen } of splitLine(whole - refunded, lots)) {
            expect(posted.get(key) ?? 0).toBe(amountFen)
          }
        },
      ),
    )
  })

  it("posts what the event did to the line, no more and no less", () => {
    fc.assert(
      fc.property(lotsArbitrary, goodsFenArbitrary, goodsFenArbitrary, (lots, a, b) => {
        const first = applyLineEvent(lots, UNTOUCHED_LINE, { kind: "capture", totalFen: a })
        const second = applyLineEvent(lots, first.state, { kind: "refund", totalFen: b })
        expect(first.goodsFen).toBe(a)
        expect(first.goodsFen + second.goodsFen).toBe(Math.max(0, a - b))
      }),
    )
  })

  it("posts nothing when an event is delivered again", () => {
    fc.assert(
      fc.property(lotsArbitrary, goodsFenArbitrary, (lots, totalFen) => {
        const { state } = applyLineEvent(lots, UNTOUCHED_LINE, { kind: "capture", totalFen })
        expect(applyLineEvent(lots, state, { kind: "capture", totalFen }).changes).toEqual([])
      }),
    )
  })
})
