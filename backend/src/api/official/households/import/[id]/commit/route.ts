import { setTimeout as wait } from "node:timers/promises"

import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { officialOf } from "@shangxing/attribution/lib/jurisdiction"
import type { HouseholdImportResponse } from "@shangxing/provenance/types/http"
import { commitHouseholdImportWorkflow } from "@shangxing/provenance/workflows"

import { describeImport } from "../../../../../../gather/imports"
import { modules } from "../../../../../../gather/modules"
import type { CommitBody } from "../../../../query"

/** A township's file is done by then; a province's goes on, and its page shows it. Milliseconds. */
const patience = 1_500

/**
 * `POST /official/households/import/:id/commit` { file_digest }: moves the very file whose dry run
 * was seen into the registry, all of it or nothing. 200 when it is done, 202 while it goes on. A
 * second time is refused: `import_not_ready`.
 */
export async function POST(
  req: AuthenticatedMedusaRequest<CommitBody>,
  res: MedusaResponse<HouseholdImportResponse>,
): Promise<void> {
  const { id, division_code } = await officialOf(req)
  const official = { id, division_code }
  const importId = String(req.params.id)
  const logger = req.scope.resolve(ContainerRegistrationKeys.LOGGER)
  const { file_digest } = req.validatedBody
  const work = commitHouseholdImportWorkflow(req.scope).run({
    input: { import_id: importId, official, file_digest },
  })
  // Refusals come at once; what fails later is on the import's page, by its code.
  work.catch((error: Error) =>
    logger.warn(`Import ${importId} was not committed: ${error.message}`),
  )
  await Promise.race([work, wait(patience)])
  const record = await modules.registry(req.scope).importOf(importId, official)
  res.status(record.state === "committed" ? 200 : 202).json(await describeImport(req.scope, record))
}
