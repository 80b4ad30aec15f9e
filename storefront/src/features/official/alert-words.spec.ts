import type { AlertKind } from "@shangxing/attribution/types/overview"
import { describe, expect, it } from "vitest"

import { stations } from "~/i18n/work/stations"
import { money } from "~/lib/format"

import { reasonOf, subjectName } from "./alert-words"

const { reasons } = stations.en
const alert = (kind: AlertKind, value: number | null, compared_with: number | null) => ({
  ...{ kind, value, compared_with },
})

describe("reasonOf", () => {
  it.each([
    [alert("receipts_down", 70_000, 100_000), "¥700.00 in 90 days, ¥1,000.00 a year before"],
    [alert("payment_overdue", 12_000, 2), "¥120.00 overdue, 2 payments"],
    [alert("station_asleep", 3, 50_000), "3 in 30 days, ¥500.00 this year"],
    [
      alert("place_nothing_received", 6, 8),
      "6 of 8 households signed for a season received nothing",
    ],
    [alert("below_floor", 300, null), "¥3.00 a kg, floor —"],
  ])("of %o: %s", (raised, text) => {
    expect(reasonOf(raised, reasons, money, "en")).toBe(text)
  })
})

describe("subjectName", () => {
  const division = {
    ...{ code: "513423", name_zh: "盐源县", name_en: "Yanyuan County", level: "county" as const },
  }

  it("names a place in the reader's language, anybody else as told", () => {
    const place = { kind: "division" as const, id: "513423", label: "盐源县" }
    expect(subjectName({ subject: place, division }, "en")).toBe("Yanyuan County")
    const household = { kind: "household" as const, id: "hh_1", label: "阿木 **" }
    expect(subjectName({ subject: household, division }, "en")).toBe("阿木 **")
  })
})
