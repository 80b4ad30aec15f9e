import type { CountyBrand } from "@shangxing/provenance/types/http"

import type { DeliveryValues } from "./delivery"

/**
 * The county an order goes to, when the typed address names one of the registry's: then a sale
 * inside its own county of origin counts as small circle. City addresses name none, and that is
 * right: everything else is big circle.
 */
export function destinationCounty(
  delivery: DeliveryValues,
  counties: readonly CountyBrand[],
): string | null {
  const named = counties.filter(({ name }) => name.zh === delivery.district)
  // A county's name alone may stand for another county elsewhere, so the prefecture must agree.
  const found = named.find(({ prefecture }) => isSamePlace(prefecture.zh, delivery.city))
  return found?.code ?? null
}

/** `凉山州` and `凉山彝族自治州` are one place: people write either. */
function isSamePlace(official: string, typed: string): boolean {
  const stem = (name: string) => name.replace(/(地区|自治州|州|市|盟)$/, "").slice(0, 2)
  return official === typed || (typed.length >= 2 && stem(official) === stem(typed))
}
