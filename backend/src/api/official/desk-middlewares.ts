import {
  type MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"

import * as body from "./desk-bodies"

const posts = {
  "/official/stations": body.OpenStationBody,
  "/official/stations/:id/close": body.CloseStationBody,
  "/official/stations/:id/subsidies": body.SubsidyBody,
  "/official/stations/:id/workers": body.StationWorkerBody,
  "/official/stations/:id/workers/:worker_id/end": body.EndWorkerBody,
  "/official/income-lines": body.IncomeLineBody,
}

/** Shapes of what officials send who keep stations and income lines. */
export const officialDeskRoutes: MiddlewareRoute[] = [
  ...["/official/stations/places", "/official/income-lines"].map((matcher): MiddlewareRoute => ({
    matcher,
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(body.PlacesQuery, { isList: false })],
  })),
  ...Object.entries(posts).map(([matcher, schema]): MiddlewareRoute => ({
    matcher,
    methods: ["POST"],
    middlewares: [validateAndTransformBody(schema)],
  })),
]
