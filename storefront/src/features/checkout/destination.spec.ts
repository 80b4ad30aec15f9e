import type { CountyBrand } from "@shangxing/provenance/types/http"
import { expect, it } from "vitest"

import { valuesOfCart } from "./delivery"
import { destinationCounty } from "./destination"

const yanyuan: CountyBrand = {
  code: "513423",
  name: { zh: "盐源县", en: "Yanyuan" },
  prefecture_code: "5134",
  prefecture: { zh: "凉山彝族自治州", en: "Liangshan" },
  lng: 101.5,
  lat: 27.4,
  industry: null,
}

it.each([
  ["凉山州", "盐源县", "513423"],
  ["凉山彝族自治州", "盐源县", "513423"],
  ["成都市", "盐源县", null],
  ["北京市", "朝阳区", null],
  ["", "盐源县", null],
])("reads %s %s as %j", (city, district, code) => {
  const delivery = { ...valuesOfCart(null, null), city, district }
  expect(destinationCounty(delivery, [yanyuan])).toBe(code)
})
