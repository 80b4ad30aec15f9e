import type { Catalogue } from "../catalogue"
import { en } from "./official-en"
import { zh } from "./official-zh"

/** Words of officials' pages: their head, and lists of households. */
export const official = { "zh-CN": zh, en } satisfies Catalogue
