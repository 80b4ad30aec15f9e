import type { Context } from "@medusajs/framework/types"
import { InjectManager, MedusaContext, MedusaService } from "@medusajs/framework/utils"

import { sqlOf } from "../../lib/sql"
import { type ExportRecord, findExports, insertExport, type NewExport } from "./exports"
import { Official } from "./models/official"

/** Officials and their divisions, and what they took away. */
class OversightModuleService extends MedusaService({ Official }) {
  /** Logs an export before its file is sent. Each call is an export of its own. */
  @InjectManager()
  async logExport(
    record: NewExport,
    @MedusaContext() context: Context = {},
  ): Promise<{ id: string; created_at: string }> {
    return await insertExport(sqlOf(context), record)
  }

  /** Exports that an official may read: the own ones and those of officials below. Newest first. */
  @InjectManager()
  async exportsFor(
    reader: { id: string; division_code: string },
    page: { offset: number; limit: number },
    @MedusaContext() context: Context = {},
  ): Promise<{ exports: ExportRecord[]; count: number }> {
    return await findExports(sqlOf(context), reader, page)
  }
}

export default OversightModuleService
