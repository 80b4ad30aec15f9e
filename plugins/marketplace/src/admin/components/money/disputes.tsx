import { StatusBadge } from "@medusajs/ui"

import type { AdminDispute, AdminDisputesResponse } from "../../../types/payouts-admin"
import { dayTime, yuan } from "../../lib/labels"
import { sdk } from "../../lib/sdk"
import { useLoaded } from "../../lib/use-loaded"
import { Listing } from "./listing"

const STATUS: Record<
  AdminDispute["status"],
  { text: string; color: "orange" | "red" | "green" | "grey" }
> = {
  inquiry: { text: "银行询问 Inquiry", color: "orange" },
  open: { text: "待举证 Needs answer", color: "red" },
  won: { text: "胜诉 Won", color: "green" },
  lost: { text: "败诉 Lost", color: "grey" },
  closed: { text: "已了结 Closed", color: "grey" },
}

/** What buyers' banks dispute, and until when evidence is taken in Stripe's dashboard. */
export function Disputes() {
  const { value, error } = useLoaded(
    () =>
      sdk.client.fetch<AdminDisputesResponse>("/admin/payouts/disputes", { query: { limit: 20 } }),
    [],
  )
  return (
    <Listing
      title="争议 Disputes"
      lead="争议期间货款冻结。请在截止前到 Stripe 后台提交证据。Answer in Stripe's dashboard in time."
      rows={value?.disputes}
      error={error}
      columns={[
        {
          title: "订单 Order",
          cell: (row) => <a href={`/app/orders/${row.order_id}`}>查看 View</a>,
        },
        { title: "金额 Amount", cell: (row) => yuan(row.amount_fen) },
        { title: "理由 Reason", cell: (row) => row.reason },
        {
          title: "状态 Status",
          cell: (row) => (
            <StatusBadge color={STATUS[row.status].color}>{STATUS[row.status].text}</StatusBadge>
          ),
        },
        {
          title: "截止 Due",
          cell: (row) => (row.evidence_due_at ? dayTime(row.evidence_due_at) : ""),
        },
      ]}
    />
  )
}
