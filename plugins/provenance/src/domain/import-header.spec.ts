import { cleanCell, COLUMN_NAMES, readHeader } from "./import-header"

const whole = ["户编号", "户主姓名", "人口数", "村代码", "状态", "状态起始日", "文号"]

describe("readHeader", () => {
  it("finds the columns in any order, and says which it does not read", () => {
    const header = readHeader(["\uFEFF文号", "备注", ...whole.slice(0, -1)])
    expect(header).toMatchObject({ kind: "households", ignored: ["备注"], width: 8 })
    expect(header).toMatchObject({ at: { document_number: 0, registry_key: 2, status: 6 } })
  })

  it("takes township and village names for the village's code", () => {
    const named = [...whole.filter((name) => name !== "村代码"), "乡镇", "村"]
    expect(readHeader(named)).toMatchObject({ kind: "households" })
    expect(readHeader(named.slice(0, -1))).toEqual({
      errors: [{ code: "column_missing", column: "村代码" }],
    })
  })

  it("reads a file without names as one of statuses", () => {
    expect(readHeader(["户编号", "状态", "状态起始日", "文号"])).toMatchObject({ kind: "statuses" })
  })

  it.each(Object.values(COLUMN_NAMES).filter((name) => !["乡镇", "村"].includes(name)))(
    "refuses a file without %s",
    (name) => {
      const errors = [{ code: "column_missing", column: name }]
      expect(readHeader(whole.filter((each) => each !== name))).toEqual({ errors })
    },
  )

  it.each(["身份证号", "健康状况", "学历", "户主手机", "银行卡号"])(
    "refuses a file that holds %s, which is never collected",
    (column) => {
      expect(readHeader([...whole, column])).toEqual({
        errors: [{ code: "column_forbidden", column }],
      })
    },
  )

  it("refuses a column named twice", () => {
    expect(readHeader([...whole, "状态"])).toEqual({
      errors: [{ code: "column_repeated", column: "状态" }],
    })
  })
})

describe("cleanCell", () => {
  it.each([
    ["\uFEFF户编号 ", "户编号"],
    ["　５　", "5"],
    ["'513423102201", "513423102201"],
    ["\t川扶〔2020〕1 号\t", "川扶〔2020〕1 号"],
  ])("reads %j as %j", (text, meant) => expect(cleanCell(text)).toBe(meant))
})
