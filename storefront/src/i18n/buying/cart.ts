import type { LineProblem } from "~/features/cart/refusal"
import { hanziCount } from "~/lib/hanzi"

import type { Catalogue } from "../catalogue"

type Problems = { [P in LineProblem as P["reason"]]: (problem: P) => string }

/** Words of the basket, and of a line wherever it is shown. */
export const cart = {
  "zh-CN": {
    title: "购物篮",
    lead: (pieces: number, sellers: number) =>
      `${hanziCount(pieces)}件货，${hanziCount(sellers)}家卖方`,
    emptyTitle: "购物篮还空着",
    emptyLead: "从一个县开始看，或者搜一样想吃的。",
    browse: "看县域图谱",
    search: "去搜索",
    parcels: "按卖方分箱",
    parcelOf: (index: number, count: number) => `第 ${index} 箱，共 ${count} 箱`,
    sentFrom: (county: string) => `从${county}发出`,
    unknownSeller: "卖方暂未列出",
    from: (county: string) => `产自${county}`,
    each: (price: string) => `每件 ${price}`,
    quantity: (title: string) => `${title}的件数`,
    less: (title: string) => `${title}减一件`,
    more: (title: string) => `${title}加一件`,
    remove: "移出",
    removeOf: (title: string) => `把${title}移出购物篮`,
    update: "更新件数",
    parcelGoods: "这一箱货款",
    tillTitle: "合计",
    goods: (pieces: number) => `货款，${pieces} 件`,
    discount: "优惠",
    freight: "运费",
    freightLater: "结账时选",
    goodsTotal: "货款合计",
    toCheckout: "去结账",
    tillNote: "各家从自己县里发货，运费在结账页逐箱列清；付款之前总额不会再变。",
    blocked: "先改好左边标红的货，再去结账。",
    keepLooking: "接着看",
    problemSummary: (count: number) =>
      count === 1 ? "有一样货没能照您写的改。" : `有${hanziCount(count)}样货没能照您写的改。`,
    standingSummary: (count: number) =>
      count === 1 ? "有一样货现在不够卖。" : `有${hanziCount(count)}样货现在不够卖。`,
    nothingLost: "您写的数还在格子里，改一下再提交。",
    goTo: (title: string) => `去改“${title}”`,
    notAdded: (title: string) => `“${title}”没有放进购物篮`,
    thisProduct: "这件货",
    addGone: "它已经下架了，或者网址里的规格不对。",
    backToProduct: "回到商品页",
    tryQuantity: "放这么多",
    problems: {
      quantity_not_whole: () => "件数要是整数，比如 1、2、3。",
      quantity_too_large: () => "一次最多 999 件。要得更多，请直接联系卖方。",
      stock_short: ({ available }) =>
        available === null
          ? "批次里剩下的不够这个数，请少要几件。"
          : available === 0
            ? "这个规格刚刚卖完了，等下一批。"
            : `批次里只剩 ${available} 件，请改到 ${available} 件以内。`,
      not_on_sale: () => "这件货已经下架，请移出购物篮。",
    } satisfies Problems as Problems,
  },
  en: {
    title: "Basket",
    lead: (pieces: number, sellers: number) =>
      `${pieces} ${pieces === 1 ? "item" : "items"} from ${sellers} ${sellers === 1 ? "seller" : "sellers"}`,
    emptyTitle: "Your basket is empty",
    emptyLead: "Start with a county, or search for something you would like to eat.",
    browse: "See the county atlas",
    search: "Search",
    parcels: "Parcels by seller",
    parcelOf: (index: number, count: number) => `Parcel ${index} of ${count}`,
    sentFrom: (county: string) => `Sent from ${county}`,
    unknownSeller: "Seller not listed at the moment",
    from: (county: string) => `Grown in ${county}`,
    each: (price: string) => `${price} each`,
    quantity: (title: string) => `Quantity of ${title}`,
    less: (title: string) => `One less of ${title}`,
    more: (title: string) => `One more of ${title}`,
    remove: "Remove",
    removeOf: (title: string) => `Remove ${title} from the basket`,
    update: "Update quantities",
    parcelGoods: "Goods in this parcel",
    tillTitle: "Total",
    goods: (pieces: number) => `Goods, ${pieces} ${pieces === 1 ? "item" : "items"}`,
    discount: "Discount",
    freight: "Delivery",
    freightLater: "chosen at checkout",
    goodsTotal: "Goods in total",
    toCheckout: "Go to checkout",
    tillNote:
      "Each seller ships from its own county. The checkout lists delivery parcel by parcel; the total does not change after that.",
    blocked: "Put right the goods marked in red first.",
    keepLooking: "Keep looking",
    problemSummary: (count: number) =>
      count === 1
        ? "One item could not be changed as you wrote it."
        : `${count} items could not be changed as you wrote them.`,
    standingSummary: (count: number) =>
      count === 1 ? "One item is short right now." : `${count} items are short right now.`,
    nothingLost: "What you typed is still in the field: change it and send again.",
    goTo: (title: string) => `Change “${title}”`,
    notAdded: (title: string) => `“${title}” was not put into the basket`,
    thisProduct: "This product",
    addGone: "It is no longer on sale, or the address names a pack that does not exist.",
    backToProduct: "Back to the product",
    tryQuantity: "Add this many",
    problems: {
      quantity_not_whole: () => "The quantity must be a whole number, such as 1, 2 or 3.",
      quantity_too_large: () =>
        "At most 999 at a time. For more, please write to the seller directly.",
      stock_short: ({ available }) =>
        available === null
          ? "The lot does not hold this many any more. Please ask for fewer."
          : available === 0
            ? "This pack has just sold out. The next lot will follow."
            : `Only ${available} left in the lot. Please ask for ${available} or fewer.`,
      not_on_sale: () => "This is no longer on sale. Please remove it from the basket.",
    } satisfies Problems as Problems,
  },
} satisfies Catalogue
