import type { HouseholdImportResponse } from "@shangxing/provenance/types/http"

import type { Api } from "~/lib/api"
import { attempt, type Outcome } from "~/lib/attempt"

/** Passes the posted form on as it comes in: a file of any size takes no memory here. */
export async function uploadFile(
  api: Api,
  request: Request,
): Promise<Outcome<HouseholdImportResponse>> {
  const upload = api.fetch<HouseholdImportResponse>("/official/households/import", {
    method: "POST",
    body: request.body ?? undefined,
    headers: { "content-type": request.headers.get("content-type") ?? "" },
  })
  return await attempt(upload)
}

/** Commits the very file that the page showed. */
export async function commitFile(
  api: Api,
  id: string,
  request: Request,
): Promise<Outcome<HouseholdImportResponse>> {
  const form = await request.formData()
  const digest = form.get("file_digest")
  const commit = api.fetch<HouseholdImportResponse>(`${importPath(id)}/commit`, {
    method: "POST",
    body: { file_digest: typeof digest === "string" ? digest : "" },
  })
  return await attempt(commit)
}

export async function readImport(api: Api, id: string): Promise<HouseholdImportResponse> {
  return await api.fetch<HouseholdImportResponse>(importPath(id))
}

export function importPath(id: string): string {
  return `/official/households/import/${encodeURIComponent(id)}`
}
