import {
  type MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"

import {
  AlertsQuery,
  ReviewBody,
  StationCommitBody,
  StationsQuery,
} from "../official/station-query"
import * as body from "./bodies"

const noFields = { isList: false }

const posts = {
  "/station/deliveries/:id/confirm": body.ConsentBody,
  "/station/deliveries/:id/disputes": body.StationDisputeBody,
  "/station/receipts/:id/confirm": body.ConsentBody,
  "/station/receipts/:id/disputes": body.StationDisputeBody,
  "/station/purchases": body.PurchaseBody,
  "/station/purchases/:id/void": body.PurchaseVoidBody,
  "/official/alerts/:id/review": ReviewBody,
  "/official/stations/import/:id/commit": StationCommitBody,
}

const gets = {
  "/station/households": body.StationHouseholdsQuery,
  "/official/stations": StationsQuery,
  "/official/alerts": AlertsQuery,
}

/** Shapes of what stations send, and of what officials ask about them. */
export const stationRoutes: MiddlewareRoute[] = [
  ...Object.entries(gets).map(([matcher, query]): MiddlewareRoute => ({
    matcher,
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(query, noFields)],
  })),
  ...Object.entries(posts).map(([matcher, schema]): MiddlewareRoute => ({
    matcher,
    methods: ["POST"],
    middlewares: [validateAndTransformBody(schema)],
  })),
]
