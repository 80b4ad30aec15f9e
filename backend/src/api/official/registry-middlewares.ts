import {
  type MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"

import { CommitBody, ConsentBody, LooksQuery, RevealBody } from "./query"

const noFields = { isList: false }

/** Shapes of the registry's routes; that an official is asking is checked by attribution. */
export const registryMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/official/households/import/:id/commit",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(CommitBody)],
  },
  {
    matcher: "/official/households/:id/reveal",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(RevealBody)],
  },
  {
    matcher: "/official/households/:id/consents",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(ConsentBody)],
  },
  {
    matcher: "/official/looks",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(LooksQuery, noFields)],
  },
]
