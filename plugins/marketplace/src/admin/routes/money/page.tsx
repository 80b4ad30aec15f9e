import { defineRouteConfig } from "@medusajs/admin-sdk"
import { CurrencyDollar } from "@medusajs/icons"

import { DeadLetters } from "../../components/money/dead-letters"
import { Disputes } from "../../components/money/disputes"
import { FailedClaims } from "../../components/money/failed-claims"
import { Payouts } from "../../components/money/payouts"
import { Reconciliation } from "../../components/money/reconciliation"

/** The operator's money: what is paid out, what is disputed, what is stuck, and whether all agrees. */
const MoneyPage = () => (
  <div className="flex flex-col gap-y-3">
    <Payouts />
    <Disputes />
    <FailedClaims />
    <DeadLetters />
    <Reconciliation />
  </div>
)

export const config = defineRouteConfig({ label: "资金", icon: CurrencyDollar })

export default MoneyPage
