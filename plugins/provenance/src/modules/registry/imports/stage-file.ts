import type { ImportRules } from "../../../domain/import-row"
import type { Copy } from "../../../lib/copy"
import type { PersonalDataCipher } from "../../../lib/personal-data-cipher"
import type { Sql } from "../../../lib/sql"
import { dropStaged, type ImportChange, updateImport } from "./records"
import { type FileBatch, type FileFacts, readFile } from "./read-file"
import { checkStaged, countNew, matchKnown } from "./settle-file"
import { copyRows, insertErrors, MOST_ERRORS_KEPT } from "./stage-rows"
import type { ImportRequest } from "./types"

export type Stage = {
  sql: Sql
  copy: Copy
  cipher: PersonalDataCipher
  importId: string
  /** Status labels and whether they mean an enrolled household. */
  labels: ReadonlyMap<string, boolean>
  today: string
}

/**
 * The dry run: reads an official's file, refuses what is wrong with it row by row, and keeps the
 * rest encrypted in the staging table, where the commit of this very file finds it.
 */
export async function stageFile(
  stage: Stage,
  request: ImportRequest,
  bytes: AsyncIterable<Buffer>,
): Promise<void> {
  const { sql, importId } = stage
  const facts: FileFacts = { encoding: null, header: null, bytes: 0, digest: null, rowCount: 0 }
  try {
    const readErrors = await stageBatches(stage, rulesOf(stage, request), facts, bytes)
    await updateImport(sql, importId, await settled(stage, request, facts, readErrors))
  } catch (error) {
    await dropStaged(sql, [importId])
    await updateImport(sql, importId, { state: "failed", failure_code: "import_interrupted" })
    throw error
  }
}

/** Answers how many errors there are. */
async function stageBatches(
  { sql, copy, cipher, importId }: Stage,
  rules: ImportRules,
  facts: FileFacts,
  bytes: AsyncIterable<Buffer>,
): Promise<number> {
  let errorCount = 0
  for await (const { rows, errors } of inFull(readFile(bytes, rules, facts))) {
    // A file with errors is not committed, so its further rows need no staging.
    if (errorCount === 0 && errors.length === 0) await copyRows(copy, cipher, importId, rows)
    await insertErrors(sql, importId, errors.slice(0, Math.max(0, MOST_ERRORS_KEPT - errorCount)))
    errorCount += errors.length
    await updateImport(sql, importId, { row_count: facts.rowCount, error_count: errorCount })
  }
  return errorCount
}

async function* inFull(batches: AsyncGenerator<FileBatch>): AsyncGenerator<FileBatch> {
  for await (const batch of batches) {
    if (batch.rows.length + batch.errors.length > 0) yield batch
  }
}

async function settled(
  { sql, importId }: Stage,
  request: ImportRequest,
  facts: FileFacts,
  readErrors: number,
): Promise<ImportChange> {
  const file = {
    encoding: facts.encoding,
    kind: facts.header?.kind ?? null,
    file_digest: facts.digest,
    file_bytes: facts.bytes,
    ignored_columns: JSON.stringify(facts.header?.ignored ?? []),
    row_count: facts.rowCount,
    checked_at: new Date().toISOString(),
  }
  const refuse = async (error_count: number): Promise<ImportChange> => {
    await dropStaged(sql, [importId])
    return { ...file, state: "refused", error_count }
  }
  if (readErrors > 0) return await refuse(readErrors)
  if (facts.rowCount === 0) {
    const error = {
      row_number: 1,
      column_name: null,
      code: "file_without_rows",
      value: null,
    } as const
    await insertErrors(sql, importId, [error])
    return await refuse(1)
  }
  await sql("analyze registry_import_row")
  await matchKnown(sql, importId)
  const checks = { kind: file.kind!, division: request.division_code, limit: MOST_ERRORS_KEPT }
  const found = await checkStaged(sql, importId, checks)
  if (found > 0) return await refuse(found)
  return { ...file, state: "ready", error_count: 0, ...(await countNew(sql, importId)) }
}

function rulesOf(
  { labels, today }: Stage,
  { division_code, villages }: ImportRequest,
): ImportRules {
  const codes = new Set(villages.map(({ code }) => code))
  const byName = new Map<string, string[]>()
  for (const { code, names, township_names } of villages) {
    for (const key of keysOf(township_names, names)) {
      const known = byName.get(key)
      if (!known) byName.set(key, [code])
      else if (!known.includes(code)) known.push(code)
    }
  }
  return {
    division: division_code,
    hasVillage: (code) => codes.has(code),
    villagesNamed: (township, village) => byName.get(nameKey(township, village)) ?? [],
    labels,
    today,
  }
}

function keysOf(townships: readonly string[], villages: readonly string[]): string[] {
  return townships.flatMap((township) => villages.map((village) => nameKey(township, village)))
}

function nameKey(township: string, village: string): string {
  return `${township}\n${village}`
}
