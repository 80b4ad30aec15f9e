import type { DivisionName } from "@shangxing/attribution/types/http"
import { describe, expect, it } from "vitest"

import { mapNames, stepsTo } from "./places"

function county(code: string, name_zh: string, name_en: string): DivisionName {
  return { code, name_zh, name_en, level: "county" }
}

const muli = county("513422", "木里藏族自治县", "Muli Tibetan Autonomous County")
const yanyuan = county("513423", "盐源县", "Yanyuan County")

describe("mapNames", () => {
  it("drops what every county is called", () => {
    expect([...mapNames([muli, yanyuan], "zh-CN").values()]).toEqual(["木里", "盐源"])
    expect([...mapNames([muli, yanyuan], "en").values()]).toEqual(["Muli", "Yanyuan"])
  })

  it("keeps apart a city and a county of one name", () => {
    const hotan = [
      county("653201", "和田市", "Hotan City"),
      county("653221", "和田县", "Hotan County"),
    ]
    expect([...mapNames(hotan, "zh-CN").values()]).toEqual(["和田市", "和田县"])
  })
})

describe("stepsTo", () => {
  it("leads from the province down and opens only what is the official's own", () => {
    const liangshan: DivisionName = { ...yanyuan, code: "5134", level: "prefecture" }
    const sichuan: DivisionName = { ...yanyuan, code: "51", level: "province" }
    const steps = stepsTo([yanyuan, liangshan, sichuan], "5134")
    expect(steps.map(({ division, isOwn }) => [division.code, isOwn])).toEqual([
      ["51", false],
      ["5134", true],
      ["513423", true],
    ])
  })
})
