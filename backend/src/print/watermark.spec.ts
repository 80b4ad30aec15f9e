import { watermarkLines } from "./watermark"

const mark = {
  id: "oex_1",
  official: "沙马",
  place: "凉山州",
  at: "2026-11-22T06:03:00.000Z",
  reason: null,
}

describe("watermarkLines", () => {
  it("says who took the file, when, and that it is no net income", () => {
    const [taken, label] = watermarkLines(mark, "zh")
    expect(taken).toBe("上行 · 沙马（凉山州） · 2026-11-22 14:03 导出 · 导出号 oex_1 · 姓名遮住")
    expect(label).toContain("平台收入，不是农户纯收入")
  })

  it("gives the reason where names are shown", () => {
    const [taken] = watermarkLines({ ...mark, reason: "入户走访" }, "en")
    expect(taken).toContain("with names, reason: 入户走访")
  })
})
