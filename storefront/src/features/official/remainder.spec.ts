import type { IndicatorRow } from "@shangxing/attribution/types/http"
import { describe, expect, it } from "vitest"

import { remainderOf } from "./remainder"

const row: IndicatorRow = {
  key: "513423101",
  sales_fen: 90,
  enrolled_fen: 60,
  other_fen: 20,
  unattributed_fen: 10,
  enrolled_household_count: 1,
  enrolled_household_total: 2,
}

describe("remainderOf", () => {
  it("is nothing when the parts make the whole", () => {
    expect(remainderOf(row, [row])).toBeNull()
  })

  it("keeps what no part has", () => {
    const total = { ...row, sales_fen: 100, unattributed_fen: 20 }
    expect(remainderOf(total, [row])).toEqual({
      sales_fen: 10,
      enrolled_fen: 0,
      other_fen: 0,
      unattributed_fen: 10,
    })
  })
})
