import type { MedusaContainer } from "@medusajs/framework/types"
import { exactShare } from "@shangxing/attribution/domain/exact-share"
import type { EntryOrigin } from "@shangxing/attribution/modules/ledger/types"
import type { EntryOriginResponse } from "@shangxing/attribution/types/books"

import { describeBooksEntries } from "./books-entries"
import { modules } from "./modules"

/** Where the fen of one entry come from; `null` for an entry outside the division. */
export async function gatherEntryOrigin(
  container: MedusaContainer,
  id: string,
  division: string,
): Promise<EntryOriginResponse | null> {
  const origin = await modules.ledger(container).originOf(id, division)
  if (!origin) return null
  const [entry] = await describeBooksEntries(container, [origin.entry])
  return {
    // One was described.
    entry: entry!,
    transaction_id: origin.entry.transaction_id,
    line_goods_fen: origin.entry.line_goods_fen,
    line_g: Number(origin.line_g),
    lot_g: origin.lot_g === null ? null : Number(origin.lot_g),
    exact: exactOf(origin),
    postings: postingsOf(origin),
  }
}

/** Only a capture's fen are a share of its own goods; other postings move what is there already. */
function exactOf({ entry, line_g, lot_g }: EntryOrigin): EntryOriginResponse["exact"] {
  if (entry.kind !== "capture" || lot_g === null) return null
  const exact = exactShare({
    goodsFen: entry.line_goods_fen,
    lotGrams: Number(lot_g),
    lineGrams: Number(line_g),
    numerator: entry.share_numerator,
    denominator: entry.share_denominator,
  })
  return exact && { whole_fen: exact.wholeFen, remainder: exact.remainder }
}

const ORDER = ["this_household", "other_households", "unattributed", "line"] as const

function postingsOf({ entry, postings }: EntryOrigin): EntryOriginResponse["postings"] {
  const kindOf = (posting: EntryOrigin["postings"][number]) => {
    if (posting.account === "sales") return "line" as const
    if (posting.household_id === null) return "unattributed" as const
    return posting.household_id === entry.household_id ? "this_household" : "other_households"
  }
  return ORDER.flatMap((kind) => {
    const own = postings.filter((posting) => kindOf(posting) === kind)
    if (own.length === 0) return []
    const households = new Set(own.flatMap(({ household_id }) => household_id ?? []))
    const amount_fen = own.reduce((sum, posting) => sum + Number(posting.amount_fen), 0)
    return [{ kind, household_count: households.size, amount_fen }]
  })
}
