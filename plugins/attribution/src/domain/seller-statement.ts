import { largestRemainder } from "@shangxing/exact"

/**
 * A seller's month out of the funds book, in the words of a statement. Every movement is taken apart
 * into pieces that sum to what it did to the seller's balance, so that the statement's rows sum to the
 * month, to the fen. From the seller's point of view: owed to it is above zero. Rule: docs/domain.md §7.
 */

/** In the order of the statement: first what was earned, then what was paid out. */
export const STATEMENT_ROWS = [
  "goods",
  "coupons",
  "freight",
  "tax",
  "commission",
  "commission_tax",
  "refunds",
  "refunded_coupons",
  "refunded_commission",
  "refunded_commission_tax",
  "corrections",
  "payouts",
  "payouts_back",
] as const

export type StatementRowName = (typeof STATEMENT_ROWS)[number]

const PAID_OUT: ReadonlySet<StatementRowName> = new Set(["payouts", "payouts_back"])

/** One transaction of the book with what it did to each side; whole fen. */
export type SellerMovement = {
  readonly kind: string
  /** What the seller's balance gained: payable less receivable. */
  readonly sellerFen: number
  /** What came from the buyer (below zero: went back), the provider's hold included. */
  readonly buyerFen: number
  readonly commissionFen: number
  readonly commissionTaxFen: number
  /** Coupons that the platform pays. */
  readonly subsidyFen: number
  /** What the consignment was sold on; `null` where the movement is of none. */
  readonly terms: {
    /** What the buyer owed for it. */
    readonly goodsFen: number
    readonly freightFen: number
    readonly taxFen: number
    /** What the commission and its tax were frozen at. */
    readonly commissionBasisPoints: number
    readonly commissionTaxBasisPoints: number
  } | null
}

export type StatementPiece = { row: StatementRowName; amountFen: number }

/** What a movement is made of; pieces of zero are left out, the others sum to `sellerFen`. */
export function piecesOf(movement: SellerMovement): StatementPiece[] {
  const pieces = known(movement)
  const sum = pieces.reduce((all, { amountFen }) => all + amountFen, 0)
  // What the words above do not cover, such as a fee that was passed on.
  const rest: StatementPiece = { row: "corrections", amountFen: movement.sellerFen - sum }
  return [...pieces, rest].filter(({ amountFen }) => amountFen !== 0)
}

function known(movement: SellerMovement): StatementPiece[] {
  const { kind, sellerFen, buyerFen, commissionFen, commissionTaxFen, subsidyFen } = movement
  if (kind === "transfer") return [{ row: "payouts", amountFen: sellerFen }]
  if (kind === "transfer_reversal") return [{ row: "payouts_back", amountFen: sellerFen }]
  if (kind === "capture") {
    return [
      ...salePieces(movement),
      { row: "coupons", amountFen: subsidyFen },
      { row: "commission", amountFen: 0 - commissionFen },
      { row: "commission_tax", amountFen: 0 - commissionTaxFen },
    ]
  }
  if (kind !== "refund" && !(kind === "dispute_closed" && sellerFen !== 0)) return []
  return [
    { row: "refunds", amountFen: buyerFen },
    { row: "refunded_coupons", amountFen: subsidyFen },
    { row: "refunded_commission", amountFen: 0 - commissionFen },
    { row: "refunded_commission_tax", amountFen: 0 - commissionTaxFen },
  ]
}

/** What the buyer paid, split as the consignment was. */
function salePieces({ buyerFen, terms }: SellerMovement): StatementPiece[] {
  if (!terms || terms.goodsFen + terms.freightFen + terms.taxFen === 0) {
    return [{ row: "goods", amountFen: buyerFen }]
  }
  const split = largestRemainder(BigInt(buyerFen), [
    { id: "goods", weight: BigInt(terms.goodsFen) },
    { id: "freight", weight: BigInt(terms.freightFen) },
    { id: "tax", weight: BigInt(terms.taxFen) },
  ])
  return (["goods", "freight", "tax"] as const).map((row) => ({
    row,
    amountFen: Number(split.get(row)),
  }))
}

/** The rate that a movement's part of a row was taken at. */
function rateOf(row: StatementRowName, { terms }: SellerMovement): number | null {
  if (row === "commission") return terms?.commissionBasisPoints ?? null
  return row === "commission_tax" ? (terms?.commissionTaxBasisPoints ?? null) : null
}

export type SellerStatementRow = {
  row: StatementRowName
  count: number
  amountFen: number
  /** In hundredths of a percent, for commission and its tax: the one rate of them all, else `null`. */
  rateBasisPoints: number | null
}

export type SellerStatement = {
  rows: SellerStatementRow[]
  earnedFen: number
  /** Below zero: money that left for the seller's account. */
  paidOutFen: number
}

/** The rows that the month has, in their order, and what they come to. */
export function statementOf(movements: readonly SellerMovement[]): SellerStatement {
  const sums = new Map<StatementRowName, Omit<SellerStatementRow, "row">>()
  for (const movement of movements) {
    for (const { row, amountFen } of piecesOf(movement)) {
      const rate = rateOf(row, movement)
      const before = sums.get(row) ?? { count: 0, amountFen: 0, rateBasisPoints: rate }
      sums.set(row, {
        count: before.count + 1,
        amountFen: before.amountFen + amountFen,
        rateBasisPoints: before.rateBasisPoints === rate ? rate : null,
      })
    }
  }
  const rows = STATEMENT_ROWS.flatMap((row) => {
    const sum = sums.get(row)
    return sum ? [{ row, ...sum }] : []
  })
  const total = (isPaidOut: boolean) =>
    rows
      .filter(({ row }) => PAID_OUT.has(row) === isPaidOut)
      .reduce((all, { amountFen }) => all + amountFen, 0)
  return { rows, earnedFen: total(false), paidOutFen: total(true) }
}
