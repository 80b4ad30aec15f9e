import type { Catalogue } from "../catalogue"
import { booksEn } from "./books-en"
import { booksZh } from "./books-zh"

/** Words of the books behind officials' figures. */
export const books = { "zh-CN": booksZh, en: booksEn } satisfies Catalogue
