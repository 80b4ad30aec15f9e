import type { ProductContent } from "../content"
import { AKSU_PRODUCTS } from "./aksu"
import { HUILI_PRODUCTS } from "./huili"
import { JIASHI_PRODUCTS } from "./jiashi"
import { JINYANG_PRODUCTS } from "./jinyang"
import { LEIBO_PRODUCTS } from "./leibo"
import { MEIGU_PRODUCTS } from "./meigu"
import { SHACHE_PRODUCTS } from "./shache"
import { YANYUAN_PRODUCTS } from "./yanyuan"
import { YECHENG_PRODUCTS } from "./yecheng"
import { ZHAOJUE_PRODUCTS } from "./zhaojue"

/** Every product of the story; a variant's place in this list gives it its demo GTIN. */
export const PRODUCTS: ProductContent[] = [
  ...YANYUAN_PRODUCTS,
  ...MEIGU_PRODUCTS,
  ...ZHAOJUE_PRODUCTS,
  ...HUILI_PRODUCTS,
  ...LEIBO_PRODUCTS,
  ...JINYANG_PRODUCTS,
  ...AKSU_PRODUCTS,
  ...YECHENG_PRODUCTS,
  ...SHACHE_PRODUCTS,
  ...JIASHI_PRODUCTS,
]
