import type { FieldKinds } from "./fields"
import { sortRanked } from "./order"

const kinds: FieldKinds = new Map([
  ["price", "number"],
  ["title", "text"],
])
const hits = [
  { id: "b", score: 1, document: { price: 3, title: "盐源苹果" } },
  { id: "a", score: 1, document: { price: 3, title: "阿克苏苹果" } },
  { id: "c", score: 2, document: { title: "美姑岩鹰鸡" } },
  { id: "d", score: 0, document: { price: 1 } },
]
const ids = (order: Record<string, "ASC" | "DESC">) =>
  sortRanked(hits, order, kinds).map((hit) => hit.id)

describe("sortRanked", () => {
  it("puts the best first, then by id", () => {
    expect(ids({})).toEqual(["c", "a", "b", "d"])
  })

  it("puts a missing value last, whichever way", () => {
    expect(ids({ price: "ASC" })).toEqual(["d", "a", "b", "c"])
    expect(ids({ price: "DESC" })).toEqual(["a", "b", "d", "c"])
  })

  it("orders Chinese by pinyin", () => {
    expect(ids({ title: "ASC" })).toEqual(["a", "c", "b", "d"])
  })

  it("sorts by relevance when asked, and by several keys in turn", () => {
    expect(ids({ _score: "ASC" })).toEqual(["d", "a", "b", "c"])
    expect(ids({ price: "ASC", title: "DESC" })).toEqual(["d", "b", "a", "c"])
  })
})
