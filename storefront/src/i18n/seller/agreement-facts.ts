import type { VersionState } from "~/features/agreements/version-state"
import type { Catalogue } from "~/i18n/catalogue"

/** Words of what one version of an agreement says. */
export const agreementFacts = {
  "zh-CN": {
    states: {
      draft: "草稿",
      inForce: "正在执行",
      coming: "还没到生效日",
      over: "已到期",
      superseded: "已被新版替代",
    } satisfies Record<VersionState, string>,
    mode: "方式",
    term: "期限",
    effective: "生效日",
    cooperative: "合作社",
    enterprise: "龙头企业",
    creditUnion: "农信社",
    floors: "保底价",
    perKg: (price: string) => `每公斤 ${price}`,
    ofSales: (rate: string) => `净销售额的 ${rate}`,
    parties: (count: number, promised: string, bought: string) =>
      `${count} 户，承诺 ${promised}，已收 ${bought}`,
    nothingYet: (promised: string) => `还没有交，承诺 ${promised}`,
  },
  en: {
    states: {
      draft: "Draft",
      inForce: "In force",
      coming: "Not in force yet",
      over: "Expired",
      superseded: "Superseded",
    },
    mode: "Mode",
    term: "Term",
    effective: "In force from",
    cooperative: "Cooperative",
    enterprise: "Leading enterprise",
    creditUnion: "Credit union",
    floors: "Floors",
    perKg: (price: string) => `${price} a kg`,
    ofSales: (rate: string) => `${rate} of net sales`,
    parties: (count: number, promised: string, bought: string) =>
      `${count} households: ${promised} promised, ${bought} bought`,
    nothingYet: (promised: string) => `nothing yet of ${promised} promised`,
  },
} satisfies Catalogue
