import fc from "fast-check"

import { readHeader, type ImportHeader } from "./import-header"
import { asDay, type ImportRules, isIdNumber, readRow } from "./import-row"

const header = readHeader([
  "户编号",
  "户主姓名",
  "人口数",
  "村代码",
  "乡镇",
  "村",
  "状态",
  "状态起始日",
  "文号",
]) as ImportHeader
const rules: ImportRules = {
  division: "513423",
  hasVillage: (code) => code === "513423102201",
  villagesNamed: (township, village) =>
    township === "卫城镇" ? ({ 香房村: ["513423102201"], 双村: ["1", "2"] }[village] ?? []) : [],
  labels: new Map([
    ["脱贫户", true],
    ["一般农户", false],
  ]),
  today: "2026-11-22",
}
const good = [
  "YY-1",
  "阿木日哈",
  "5",
  "513423102201",
  "",
  "",
  "脱贫户",
  "2020-11-17",
  "川扶〔2020〕1",
]
const changed = (at: number, value: string) => good.map((cell, i) => (i === at ? value : cell))
const codesOf = (cells: string[]) => {
  const read = readRow(cells, header, rules)
  return "errors" in read ? read.errors.map(({ column, code }) => `${column}:${code}`) : []
}

describe("readRow", () => {
  it("reads a household with its status", () => {
    expect(readRow(good, header, rules)).toEqual({
      registryKey: "YY-1",
      headName: "阿木日哈",
      headCount: 5,
      villageCode: "513423102201",
      status: {
        labelZh: "脱贫户",
        isEnrolled: true,
        validFrom: "2020-11-17",
        documentNumber: "川扶〔2020〕1",
      },
    })
  })

  it("finds the village by its names, and takes a household without a status", () => {
    const cells = ["YY-1", "阿木日哈", "５", "", "卫城镇", "香房村", "", "", ""]
    expect(readRow(cells, header, rules)).toMatchObject({
      villageCode: "513423102201",
      headCount: 5,
      status: null,
    })
  })

  it.each([
    [changed(0, ""), "registry_key:cell_missing"],
    [changed(0, "11010519491231002X"), "registry_key:registry_key_is_id_number"],
    [changed(1, " "), "head_name:cell_missing"],
    [changed(1, "木".repeat(101)), "head_name:cell_too_long"],
    [changed(2, "五"), "head_count:head_count_invalid"],
    [changed(2, "0"), "head_count:head_count_invalid"],
    [changed(2, "51"), "head_count:head_count_invalid"],
    [changed(3, "513423"), "village_code:village_code_invalid"],
    [changed(3, "5.13423E+11"), "village_code:village_code_rounded"],
    [changed(3, "513401001003"), "village_code:village_outside"],
    [changed(3, "513423102999"), "village_code:village_unknown"],
    [changed(3, ""), "village_code:cell_missing"],
    [changed(6, "贫困"), "status:status_unknown"],
    [changed(6, ""), "status:cell_missing"],
    [changed(7, "2020-02-30"), "valid_from:valid_from_invalid"],
    [changed(7, "2027-01-01"), "valid_from:valid_from_future"],
    [changed(7, ""), "valid_from:cell_missing"],
    [changed(8, ""), "document_number:cell_missing"],
    [[...good, "x"], "registry_key:row_too_wide"],
  ])("refuses %j: %s", (cells, code) => expect(codesOf(cells)).toEqual([code]))

  it("refuses village names that mean none or several", () => {
    const named = (village: string) => ["YY-1", "木", "5", "", "卫城镇", village, "", "", ""]
    expect(codesOf(named("无此村"))).toEqual(["village:village_unknown"])
    expect(codesOf(named("双村"))).toEqual(["village:village_ambiguous"])
    expect(codesOf(["YY-1", "木", "5", "", "", "香房村", "", "", ""])).toEqual([
      "township:cell_missing",
    ])
  })

  it("names every cell at fault at once, and none of what personal cells held", () => {
    const read = readRow(["", "", "很多", "51", "", "", "贫", "x", ""], header, rules)
    const errors = "errors" in read ? read.errors : []
    expect(errors).toHaveLength(7)
    expect(JSON.stringify(errors)).not.toContain("很多")
  })

  it("reads any text whatever without breaking, and refuses with known columns only", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme" }), { maxLength: 11 }), (cells) => {
        const read = readRow(cells, header, rules)
        expect("errors" in read ? read.errors.length > 0 : read.registryKey !== "").toBe(true)
      }),
    )
  })

  it("asks a file of statuses for no name and no village", () => {
    const narrow = readHeader(["户编号", "状态", "状态起始日", "文号"]) as ImportHeader
    expect(readRow(["YY-1", "一般农户", "2026/9/1", "补〔2026〕9"], narrow, rules)).toMatchObject({
      headName: null,
      villageCode: null,
      status: { isEnrolled: false, validFrom: "2026-09-01" },
    })
    expect(readRow(["YY-1", "", "", ""], narrow, rules)).toHaveProperty("errors")
  })
})

describe("asDay", () => {
  it("reads a day in every way that offices write it", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("2014-01-01"), max: new Date("2030-01-01"), noInvalidDate: true }),
        (date) => {
          const day = date.toISOString().slice(0, 10)
          const [year, month, dayOfMonth] = day.split("-").map(Number)
          for (const text of [
            day,
            day.replaceAll("-", ""),
            `${year}/${month}/${dayOfMonth}`,
            `${year}.${month}.${dayOfMonth}`,
            `${year}年${month}月${dayOfMonth}日`,
            `${year}/${month}/${dayOfMonth} 0:00`,
          ]) {
            expect(asDay(text)).toBe(day)
          }
        },
      ),
    )
  })

  it.each(["", "2020", "17/11/2020", "2020-13-01", "20200230"])("does not read %j", (text) =>
    expect(asDay(text)).toBeNull(),
  )
})

describe("isIdNumber", () => {
  it("knows an identity number by its check digit only", () => {
    // The example of the standard, GB 11643-1999.
    expect(isIdNumber("11010519491231002X")).toBe(true)
    expect(isIdNumber("110105194912310021")).toBe(false)
    expect(isIdNumber("513423102201000123")).toBe(false)
    expect(isIdNumber("YY-0001")).toBe(false)
  })
})
