import type { ReceiptChannelName } from "@shangxing/attribution/types/http"

/**
 * Words of the sheet that a household gets on paper. Chinese only: a text in Nuosu or Uyghur comes
 * from a translator and is added here as a second entry of the same shape, with its direction; no
 * machine text. The layout allows labels half as long again and runs from either side.
 */
export type SheetWords = {
  lang: string
  dir: "ltr" | "rtl"
  title: (period: { year: number; month: number | null }) => string
  home: (name: string, place: string) => string
  buyer: (seller: string) => string
  card: string
  inHand: string
  moneyInHand: string
  bundles: (count: number) => string
  bundle: string
  origin: string
  heads: { picture: string; what: string; how: string; money: string; arrived: string }
  channels: Record<ReceiptChannelName, string>
  handedIn: (day: string) => string
  of: (day: string) => string
  from: (from: string, to: string, count: number) => string
  kilograms: (value: string) => string
  perKilogram: (price: string) => string
  deducted: (amount: string) => string
  prices: string
  yuan: (fen: number) => string
  day: (iso: string) => string
  yes: string
  no: string
  latest: (day: string) => string
  undated: string
  open: (amount: string, words: string) => string
  openBy: (day: string) => string
  nothingOpen: string
  earlier: (amount: string) => string
  ask: string
  right: string
  wrong: string
  call: string
  callNote: string
  telephone: string
  sign: string
  pictures: Record<"goods" | "work" | "land" | "gift" | "calendar" | "telephone", string>
}

/** 4.80 → 4 元 8 角, as it is said at the scale. */
function spokenYuan(fen: number): string {
  const [yuan, jiao, cents] = [Math.floor(fen / 100), Math.floor(fen / 10) % 10, fen % 10]
  const parts = [
    yuan > 0 || fen === 0 ? `${yuan} 元` : "",
    jiao > 0 ? `${jiao} 角` : cents > 0 && yuan > 0 ? "零" : "",
    cents > 0 ? `${cents} 分` : "",
  ]
  return parts.filter(Boolean).join(" ")
}

function spokenDay(iso: string): string {
  const [, month = 1, day = 1] = iso.split("-").map(Number)
  return `${month} 月 ${day} 日`
}

export const householdSheet: SheetWords = {
  lang: "zh-CN",
  dir: "ltr",
  title: ({ year, month }) => (month === null ? `您家 ${year} 年的账` : `您家 ${month} 月的账`),
  home: (name, place) => `${name} 家 · ${place}`,
  buyer: (seller) => `收货的：${seller}`,
  card: "户卡",
  inHand: "已经付到您手里",
  moneyInHand: "钱到手",
  bundles: (count) => `${count} 沓一千元`,
  bundle: "千",
  origin: "怎么来的",
  heads: { picture: "图", what: "什么", how: "怎么算", money: "钱", arrived: "到没到" },
  channels: {
    purchase: "交的货",
    rebate: "返利",
    patronage_refund: "盈余返还",
    dividend: "分红",
    wage: "工钱",
    land_rent: "土地租金",
    subsidy: "补贴",
  },
  handedIn: (day) => `${day}交`,
  of: (day) => `${day}的`,
  from: (from, to, count) => `${from}到${to}，${count} 次`,
  kilograms: (value) => `${value} 公斤`,
  perKilogram: (price) => `每公斤 ${price}`,
  deducted: (amount) => `先扣了 ${amount}`,
  prices: "价钱不一样，看收据",
  yuan: spokenYuan,
  day: spokenDay,
  yes: "付了",
  no: "还没付",
  latest: (day) => `最晚 ${day}`,
  undated: "没约日子",
  open: (amount, words) => `还有 ${amount}（${words}）没付。`,
  openBy: (day) => `最早的一笔最晚 ${day}付。`,
  nothingOpen: "这里的钱都付了。",
  earlier: (amount) => `以前的账还有 ${amount} 没付，看以前的单子。`,
  ask: "对不对？",
  right: "对",
  wrong: "不对",
  call: "不对就打电话，或者到村里的服务站说。",
  callNote: "说了不算错，不罚人。",
  telephone: "服务站电话",
  sign: "名字或手印",
  pictures: {
    goods: "一筐货",
    work: "人在干活",
    land: "一块地",
    gift: "钱袋",
    calendar: "日历",
    telephone: "电话",
  },
}
