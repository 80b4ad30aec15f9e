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
import { DivisionSpeciality } from "./models/division-speciality"
import { GiLawfulUser } from "./models/gi-lawful-user"
import {
  findChildren,
  findCounties,
  findDivisions,
  findIndustries,
  findNames,
  findPath,
  findVillagesWithin,
} from "./queries"
import {
  findLawfulUsers,
  findSpecialities,
  restoreLawfulUsers,
  restoreSpecialities,
  upsertLawfulUsers,
  upsertSpecialities,
} from "./specialities"
import type {
  CountyRecord,
  DivisionNames,
  DivisionRecord,
  IndustryContent,
  LawfulUserRecord,
  NewDivision,
  NewLawfulUser,
  NewSpeciality,
  SpecialityRecord,
  VillageNames,
} from "./types"

/** Divisions and the industries that counties declare. A division is written once and kept. */
class DivisionModuleService extends MedusaService({
  Division,
  CountyIndustry,
  DivisionSpeciality,
  GiLawfulUser,
}) {
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

  /** Villages in force inside a division, with every name that they and their townships go by. */
  @InjectManager()
  async villagesWithin(
    division: string,
    @MedusaContext() context: Context = {},
  ): Promise<VillageNames[]> {
    return await findVillagesWithin(sqlOf(context), division)
  }

  /** Specialities of these counties' townships and villages, verified or not. */
  @InjectManager()
  async specialitiesOf(
    countyCodes: string[],
    @MedusaContext() context: Context = {},
  ): Promise<SpecialityRecord[]> {
    return await findSpecialities(sqlOf(context), countyCodes)
  }

  /** Declares specialities of a county; answers all that it has. */
  @InjectManager()
  async declareSpecialities(
    countyCode: string,
    specialities: NewSpeciality[],
    @MedusaContext() context: Context = {},
  ): Promise<SpecialityRecord[]> {
    const declare = (sql: Sql) => upsertSpecialities(sql, countyCode, specialities)
    return await this.inTransaction_(declare, context)
  }

  /** Undoes a declaration. */
  @InjectManager()
  async restoreSpecialities(
    countyCode: string,
    before: SpecialityRecord[],
    @MedusaContext() context: Context = {},
  ): Promise<void> {
    await this.inTransaction_((sql) => restoreSpecialities(sql, countyCode, before), context)
  }

  /** The lists of lawful users of these counties' geographical indications, verified or not. */
  @InjectManager()
  async lawfulUsersOf(
    countyCodes: string[],
    @MedusaContext() context: Context = {},
  ): Promise<LawfulUserRecord[]> {
    return await findLawfulUsers(sqlOf(context), countyCodes)
  }

  /** Declares lawful users of a county's marks; answers the whole list. */
  @InjectManager()
  async declareLawfulUsers(
    countyCode: string,
    users: NewLawfulUser[],
    @MedusaContext() context: Context = {},
  ): Promise<LawfulUserRecord[]> {
    return await this.inTransaction_((sql) => upsertLawfulUsers(sql, countyCode, users), context)
  }

  /** Undoes a declaration. */
  @InjectManager()
  async restoreLawfulUsers(
    countyCode: string,
    before: LawfulUserRecord[],
    @MedusaContext() context: Context = {},
  ): Promise<void> {
    await this.inTransaction_((sql) => restoreLawfulUsers(sql, countyCode, before), context)
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
