import { circleOf } from "../../../domain/circle"
import type { PartChange, PartState } from "../../../domain/line-facts"
import { monthOf } from "../../../domain/period"
import type { TransactionRow } from "../journal"
import type { EventKind } from "./line-fact-events"
import type { LineBook } from "./read-books"
import type { BasisRow, EntryHead, EntryRow } from "./rows"

/** What a transaction's entries have in common. `goodsFen` is what it did to the line as a whole. */
export function headOf(
  transaction: TransactionRow & { kind: EventKind },
  basis: BasisRow,
  goodsFen: number,
): EntryHead {
  return {
    transaction_id: transaction.id,
    county_code: basis.county_code,
    effective_on: transaction.effective_on,
    month: monthOf(transaction.effective_on),
    kind: transaction.kind,
    line_item_id: basis.line_item_id,
    product_id: basis.product_id,
    seller_id: basis.seller_id,
    destination_county_code: basis.destination_county_code,
    circle: circleOf(basis.county_code, basis.destination_county_code),
    line_goods_fen: goodsFen,
    rule_version: transaction.rule_version,
  }
}

/**
 * The entries of one transaction: what each part gains or loses, and against them one entry on
 * `sales`, so that they sum to zero. What only moves between states or accounts needs none.
 */
export function entriesOf(
  changes: readonly PartChange[],
  position: number,
  goodsFen: number,
  correctsOf: (change: PartChange) => string | null,
): EntryRow[] {
  const parts = changes.map((change, i) => ({
    head: position,
    entry_number: i + 1,
    account: change.account,
    state: change.state,
    amount_fen: change.amountFen,
    village_code: change.villageCode,
    household_id: change.householdId,
    status_label_zh: change.statusLabelZh,
    lot_id: change.lotId,
    share_numerator: change.shareNumerator,
    share_denominator: change.shareDenominator,
    corrects_id: correctsOf(change),
  }))
  return goodsFen === 0
    ? parts
    : [...parts, contraEntry(position, goodsFen, changes[0]?.state ?? "pending")]
}

function contraEntry(position: number, goodsFen: number, state: PartState): EntryRow {
  return {
    head: position,
    entry_number: 0,
    account: "sales",
    state,
    amount_fen: -goodsFen,
    village_code: null,
    household_id: null,
    status_label_zh: null,
    lot_id: null,
    share_numerator: null,
    share_denominator: null,
    corrects_id: null,
  }
}

/**
 * The entry that a change of a part corrects: the first one of that part, or of that household in
 * that lot under its former status. Captures and earnings correct nothing.
 */
export function correctsId(kind: EventKind, line: LineBook, change: PartChange): string | null {
  return kind === "capture" || kind === "earn"
    ? null
    : (line.firstEntryIds.get(change.key) ??
        line.firstEntryIds.get(householdKey(change.lotId, change.householdId)) ??
        null)
}

/** Finds a household's first entry in a lot, whatever its status was. */
export function householdKey(lotId: string | null, householdId: string | null): string {
  return `of|${lotId ?? ""}|${householdId ?? ""}`
}

/** The id that an entry has in the journal. */
export function entryId(transactionId: string, number: number): string {
  return `${transactionId.replace("ltx_", "len_")}_${number}`
}
