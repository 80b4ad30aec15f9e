import { defineMiddlewares, validateAndTransformQuery } from "@medusajs/framework/http"

import { StripeEventsQuery } from "./validators"

export default defineMiddlewares({
  routes: [
    {
      matcher: "/hooks/stripe",
      methods: ["POST"],
      // The signature covers the body byte by byte; Stripe's events stay far below this size.
      bodyParser: { preserveRawBody: true, sizeLimit: "512kb" },
    },
    {
      matcher: "/admin/stripe/events",
      methods: ["GET"],
      middlewares: [validateAndTransformQuery(StripeEventsQuery, { isList: false })],
    },
  ],
})
