import { refused } from "../../../lib/registry-refusals"
import type { Sql } from "../../../lib/sql"
import { findImport, updateImport } from "./records"
import type { ImportRecord } from "./types"

export type CommitRequest = {
  id: string
  official: { id: string; division_code: string }
  /** Of the file that the official has seen the dry run of. */
  fileDigest: string
}

/** A commit that says nothing for so long was killed with its process, and may be begun again. */
const COMMIT_PATIENCE = "10 minutes"

/**
 * Marks an import as being committed, so that its page shows it and a second click is refused.
 * @throws MedusaError `import_unknown`, `import_digest_mismatched`, `import_not_ready`,
 * `import_outdated` when the key has changed since the dry run.
 */
export async function beginCommit(
  sql: Sql,
  { id, official, fileDigest }: CommitRequest,
  keyId: string,
): Promise<ImportRecord> {
  const record = await findImport(sql, id, official)
  if (record.file_digest !== fileDigest) throw refused("import_digest_mismatched", id)
  const [staged] = await sql<{ key_id: string }>(
    `update registry_import set state = 'committing', committing_at = now(), failure_code = null
      where id = ? and (state = 'ready'
        or (state = 'committing' and committing_at < now() - interval '${COMMIT_PATIENCE}'))
      returning key_id`,
    [id],
  )
  if (!staged) throw refused("import_not_ready", id)
  if (staged.key_id !== keyId) {
    await updateImport(sql, id, { state: "failed", failure_code: "import_outdated" })
    throw refused("import_outdated", id)
  }
  return await findImport(sql, id, official)
}

/** Errors after which the same dry run can't be committed any more. */
const FINAL = new Set(["import_lost", "import_outdated"])

/** After a commit that failed: nothing was written, and the page says why. */
export async function releaseCommit(sql: Sql, id: string, error: unknown): Promise<void> {
  const code = codeOf(error)
  const state = FINAL.has(code) ? "failed" : "ready"
  await updateImport(sql, id, { state, failure_code: code })
}

function codeOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : null
  return typeof code === "string" && code.startsWith("import_") ? code : "import_interrupted"
}
