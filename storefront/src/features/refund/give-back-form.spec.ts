import { describe, expect, it } from "vitest"

import { checkGiveBack, emptyGiveBack, readGiveBack } from "./give-back-form"

const lines = [
  {
    line_item_id: "apples",
    title: "苹果",
    variant_title: "5 斤装",
    quantity: 2,
    unit_weight_g: 2500,
  },
  { line_item_id: "pears", title: "梨", variant_title: "", quantity: 1, unit_weight_g: 1000 },
]

function posted(pairs: [string, string][]) {
  const form = new FormData()
  for (const [name, value] of pairs) form.append(name, value)
  return readGiveBack(form)
}

const refund = { ...emptyGiveBack("refund", lines), reason: "bad_fruit" }
const typed = (amount: string, unit: "piece" | "jin" | "g") => ({
  ...refund,
  parts: [{ ...refund.parts[0]!, amount, unit }, refund.parts[1]!],
})

describe("readGiveBack", () => {
  it("leaves other forms of the page alone", () => {
    expect(posted([["intent", "ship"]])).toBeNull()
    expect(posted([["carrier", "EMS"]])).toBeNull()
  })

  it("keeps each line's amount, unit and title together", () => {
    const read = posted([
      ["intent", "refund_check"],
      ...["line", "line_title", "line_amount", "line_unit"].map((name): [string, string] => [
        name,
        { line: "a", line_title: "苹果", line_amount: " 3 ", line_unit: "jin" }[name]!,
      ]),
      ["line", "b"],
    ])
    expect(read?.step).toBe("check")
    expect(read?.fields.parts).toEqual([
      { id: "a", title: "苹果", amount: "3", unit: "jin", fen: 0 },
      { id: "b", title: "", amount: "", unit: "piece", fen: 0 },
    ])
  })
})

it("keeps what was told of each line, for the refund that follows", () => {
  const read = posted([
    ["intent", "refund_do"],
    ["line", "a"],
    ["line_fen", "396"],
    ["line", "b"],
    ["line_fen", "x"],
  ])
  expect(read?.fields.parts.map(({ fen }) => fen)).toEqual([396, 0])
})

describe("checkGiveBack", () => {
  it("reads packs and jin, and leaves empty lines out", () => {
    expect(checkGiveBack(typed("1", "piece"), lines)).toMatchObject({
      isWell: true,
      claims: [{ line_item_id: "apples", pieces: 1 }],
    })
    expect(checkGiveBack(typed("1.5", "jin"), lines).claims).toEqual([
      { line_item_id: "apples", grams: 750 },
    ])
  })

  it.each([
    ["3", "piece", "over_sold"],
    ["0", "piece", "zero"],
    ["1.5", "piece", "too_fine"],
    ["many", "g", "unreadable"],
    ["5001", "g", "over_sold"],
  ] as const)("says of %s %s: %s", (amount, unit, problem) => {
    const { errors, isWell } = checkGiveBack(typed(amount, unit), lines)
    expect([errors.parts.apples, isWell]).toEqual([problem, false])
  })

  it("wants something to be given back, and a reason", () => {
    expect(checkGiveBack(refund, lines).errors.scope).toBe("nothing")
    expect(checkGiveBack({ ...refund, scope: "whole" }, lines).isWell).toBe(true)
    const cancel = emptyGiveBack("cancel", lines)
    expect(checkGiveBack(cancel, lines).errors).toEqual({ parts: {}, reason: "missing" })
    expect(checkGiveBack({ ...cancel, reason: "bad_fruit" }, lines).errors.reason).toBe("missing")
    expect(checkGiveBack({ ...cancel, reason: "sold_out" }, lines).isWell).toBe(true)
  })

  it("keeps a note short", () => {
    const note = "坏".repeat(201)
    expect(checkGiveBack({ ...refund, scope: "whole", note }, lines).errors.note).toBe("too_long")
  })
})
