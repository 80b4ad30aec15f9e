import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { officialOf } from "@shangxing/attribution/lib/jurisdiction"
import type { EntryOriginResponse } from "@shangxing/attribution/types/books"

import { gatherEntryOrigin } from "../../../../../gather/entry-origin"
import { notFound } from "../../../../../gather/not-found"

/**
 * `GET /official/entries/:id/origin`: where an entry's fen come from: goods of the line, grams of the
 * lot, share of the household, and the transaction's postings, which sum to zero. 404
 * `entry_unknown`, alike outside the official's division and for none.
 */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<EntryOriginResponse>,
): Promise<void> {
  const { division_code } = await officialOf(req)
  const id = String(req.params.id)
  const origin = await gatherEntryOrigin(req.scope, id, division_code)
  if (!origin) {
    throw notFound(req, "entry_unknown", {
      zh: `您的辖区里没有分录 ${id}。请回到账目里找。`,
      en: `There is no entry ${id} in your jurisdiction. Go back to the entries.`,
    })
  }
  res.json(origin)
}
