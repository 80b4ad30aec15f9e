import { type Api, ApiError } from "~/lib/api"

import type { BooksQuery } from "./asked"

export const rowsPerPage = 50

/** One answer of the books about a division. @throws ApiError, 404 when there is no such page */
export async function readBooks<Answer>(
  api: Api,
  path: string,
  division: string,
  query: BooksQuery & { offset?: string },
): Promise<Answer> {
  // The backend calls a misspelt code bad input; to a reader it is a page that does not exist.
  if (!/^\d{2,12}$/.test(division)) throw new ApiError(404, "division_unknown", division)
  try {
    return await api.fetch<Answer>(path, {
      query: { ...query, division, limit: String(rowsPerPage) },
    })
  } catch (error) {
    // An address with a period, a state or a circle that does not exist is no page either.
    if (error instanceof ApiError && error.status === 400) {
      throw new ApiError(404, error.code, error.message)
    }
    throw error
  }
}
