import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { type OfficialIdentity, officialOf } from "@shangxing/attribution/lib/jurisdiction"
import { OVERSIGHT_MODULE } from "@shangxing/attribution/modules/oversight"
import type OversightModuleService from "@shangxing/attribution/modules/oversight/service"
import type { BooksScope, ExportKind, ExportsResponse } from "@shangxing/attribution/types/books"
import { logExportWorkflow } from "@shangxing/attribution/workflows"

import type { Language, Watermark } from "../print/watermark"
import { nameDivisions } from "./names"

/** The language of a file, from `Accept-Language`: Chinese unless English is asked for first. */
export function languageOf(req: AuthenticatedMedusaRequest): Language {
  return req.headers["accept-language"]?.startsWith("en") ? "en" : "zh"
}

/**
 * Logs an export and answers the watermark that its file carries. Called before anything is sent, so
 * that no file leaves without a row that says who took it. `reason` where names are shown.
 */
export async function markExport(
  req: AuthenticatedMedusaRequest,
  head: BooksScope,
  file: { kind: ExportKind; row_count: number; reason: string | null },
): Promise<Watermark> {
  const official = await officialOf(req)
  const { result } = await logExportWorkflow(req.scope).run({
    input: {
      official_id: official.id,
      official_division: official.division_code,
      division_code: head.division.code,
      period: head.period.asked,
      ...file,
    },
  })
  return {
    id: result.id,
    official: official.name,
    place: await placeOf(req.scope, official, languageOf(req)),
    at: result.created_at,
    reason: file.reason,
  }
}

async function placeOf(
  container: MedusaContainer,
  { division_code }: OfficialIdentity,
  language: Language,
): Promise<string> {
  const names = await nameDivisions(container, [division_code])
  return names.of(division_code)[language]
}

/** Exports that an official may read, newest first. */
export async function gatherExports(
  container: MedusaContainer,
  official: OfficialIdentity,
  page: { offset: number; limit: number },
): Promise<ExportsResponse> {
  const oversight = container.resolve<OversightModuleService>(OVERSIGHT_MODULE)
  const { exports, count } = await oversight.exportsFor(official, page)
  const [officials, names] = await Promise.all([
    oversight.listOfficials({ id: exports.map(({ official_id }) => official_id) }),
    nameDivisions(
      container,
      exports.flatMap((row) => [row.official_division, row.division_code]),
    ),
  ])
  const nameOf = new Map(officials.map(({ id, name }) => [id, name]))
  return {
    exports: exports.map((row) => ({
      id: row.id,
      official: {
        name: nameOf.get(row.official_id) ?? "—",
        division: names.division(row.official_division),
      },
      is_own: row.official_id === official.id,
      kind: row.kind,
      division: names.division(row.division_code),
      period: row.period,
      row_count: row.row_count,
      reason: row.reason,
      created_at: row.created_at,
    })),
    count,
    ...page,
  }
}
