import type { MedusaContainer } from "@medusajs/framework/types"
import type { ReceiptFilter, StandingReceipt } from "@shangxing/attribution/modules/receipt/types"
import type { SellerReceipt } from "@shangxing/attribution/types/http"
import type { SellerReceiptResponse } from "@shangxing/attribution/types/receipts"

import { modules } from "./modules"

/** Receipts with the masked names and villages that a clerk knows their households by. */
export async function gatherReceipts(
  container: MedusaContainer,
  filter: ReceiptFilter,
): Promise<{ receipts: SellerReceipt[]; count: number; amount_fen: number }> {
  const { receipts, ...sums } = await modules.receipts(container).standing(filter)
  return { receipts: await nameReceipts(container, receipts), ...sums }
}

async function nameReceipts(
  container: MedusaContainer,
  receipts: readonly StandingReceipt[],
): Promise<SellerReceipt[]> {
  const unique = (values: string[]) => [...new Set(values)]
  const [names, villages] = await Promise.all([
    modules
      .registry(container)
      .maskedNames(unique(receipts.map(({ household_id }) => household_id))),
    modules.divisions(container).namesOf(unique(receipts.map((receipt) => receipt.village_code))),
  ])
  return receipts.map((receipt) => ({
    ...receipt,
    household_name: names[receipt.household_id] ?? "—",
    village_name_zh: villages[receipt.village_code]?.zh ?? receipt.village_code,
  }))
}

/** One receipt of the seller's with everything that was written about it; `null` for another's. */
export async function gatherReceipt(
  container: MedusaContainer,
  seller_id: string,
  id: string,
): Promise<SellerReceiptResponse | null> {
  const { receipts } = await gatherReceipts(container, { seller_id, ids: [id], limit: 1 })
  const [receipt] = receipts
  if (!receipt) return null
  const [facts, members] = await Promise.all([
    modules.receipts(container).factsOf([id]),
    modules.sellers(container).listMembers({ seller_id }),
  ])
  const nameOf = new Map(members.map((member) => [member.id, member.name]))
  return {
    receipt,
    facts: facts.map(({ receipt_id: _receipt, recorded_by, ...fact }) => ({
      ...fact,
      via: fact.via ?? null,
      evidence: fact.evidence ?? null,
      photo_url: fact.photo_url ?? null,
      note: fact.note ?? null,
      recorded_by: nameOf.get(recorded_by) ?? recorded_by,
    })),
  }
}
