/**
 * A seller's way: applied → recommended by its county → approved by the platform; an approved one
 * may be suspended, and a suspended one reopened. Rule: domain §1.
 */

export type SellerStatus = "applied" | "recommended" | "approved" | "suspended"
export type SellerDecision = "approve" | "suspend" | "reopen"

export type SellerDecisionRefusal =
  "seller_not_awaiting_approval" | "seller_not_approved" | "seller_not_suspended"

type Rule = { from: SellerStatus[]; to: SellerStatus; refusal: SellerDecisionRefusal }

const RULES: Record<SellerDecision, Rule> = {
  approve: {
    from: ["applied", "recommended"],
    to: "approved",
    refusal: "seller_not_awaiting_approval",
  },
  suspend: { from: ["approved"], to: "suspended", refusal: "seller_not_approved" },
  reopen: { from: ["suspended"], to: "approved", refusal: "seller_not_suspended" },
}

/** The status a decision leads to, or why it cannot be taken. */
export function decideOnSeller(
  status: SellerStatus,
  decision: SellerDecision,
): { status: SellerStatus } | { refusal: SellerDecisionRefusal } {
  const rule = RULES[decision]
  return rule.from.includes(status) ? { status: rule.to } : { refusal: rule.refusal }
}

/** Only an approved seller's goods can be bought. */
export function isOpen(status: SellerStatus): boolean {
  return status === "approved"
}
