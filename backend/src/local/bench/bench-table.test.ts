import assert from "node:assert/strict"
import { describe, it } from "node:test"

import { median, tableText } from "./bench-table.ts"

describe("tableText", () => {
  it("aligns numbers to the right and words to the left, Chinese too", () => {
    const rows: Record<string, string | number>[] = [
      { flow: "ours 我们", ms: 12.345 },
      { flow: "stock", ms: 1234, note: "slower" },
    ]
    assert.equal(
      tableText(rows),
      ["flow          ms  note", "ours 我们   12.3", "stock      1,234  slower"].join("\n"),
    )
  })
})

describe("median", () => {
  it("is the middle, or between the two in the middle", () => {
    assert.equal(median([3, 1, 2]), 2)
    assert.equal(median([4, 1, 2, 3]), 2.5)
  })

  it("refuses no values", () => {
    assert.throws(() => median([]), RangeError)
  })
})
