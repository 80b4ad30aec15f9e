import {
  createWorkflow,
  transform,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"

import { commitHouseholdImportStep } from "./steps/commit-household-import"

export type CommitHouseholdImportWorkflowInput = {
  import_id: string
  official: { id: string; division_code: string }
  /** SHA-256 in hex of the file whose dry run the official has seen. */
  file_digest: string
}

/** One for each stretch of the past that reads differently now: a `StatusChange`. */
export const STATUS_CORRECTED = "household.status_corrected"
/** Once per import, also when it names no correction by itself: then read `statusChangesSince`. */
export const IMPORT_COMMITTED = "registry.import_committed"

export const commitHouseholdImportWorkflowId = "commit-household-import"

/**
 * Moves the file of a dry run into the registry, all of it or nothing. A second time is refused
 * (`import_not_ready`), and the same file uploaded again adds nothing. Refusals:
 * `import_digest_mismatched`, `import_running`, `import_outdated`, `import_lost`, `import_unknown`.
 *
 * Emits `household.status_corrected` for each corrected stretch, up to a thousand households;
 * beyond, only `registry.import_committed` { id, recorded_at }, after
 * which `statusChangesSince(recorded_at)` tells all of them page by page.
 *
 * @example
 * await commitHouseholdImportWorkflow(container).run({
 *   input: { import_id: "imp_01", official: { id: "off_01", division_code: "513423" }, file_digest },
 * })
 *
 * @summary
 * Commit an official's file of households.
 */
export const commitHouseholdImportWorkflow = createWorkflow(
  commitHouseholdImportWorkflowId,
  function (input: WorkflowData<CommitHouseholdImportWorkflowInput>) {
    const committed = commitHouseholdImportStep(input)
    const corrections = transform({ committed }, ({ committed }) => committed.corrections)
    const summary = transform({ committed, input }, ({ committed, input }) => ({
      id: input.import_id,
      recorded_at: committed.recorded_at,
    }))
    emitEventStep({ eventName: STATUS_CORRECTED, data: corrections }).config({
      name: "emit-status-corrected",
    })
    emitEventStep({ eventName: IMPORT_COMMITTED, data: summary })
    return new WorkflowResponse(summary)
  },
)
