import type { Catalogue } from "../catalogue"

/** Words by which a buyer says that a parcel came. */
export const received = {
  "zh-CN": {
    ask: "收到了？",
    lead: (days: string) => `请先开箱看过再按。按了以后，${days}还可以申请售后，之后货款打给卖方。`,
    claimDays: (count: number) => `${count} 天内`,
    due: (day: string) => `不按也没关系：${day}自动算收到。`,
    confirm: "这一箱收到了",
    on: (time: string) => `${time}收到`,
    until: (day: string) => `${day}前还可以申请售后。`,
    refused: (message: string) => `没有记下：${message}`,
    down: "网络或平台这会儿不通，没有记下。过一两分钟再按一次。",
    done: "记下了，谢谢。",
  },
  en: {
    ask: "Has it come?",
    lead: (days: string) =>
      `Please open the box first. Once you say so you can still claim ${days}; then the seller is paid.`,
    claimDays: (count: number) => `for ${count} days`,
    due: (day: string) => `You need not: on ${day} it counts as received by itself.`,
    confirm: "I have this parcel",
    on: (time: string) => `received ${time}`,
    until: (day: string) => `You can claim until ${day}.`,
    refused: (message: string) => `This was not noted: ${message}`,
    down: "The network or the platform is away, so this was not noted. Press again in a minute or two.",
    done: "Noted, thank you.",
  },
} satisfies Catalogue
