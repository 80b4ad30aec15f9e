/**
 * Which of the statistical classes of household income a channel belongs to: 经营性 (business),
 * 工资性 (wage), 财产性 (property), 转移性 (transfer). A rebate and a patronage refund by volume are
 * later parts of the price of goods, hence business income; a dividend and land rent come from what a
 * household owns. Rule: docs/domain.md §7, "three quantities".
 */

export const RECEIPT_CHANNELS = [
  "purchase",
  "rebate",
  "patronage_refund",
  "dividend",
  "wage",
  "land_rent",
  "subsidy",
] as const

export type ReceiptChannel = (typeof RECEIPT_CHANNELS)[number]

export const INCOME_CLASSES = ["business", "wage", "property", "transfer"] as const

export type IncomeClass = (typeof INCOME_CLASSES)[number]

const CLASS_OF: Record<ReceiptChannel, IncomeClass> = {
  purchase: "business",
  rebate: "business",
  patronage_refund: "business",
  dividend: "property",
  wage: "wage",
  land_rent: "property",
  subsidy: "transfer",
}

/** The income class of a channel. */
export function incomeClassOf(channel: ReceiptChannel): IncomeClass {
  return CLASS_OF[channel]
}
