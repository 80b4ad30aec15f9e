import { StatusBadge } from "@medusajs/ui"

import type { AdminPayoutsResponse } from "../../../types/payouts-admin"
import { dayTime, yuan } from "../../lib/labels"
import { sdk } from "../../lib/sdk"
import { useLoaded } from "../../lib/use-loaded"
import { ActButton } from "./act-button"
import { Listing } from "./listing"

/** Sellers' payouts; an open one says what kept it back, and can be tried again. */
export function Payouts() {
  const { value, error, reload } = useLoaded(
    () => sdk.client.fetch<AdminPayoutsResponse>("/admin/payouts", { query: { limit: 20 } }),
    [],
  )
  return (
    <Listing
      title="打款 Payouts"
      lead="每夜自动打款；随时可以再跑一次，不会重复打款。Nightly; running it again sends nothing twice."
      rows={value?.payouts}
      error={error}
      action={<ActButton path="/admin/payouts/run" text="立即打款 Pay now" onDone={reload} />}
      columns={[
        { title: "时间 Time", cell: (row) => dayTime(row.created_at) },
        { title: "经营主体 Seller", cell: (row) => row.seller_name },
        { title: "金额 Amount", cell: (row) => yuan(row.transfer_fen) },
        { title: "抵扣 Set off", cell: (row) => yuan(row.offset_fen) },
        {
          title: "状态 Status",
          cell: (row) => (
            <StatusBadge color={row.status === "paid" ? "green" : "orange"}>
              {row.status === "paid" ? "已打款 Paid" : "未完成 Open"}
            </StatusBadge>
          ),
        },
        { title: "原因 Reason", cell: (row) => row.last_error ?? "" },
        {
          title: "操作 Action",
          cell: (row) =>
            row.status === "open" && (
              <ActButton
                path={`/admin/payouts/${row.id}/retry`}
                text="重试 Retry"
                onDone={reload}
              />
            ),
        },
      ]}
    />
  )
}
