import { circleOf } from "../../../domain/circle"
import { monthOf } from "../../../domain/period"
import type { LineChange } from "../../../domain/reverse-cumulatively"
import type { LineBook } from "./read-books"
import type { TransactionRow } from "../journal"
import type { BasisRow, EntryRow } from "./rows"

const TOWNSHIP_DIGITS = 9

/** An entry, and the part of the line that it moves (`""` for the contra entry). */
export type PlannedEntry = { partKey: string; row: EntryRow }

/**
 * The entries of one transaction: what each part gains or loses, and against them one entry on
 * `sales`, so that they sum to zero. An event that moves nothing has no entries at all.
 */
export function entriesOf(
  transaction: TransactionRow,
  basis: BasisRow,
  line: LineBook,
  { changes, goodsFen }: LineChange,
): PlannedEntry[] {
  const common = commonDimensions(transaction, basis, goodsFen)
  const parts = changes.map((part, i) => ({
    partKey: part.key,
    row: {
      ...common,
      id: entryId(transaction.id, i + 1),
      entry_number: i + 1,
      account: part.account,
      amount_fen: part.amountFen,
      division_code: part.villageCode ?? basis.county_code,
      township_code: part.villageCode?.slice(0, TOWNSHIP_DIGITS) ?? null,
      village_code: part.villageCode,
      household_id: part.householdId,
      status_label_zh: part.statusLabelZh,
      lot_id: part.lotId,
      share_numerator: part.shareNumerator,
      share_denominator: part.shareDenominator,
      corrects_id:
        transaction.kind === "refund" ? (line.firstEntryIds.get(part.key) ?? null) : null,
    },
  }))
  return goodsFen === 0 ? parts : [...parts, { partKey: "", row: contraEntry(common, basis) }]
}

/**
 * An entry is named after its transaction and numbered, the contra entry 0: tens of thousands of
 * random ids would cost seconds and scatter the index.
 */
function entryId(transactionId: string, number: number): string {
  return `${transactionId.replace("ltx_", "len_")}_${number}`
}

type CommonDimensions = ReturnType<typeof commonDimensions>

function commonDimensions(transaction: TransactionRow, basis: BasisRow, goodsFen: number) {
  return {
    county_code: basis.county_code,
    effective_on: transaction.effective_on,
    kind: transaction.kind as "capture" | "refund",
    transaction_id: transaction.id,
    line_item_id: basis.line_item_id,
    product_id: basis.product_id,
    seller_id: basis.seller_id,
    destination_county_code: basis.destination_county_code,
    circle: circleOf(basis.county_code, basis.destination_county_code),
    month: monthOf(transaction.effective_on),
    state: "pending" as const,
    line_goods_fen: goodsFen,
    rule_version: transaction.rule_version,
  }
}

function contraEntry(common: CommonDimensions, basis: BasisRow): EntryRow {
  return {
    ...common,
    id: entryId(common.transaction_id, 0),
    entry_number: 0,
    account: "sales",
    amount_fen: -common.line_goods_fen,
    division_code: basis.county_code,
    township_code: null,
    village_code: null,
    household_id: null,
    status_label_zh: null,
    lot_id: null,
    share_numerator: null,
    share_denominator: null,
    corrects_id: null,
  }
}
