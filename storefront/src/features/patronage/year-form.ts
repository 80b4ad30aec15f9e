import { wholeOf } from "~/features/deliveries/weigh-fields"

/** A cooperative's year between a form and the wire: yuan and per cent as a person types them. */

export type YearBody = {
  year: number
  surplus_fen: number
  losses_fen: number
  reserves_fen: number
  by_volume_basis_points: number
}

export type YearField = "surplus" | "losses" | "reserves" | "ratio"
export type YearErrors = Partial<Record<YearField, string>>

export const BLANK_YEAR: Record<YearField, string> = {
  surplus: "",
  losses: "0",
  reserves: "0",
  ratio: "60",
}

/** The year as typed, or the code of what is wrong with each field. */
export function yearOf(
  year: number,
  typed: Record<YearField, string>,
): { body: YearBody } | { errors: YearErrors } {
  const fen = (field: YearField) => wholeOf(typed[field] || "0", 2)
  const [surplus_fen, losses_fen, reserves_fen] = [fen("surplus"), fen("losses"), fen("reserves")]
  const ratio = wholeOf(typed.ratio, 2)
  const errors: YearErrors = {
    ...(surplus_fen === null || typed.surplus === "" ? { surplus: "amount_wrong" } : {}),
    ...(losses_fen === null ? { losses: "amount_wrong" } : {}),
    ...(reserves_fen === null ? { reserves: "amount_wrong" } : {}),
    ...ratioError(ratio),
  }
  if (surplus_fen === null || losses_fen === null || reserves_fen === null || ratio === null) {
    return { errors }
  }
  if (Object.keys(errors).length > 0) return { errors }
  return { body: { year, surplus_fen, losses_fen, reserves_fen, by_volume_basis_points: ratio } }
}

function ratioError(ratio: number | null): YearErrors {
  if (ratio === null || ratio > 10_000) return { ratio: "ratio_wrong" }
  return ratio < 6_000 ? { ratio: "patronage_ratio_too_low" } : {}
}

/** Which field a refusal of the backend belongs to. */
const FIELD: Record<string, YearField> = {
  patronage_ratio_too_low: "ratio",
  patronage_surplus_missing: "reserves",
  patronage_amount_invalid: "surplus",
  patronage_volume_missing: "surplus",
  patronage_member_repeated: "surplus",
}

export function refusalErrors(refusal: string | null): YearErrors {
  if (refusal === null) return {}
  return { [FIELD[refusal] ?? "surplus"]: refusal }
}

export type ResolveErrors = { number?: string; day?: string; sure?: string }

/** What the resolution lacks, by field. */
export function resolveErrors(typed: Record<string, string>): ResolveErrors {
  return {
    ...(!typed.number ? { number: "number_missing" } : {}),
    ...(!/^\d{4}-\d{2}-\d{2}$/.test(typed.day ?? "") ? { day: "day_missing" } : {}),
    ...(!typed.sure ? { sure: "sure_missing" } : {}),
  }
}

export type AccountBody = {
  household_id: string
  contribution_fen: number
  reserve_share_fen: number
  grant_share_fen: number
}

const COLUMNS = ["contribution", "reserve", "grant"] as const
export type AccountColumn = (typeof COLUMNS)[number]

/** `contribution_hh_1`: the name of a field in the table of accounts. */
export function accountField(column: AccountColumn, householdId: string): string {
  return `${column}_${householdId}`
}

/** The accounts as typed, or the names of the fields that are no amounts. */
export function accountsOf(
  householdIds: readonly string[],
  text: (name: string) => string,
): { accounts: AccountBody[] } | { wrong: string[] } {
  const names = householdIds.flatMap((id) => COLUMNS.map((column) => accountField(column, id)))
  const wrong = names.filter((name) => wholeOf(text(name) || "0", 2) === null)
  if (wrong.length > 0) return { wrong }
  const fen = (column: AccountColumn, id: string) =>
    wholeOf(text(accountField(column, id)) || "0", 2) ?? 0
  return {
    accounts: householdIds.map((household_id) => ({
      household_id,
      contribution_fen: fen("contribution", household_id),
      reserve_share_fen: fen("reserve", household_id),
      grant_share_fen: fen("grant", household_id),
    })),
  }
}
