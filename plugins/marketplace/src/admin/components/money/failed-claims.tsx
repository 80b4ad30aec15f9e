import type { AdminFailedClaim, AdminFailedClaimsResponse } from "../../../types/payouts-admin"
import { dayTime, yuan } from "../../lib/labels"
import { sdk } from "../../lib/sdk"
import { useLoaded } from "../../lib/use-loaded"
import { Listing } from "./listing"

/** Checkouts that the sweeper gave up on: a person has to look. */
export function FailedClaims() {
  const { value, error } = useLoaded(
    () =>
      sdk.client.fetch<AdminFailedClaimsResponse>("/admin/payouts/claims", {
        query: { limit: 20 },
      }),
    [],
  )
  return (
    <Listing
      title="未完成的下单 Failed checkouts"
      rows={value?.claims}
      error={error}
      columns={[
        { title: "时间 Time", cell: (row) => dayTime(row.updated_at) },
        { title: "购物车 Cart", cell: (row) => row.cart_id },
        { title: "金额 Amount", cell: (row) => yuan(row.amount_fen) },
        { title: "原因 Reason", cell: (row) => row.message ?? row.code ?? row.last_action ?? "" },
        { title: "怎么办 What to do", cell: wayOn },
      ]}
    />
  )
}

function wayOn({ order_id, payment_id }: AdminFailedClaim): string {
  if (order_id) return "订单已生成：核对付款后照常处理。The order exists: check its payment."
  return payment_id
    ? "款项已退回：请买家重新下单。The money went back: let the buyer order again."
    : "到 Stripe 后台查这笔付款，收了钱就退款。Look for the payment at Stripe; refund it if it was taken."
}
