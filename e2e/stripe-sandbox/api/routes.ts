import type { Route } from "../http/route.ts"
import { accountRoutes } from "./accounts.ts"
import { balanceRoutes } from "./balance.ts"
import { chargeRoutes } from "./charges.ts"
import { customerRoutes } from "./customers.ts"
import { disputeRoutes } from "./disputes.ts"
import { eventRoutes } from "./events.ts"
import { paymentIntentRoutes } from "./payment-intents.ts"
import { paymentMethodRoutes } from "./payment-methods.ts"
import { payoutRoutes } from "./payouts.ts"
import { refundRoutes } from "./refunds.ts"
import { transferRoutes } from "./transfers.ts"

/** Every request that the sandbox answers. */
export const routes: Route[] = [
  ...accountRoutes,
  ...balanceRoutes,
  ...chargeRoutes,
  ...customerRoutes,
  ...disputeRoutes,
  ...eventRoutes,
  ...paymentIntentRoutes,
  ...paymentMethodRoutes,
  ...payoutRoutes,
  ...refundRoutes,
  ...transferRoutes,
]
