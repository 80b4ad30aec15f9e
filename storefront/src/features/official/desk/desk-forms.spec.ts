import { describe, expect, it } from "vitest"

import {
  fieldOf,
  readClosing,
  readEnding,
  readIncomeLine,
  readOpening,
  readSubsidy,
  readWorker,
  typedIn,
} from "./desk-forms"

const opening = {
  code: "YY-07",
  name_zh: "梅雨镇服务站",
  division_code: "513423102",
  opened_on: "2026-03-01",
  closed_on: "",
  subsidy_year: "2026",
  subsidy_amount: "",
  subsidy_document: "",
}
const line = {
  year: "2025",
  kind: "监测线",
  amount: "8,600",
  document: "盐乡振〔2026〕1 号",
  document_date: "2026-02-01",
}

describe("readOpening", () => {
  it("reads a station without a subsidy, and one with it, in fen", () => {
    expect(readOpening(opening, ["513423102201"])).toEqual({
      ok: true,
      body: {
        code: "YY-07",
        name_zh: "梅雨镇服务站",
        division_code: "513423102",
        opened_on: "2026-03-01",
        closed_on: null,
        village_codes: ["513423102201"],
        subsidy: null,
      },
    })
    const granted = { ...opening, subsidy_amount: "18,000.50", subsidy_document: "财农 7" }
    expect(readOpening(granted, ["513423102201"])).toMatchObject({
      body: { subsidy: { year: 2026, amount_fen: 1_800_050, document: "财农 7" } },
    })
  })

  it("says everything that is wrong at once", () => {
    const typed = { ...opening, code: "", name_zh: "站", opened_on: "3 月", subsidy_amount: "多" }
    expect(readOpening(typed, [])).toEqual({
      ok: false,
      errors: {
        code: "missing",
        name_zh: "short",
        opened_on: "day",
        subsidy_amount: "amount",
        subsidy_document: "missing",
        villages: "villages",
      },
    })
  })
})

describe("the small forms", () => {
  it.each([
    [readWorker, { name: "", email: "阿说" }, { name: "missing", email: "email" }],
    [readEnding, { reason: "走" }, { reason: "short" }],
    [readClosing, { closed_on: "" }, { closed_on: "day" }],
    [
      readSubsidy,
      { subsidy_year: "26", subsidy_amount: "-1", subsidy_document: "x" },
      { subsidy_year: "year", subsidy_amount: "amount", subsidy_document: "short" },
    ],
    [
      readIncomeLine,
      { ...line, amount: "", document_date: "" },
      { amount: "amount", document_date: "day" },
    ],
  ])("%o of %o says %o", (reader, typed, errors) => {
    expect(reader(typed)).toEqual({ ok: false, errors })
  })

  it("read an income line in fen, first or in another's place", () => {
    expect(readIncomeLine(line)).toMatchObject({
      body: { year: 2025, amount_fen: 860_000, supersedes_id: null },
    })
    expect(readIncomeLine({ ...line, supersedes_id: "inl_1" })).toMatchObject({
      body: { supersedes_id: "inl_1" },
    })
  })
})

describe("typedIn, fieldOf", () => {
  it("keeps figures in ordinary signs, words as they were written, and no files", () => {
    const form = new FormData()
    form.set("amount", " ８６００ ")
    form.set("document", "盐财农（2026）７号 ")
    form.set("file", new Blob(["x"]))
    expect(typedIn(form)).toEqual({ amount: "8600", document: "盐财农（2026）７号" })
  })

  it("knows where a refusal stands", () => {
    expect(fieldOf("station_worker_email_taken")).toBe("email")
    expect(fieldOf("stations_not_kept_here")).toBeNull()
  })
})
