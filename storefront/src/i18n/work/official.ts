import type { Catalogue } from "../catalogue"
import { en } from "./official-en"
import { zh } from "./official-zh"

export type { Summary } from "./official-zh"

/** Words of the officials' dashboard and lists of households. */
export const official = { "zh-CN": zh, en } satisfies Catalogue
