import {
  type MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"

import {
  BooksEntriesQuery,
  BooksReceiptsQuery,
  EntriesExportQuery,
  ExportsQuery,
  HouseholdListQuery,
  HouseholdsExportBody,
  HouseholdSheetQuery,
  OfficialAgreementsQuery,
  OverviewExportQuery,
} from "./books-query"

const queries = {
  "/official/entries": BooksEntriesQuery,
  "/official/receipts": BooksReceiptsQuery,
  "/official/agreements": OfficialAgreementsQuery,
  "/official/households/list": HouseholdListQuery,
  "/official/households/:id/sheet": HouseholdSheetQuery,
  "/official/exports": ExportsQuery,
  "/official/exports/overview.xlsx": OverviewExportQuery,
  "/official/exports/entries.csv": EntriesExportQuery,
}

/** Shapes of the books' routes; that an official is asking is checked by attribution. */
export const booksMiddlewares: MiddlewareRoute[] = [
  ...Object.entries(queries).map(([matcher, schema]): MiddlewareRoute => ({
    matcher,
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(schema, { isList: false })],
  })),
  {
    matcher: "/official/exports/households",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(HouseholdsExportBody)],
  },
]
