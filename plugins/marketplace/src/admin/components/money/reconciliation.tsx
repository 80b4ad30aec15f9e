import { StatusBadge } from "@medusajs/ui"

import type {
  AdminReconciliationResponse,
  ReconciliationDifference,
} from "../../../types/payouts-admin"
import { yuan } from "../../lib/labels"
import { sdk } from "../../lib/sdk"
import { useLoaded } from "../../lib/use-loaded"
import { Listing } from "./listing"

const DIFFERENCE: Record<ReconciliationDifference, string> = {
  provider_capture: "收款与 Stripe 不符 Capture differs at Stripe",
  provider_refund: "退款与 Stripe 不符 Refund differs at Stripe",
  provider_net: "余额与 Stripe 不符 Balance differs at Stripe",
  provider_unreachable: "Stripe 没有回应 No answer from Stripe",
  funds_capture: "资金账收款不符 Capture differs in the funds book",
  funds_refund: "资金账退款不符 Refund differs in the funds book",
  attribution_goods: "带动账不符 Attribution differs",
}

/** The same money at Stripe, in Medusa and in the journal, payment by payment. */
export function Reconciliation() {
  const { value, error } = useLoaded(
    () =>
      sdk.client.fetch<AdminReconciliationResponse>("/admin/ledger/reconciliation", {
        query: { limit: 20 },
      }),
    [],
  )
  const rows = value?.payments.map((payment) => ({ ...payment, id: payment.payment_id }))
  const pair = (money: { captured_fen: number; refunded_fen: number } | null) =>
    money ? `${yuan(money.captured_fen)} − ${yuan(money.refunded_fen)}` : "—"
  return (
    <Listing
      title="对账 Reconciliation"
      lead="收款 − 退款，三处对照。Captured − refunded, in three places."
      rows={rows}
      error={error}
      columns={[
        { title: "订单 Order", cell: (row) => `#${row.display_id}` },
        { title: "Stripe", cell: (row) => pair(row.provider) },
        { title: "Medusa", cell: (row) => pair(row.medusa) },
        { title: "资金账 Funds", cell: (row) => pair(row.funds) },
        { title: "带动账 Attribution", cell: (row) => yuan(row.attribution.goods_fen) },
        {
          title: "结果 Result",
          cell: (row) =>
            row.differences.length === 0 ? (
              <StatusBadge color="green">相符 Equal</StatusBadge>
            ) : (
              row.differences.map((name) => (
                <StatusBadge key={name} color="red">
                  {DIFFERENCE[name]}
                </StatusBadge>
              ))
            ),
        },
      ]}
    />
  )
}
