import type { CountyIndustryContent } from "../content"
import { aksu } from "./aksu"
import { huili } from "./huili"
import { jiashi } from "./jiashi"
import { jinyang } from "./jinyang"
import { leibo } from "./leibo"
import { meigu } from "./meigu"
import { shache } from "./shache"
import { yanyuan } from "./yanyuan"
import { yecheng } from "./yecheng"
import { zhaojue } from "./zhaojue"

/** The ten county industries of the demonstration, in the order of the home page. */
export const INDUSTRIES: CountyIndustryContent[] = [
  yanyuan,
  meigu,
  zhaojue,
  huili,
  leibo,
  jinyang,
  aksu,
  yecheng,
  shache,
  jiashi,
]
