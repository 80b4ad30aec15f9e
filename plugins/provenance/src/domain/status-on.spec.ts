import { statusOn, type StatusRow } from "./status-on"

const row = (validFrom: string, labelZh: string, recorded: number): StatusRow => ({
  labelZh,
  isEnrolled: labelZh !== "一般户",
  validFrom,
  recorded,
})

describe("statusOn", () => {
  const history = [
    row("2014-01-01", "建档立卡户", 1),
    row("2020-11-17", "脱贫户", 2),
    row("2023-05-01", "监测对象", 3),
  ]

  it("answers the row that started last", () => {
    expect(statusOn(history, "2019-06-01")?.labelZh).toBe("建档立卡户")
    expect(statusOn(history, "2020-11-17")?.labelZh).toBe("脱贫户")
    expect(statusOn(history, "2026-11-21")?.labelZh).toBe("监测对象")
  })

  it("knows nothing before the first document", () => {
    expect(statusOn(history, "2013-12-31")).toBeNull()
    expect(statusOn([], "2026-11-21")).toBeNull()
  })

  it("lets a later correction of the same day hold", () => {
    const corrected = [row("2020-11-17", "一般户", 4), ...history]
    expect(statusOn(corrected, "2021-01-01")?.labelZh).toBe("一般户")
    expect(statusOn(corrected, "2024-01-01")?.labelZh).toBe("监测对象")
  })
})
