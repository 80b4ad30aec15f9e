import type { MedusaContainer } from "@medusajs/framework/types"
import type { StandingReceipt } from "@shangxing/attribution/modules/receipt/types"
import type {
  BooksReceipt,
  BooksScope,
  NamedHousehold,
  ReceiptsResponse,
  ReceiptStateAsked,
} from "@shangxing/attribution/types/books"
import type { ReceiptChannelName } from "@shangxing/attribution/types/http"

import { nameBooksHouseholds } from "./books-scope"
import { modules } from "./modules"
import { describeFilter } from "./overview/names-of-goods"

export type ReceiptsAsked = {
  state: ReceiptStateAsked
  channel?: ReceiptChannelName
  seller?: string
}

/** Receipts behind a figure of household receipts, with the totals of all that match. */
export async function gatherBooksReceipts(
  container: MedusaContainer,
  head: BooksScope,
  asked: ReceiptsAsked,
  household: NamedHousehold | null,
  page: { offset: number; limit: number },
): Promise<ReceiptsResponse> {
  const [{ receipts, count, ...totals }, filter] = await Promise.all([
    modules.receipts(container).within(
      {
        division: head.division.code,
        from: head.period.from,
        to: head.period.to,
        asked: asked.state,
        channel: asked.channel,
        seller_id: asked.seller,
        household_id: household?.id,
        as_of: head.is_past ? head.as_of : undefined,
      },
      page,
    ),
    describeFilter(container, { seller_id: asked.seller }),
  ])
  return {
    ...head,
    filter: {
      channel: asked.channel ?? null,
      state: asked.state,
      seller: filter.seller,
      household,
    },
    ...totals,
    receipts: await describeReceipts(container, receipts),
    count,
    ...page,
  }
}

async function describeReceipts(
  container: MedusaContainer,
  receipts: readonly StandingReceipt[],
): Promise<BooksReceipt[]> {
  const [households, sellers] = await Promise.all([
    nameBooksHouseholds(
      container,
      receipts.map(({ household_id, village_code }) => ({ id: household_id, village_code })),
    ),
    modules
      .sellers(container)
      .listSellers({ id: [...new Set(receipts.map(({ seller_id }) => seller_id))] }),
  ])
  const sellerOf = new Map(sellers.map((seller) => [seller.id, seller]))
  return receipts.map((receipt) => {
    const { id, seller_id, channel, income_class, amount_fen, arose_on, due_on, state } = receipt
    const { paid_on, paid_via, paid_evidence, confirmed_on, confirmed_via, received_on } = receipt
    return {
      // Each receipt's own household was named.
      household: households.get(receipt.household_id)!,
      seller: {
        id: seller_id,
        name_zh: sellerOf.get(seller_id)?.name_zh ?? seller_id,
        name_en: sellerOf.get(seller_id)?.name_en ?? null,
      },
      ...{ id, channel, income_class, amount_fen, arose_on, due_on, state },
      ...{ paid_on, paid_via, paid_evidence, confirmed_on, confirmed_via, received_on },
    }
  })
}
