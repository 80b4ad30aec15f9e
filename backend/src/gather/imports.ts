import type { MedusaContainer } from "@medusajs/framework/types"
import { importErrorWords } from "@shangxing/provenance/lib/import-words"
import type { ImportRecord } from "@shangxing/provenance/modules/registry/types"
import type {
  HouseholdImport,
  HouseholdImportError,
  HouseholdImportResponse,
} from "@shangxing/provenance/types/http"

import { modules } from "./modules"

const errorsShown = 100

/** An import as its page shows it, with the first of its errors in words. */
export async function describeImport(
  container: MedusaContainer,
  record: ImportRecord,
): Promise<HouseholdImportResponse> {
  const page = { limit: errorsShown, offset: 0 }
  return { import: importOf(record), errors: await gatherImportErrors(container, record.id, page) }
}

export function importOf({
  official_id: _who,
  division_code: _where,
  ...shown
}: ImportRecord): HouseholdImport {
  return shown
}

export async function gatherImportErrors(
  container: MedusaContainer,
  importId: string,
  page: { limit: number; offset: number },
): Promise<HouseholdImportError[]> {
  const errors = await modules.registry(container).importErrors(importId, page)
  return errors.map((error) => ({
    row_number: error.row_number,
    column_name: error.column_name,
    code: error.code,
    message: importErrorWords(error),
  }))
}
