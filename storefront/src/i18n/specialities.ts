import type { Catalogue } from "./catalogue"

/** Words of a county's township and village specialities. */
export const specialities = {
  "zh-CN": {
    title: "一乡一品",
    note: "乡镇和村自己的一样。只有查到认定文件的，才写“已核验”。",
    recognised: (document: string, source: string) => `已核验 · ${source} ${document}`,
    unverified: "未核验",
    demo: "演示：按本站在售货品归纳，未经认定",
  },
  en: {
    title: "Township specialities",
    note: "What each township and village is known for. Verified only where a document says so.",
    recognised: (document: string, source: string) => `Verified: ${source}, ${document}`,
    unverified: "Not verified",
    demo: "Demo: drawn from the goods on sale here, not recognised",
  },
} satisfies Catalogue
