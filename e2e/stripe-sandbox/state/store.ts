/**
 * Memory with an optional journal. Each request's changes are one line of JSON, written in one
 * call before the answer leaves; a line torn by a kill is dropped on start. So what a client was
 * told survives a kill -9 of the whole stack, as it would at the real provider.
 */
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from "node:fs"
import type { Kind, Note, Objects, Row, TableName, Tables } from "./tables.ts"

type Change = [table: TableName, id: string, value: unknown]

export class Store {
  readonly #tables = new Map<TableName, Map<string, unknown>>()
  readonly #file: string | null
  #journal: number | null = null
  #changes: Change[] = []
  #order = 0

  constructor(file: string | null = null) {
    this.#file = file
    if (file === null) return
    if (existsSync(file)) this.#load(file)
    this.#order = this.get("meta", "meta")?.order ?? 0
    this.#compact(file)
  }

  get<T extends TableName>(table: T, id: string): Tables[T] | undefined {
    return this.#table(table).get(id) as Tables[T] | undefined
  }

  put<T extends TableName>(table: T, id: string, value: Tables[T]): void {
    this.#table(table).set(id, value)
    this.#changes.push([table, id, value])
  }

  remove(table: TableName, id: string): void {
    if (this.#table(table).delete(id)) this.#changes.push([table, id, null])
  }

  all<T extends TableName>(table: T): Tables[T][] {
    return [...this.#table(table).values()] as Tables[T][]
  }

  /** Rows of one account (null: the platform), newest first. */
  list<K extends Kind>(kind: K, account: string | null): Row<K>[] {
    const rows = this.all(kind) as unknown as Row<K>[]
    return rows.filter((row) => row.account === account).sort((a, b) => b.order - a.order)
  }

  insert<K extends Kind>(kind: K, object: Objects[K], account: string | null, note: Note = {}) {
    this.#order += 1
    const row: Row<K> = { kind, object, account, order: this.#order, note }
    this.save(row)
    return row
  }

  /** Records that the row's object or note has changed. */
  save<K extends Kind>(row: Row<K>): void {
    // Each Kind is a table whose value is Row of that kind; TypeScript can't follow the union.
    this.put(row.kind, (row.object as { id: string }).id, row as never)
  }

  /** Makes everything since the last commit durable. */
  commit(): void {
    if (this.#changes.length === 0) return
    const changes = this.#changes
    this.#changes = []
    if (this.#journal === null) return
    const lastOfEach = new Map(changes.map((change) => [`${change[0]} ${change[1]}`, change]))
    const meta = { clockOffset: this.get("meta", "meta")?.clockOffset ?? 0, order: this.#order }
    const line = JSON.stringify([...lastOfEach.values(), ["meta", "meta", meta]])
    writeSync(this.#journal, line + "\n")
  }

  close(): void {
    this.commit()
    if (this.#journal !== null) closeSync(this.#journal)
    this.#journal = null
  }

  #table(name: TableName): Map<string, unknown> {
    const table = this.#tables.get(name) ?? new Map<string, unknown>()
    this.#tables.set(name, table)
    return table
  }

  #load(file: string): void {
    for (const line of readFileSync(file, "utf8").split("\n")) {
      for (const [table, id, value] of parseLine(line)) {
        if (value === null) this.#table(table).delete(id)
        else this.#table(table).set(id, value)
      }
    }
  }

  /** Rewrites the journal as one line, beside the old file and renamed over it. */
  #compact(file: string): void {
    const changes: Change[] = []
    for (const [table, rows] of this.#tables) {
      for (const [id, value] of rows) changes.push([table, id, value])
    }
    const fresh = `${file}.new`
    writeFileSync(fresh, changes.length === 0 ? "" : JSON.stringify(changes) + "\n")
    renameSync(fresh, file)
    this.#journal = openSync(file, "a")
  }

  get file(): string | null {
    return this.#file
  }
}

function parseLine(line: string): Change[] {
  try {
    return line === "" ? [] : (JSON.parse(line) as Change[])
  } catch {
    return [] // Torn by a kill before its request was answered.
  }
}
