import fc from "fast-check"

import { type FileWorld, fenOfYuan, keyOfRow, readStationRow } from "./station-file"

const world: FileWorld = {
  division: "513423",
  villages: new Set(["513423102201", "513423102202"]),
  divisions: new Set(["513423", "513423102", "513402"]),
  stations: new Map([
    ["YY-01", { division_code: "513423102", name_zh: "卫城镇服务站", kind: "township" }],
    ["HL-01", { division_code: "513402101", name_zh: "鹿厂镇服务站", kind: "township" }],
  ]),
}

const station = {
  站点编号: "YY-02",
  站点名称: "香房村服务站",
  类型: "村级",
  区划代码: "513423102",
  服务村代码: "513423102201；513423102202",
  服务起始日: "2025-01-01",
  开业日期: "2024-12-01",
  关闭日期: "",
}
const codes = (kind: Parameters<typeof readStationRow>[0], cells: Record<string, string>) => {
  const reading = readStationRow(kind, cells, world)
  return "errors" in reading ? reading.errors.map(({ column, code }) => [column, code]) : []
}

describe("a station's row", () => {
  it("is read with its villages", () => {
    expect(readStationRow("stations", station, world)).toEqual({
      row: {
        code: "YY-02",
        name_zh: "香房村服务站",
        kind: "village",
        division_code: "513423102",
        village_codes: ["513423102201", "513423102202"],
        served_from: "2025-01-01",
        opened_on: "2024-12-01",
        closed_on: null,
      },
    })
  })

  it("says everything that is wrong at once", () => {
    const cells = { ...station, 站点名称: "", 类型: "省级", 服务村代码: "652901001001" }
    expect(codes("stations", cells)).toEqual([
      ["站点名称", "cell_missing"],
      ["类型", "station_kind_unknown"],
      ["服务村代码", "village_outside"],
    ])
  })

  it.each([
    ["服务起始日", "served_before_open", { 服务起始日: "2024-11-30" }],
    ["关闭日期", "closed_before_open", { 关闭日期: "2024-12-01" }],
    ["关闭日期", "day_invalid", { 关闭日期: "2026-02-30" }],
    ["区划代码", "division_outside", { 区划代码: "513402" }],
    ["站点编号", "station_differs", { 站点编号: "YY-01" }],
    ["站点名称", "cell_too_long", { 站点名称: "站".repeat(4_001) }],
  ])("says at %s: %s", (column, code, change) => {
    expect(codes("stations", { ...station, ...change })).toEqual([[column, code]])
  })
})

describe("rows of figures", () => {
  const subsidy = { 站点编号: "YY-01", 月份: "2026-11", 补贴金额: "1,500.50", 文号: "财农 7 号" }

  it("are read in fen", () => {
    expect(readStationRow("subsidies", subsidy, world)).toEqual({
      row: { station_code: "YY-01", month: "2026-11", amount_fen: 150_050, document: "财农 7 号" },
    })
    const quota = {
      区划代码: "513423",
      年份: "2026",
      采购单位: "一中",
      类别: "执行",
      金额: "9",
      文号: "x",
    }
    expect(readStationRow("quotas", quota, world)).toMatchObject({
      row: { kind: "executed", amount_fen: 900, year: 2026 },
    })
    const line = { 区划代码: "513423", 年份: "2026", 项目: "可支配收入", 金额: "16000", 文号: "x" }
    expect(readStationRow("income_lines", line, world)).toMatchObject({
      row: { kind: "可支配收入", amount_fen: 1_600_000 },
    })
  })

  it("name no station outside the official's division", () => {
    expect(codes("subsidies", { ...subsidy, 站点编号: "HL-01" })).toEqual([
      ["站点编号", "station_unknown"],
    ])
  })

  it("refuse what is no month, year or amount", () => {
    const cells = { ...subsidy, 月份: "11 月", 补贴金额: "-5" }
    expect(codes("subsidies", cells)).toEqual([
      ["月份", "month_invalid"],
      ["补贴金额", "amount_invalid"],
    ])
    const quota = { 区划代码: "513423", 年份: "26", 采购单位: "x", 类别: "?", 金额: "1", 文号: "x" }
    expect(codes("quotas", quota)).toEqual([
      ["年份", "year_invalid"],
      ["类别", "quota_kind_unknown"],
    ])
  })

  it("are the same row by their key, whatever the amount", () => {
    const other = { ...subsidy, 补贴金额: "1" }
    expect(keyOfRow("subsidies", subsidy)).toBe(keyOfRow("subsidies", other))
    expect(keyOfRow("subsidies", subsidy)).not.toBe(
      keyOfRow("subsidies", { ...subsidy, 月份: "2026-10" }),
    )
  })
})

describe("fenOfYuan", () => {
  it("reads back every amount of fen exactly", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), (fen) => {
        const text = `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, "0")}`
        expect(fenOfYuan(text)).toBe(fen)
      }),
    )
  })

  it.each(["", "abc", "1.234", "1e5", "-1", "¥5"])("takes no %s", (text) => {
    expect(fenOfYuan(text)).toBeNull()
  })
})
