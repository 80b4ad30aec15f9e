/**
 * Divides one order into its sellers' consignments, so that the consignments' totals sum to the
 * order's total to the fen. Medusa's totals may carry fractions of a fen (a percentage off an odd
 * price); those are settled here, once, by largest remainder over all charges of the order.
 * Rule: domain §6, §7 (net goods value R).
 */
import { largestRemainder, type Weighted } from "@shangxing/exact"

import { commissionOf } from "./commission"
import { commissionTaxOf } from "./commission-tax"

/** Exact amounts come as whole multiples of some tiny unit, the same one for the whole order. */
export type OrderLine = {
  readonly lineItemId: string
  readonly sellerId: string
  /** What the buyer pays for the line, tax included, after every discount. */
  readonly totalExact: bigint
  readonly taxExact: bigint
  /** The part of the discounts that the platform funds, in fen. */
  readonly platformDiscountFen: number
}

export type OrderShipping = {
  readonly shippingMethodId: string
  readonly sellerId: string
  readonly optionId: string
  readonly optionName: string
  readonly totalExact: bigint
  readonly taxExact: bigint
}

export type OrderToDivide = {
  /** What the buyer owes for the order. */
  readonly totalFen: number
  /** The same before store credit, which the platform funds. */
  readonly totalBeforeCreditFen: number
  readonly lines: readonly OrderLine[]
  readonly shipping: readonly OrderShipping[]
  readonly commissionBasisPoints: ReadonlyMap<string, number>
  /** The platform's, so the same for all its sellers. */
  readonly commissionTaxBasisPoints: number
}

export type DividedLine = { lineItemId: string; paidGoodsFen: number; netGoodsFen: number }

export type DividedConsignment = {
  sellerId: string
  shippingOptionId: string
  shippingOptionName: string
  goodsFen: number
  netGoodsFen: number
  shippingFen: number
  taxFen: number
  totalFen: number
  commissionBasisPoints: number
  commissionFen: number
  commissionRuleVersion: string
  commissionTaxBasisPoints: number
  commissionTaxFen: number
  lines: DividedLine[]
}

type Settled = { soldFen: number; dueFen: number }
type Split = { netFen: number; taxFen: number }

/**
 * One consignment per seller, in the order in which the sellers first appear among the lines.
 *
 * @throws RangeError when a seller has no freight, freight has no goods, or a rate is unknown:
 * the cart was refused before (see `cartRefusal`), so that here it is a breakage.
 */
export function consignmentsOfOrder(order: OrderToDivide): DividedConsignment[] {
  const settled = settleCharges(order)
  const sellerIds = [...new Set(order.lines.map(({ sellerId }) => sellerId))]

  const orphan = order.shipping.find(({ sellerId }) => !sellerIds.includes(sellerId))
  if (orphan) {
    throw new RangeError(
      `consignmentsOfOrder: shipping method ${orphan.shippingMethodId} carries no goods`,
    )
  }
  return sellerIds.map((sellerId) => consignmentOf(sellerId, order, settled))
}

/** Each charge in whole fen: what it was sold for, and what is due on it after store credit. */
function settleCharges(order: OrderToDivide): Map<string, Settled> {
  const exact: Weighted[] = [
    ...order.lines.map((line) => ({ id: line.lineItemId, weight: line.totalExact })),
    ...order.shipping.map((method) => ({ id: method.shippingMethodId, weight: method.totalExact })),
  ]
  const sold = splitOrNothing(order.totalBeforeCreditFen, exact)
  const due = splitOrNothing(
    order.totalFen,
    [...sold].map(([id, fen]) => ({ id, weight: BigInt(fen) })),
  )
  return new Map([...sold].map(([id, soldFen]) => [id, { soldFen, dueFen: due.get(id) ?? 0 }]))
}

function consignmentOf(
  sellerId: string,
  order: OrderToDivide,
  settled: Map<string, Settled>,
): DividedConsignment {
  const methods = order.shipping.filter((method) => method.sellerId === sellerId)
  const basisPoints = order.commissionBasisPoints.get(sellerId)
  const [method] = methods
  if (!method || basisPoints === undefined) {
    throw new RangeError(`consignmentsOfOrder: seller ${sellerId} has no freight or no rate`)
  }
  const lines = order.lines
    .filter((line) => line.sellerId === sellerId)
    .map((line) => ({ line, ...splitTax(settled.get(line.lineItemId), line) }))
  const freight = methods.map((m) => splitTax(settled.get(m.shippingMethodId), m))

  const goodsFen = sum(lines.map(({ due }) => due.netFen))
  const shippingFen = sum(freight.map(({ due }) => due.netFen))
  const taxFen = sum([...lines, ...freight].map(({ due }) => due.taxFen))
  const dividedLines = lines.map(({ line, due, sold }) => ({
    lineItemId: line.lineItemId,
    paidGoodsFen: due.netFen,
    netGoodsFen: sold.netFen + line.platformDiscountFen,
  }))
  const netGoodsFen = sum(dividedLines.map((line) => line.netGoodsFen))
  const commission = commissionOf(netGoodsFen, basisPoints)

  return {
    sellerId,
    shippingOptionId: method.optionId,
    shippingOptionName: method.optionName,
    goodsFen,
    netGoodsFen,
    shippingFen,
    taxFen,
    totalFen: goodsFen + shippingFen + taxFen,
    commissionBasisPoints: basisPoints,
    commissionFen: commission.commissionFen,
    commissionRuleVersion: commission.ruleVersion,
    commissionTaxBasisPoints: order.commissionTaxBasisPoints,
    commissionTaxFen: commissionTaxOf(commission.commissionFen, order.commissionTaxBasisPoints),
    lines: dividedLines,
  }
}

function splitTax(
  settled: Settled | undefined,
  exact: { totalExact: bigint; taxExact: bigint },
): { due: Split; sold: Split } {
  const { soldFen, dueFen } = settled ?? { soldFen: 0, dueFen: 0 }
  const weights = [
    { id: "net", weight: exact.totalExact - exact.taxExact },
    { id: "tax", weight: exact.taxExact },
  ]
  const split = (fen: number): Split => {
    const parts = splitOrNothing(fen, weights)
    return { netFen: parts.get("net") ?? 0, taxFen: parts.get("tax") ?? 0 }
  }
  return { due: split(dueFen), sold: split(soldFen) }
}

/** Nothing over weights of nothing is nothing; anything else over them is a breakage. */
function splitOrNothing(totalFen: number, weights: readonly Weighted[]): Map<string, number> {
  if (totalFen === 0) return new Map(weights.map(({ id }) => [id, 0]))
  const parts = largestRemainder(BigInt(totalFen), weights)
  return new Map([...parts].map(([id, part]) => [id, Number(part)]))
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0)
}
