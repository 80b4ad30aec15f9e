import type { StationImportResponse } from "@shangxing/attribution/types/stations"

import type { Api } from "~/lib/api"
import { attempt, type Outcome } from "~/lib/attempt"

export const FILE_KINDS = ["stations", "subsidies", "quotas", "income_lines"] as const
export type FileKind = (typeof FILE_KINDS)[number]

/** The kind that an address or a form names; stations for anything else. */
export function fileKindOf(asked: unknown): FileKind {
  return FILE_KINDS.find((kind) => kind === asked) ?? "stations"
}

/** Uploads a form's file for its dry run. These files are small: at most five megabytes. */
export async function uploadStationFile(
  api: Api,
  request: Request,
): Promise<{ kind: FileKind; outcome: Outcome<StationImportResponse> }> {
  const form = await request.formData()
  const kind = fileKindOf(form.get("kind"))
  const body = new FormData()
  const file = form.get("file")
  if (file instanceof File && file.size > 0) body.set("file", file)
  const upload = api.fetch<StationImportResponse>("/official/stations/import", {
    method: "POST",
    query: { kind },
    body,
  })
  return { kind, outcome: await attempt(upload) }
}

/** Commits the very file that the page showed. */
export async function commitStationFile(
  api: Api,
  id: string,
  request: Request,
): Promise<Outcome<StationImportResponse>> {
  const form = await request.formData()
  const digest = form.get("file_digest")
  const commit = api.fetch<StationImportResponse>(`${stationFilePath(id)}/commit`, {
    method: "POST",
    body: { file_digest: typeof digest === "string" ? digest : "" },
  })
  return await attempt(commit)
}

export function stationFilePath(id: string): string {
  return `/official/stations/import/${encodeURIComponent(id)}`
}
