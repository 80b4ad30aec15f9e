import type { MedusaContainer } from "@medusajs/framework/types"
import type { LabelRun } from "@shangxing/provenance/modules/lot/types"
import type { SellerLotSheet } from "@shangxing/provenance/types/http"

import { env } from "../env"
import type { LabelFace } from "../print/label-sheet"
import { modules } from "./modules"
import { nameDivisions } from "./names"
import { readRows } from "./read-rows"

type Variant = { title: string; product?: { title: string } | null }

/** What the labels of a run say: only what the public may know, never a household. */
export async function gatherLabelFace(
  container: MedusaContainer,
  lot: SellerLotSheet,
  run: LabelRun,
  { variantId, sellerName }: { variantId: string; sellerName: string },
): Promise<LabelFace> {
  const [[record], [variant]] = await Promise.all([
    modules.lots(container).lotsOf([lot.id]),
    readRows<Variant>(container, {
      entity: "variant",
      fields: ["title", "product.title"],
      filters: { id: variantId },
    }),
  ])
  const places = await nameDivisions(container, [record!.county_code, record!.township_code])
  const codes = [record!.county_code, record!.township_code].filter((code) => code !== null)
  return {
    productTitle: variant?.product?.title ?? "",
    variantTitle: variant?.title ?? "",
    place: codes.map((code) => places.of(code).zh).join(""),
    sellerName,
    harvested: span(lot.harvested_from, lot.harvested_to),
    expiresOn: lot.expires_on,
    grade: lot.grade,
    certificate: lot.certificate?.number ?? null,
    lotCode: run.lot_code,
    gtin: run.gtin,
    url: `${env.STOREFRONT_URL}/01/${run.gtin}/10/${run.lot_code}`,
  }
}

/** A label is narrow: a year that both days share is said once. */
function span(from: string, to: string): string {
  if (from === to) return from
  return from.slice(0, 4) === to.slice(0, 4) ? `${from} 至 ${to.slice(5)}` : `${from} 至 ${to}`
}
