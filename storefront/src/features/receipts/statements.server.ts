import type {
  HouseholdStatementsResponse,
  StatementPrintResponse,
  StatementSheetsResponse,
} from "@shangxing/attribution/types/receipts"

import { answerDesk, type DeskAnswer } from "~/features/lots/desk.server"
import type { SellerContext } from "~/features/seller/visit.server"
import { textOf } from "~/lib/form"
import { shanghaiDay } from "~/lib/format"
import { paths } from "~/paths"

import { periodOf } from "./receipt-forms"

export type StatementDesk = HouseholdStatementsResponse

/** The month or year asked for; this month without one; `null` when it is none. */
export function askedPeriod(url: URL, now: Date): string | null {
  return periodOf(url.searchParams.get("period"), shanghaiDay(now).slice(0, 7))
}

/** Whose sheets there are, and printing those of one household or of all who have not seen theirs. */
export async function answerStatements(
  context: SellerContext,
  period: string,
): Promise<DeskAnswer<StatementDesk>> {
  const at = "/seller/receipts/statements"
  return await answerDesk(context, {
    read: (api) => api.fetch<HouseholdStatementsResponse>(at, { query: { period } }),
    act: async (api, _intent, form) => {
      const household = textOf(form, "household")
      const { batch_id } = await api.fetch<StatementPrintResponse>(at, {
        method: "POST",
        body: {
          period,
          phone: textOf(form, "phone"),
          household_ids: household === "" ? undefined : [household],
        },
      })
      return paths.seller.statementSheets(batch_id)
    },
  })
}

/** The sheets of one print. */
export async function answerSheets(
  context: SellerContext,
  batch: string,
): Promise<DeskAnswer<StatementSheetsResponse>> {
  return await answerDesk(context, {
    read: (api) =>
      api.fetch<StatementSheetsResponse>("/seller/receipts/statements/sheets", {
        query: { batch },
      }),
    act: () => Promise.resolve(paths.seller.statementSheets(batch)),
  })
}
