import type { Context } from "@medusajs/framework/types"
import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"

import { newId } from "../../lib/ids"
import { sqlOf, type Sql } from "../../lib/sql"
import {
  deleteDivisionsByCode,
  deleteIndustriesOf,
  insertDivisions,
  upsertIndustries,
} from "./commands"
import { CountyIndustry } from "./models/county-industry"
import { Division } from "./models/division"
import {
  findChildren,
  findCounties,
  findDivisions,
  findIndustries,
  findNames,
  findPath,
} from "./queries"
import type {
  CountyRecord,
  DivisionNames,
  DivisionRecord,
  IndustryContent,
  NewDivision,
} from "./types"

/** Divisions and the industries that counties declare. A division is written once and kept. */
class DivisionModuleService extends MedusaService({ Division, CountyIndustry }) {
  /** Writes the divisions that are not there yet, all or none; answers their codes. */
  @InjectManager()
  async importDivisions(
    divisions: NewDivision[],
    @MedusaContext() context: Context = {},
  ): Promise<string[]> {
    return await this.inTransaction_((sql) => insertDivisions(sql, divisions), context)
  }

  /** Undoes an import that nothing refers to yet. */
  @InjectManager()
  async withdrawDivisions(codes: string[], @MedusaContext() context: Context = {}): Promise<void> {
    await this.inTransaction_((sql) => deleteDivisionsByCode(sql, codes), context)
  }

  /** Declares industries, replacing what the same counties declared; answers what was replaced. */
  @InjectManager()
  async declareIndustries(
    industries: IndustryContent[],
    @MedusaContext() context: Context = {},
  ): Promise<IndustryContent[]> {
    const rows = industries.map((industry) => ({
      ...industry,
      id: newId("cind"),
    }))
    return await this.inTransaction_((sql) => upsertIndustries(sql, rows), context)
  }

  /** Undoes a declaration that replaced nothing. */
  @InjectManager()
  async withdrawIndustries(
    countyCodes: string[],
    @MedusaContext() context: Context = {},
  ): Promise<void> {
    await this.inTransaction_((sql) => deleteIndustriesOf(sql, countyCodes), context)
  }

  /** Names by code; unknown codes are absent. `en` falls back to the Chinese name. */
  @InjectManager()
  async namesOf(
    codes: string[],
    @MedusaContext() context: Context = {},
  ): Promise<Record<string, DivisionNames>> {
    return await findNames(sqlOf(context), codes)
  }

  /** The division first, then its ancestors up to the province; empty for an unknown code. */
  @InjectManager()
  async path(code: string, @MedusaContext() context: Context = {}): Promise<DivisionRecord[]> {
    return await findPath(sqlOf(context), code)
  }

  /** Divisions in force directly below `code`, by code; the provinces for an empty code. */
  @InjectManager()
  async children(code: string, @MedusaContext() context: Context = {}): Promise<DivisionRecord[]> {
    return await findChildren(sqlOf(context), code)
  }

  /** Divisions by code, in no order; unknown codes are absent. */
  @InjectManager()
  async divisionsOf(
    codes: string[],
    @MedusaContext() context: Context = {},
  ): Promise<DivisionRecord[]> {
    return await findDivisions(sqlOf(context), codes)
  }

  /** Counties in force below `prefix` (all for an empty one), each with its declared industry. */
  @InjectManager()
  async counties(prefix = "", @MedusaContext() context: Context = {}): Promise<CountyRecord[]> {
    return await findCounties(sqlOf(context), prefix)
  }

  /** The industries that these counties declared. */
  @InjectManager()
  async industriesOf(
    countyCodes: string[],
    @MedusaContext() context: Context = {},
  ): Promise<IndustryContent[]> {
    return await findIndustries(sqlOf(context), countyCodes)
  }

  @InjectTransactionManager()
  protected async inTransaction_<T>(
    work: (sql: Sql) => Promise<T>,
    @MedusaContext() context: Context = {},
  ): Promise<T> {
    return await work(sqlOf(context))
  }
}

export default DivisionModuleService
