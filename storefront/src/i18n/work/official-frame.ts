import type { Catalogue } from "../catalogue"

/** Words of the frame around every page of officials: their places, and what they may see. */
export const officialFrame = {
  "zh-CN": {
    nav: {
      overview: "总览",
      households: "农户",
      entries: "账目",
      agreements: "协议与档案",
      stations: "服务站",
      alerts: "监测预警",
      report: "月报与导出",
      income: "收入线",
      registry: "名册",
      looks: "查看记录",
    },
    scope: (place: string) => `只看得到${place}。看到姓名要写理由，每次都记下来。`,
  },
  en: {
    nav: {
      overview: "Overview",
      households: "Households",
      entries: "Ledger",
      agreements: "Agreements",
      stations: "Stations",
      alerts: "Alerts",
      report: "Reports",
      income: "Income lines",
      registry: "Registry",
      looks: "Looks",
    },
    scope: (place: string) =>
      `You see ${place} only. Seeing a name takes a reason, and each look is recorded.`,
  },
} satisfies Catalogue
