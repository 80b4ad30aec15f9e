import {
  authenticate,
  defineMiddlewares,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import express from "express"

import { env } from "../env"
import { exposeProductSearch, guardStoreSearch } from "../search/store-search"
import { EntriesQuery, HouseholdsQuery, IndicatorsQuery } from "./official/query"
import { requireBuyer } from "./require-buyer"
import { ListingBody, PageQuery } from "./seller/query"
import { receiptRoutes } from "./seller/receipt-routes"
import { OpenPaymentBody } from "./store/carts/[id]/payment/body"

const anyone = { allowUnauthenticated: true }
const noFields = { isList: false }

export default defineMiddlewares({
  routes: [
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
      matcher: "/store/carts/:id/payment",
      methods: ["POST"],
      middlewares: [
        authenticate("customer", ["session", "bearer"], anyone),
        validateAndTransformBody(OpenPaymentBody),
      ],
    },
    {
      matcher: "/official/indicators",
      methods: ["GET"],
      middlewares: [validateAndTransformQuery(IndicatorsQuery, noFields)],
    },
    {
      matcher: "/official/households",
      methods: ["GET"],
      middlewares: [validateAndTransformQuery(HouseholdsQuery, noFields)],
    },
    {
      matcher: "/official/households/:id/entries",
      methods: ["GET"],
      middlewares: [validateAndTransformQuery(EntriesQuery, noFields)],
    },
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
    ...receiptRoutes,
    // Uploaded pictures. Medusa serves `static` beside the build, which a new build would wipe.
    { matcher: "/uploads", middlewares: [express.static(env.UPLOAD_DIR)] },
  ],
})
