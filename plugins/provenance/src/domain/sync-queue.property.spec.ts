import fc from "fast-check"

import { queueVerdicts, type QueueRow } from "./sync-queue"

const row = fc.record<QueueRow>({
  clientId: fc.constantFrom("a", "b", "c", "d"),
  content: fc.constantFrom("1", "2"),
})
const rows = fc.array(row, { maxLength: 8 })
const known = fc
  .dictionary(fc.constantFrom("a", "b"), fc.constantFrom("1", "2"))
  .map((record) => new Map(Object.entries(record)))

const keyOf = ({ clientId, content }: QueueRow) => `${clientId}/${content}`

describe("queueVerdicts", () => {
  it("says the same of a row wherever it stands in the queue", () => {
    const shuffled = rows.chain((list) =>
      fc
        .shuffledSubarray(list, { minLength: list.length, maxLength: list.length })
        .map((other) => ({
          list,
          other,
        })),
    )
    fc.assert(
      fc.property(shuffled, known, ({ list, other }, before) => {
        const verdictOf = (queue: QueueRow[]) => {
          const verdicts = queueVerdicts(queue, before)
          return new Map(queue.map((entry, i) => [keyOf(entry), verdicts[i]]))
        }
        expect([...verdictOf(other)].sort()).toEqual([...verdictOf(list)].sort())
      }),
    )
  })

  it("knows every row that it let in when the queue comes again", () => {
    fc.assert(
      fc.property(rows, known, (list, before) => {
        const first = queueVerdicts(list, before)
        const after = new Map(before)
        list.forEach(({ clientId, content }, i) => {
          if (first[i] === "new") after.set(clientId, content)
        })
        queueVerdicts(list, after).forEach((verdict, i) => {
          expect(verdict).toBe(first[i] === "new" ? "known" : first[i])
        })
      }),
    )
  })
})
