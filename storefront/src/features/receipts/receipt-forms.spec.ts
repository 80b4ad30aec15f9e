import { describe, expect, it } from "vitest"

import { confirmOf, fieldError, isBesideField, oweOf, payOf, periodOf } from "./receipt-forms"

const typed = (fields: Record<string, string>) => (name: string) => fields[name] ?? ""

describe("payOf", () => {
  const all = { day: "2026-11-20", via: "cash", evidence: "签 12" }

  it("reads what was paid", () => {
    expect(payOf(typed(all), ["rcp_1"], false)).toEqual({
      receipt_ids: ["rcp_1"],
      paid_on: "2026-11-20",
      via: "cash",
      evidence: "签 12",
    })
  })

  it.each([
    ["none_chosen", all, [], false],
    ["day_missing", { ...all, day: "" }, ["rcp_1"], false],
    ["evidence_missing", { ...all, evidence: "" }, ["rcp_1"], false],
  ])("answers %s", (code, fields, ids, hasPhoto) => {
    expect(payOf(typed(fields), ids, hasPhoto)).toEqual({ code })
  })

  it("takes a photo instead of a number", () => {
    expect(payOf(typed({ ...all, evidence: "" }), ["rcp_1"], true)).not.toHaveProperty("code")
  })
})

describe("confirmOf", () => {
  const day = "2026-11-21"

  it("reads full-width digits of a code", () => {
    expect(confirmOf("code", typed({ code: "４０９２" }), ["rcp_1"], false)).toMatchObject({
      via: "household_code",
      code: "4092",
    })
  })

  it.each([
    ["code", {}, "code_missing"],
    ["station", { day }, "worker_missing"],
    ["sheet", { day }, "sheet_missing"],
    ["sheet", { sheet: "12" }, "day_missing"],
  ])("%s with %j answers %s", (intent, fields, code) => {
    expect(confirmOf(intent, typed(fields), ["rcp_1"], false)).toEqual({ code })
  })
})

describe("oweOf", () => {
  const wage = {
    household_id: "hh_1",
    channel: "wage",
    amount: "440",
    day: "2026-11-20",
    form_id: "form-12345678",
  }

  it("reads yuan as fen and leaves out what was not typed", () => {
    expect(oweOf(typed(wage))).toEqual({
      household_id: "hh_1",
      channel: "wage",
      amount_fen: 44_000,
      arose_on: "2026-11-20",
      form_id: "form-12345678",
    })
  })

  it.each([
    [{ household_id: "" }, "household_missing"],
    [{ amount: "四百" }, "amount_wrong"],
    [{ amount: "0" }, "amount_wrong"],
    [{ day: "" }, "day_missing"],
  ])("with %j answers the field that is wrong", (change, code) => {
    expect(oweOf(typed({ ...wage, ...change }))).toEqual({ code })
  })
})

describe("fieldError", () => {
  const words = { day_missing: "请填日期。" }

  it("says a refusal beside its own field only", () => {
    const notice = { code: "day_missing", message: "" }
    expect(fieldError(notice, "day", words)).toBe("请填日期。")
    expect(fieldError(notice, "code", words)).toBeUndefined()
    expect(isBesideField(notice)).toBe(true)
  })

  it("keeps the backend's own words, and says what belongs to no field at the head", () => {
    const wrong = { code: "household_code_wrong", message: "密码不对" }
    expect(fieldError(wrong, "code", words)).toBe("密码不对")
    expect(isBesideField({ code: "receipt_voided", message: "作废了" })).toBe(false)
    expect(isBesideField("down")).toBe(false)
  })
})

describe("periodOf", () => {
  it.each([
    ["2026-10", "2026-10"],
    ["2026", "2026"],
    ["", "2026-11"],
    [null, "2026-11"],
    ["2026-13", null],
    ["all", null],
  ])("reads %s as %s", (asked, period) => {
    expect(periodOf(asked, "2026-11")).toBe(period)
  })
})
