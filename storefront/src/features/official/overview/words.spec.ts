import { describe, expect, it } from "vitest"

import { changeIn, figureText, groups, indicatorOf, partsText, stripKeys } from "./indicators"
import { liangshan } from "./overview.fixture"
import { answerOf, beforeText, daysSince, periodText, questionOf, worstOf } from "./words"

const said = (overview: typeof liangshan, locale: "zh-CN" | "en") =>
  answerOf(overview, locale)
    .map((piece) => (typeof piece === "string" ? piece : piece.text))
    .join("")

describe("periods", () => {
  it("say the days of a running month, and the name of one that is over", () => {
    const { period } = liangshan
    expect(periodText(period, "zh-CN")).toBe("2026 年 11 月 1–21 日")
    const over = { ...period, asked: "2026-10", is_running: false }
    expect(periodText(over, "zh-CN")).toBe("2026 年 10 月")
    expect(periodText(over, "en")).toBe("October 2026")
  })

  it("say days that span months and years", () => {
    const days = { ...liangshan.period, kind: "days" as const, is_running: false }
    const spring = { ...days, from: "2026-03-01", to: "2026-05-31" }
    expect(periodText(spring, "zh-CN")).toBe("2026 年 3 月 1 日–5 月 31 日")
    expect(periodText(spring, "en")).toBe("1 Mar – 31 May 2026")
    const winter = { ...days, from: "2025-12-01", to: "2026-01-31" }
    expect(periodText(winter, "zh-CN")).toBe("2025 年 12 月 1 日–2026 年 1 月 31 日")
  })

  it("claim as many days before only where it is so", () => {
    expect(beforeText(liangshan.period, "zh-CN")).toContain("天数相同")
    const uneven = { from: "2026-10-01", to: "2026-10-31" }
    expect(beforeText({ ...liangshan.period, previous: uneven }, "zh-CN")).not.toContain("天数相同")
  })

  it("count days back from Shanghai's day of the figures", () => {
    expect(daysSince("2026-11-20", "2026-11-21T17:00:00Z")).toBe(2)
  })
})

describe("the question and its answer", () => {
  it("asks for the month, the year or these days", () => {
    const { period } = liangshan
    expect(questionOf(liangshan, "zh-CN")).toBe("这个月，多少钱到了谁手里，哪里没有？")
    const year = { ...liangshan, period: { ...period, kind: "year" as const, asked: "2026" } }
    expect(questionOf(year, "en")).toContain("2026")
  })

  it("says who got how much, what half got at most, and the two worst places", () => {
    expect(said(liangshan, "zh-CN")).toBe(
      "2026 年 11 月 1–21 日，301.6 万元到了 6,864 户手里。签了约的和到了钱的一共 9,938 户，" +
        "一半拿到不超过 ¥151。还有 3,074 户签了协议、一分钱没到：布拖县只到了 31% 的户，普格县 32%。",
    )
    expect(said(liangshan, "en")).toContain(
      "Butuo County reached only 31% of its own, Puge County 32%",
    )
  })

  it("says it plainly when half got nothing", () => {
    const { spread } = liangshan
    const half = { ...liangshan, spread: { ...spread, median_fen: 0 } }
    expect(said(half, "zh-CN")).toContain("一半一分钱没拿到。还有")
    expect(said(half, "en")).toContain("half got nothing. ")
  })

  it("names no place where at least half of the signed households were paid", () => {
    expect(worstOf(liangshan.rows.slice(0, 6))).toEqual([])
  })

  it("is plain where nothing was paid, nothing sold, nobody signed", () => {
    const unpaid = {
      ...liangshan,
      rows: [],
      nothing: { count: 0, signed_count: 0, places: [] },
      indicators: liangshan.indicators.map((each) =>
        each.key === "receipts" ? { ...each, value: 0 } : each,
      ),
    }
    expect(said(unpaid, "zh-CN")).toContain("还没有一笔确认到户的钱")
    expect(said(unpaid, "zh-CN")).toContain("还没有生效的帮扶协议")
    expect(said({ ...unpaid, indicators: [] }, "zh-CN")).toContain("没有卖出去的货")
  })
})

describe("indicators", () => {
  it("shows every one of the contract once: in the strip or in a group", () => {
    const shown = [...stripKeys, ...Object.values(groups).flat()]
    expect(new Set(shown).size).toBe(shown.length)
    expect([...shown].sort()).toEqual(liangshan.indicators.map(({ key }) => key).sort())
  })

  it("never writes zero for what is unknown", () => {
    const savings = indicatorOf(liangshan, "savings")
    expect(figureText(savings, savings.value, "zh-CN")).toBe("—")
    expect(changeIn(savings, "zh-CN")).toBeNull()
    expect(indicatorOf({ indicators: [] }, "receipts").value).toBeNull()
  })

  it("changes shares by points, money by per cent, things by number", () => {
    const change = (key: Parameters<typeof indicatorOf>[1]) =>
      changeIn(indicatorOf(liangshan, key), "zh-CN")?.text
    expect(change("traceability")).toBe("+0.7 个百分点")
    expect(change("receipts")).toBe("+3.1%")
    expect(change("alerts")).toBe("+6")
  })

  it("shows what a share was worked out from, each in its own unit", () => {
    const parts = (key: Parameters<typeof indicatorOf>[1]) =>
      partsText(indicatorOf(liangshan, key), "zh-CN")
    expect(parts("benefit_rate")).toBe("6,864 ÷ 9,938")
    expect(parts("fulfilment")).toBe("2,150,000 kg ÷ 2,600,000 kg")
    expect(parts("receipts")).toBeNull()
  })
})
