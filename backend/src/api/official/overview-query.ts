import { validateAndTransformQuery } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"

import { divisionCode } from "./division-code"

const id = z.string().min(1).max(64).optional()

/** What the period and the moment must look like is a rule, whose refusals say how to mend it. */
const text = z.string().max(40).optional()

export const OverviewQuery = z.object({
  division: divisionCode.optional(),
  period: text,
  as_of: text,
  circle: z.enum(["small", "big"]).optional(),
  seller: id,
  product: id,
})
export type OverviewQuery = z.infer<typeof OverviewQuery>

export const SplitsQuery = OverviewQuery.extend({ by: z.enum(["seller", "product", "circle"]) })
export type SplitsQuery = z.infer<typeof SplitsQuery>

const noFields = { isList: false }

/** Officials' figures: their queries are checked before the routes see them. */
export const overviewRoutes = [
  {
    matcher: "/official/overview",
    methods: ["GET" as const],
    middlewares: [validateAndTransformQuery(OverviewQuery, noFields)],
  },
  {
    matcher: "/official/splits",
    methods: ["GET" as const],
    middlewares: [validateAndTransformQuery(SplitsQuery, noFields)],
  },
]
