import type { Catalogue } from "../catalogue"
import { en } from "./overview-en"
import { zh } from "./overview-zh"

/** Words of the officials' overview of a division. */
export const overview = { "zh-CN": zh, en } satisfies Catalogue
