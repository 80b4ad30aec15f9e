/**
 * What each business fact does to the funds book: real money, in whole fen. Debits are positive,
 * credits negative, and every answer sums to zero, so the book does. The caller states amounts (how
 * much commission a refund takes back is the frozen snapshot's business); only what a refund may
 * take from the seller's unpaid balance is decided here. Rule: docs/domain.md §7.
 */

export type FundsAccount =
  | "platform_clearing"
  | "seller_payable"
  | "seller_receivable"
  | "commission_income"
  | "commission_tax"
  | "provider_fees"
  | "dispute_reserve"
  | "platform_subsidy"

export const FUNDS_ACCOUNTS: readonly FundsAccount[] = [
  "platform_clearing",
  "seller_payable",
  "seller_receivable",
  "commission_income",
  "commission_tax",
  "provider_fees",
  "dispute_reserve",
  "platform_subsidy",
]

/** Written as the journal takes it: `postings` of a new funds transaction. */
export type FundsPosting = {
  account: FundsAccount
  seller_id: string | null
  county_code: string
  amount_fen: number
}

type OfSeller = { readonly sellerId: string; readonly countyCode: string }

/** What a consignment's money is made of. Σ: the seller's part is the rest. All ≥ 0. */
export type ConsignmentMoney = {
  /** What the buyer paid for the consignment, freight and tax included. */
  readonly amountFen: number
  readonly commissionFen: number
  readonly commissionTaxFen: number
  /** Discount that the platform funds: the seller is owed it, the buyer did not pay it. */
  readonly subsidyFen?: number
}

/** Nothing taken back yet: `before` of a consignment's first refund. */
export const NOTHING_REFUNDED: ConsignmentMoney = {
  amountFen: 0,
  commissionFen: 0,
  commissionTaxFen: 0,
}

/** The seller's part: paid and subsidised, less commission and its tax. Integer fen. */
export function sellerPartFen(money: ConsignmentMoney): number {
  return money.amountFen + (money.subsidyFen ?? 0) - money.commissionFen - money.commissionTaxFen
}

/** A captured consignment: the platform holds the money and owes the seller its part. */
export function captureOfConsignment(sale: ConsignmentMoney & OfSeller): FundsPosting[] {
  assertMoney("captureOfConsignment", sale)
  return moneyIn("platform_clearing", sale, sale, {
    seller_payable: -sellerPartFen(sale),
  })
}

export type ConsignmentRefund = OfSeller & {
  /** Taken back before this refund, in running totals; `NOTHING_REFUNDED` for the first. */
  readonly before: ConsignmentMoney
  /** Taken back so far, this refund included: totals only grow. */
  readonly soFar: ConsignmentMoney
  /** What the platform still owes the seller at this moment, ≥ 0: see `sellerBalance`. */
  readonly payableFen: number
}

/**
 * A refund: the difference between two running totals, so that refunds that add up to the sale undo
 * it to the fen. The seller gives back its part from what it is still owed; what exceeds that, it
 * owes the platform.
 */
export function refundOfConsignment(refund: ConsignmentRefund): FundsPosting[] {
  return takeBack("refundOfConsignment", "platform_clearing", refund)
}

/** A dispute opened: the provider holds the money until it is decided. */
export function disputeOpened(dispute: AmountOfSeller): FundsPosting[] {
  return move("disputeOpened", "platform_clearing", "dispute_reserve", dispute)
}

/**
 * A dispute decided. Won: the provider gives the money back. Lost: what it held is gone, and the
 * consignment is taken back as by a refund of the same amount.
 */
export function disputeClosed(
  dispute:
    | ({ readonly outcome: "won" } & AmountOfSeller)
    | ({ readonly outcome: "lost" } & ConsignmentRefund),
): FundsPosting[] {
  return dispute.outcome === "won"
    ? move("disputeClosed", "dispute_reserve", "platform_clearing", dispute)
    : takeBack("disputeClosed", "dispute_reserve", dispute)
}

export type AmountOfSeller = OfSeller & { readonly amountFen: number }

/** The provider's fee leaves the clearing account; a fee given back is a negative amount. */
export function providerFee(fee: {
  readonly amountFen: number
  readonly countyCode: string
}): FundsPosting[] {
  assertWhole("providerFee", fee.amountFen)
  return postingsOf(
    { sellerId: null, countyCode: fee.countyCode },
    { platform_clearing: -fee.amountFen, provider_fees: fee.amountFen },
  )
}

/** What to pay a seller now: the receivable is netted first. All ≥ 0, integer fen. */
export function payoutOf(balance: {
  readonly payableFen: number
  readonly receivableFen: number
}): {
  nettedFen: number
  transferFen: number
} {
  assertNotNegative("payoutOf", balance.receivableFen)
  assertWhole("payoutOf", balance.payableFen)
  const owedFen = Math.max(0, balance.payableFen)
  const nettedFen = Math.min(owedFen, balance.receivableFen)
  return { nettedFen, transferFen: owedFen - nettedFen }
}

/** A transfer to the seller, with the receivable that it nets: see `payoutOf`. */
export function transferToSeller(
  payout: OfSeller & { readonly transferFen: number; readonly nettedFen: number },
): FundsPosting[] {
  assertNotNegative("transferToSeller", payout.transferFen)
  assertNotNegative("transferToSeller", payout.nettedFen)
  return postingsOf(payout, {
    platform_clearing: -payout.transferFen,
    seller_payable: payout.transferFen + payout.nettedFen,
    seller_receivable: -payout.nettedFen,
  })
}

/** A transfer (or a part of one) that came back: the platform owes it to the seller again. */
export function transferReversal(reversal: AmountOfSeller): FundsPosting[] {
  return move("transferReversal", "seller_payable", "platform_clearing", reversal)
}

/** Nets a receivable against what the seller is owed, without a transfer. */
export function clawback(netting: AmountOfSeller): FundsPosting[] {
  return move("clawback", "seller_receivable", "seller_payable", netting)
}

function takeBack(
  rule: string,
  source: "platform_clearing" | "dispute_reserve",
  { before, soFar, payableFen, ...seller }: ConsignmentRefund,
): FundsPosting[] {
  assertMoney(rule, before)
  assertMoney(rule, soFar)
  assertWhole(rule, payableFen)
  const now = difference(soFar, before)
  assertNotNegative(rule, now.amountFen)
  const backFen = sellerPartFen(now)
  // A part below zero (more commission than money given back) is owed to the seller.
  const fromPayableFen = Math.min(backFen, Math.max(0, payableFen))
  return moneyIn(source, seller, negative(now), {
    seller_payable: fromPayableFen,
    seller_receivable: backFen - fromPayableFen,
  })
}

function moneyIn(
  held: FundsAccount,
  seller: OfSeller,
  money: ConsignmentMoney,
  sellerSide: Partial<Record<FundsAccount, number>>,
): FundsPosting[] {
  return postingsOf(seller, {
    [held]: money.amountFen,
    ...sellerSide,
    commission_income: -money.commissionFen,
    commission_tax: -money.commissionTaxFen,
    platform_subsidy: money.subsidyFen ?? 0,
  })
}

function move(
  rule: string,
  from: FundsAccount,
  to: FundsAccount,
  { amountFen, ...seller }: AmountOfSeller,
): FundsPosting[] {
  assertNotNegative(rule, amountFen)
  return postingsOf(seller, { [from]: -amountFen, [to]: amountFen })
}

/** Only the two seller accounts name the seller; zero amounts are no postings. */
function postingsOf(
  { sellerId, countyCode }: { readonly sellerId: string | null; readonly countyCode: string },
  amounts: Partial<Record<FundsAccount, number>>,
): FundsPosting[] {
  return FUNDS_ACCOUNTS.filter((account) => (amounts[account] ?? 0) !== 0).map((account) => ({
    account,
    seller_id: isSellerAccount(account) ? sellerId : null,
    county_code: countyCode,
    amount_fen: amounts[account] ?? 0,
  }))
}

/** Whether an account is kept per seller. */
export function isSellerAccount(account: FundsAccount): boolean {
  return account === "seller_payable" || account === "seller_receivable"
}

function difference(a: ConsignmentMoney, b: ConsignmentMoney): Required<ConsignmentMoney> {
  return {
    amountFen: a.amountFen - b.amountFen,
    commissionFen: a.commissionFen - b.commissionFen,
    commissionTaxFen: a.commissionTaxFen - b.commissionTaxFen,
    subsidyFen: (a.subsidyFen ?? 0) - (b.subsidyFen ?? 0),
  }
}

function negative(money: ConsignmentMoney): ConsignmentMoney {
  return difference(NOTHING_REFUNDED, money)
}

function assertMoney(rule: string, money: ConsignmentMoney): void {
  for (const fen of [
    money.amountFen,
    money.commissionFen,
    money.commissionTaxFen,
    money.subsidyFen ?? 0,
  ]) {
    assertNotNegative(rule, fen)
  }
}

function assertNotNegative(rule: string, fen: number): void {
  assertWhole(rule, fen)
  if (fen < 0) {
    throw new RangeError(`${rule}: ${fen} fen is below zero`)
  }
}

function assertWhole(rule: string, fen: number): void {
  if (!Number.isSafeInteger(fen)) {
    throw new RangeError(`${rule}: ${fen} is not a whole, safe number of fen`)
  }
}
