import {
  type MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"

import { AccountsBody, PatronageQuery, PreviewBody, ResolveBody } from "./patronage/body"
import {
  ConfirmBody,
  OweBody,
  PayBody,
  PrintBody,
  ReceiptNoteBody,
  ReceiptsQuery,
  SheetsQuery,
  StatementsQuery,
} from "./receipts/body"

const noFields = { isList: false }

const posts = {
  "/seller/receipts": OweBody,
  "/seller/receipts/pay": PayBody,
  "/seller/receipts/confirm": ConfirmBody,
  "/seller/receipts/:id/facts": ReceiptNoteBody,
  "/seller/receipts/statements": PrintBody,
  "/seller/patronage": ResolveBody,
  "/seller/patronage/preview": PreviewBody,
  "/seller/patronage/accounts": AccountsBody,
}

const gets = {
  "/seller/receipts": ReceiptsQuery,
  "/seller/receipts/statements": StatementsQuery,
  "/seller/receipts/statements/sheets": SheetsQuery,
  "/seller/patronage": PatronageQuery,
}

/** What a seller pays its households, and the yearly refund: shapes of requests. */
export const receiptRoutes: MiddlewareRoute[] = [
  ...Object.entries(gets).map(([matcher, query]): MiddlewareRoute => ({
    matcher,
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(query, noFields)],
  })),
  ...Object.entries(posts).map(([matcher, body]): MiddlewareRoute => ({
    matcher,
    methods: ["POST"],
    middlewares: [validateAndTransformBody(body)],
  })),
]
