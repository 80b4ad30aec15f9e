import type { Catalogue } from "./catalogue"

/** Words of a geographical indication's mark, which only its lawful users may show. */
export const giMark = {
  "zh-CN": {
    sign: "地标",
    title: (kind: string) => `地理标志合法使用人 · ${kind}`,
    number: (number: string) => `登记 ${number}`,
    source: (announcement: string) => `使用人公告 ${announcement}`,
  },
  en: {
    sign: "GI",
    title: (kind: string) => `Lawful user of a geographical indication: ${kind}`,
    number: (number: string) => `Registration ${number}`,
    source: (announcement: string) => `List of users: announcement ${announcement}`,
  },
} satisfies Catalogue
