import {
  type MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import { speakTheirLanguage } from "@shangxing/marketplace/lib/localize"

import {
  AccountBody,
  CancelBody,
  RefundBody,
  RefundPreviewBody,
  StatementQuery,
} from "./seller/payouts/body"
import { PageQuery } from "./seller/query"

const noFields = { isList: false }
const page = (matcher: string): MiddlewareRoute => ({
  matcher,
  methods: ["GET"],
  middlewares: [validateAndTransformQuery(PageQuery, noFields)],
})

/** Checks of what money routes are asked: sellers' and the operator's. */
export const payoutRoutes: MiddlewareRoute[] = [
  page("/seller/payouts"),
  page("/admin/payouts"),
  page("/admin/payouts/disputes"),
  page("/admin/payouts/claims"),
  page("/admin/ledger/reconciliation"),
  {
    matcher: "/seller/statements",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(StatementQuery, noFields)],
  },
  {
    matcher: "/seller/payouts/account",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(AccountBody)],
  },
  {
    matcher: "/seller/consignments/:id/refund/preview",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(RefundPreviewBody)],
  },
  ...["/seller/consignments", "/admin/consignments"].flatMap((base): MiddlewareRoute[] => [
    {
      matcher: `${base}/:id/refund`,
      methods: ["POST"],
      middlewares: [validateAndTransformBody(RefundBody)],
    },
    {
      matcher: `${base}/:id/cancel`,
      methods: ["POST"],
      middlewares: [validateAndTransformBody(CancelBody)],
    },
  ]),
  { matcher: "/admin/consignments*", middlewares: [speakTheirLanguage] },
  { matcher: "/admin/payouts*", middlewares: [speakTheirLanguage] },
]
