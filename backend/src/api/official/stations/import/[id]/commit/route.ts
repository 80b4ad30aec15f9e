import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { StationImportResponse } from "@shangxing/attribution/types/stations"
import { commitStationImportWorkflow } from "@shangxing/attribution/workflows"
import { localeOf } from "@shangxing/marketplace/lib/localize"

import { describeImport } from "../../../../../../gather/stations/imports"
import { ownImport } from "../../../../../../gather/stations/own-import"
import { inTheirWords } from "../../../../../seller/in-their-words"
import type { StationCommitBody } from "../../../../station-query"

/**
 * `POST /official/stations/import/:id/commit` { file_digest }: writes the very file whose dry run was
 * seen, all of it or nothing. A second time is refused: `station_import_not_ready`.
 */
export async function POST(
  req: AuthenticatedMedusaRequest<StationCommitBody>,
  res: MedusaResponse<StationImportResponse>,
): Promise<void> {
  const { official, record } = await ownImport(req)
  const { file_digest } = req.validatedBody
  await inTheirWords(
    req,
    commitStationImportWorkflow(req.scope).run({
      input: { import_id: record.id, file_digest, recorded_by: official.id },
    }),
  )
  const { record: committed } = await ownImport(req)
  res.json(describeImport(committed, localeOf(req.headers["accept-language"])))
}
