import fc from "fast-check"

import { allocateOpen, openFen, type OpenAccount } from "./allocate-open"

const fen = fc.integer({ min: 0, max: 1_000_000 })
const accounts = fc
  .array(fc.tuple(fen, fen), { minLength: 1, maxLength: 5 })
  .map((pairs) =>
    pairs.map(([due, taken], i) => ({ id: `c${i}`, dueFen: due, takenFen: Math.min(due, taken) })),
  )
const asked = accounts.chain((list) =>
  fc.tuple(
    fc.constant(list),
    fc.integer({ min: 0, max: openFen(list) }),
    fc.option(fc.subarray(list.map(({ id }) => id))),
  ),
)

const take = (list: OpenAccount[], parts: Map<string, number>) =>
  list.map((one) => ({ ...one, takenFen: one.takenFen + parts.get(one.id)! }))

describe("allocateOpen", () => {
  it("conserves the amount, and keeps every part within what is open", () => {
    fc.assert(
      fc.property(asked, ([list, amount, named]) => {
        const parts = allocateOpen(amount, list, named)
        expect([...parts.values()].reduce((sum, part) => sum + part, 0)).toBe(amount)
        for (const { id, dueFen, takenFen } of list) {
          expect(parts.get(id)).toBeGreaterThanOrEqual(0)
          expect(parts.get(id)).toBeLessThanOrEqual(dueFen - takenFen)
        }
      }),
    )
  })

  it("charges nobody else while the named ones have room", () => {
    fc.assert(
      fc.property(asked, ([list, amount, named]) => {
        const ids = named ?? []
        const room = openFen(list.filter(({ id }) => ids.includes(id)))
        const parts = allocateOpen(Math.min(amount, room), list, ids)
        for (const { id } of list) if (!ids.includes(id)) expect(parts.get(id)).toBe(0)
      }),
    )
  })

  it("leaves everybody at exactly its due, in however many parts, named or not", () => {
    fc.assert(
      fc.property(
        accounts,
        fc.array(fc.tuple(fen, fc.nat(4)), { maxLength: 8 }),
        (start, steps) => {
          let list: OpenAccount[] = start
          for (const [amount, nth] of steps) {
            const named = list[nth] ? [list[nth].id] : null
            list = take(list, allocateOpen(Math.min(amount, openFen(list)), list, named))
          }
          list = take(list, allocateOpen(openFen(list), list))
          for (const { dueFen, takenFen } of list) expect(takenFen).toBe(dueFen)
        },
      ),
    )
  })

  it("ignores the order of the accounts", () => {
    fc.assert(
      fc.property(asked, ([list, amount, named]) => {
        const parts = allocateOpen(amount, list, named)
        const mirrored = allocateOpen(amount, [...list].reverse(), named)
        for (const { id } of list) expect(mirrored.get(id)).toBe(parts.get(id))
      }),
    )
  })
})
