import type { Catalogue } from "./catalogue"

/** Words of the search page. */
export const search = {
  "zh-CN": {
    title: (q: string) => (q ? `“${q}”的结果` : "全部的货"),
    found: (count: number) => (count > 0 ? `找到 ${count} 样` : "一样也没找到"),
    narrow: "缩小范围",
    county: "县市",
    seller: "卖方",
    clear: "全部清掉",
    chosen: "已选",
    noneTitle: (q: string) => `没有和“${q}”对得上的货`,
    noneFiltered: "这些条件合在一起没有货，去掉一个试试。",
    noneLead: "换个叫法，或少打两个字；拼音也行。也可以从正当季的县看起：",
    pages: "翻页",
    previous: "上一页",
    next: "下一页",
    page: (page: number, of: number) => `第 ${page} 页，共 ${of} 页`,
    from: "起",
  },
  en: {
    title: (q: string) => (q ? `Results for “${q}”` : "Everything on sale"),
    found: (count: number) =>
      count > 0 ? (count === 1 ? "1 item found" : `${count} items found`) : "Nothing found",
    narrow: "Narrow down",
    county: "County",
    seller: "Seller",
    clear: "Clear all",
    chosen: "chosen",
    noneTitle: (q: string) => `Nothing matches “${q}”`,
    noneFiltered: "Nothing meets all of these together; take one off.",
    noneLead:
      "Try another name or fewer letters; pinyin works too. Or begin with what is in season:",
    pages: "Pages",
    previous: "Previous",
    next: "Next",
    page: (page: number, of: number) => `Page ${page} of ${of}`,
    from: "and up",
  },
} satisfies Catalogue
