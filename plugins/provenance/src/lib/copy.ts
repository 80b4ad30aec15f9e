import type { Context } from "@medusajs/framework/types"

/**
 * PostgreSQL's COPY through the pool that the ORM has: the fastest way in, and the driver speaks it
 * but for the few lines below. Lines are short batches in memory, so nothing has to stream.
 */
export type Copy = (table: string, columns: readonly string[], lines: string) => Promise<void>

type Connection = {
  query(text: string): void
  sendCopyFromChunk(chunk: Buffer): void
  endCopyFrom(): void
}
type Client = { query(query: CopyIn): unknown }
type Pool = {
  acquireConnection(): Promise<Client>
  releaseConnection(client: Client): Promise<void>
}

/** What `pg` asks of a query of one's own; it calls these as the server answers. */
class CopyIn {
  readonly done: Promise<void>
  private settle!: { resolve: () => void; reject: (error: Error) => void }
  private error: Error | null = null

  constructor(
    private readonly text: string,
    private readonly lines: string,
  ) {
    this.done = new Promise((resolve, reject) => (this.settle = { resolve, reject }))
  }

  submit(connection: Connection): void {
    connection.query(this.text)
  }
  handleCopyInResponse(connection: Connection): void {
    connection.sendCopyFromChunk(Buffer.from(this.lines))
    connection.endCopyFrom()
  }
  handleCommandComplete(): void {}
  handleError(error: Error): void {
    this.error = error
    // The server says that it is ready after an error, but a cut connection says nothing more.
    this.settle.reject(error)
  }
  handleReadyForQuery(): void {
    if (!this.error) this.settle.resolve()
  }
}

/** COPY outside of the context's transaction, on a connection of its own. */
export function copyOf(context: Context): Copy {
  const manager = context.manager as { getKnex(): { client: Pool } }
  return async (table, columns, lines) => {
    if (lines === "") return
    const { client: pool } = manager.getKnex()
    const client = await pool.acquireConnection()
    try {
      const copy = new CopyIn(`copy ${table} (${columns.join(", ")}) from stdin`, lines)
      client.query(copy)
      await copy.done
    } finally {
      await pool.releaseConnection(client)
    }
  }
}

const ESCAPES: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" }

/** One line of COPY's text format. */
export function copyLine(cells: readonly (string | number | boolean | null)[]): string {
  return `${cells.map(copyCell).join("\t")}\n`
}

function copyCell(value: string | number | boolean | null): string {
  if (value === null) return "\\N"
  if (typeof value !== "string") return String(value)
  return /[\\\t\n\r]/.test(value) ? value.replace(/[\\\t\n\r]/g, (c) => ESCAPES[c] ?? c) : value
}
