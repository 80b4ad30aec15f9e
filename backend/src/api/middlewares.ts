import {
  authenticate,
  defineMiddlewares,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import { speakTheirLanguage } from "@shangxing/marketplace/lib/localize"

import { exposeProductSearch, guardStoreSearch } from "../search/store-search"
import { requireWholeFen } from "./admin/whole-fen"
import { booksMiddlewares } from "./official/books-middlewares"
import { officialDeskRoutes } from "./official/desk-middlewares"
import { registryMiddlewares } from "./official/registry-middlewares"
import { overviewRoutes } from "./official/overview-query"
import { EntriesQuery } from "./official/query"
import { ownPasswordRoutes } from "./own-password"
import { endedSessionRoutes } from "./refuse-ended-session"
import { requireBuyer } from "./require-buyer"
import { payoutRoutes } from "./payout-middlewares"
import { deskMiddlewares } from "./seller/desk-middlewares"
import { stationRoutes } from "./station/station-routes"
import { ListingBody, PageQuery } from "./seller/query"
import { receiptRoutes } from "./seller/receipt-routes"
import { OpenPaymentBody } from "./store/carts/[id]/payment/body"
import { AddLineBody, CheckoutBody } from "./store/checkout/bodies"
import { LookUpBody } from "./store/orders/lookup/body"
import { uploadedFiles } from "./uploaded-files"

const anyone = { allowUnauthenticated: true }
const noFields = { isList: false }

export default defineMiddlewares({
  routes: [
    {
      matcher: "/admin/payments/:id/refund",
      methods: ["POST"],
      middlewares: [speakTheirLanguage, requireWholeFen],
    },
    {
      matcher: "/admin/payments/:id/capture",
      methods: ["POST"],
      middlewares: [speakTheirLanguage, requireWholeFen],
    },
    {
      matcher: "/store/search",
      methods: ["POST"],
      middlewares: [exposeProductSearch, guardStoreSearch],
    },
    {
      matcher: "/store/orders/:id",
      methods: ["GET"],
      middlewares: [authenticate("customer", ["session", "bearer"], anyone), requireBuyer],
    },
    {
      matcher: "/store/orders/:id/effect",
      methods: ["GET"],
      middlewares: [authenticate("customer", ["session", "bearer"], anyone), requireBuyer],
    },
    {
      matcher: "/store/orders/:id/consignments",
      methods: ["GET"],
      middlewares: [authenticate("customer", ["session", "bearer"], anyone), requireBuyer],
    },
    {
      matcher: "/store/orders/:id/consignments/:consignment_id/received",
      methods: ["POST"],
      middlewares: [
        authenticate("customer", ["session", "bearer"], anyone),
        requireBuyer,
        speakTheirLanguage,
      ],
    },
    {
      matcher: "/store/orders/:id/link",
      methods: ["GET"],
      middlewares: [authenticate("customer", ["session", "bearer"], anyone), requireBuyer],
    },
    {
      matcher: "/store/orders/lookup",
      methods: ["POST"],
      middlewares: [validateAndTransformBody(LookUpBody)],
    },
    {
      matcher: "/store/carts/:id/payment",
      methods: ["POST"],
      middlewares: [
        authenticate("customer", ["session", "bearer"], anyone),
        validateAndTransformBody(OpenPaymentBody),
      ],
    },
    { matcher: "/store/customers/me/cards*", middlewares: [speakTheirLanguage] },
    {
      matcher: "/store/checkout*",
      middlewares: [authenticate("customer", ["session", "bearer"], anyone), speakTheirLanguage],
    },
    {
      matcher: "/store/checkout",
      methods: ["POST"],
      middlewares: [validateAndTransformBody(CheckoutBody)],
    },
    {
      matcher: "/store/checkout/lines",
      methods: ["POST"],
      middlewares: [validateAndTransformBody(AddLineBody)],
    },
    {
      matcher: "/official/households/:id/entries",
      methods: ["GET"],
      middlewares: [validateAndTransformQuery(EntriesQuery, noFields)],
    },
    ...overviewRoutes,
    ...registryMiddlewares,
    ...booksMiddlewares,
    ...officialDeskRoutes,
    {
      matcher: "/seller/products",
      methods: ["GET"],
      middlewares: [validateAndTransformQuery(PageQuery, noFields)],
    },
    {
      matcher: "/seller/lots",
      methods: ["GET"],
      middlewares: [validateAndTransformQuery(PageQuery, noFields)],
    },
    {
      matcher: "/seller/products",
      methods: ["POST"],
      middlewares: [validateAndTransformBody(ListingBody)],
    },
    {
      matcher: "/seller/products/:id",
      methods: ["POST"],
      middlewares: [validateAndTransformBody(ListingBody)],
    },
    ...payoutRoutes,
    ...receiptRoutes,
    ...deskMiddlewares,
    ...uploadedFiles,
    ...stationRoutes,
    ...ownPasswordRoutes,
    ...endedSessionRoutes,
  ],
})
