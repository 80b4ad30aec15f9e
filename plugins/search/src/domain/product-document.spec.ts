import { chinese } from "../lib/chinese"
import { cheapestOffer, toProductDocument } from "./product-document"

const row = {
  id: "prod_1",
  title: "盐源丑苹果",
  status: "published",
  sales_channels: [{ id: "sc_1" }, null],
  seller: { id: "sel_1", handle: "jinshan", name_zh: "金山合作社", status: "approved" },
  metadata: {
    title_en: "Yanyuan rustic apples",
    county_code: "513423",
    county_name_zh: "盐源县",
    season_months: [12, 10, "11", 10, 13, "autumn"],
    cost_fen: 1200,
  },
}

describe("toProductDocument", () => {
  const document = toProductDocument(row, chinese())

  it("takes what the shop shows", () => {
    expect(document).toMatchObject({
      id: "prod_1",
      title_en: "Yanyuan rustic apples",
      county_code: "513423",
      county_name: "盐源县",
      seller_id: "sel_1",
      seller_name: "金山合作社",
      sales_channel_ids: ["sc_1"],
      season_months: [10, 11, 12],
      price_cny: null,
      unit: null,
    })
  })

  it("spells title, county and seller", () => {
    expect(document?.title_pinyin).toMatch(/\bpingguo\b/)
    expect(document?.title_initials).toMatch(/\byycpg\b/)
    expect(document?.origin_pinyin).toMatch(/\bjinshanhezuoshe\b/)
  })

  it("lets no other metadata out", () => {
    expect(JSON.stringify(document)).not.toContain("1200")
  })

  it("leaves out what a seller may not sell", () => {
    const suspended = { ...row, seller: { id: "sel_1", status: "suspended" } }
    expect(toProductDocument(suspended, chinese())).toBeNull()
  })

  it("does with a bare product", () => {
    expect(toProductDocument({ id: "prod_2" }, chinese())).toMatchObject({
      id: "prod_2",
      title: null,
      title_pinyin: "",
      season_months: [],
      seller_id: null,
    })
  })
})

describe("cheapestOffer", () => {
  const price = (amount: number, more = {}) => ({ amount, currency_code: "cny", ...more })

  it("finds the lowest price and what it buys", () => {
    const variants = [
      { title: "10 斤装", prices: [price(69.9)] },
      { title: "5 斤装", prices: [price(39.9), { amount: 6, currency_code: "usd" }] },
    ]
    expect(cheapestOffer(variants)).toEqual({ price_cny: 39.9, unit: "5 斤装" })
  })

  it("passes over prices that are not for everybody", () => {
    const variants = [
      {
        title: "5 斤装",
        prices: [price(1, { rules_count: 1 }), price(2, { price_list_id: "plist_1" }), price(39.9)],
      },
    ]
    expect(cheapestOffer(variants)).toEqual({ price_cny: 39.9, unit: "5 斤装" })
  })

  it("knows no price where there is none", () => {
    expect(cheapestOffer([{ title: "5 斤装", prices: null }, null])).toEqual({
      price_cny: null,
      unit: null,
    })
  })
})
