import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { REGISTRY_MODULE, type RegistryModuleService } from "../../modules/registry"
import type { CommitHouseholdImportWorkflowInput } from "../commit-household-import"

/**
 * Commits a staged file in one transaction. Without compensation on purpose: what an official's
 * document said is append-only, and nothing after it can fail but the telling.
 */
export const commitHouseholdImportStep = createStep(
  "commit-household-import",
  async (input: CommitHouseholdImportWorkflowInput, { container }) => {
    const registry = container.resolve<RegistryModuleService>(REGISTRY_MODULE)
    const record = await registry.beginCommit(input.import_id, input.official, input.file_digest)
    return new StepResponse(await registry.commitImport(record))
  },
)
