import type { Catalogue } from "../catalogue"
import { stationsEn } from "./stations-en"
import { stationsZh } from "./stations-zh"

/** Words of the officials' pages of stations, files and alerts. */
export const stations = { "zh-CN": stationsZh, en: stationsEn } satisfies Catalogue
