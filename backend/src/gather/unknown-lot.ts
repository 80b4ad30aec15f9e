import type { MedusaRequest } from "@medusajs/framework/http"
import type { MedusaError } from "@medusajs/framework/utils"

import { notFound } from "./not-found"

/** 404 `lot_unknown`, said to someone who may have mistyped the code on a pack. */
export function unknownLot(req: MedusaRequest, gtin: string, code: string): MedusaError {
  return notFound(req, "lot_unknown", {
    zh: `没有批次 ${gtin} / ${code}。请核对箱上的码，多一个字都不对。`,
    en: `There is no lot ${gtin} / ${code}. Check the code on the pack, character by character.`,
  })
}
