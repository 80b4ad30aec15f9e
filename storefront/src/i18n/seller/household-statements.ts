import type { StatementStanding } from "@shangxing/attribution/types/receipts"

import type { Catalogue } from "~/i18n/catalogue"

type Standings = Record<StatementStanding, string>

/** Words of the list of households' sheets and of the frame around them. */
export const statements = {
  "zh-CN": {
    title: "农户的单子",
    question: (period: string) => `${period}的账，哪些农户还没看到？`,
    answer: (all: number, agreed: number, wrong: number, unseen: number) =>
      `${all} 户有账：${agreed} 户确认对了，${wrong} 户说不对，${unseen} 户还没看到。`,
    standing: {
      agreed: "确认对了",
      disputed: "说不对，要回话",
      printed: "打印给他了",
      unseen: "还没看到",
    } satisfies Standings,
    month: "月份",
    year: "整年",
    show: "看",
    household: "农户",
    amount: "应得",
    paid: "付了",
    open: "没付",
    answerHead: "看到没",
    print: "打印单子",
    printUnseen: (count: number) => `打印没看到的 ${count} 张`,
    printOne: "打印",
    printLead:
      "每户一张 A4，上面有这一户的钱和交的货。谁打印、什么时候、哪几户，都会记下来。请当面交给本人。",
    phone: "单子上的服务站电话",
    phoneHint: "农户有话说打这个电话。不填就留一行空白，手写。",
    empty: "这个时段还没有账",
    emptyNote: "有了交售、工钱或者分红，就能给农户打印单子。",
    sheets: (count: number) => `${count} 张单子，可以打印了`,
    sheetsLead: "按打印，或者用浏览器菜单里的打印。每户正好一张 A4。",
    back: "回到农户的单子",
    periodWrong: "请选月份，比如 2026-10。",
    monthWords: (year: number, month: number) => `${year} 年 ${month} 月`,
    yearWords: (year: number) => `${year} 年`,
  },
  en: {
    title: "Households’ sheets",
    question: (period: string) => `Which households have not seen ${period}?`,
    answer: (all: number, agreed: number, wrong: number, unseen: number) =>
      `${all} households: ${agreed} agree, ${wrong} disagree, ${unseen} have not seen theirs.`,
    standing: {
      agreed: "agrees",
      disputed: "disagrees: answer it",
      printed: "printed",
      unseen: "not seen",
    },
    month: "Month",
    year: "Whole year",
    show: "Show",
    household: "Household",
    amount: "Owed",
    paid: "Paid",
    open: "Unpaid",
    answerHead: "Seen",
    print: "Print sheets",
    printUnseen: (count: number) => `Print the ${count} not seen`,
    printOne: "Print",
    printLead:
      "One A4 page per household with its money and goods. Who prints when for whom is logged. Hand it over in person. The sheets are in Chinese.",
    phone: "The station’s telephone on the sheets",
    phoneHint: "Left empty, a line is left to write it by hand.",
    empty: "Nothing in this period yet",
    emptyNote: "With deliveries, wages or dividends there are sheets to print.",
    sheets: (count: number) => `${count} sheets, ready to print`,
    sheetsLead: "Press print, or use your browser’s menu. Each is one A4 page.",
    back: "Back to households’ sheets",
    periodWrong: "Choose a month, such as 2026-10.",
    monthWords: (year: number, month: number) => `${year}-${String(month).padStart(2, "0")}`,
    yearWords: (year: number) => String(year),
  },
} satisfies Catalogue
