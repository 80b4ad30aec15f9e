import type { MedusaContainer } from "@medusajs/framework/types"
import type { ReceiptFilter, StandingReceipt } from "@shangxing/attribution/modules/receipt/types"
import type { SellerReceipt } from "@shangxing/attribution/types/http"

import { modules } from "./modules"

/** Receipts with the masked names and villages that a clerk knows their households by. */
export async function gatherReceipts(
  container: MedusaContainer,
  filter: ReceiptFilter,
): Promise<{ receipts: SellerReceipt[]; count: number }> {
  const { receipts, count } = await modules.receipts(container).standing(filter)
  return { receipts: await nameReceipts(container, receipts), count }
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
