import {
  type MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"

import { AccountsBody, PatronageQuery, PreviewBody, ResolveBody } from "./patronage/body"
import { ConfirmBody, OweBody, PayBody, ReceiptNoteBody, ReceiptsQuery } from "./receipts/body"

const noFields = { isList: false }

const posts = {
  "/seller/receipts": OweBody,
  "/seller/receipts/pay": PayBody,
  "/seller/receipts/confirm": ConfirmBody,
  "/seller/receipts/:id/facts": ReceiptNoteBody,
  "/seller/patronage": ResolveBody,
  "/seller/patronage/preview": PreviewBody,
  "/seller/patronage/accounts": AccountsBody,
}

/** What a seller pays its households, and the yearly refund: shapes of requests. */
export const receiptRoutes: MiddlewareRoute[] = [
  {
    matcher: "/seller/receipts",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(ReceiptsQuery, noFields)],
  },
  {
    matcher: "/seller/patronage",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(PatronageQuery, noFields)],
  },
  ...Object.entries(posts).map(([matcher, body]): MiddlewareRoute => ({
    matcher,
    methods: ["POST"],
    middlewares: [validateAndTransformBody(body)],
  })),
]
