import { divisionsFromTables } from "./division-rows"

const COUNTY = {
  code6: "513423",
  name_zh: "盐源县",
  name_en: "Yanyuan County",
  prefecture_code: "513400",
  prefecture_zh: "凉山彝族自治州",
  prefecture_en: "Liangshan Yi Autonomous Prefecture",
  seat_lng: "101.508909",
  seat_lat: "27.423415",
  poor_county_832: "Y",
}

describe("divisionsFromTables", () => {
  const divisions = divisionsFromTables({
    counties: [
      COUNTY,
      { ...COUNTY, code6: "513401", poor_county_832: "Y (unverified)", seat_lng: "" },
    ],
    townships: [{ code9: "513423100", name_zh: "盐井街道", county6: "513423" }],
    villages: [
      {
        code12: "513423100201",
        name_zh: "胜利村村民委员会",
        township9: "513423100",
        county6: "513423",
      },
    ],
    retired: [
      { code: "513425", name_zh: "会理县", valid_to: "2021-01-20", successor_code: "513402" },
    ],
  })
  const byCode = new Map(divisions.map((division) => [division.code, division]))

  it("derives prefectures and provinces, each once", () => {
    expect(divisions.map(({ code }) => code)).toEqual([
      "51",
      "5134",
      "513423",
      "513401",
      "513423100",
      "513423100201",
      "513425",
    ])
    expect(byCode.get("51")).toMatchObject({ name_zh: "四川省", parent_code: null })
    expect(byCode.get("5134")).toMatchObject({ name_zh: "凉山彝族自治州", level: "prefecture" })
  })

  it("reads a county's seat and whether it was poor, unverified as unknown", () => {
    expect(byCode.get("513423")).toMatchObject({
      lng: 101.508909,
      lat: 27.423415,
      is_poor_county_832: true,
      parent_code: "5134",
    })
    expect(byCode.get("513401")).toMatchObject({ lng: null, is_poor_county_832: null })
  })

  it("calls a village by its everyday name and keeps the register's", () => {
    expect(byCode.get("513423100201")).toMatchObject({
      name_zh: "胜利村",
      official_name_zh: "胜利村村民委员会",
    })
  })

  it("keeps a division that ceased, with its successor", () => {
    expect(byCode.get("513425")).toMatchObject({
      valid_to: "2021-01-20",
      successor_code: "513402",
    })
  })

  it("refuses a code that is none", () => {
    const tables = { counties: [{ ...COUNTY, code6: "51342" }], townships: [], villages: [] }
    expect(() => divisionsFromTables(tables)).toThrow(
      expect.objectContaining({ code: "division_code_invalid" }) as Error,
    )
  })
})
