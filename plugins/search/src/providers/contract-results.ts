import type { Shop } from "./contract-shop"

/** Sorting, paging, projection, highlights. */
export function describeOrder(shop: () => Shop): void {
  describe("shapes the result", () => {
    it("sorts by price, both ways", async () => {
      const ask = (direction: "ASC" | "DESC") =>
        shop().titles("石榴", {
          filters: { county_code: "513402" },
          pagination: { take: 3, order: { price_cny: direction } },
        })
      expect(await ask("ASC")).toEqual(["会理石榴汁", "会理青皮软籽石榴", "会理石榴礼盒"])
      expect(await ask("DESC")).toEqual(["会理石榴礼盒", "会理青皮软籽石榴", "会理石榴汁"])
    })

    it("sorts by date", async () => {
      const titles = await shop().titles(undefined, {
        pagination: { take: 1, order: { created_at: "DESC" } },
      })
      expect(titles).toEqual(["伽师瓜干"])
    })

    it("pages without overlap", async () => {
      const seen = new Set<string>()
      for (const skip of [0, 15, 30]) {
        const order = { price_cny: "ASC", title: "ASC" } as const
        const { hits, metadata } = await shop().search(undefined, {
          pagination: { skip, take: 15, order },
        })
        expect(metadata).toMatchObject({ skip, take: 15, count: 40 })
        hits.forEach((hit) => seen.add(hit.id))
      }
      expect(seen.size).toBe(40)
    })

    it("returns only the fields asked for", async () => {
      const { hits } = await shop().search("会理绿豆")
      expect(hits[0]?.document).toEqual({
        id: hits[0]?.id,
        title: "会理绿豆",
        price_cny: 16.8,
        season_months: [8, 9, 10],
      })
    })

    it("marks what matched", async () => {
      const { hits } = await shop().search("核桃", {
        filters: { county_code: "653126" },
        search_options: {
          highlight: { fields: ["title", "title_en"], pre_tag: "<em>", post_tag: "</em>" },
        },
      })
      const oil = hits.find((hit) => hit.document.title === "叶城核桃油")
      expect(oil?.highlights?.title).toEqual(["叶城<em>核桃</em>油"])
      expect(oil?.highlights?.title_en).toBeUndefined()
    })

    it("answers many queries at once, each its own", async () => {
      const [apples, walnuts] = await shop().searchMany([
        ["苹果", { pagination: { take: 1 } }],
        ["核桃", { pagination: { take: 1 } }],
      ])
      expect(apples?.hits[0]?.document.title).toMatch("苹果")
      expect(walnuts?.hits[0]?.document.title).toMatch("核桃")
    })

    it("refuses a cursor", async () => {
      await expect(shop().search("苹果", { pagination: { cursor: "next" } })).rejects.toMatchObject(
        { type: "invalid_data" },
      )
    })
  })
}

/** Counts per value and range, and the price span. */
export function describeFacets(shop: () => Shop): void {
  describe("counts what it found", () => {
    it("counts facets over everything that matched", async () => {
      const { hits, facets } = await shop().search("石榴", {
        pagination: { take: 0 },
        search_options: {
          facets: [
            "county_code",
            { field: "season_months", sort: "alpha", limit: 2 },
            {
              field: "price_cny",
              type: "range",
              ranges: [
                { key: "to 50", to: 50 },
                { key: "from 50", from: 50 },
              ],
            },
          ],
        },
      })
      expect(hits).toEqual([])
      expect(facets?.county_code).toMatchObject({
        type: "value",
        values: [
          { value: "513402", count: 3 },
          { value: "653126", count: 1 },
        ],
      })
      expect(facets?.season_months).toMatchObject({
        values: [
          { value: "10", count: 4 },
          { value: "8", count: 3 },
        ],
      })
      expect(facets?.price_cny).toMatchObject({
        ranges: [
          { key: "to 50", count: 2 },
          { key: "from 50", count: 2 },
        ],
      })
    })

    it("reports the price span of a result", async () => {
      const { facets } = await shop().search(undefined, {
        filters: { county_code: "653126" },
        search_options: { facets: [{ field: "price_cny", type: "stats" }] },
      })
      expect(facets?.price_cny).toMatchObject({ type: "stats", min: 38, max: 78, count: 5 })
    })
  })
}
