import { randomBytes } from "node:crypto"

import type { ImportRow } from "../../../domain/import-row"
import { type Copy, copyLine } from "../../../lib/copy"
import type { PersonalDataCipher } from "../../../lib/personal-data-cipher"
import { insertRows, type Sql } from "../../../lib/sql"
import type { ImportError } from "./types"

/**
 * Rows of a file into the staging table and its errors into theirs, a batch at a time. A row is
 * encrypted before it is written; in clear it lives in this process only, for one batch.
 */

const COLUMNS = [
  "import_id",
  "row_number",
  "household_id",
  "registry_key_digest",
  "previous_digest",
  "content_digest",
  "registry_key_cipher",
  "head_name_cipher",
  "head_count_cipher",
  "village_code",
  "label_zh",
  "is_enrolled",
  "valid_from",
  "document_number",
]

const ERROR_COLUMNS = {
  import_id: "text",
  row_number: "integer",
  column_name: "text",
  code: "text",
  value: "text",
}

/** Errors beyond these are counted and not kept: whoever sees so many mends the file's source. */
export const MOST_ERRORS_KEPT = 10_000

const ID_BYTES = 16

export type NumberedRow = { rowNumber: number; row: ImportRow }

export async function copyRows(
  copy: Copy,
  cipher: PersonalDataCipher,
  importId: string,
  rows: readonly NumberedRow[],
): Promise<void> {
  // One draw of randomness for the batch's ids; one each would be a third of the time.
  const random = randomBytes(rows.length * ID_BYTES).toString("hex")
  const lines = rows.map(({ rowNumber, row }, i) => {
    const id = `hh_${random.slice(i * ID_BYTES * 2, (i + 1) * ID_BYTES * 2)}`
    return copyLine([
      importId,
      rowNumber,
      id,
      ...digests(cipher, row),
      ...sealed(cipher, row, id),
      ...plain(row),
    ])
  })
  await copy("registry_import_row", COLUMNS, lines.join(""))
}

export async function insertErrors(
  sql: Sql,
  importId: string,
  errors: readonly ImportError[],
): Promise<void> {
  const rows = errors.map((error) => ({ ...error, import_id: importId }))
  await insertRows(sql, "registry_import_error", ERROR_COLUMNS, rows)
}

function digests(cipher: PersonalDataCipher, { registryKey, headName, headCount }: ImportRow) {
  // Tells rows of one household that disagree, where ciphertexts always differ.
  const content = headName === null ? null : cipher.digest(`${headName}\n${headCount}`)
  return [cipher.digest(registryKey), cipher.previousDigest(registryKey), content]
}

function sealed(cipher: PersonalDataCipher, row: ImportRow, id: string) {
  if (row.headName === null) return [null, null, null]
  return [
    cipher.seal(row.registryKey, `${id}/registry_key`),
    cipher.seal(row.headName, `${id}/head_name`),
    cipher.seal(String(row.headCount), `${id}/head_count`),
  ]
}

function plain({ villageCode, status }: ImportRow) {
  return [
    villageCode,
    status && status.labelZh,
    status && status.isEnrolled,
    status && status.validFrom,
    status && status.documentNumber,
  ]
}
