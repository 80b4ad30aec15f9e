import type { Context } from "@medusajs/framework/types"
import { InjectManager, MedusaContext, MedusaError } from "@medusajs/framework/utils"

import { businessDay } from "../../domain/business-day"
import { sqlOf } from "../../lib/sql"
import { deleteMembers, insertHouseholds, insertMembers, type ImportedHouseholds } from "./commands"
import { RegistryDeskService } from "./desk-service"
import { findLooksAt, findStatusHistory, type RecordedStatus } from "./household-file"
import { findMaskedNames, maskedHouseholds } from "./identities"
import { type NameListRequest, takeNameList } from "./name-list"
import {
  countBySeller,
  countWithinByChild,
  findHouseholdsWithin,
  findMembers,
  findPlaces,
  findStatusesAt,
} from "./queries"
import type {
  HouseholdCounts,
  HouseholdFilter,
  HouseholdLook,
  HouseholdPlace,
  HouseholdStatusOn,
  MaskedHousehold,
  NewHousehold,
  NewMember,
} from "./types"

/** Households: who they are (encrypted), where they live, and their status over time. */
class RegistryModuleService extends RegistryDeskService {
  /** Imports households and their statuses, all or none. Importing a file again adds nothing. */
  @InjectManager()
  async importHouseholds(
    households: NewHousehold[],
    @MedusaContext() context: Context = {},
  ): Promise<ImportedHouseholds> {
    const cipher = this.cipher_()
    return await this.inTransaction_(
      (sql) => insertHouseholds(sql, cipher, households, businessDay(new Date())),
      context,
    )
  }

  /** Enrols members; answers the ids of the memberships that are new. */
  @InjectManager()
  async enrolMembers(
    members: NewMember[],
    @MedusaContext() context: Context = {},
  ): Promise<string[]> {
    return await this.inTransaction_((sql) => insertMembers(sql, members), context)
  }

  /** Undoes an enrolment by the ids it answered. */
  @InjectManager()
  async withdrawMembers(ids: string[], @MedusaContext() context: Context = {}): Promise<void> {
    await this.inTransaction_((sql) => deleteMembers(sql, ids), context)
  }

  /** Each household's status on `day` (`YYYY-MM-DD`); `null` where no document says anything. */
  @InjectManager()
  async statusOn(
    householdIds: string[],
    day: string,
    @MedusaContext() context: Context = {},
  ): Promise<Record<string, HouseholdStatusOn | null>> {
    const asked = householdIds.map((household_id) => ({ household_id, on: day }))
    const statuses = await findStatusesAt(sqlOf(context), asked)
    return Object.fromEntries(householdIds.map((id, i) => [id, statuses[i] ?? null]))
  }

  /** Each household's status on its own day, in the order asked. */
  @InjectManager()
  async statusesAt(
    asked: { household_id: string; on: string }[],
    @MedusaContext() context: Context = {},
  ): Promise<(HouseholdStatusOn | null)[]> {
    return await findStatusesAt(sqlOf(context), asked)
  }

  /** Heads' names as an official sees them without a reason: 阿木 **. */
  @InjectManager()
  async maskedNames(
    ids: string[],
    @MedusaContext() context: Context = {},
  ): Promise<Record<string, string>> {
    return await findMaskedNames(sqlOf(context), this.cipher_(), ids)
  }

  /** Where households live; unknown ids are absent. */
  @InjectManager()
  async placesOf(ids: string[], @MedusaContext() context: Context = {}): Promise<HouseholdPlace[]> {
    return await findPlaces(sqlOf(context), ids)
  }

  /** Households of a division, masked, by village and id, with their number before paging. */
  @InjectManager()
  async householdsWithin(
    filter: HouseholdFilter,
    @MedusaContext() context: Context = {},
  ): Promise<{ households: MaskedHousehold[]; count: number }> {
    const sql = sqlOf(context)
    const rows = await findHouseholdsWithin(sql, filter)
    return await maskedHouseholds(sql, this.cipher_(), rows, filter)
  }

  /** Households per division one level below (or per `length` digits), and how many are enrolled. */
  @InjectManager()
  async countByChild(
    division: string,
    length: number,
    on: string = businessDay(new Date()),
    @MedusaContext() context: Context = {},
  ): Promise<Record<string, HouseholdCounts>> {
    return await countWithinByChild(sqlOf(context), division, length, on)
  }

  /** Member households per cooperative, and how many are enrolled on `on` (today). */
  @InjectManager()
  async countBySeller(
    sellerIds: string[],
    on: string = businessDay(new Date()),
    @MedusaContext() context: Context = {},
  ): Promise<Record<string, HouseholdCounts>> {
    return await countBySeller(sqlOf(context), sellerIds, on)
  }

  /** The member households of a cooperative. */
  @InjectManager()
  async membersOf(sellerId: string, @MedusaContext() context: Context = {}): Promise<NewMember[]> {
    return await findMembers(sqlOf(context), sellerId)
  }

  /** Names of heads, each logged as a look with its reason, all or none. */
  @InjectManager()
  async takeNameList(
    request: NameListRequest,
    @MedusaContext() context: Context = {},
  ): Promise<Record<string, string>> {
    const cipher = this.cipher_()
    return await this.inTransaction_((sql) => takeNameList(sql, cipher, request), context)
  }

  /** Every status row of a household, the latest effective first. */
  @InjectManager()
  async statusHistory(
    householdId: string,
    @MedusaContext() context: Context = {},
  ): Promise<RecordedStatus[]> {
    return await findStatusHistory(sqlOf(context), householdId)
  }

  /** Looks at one household that an official may read, newest first. */
  @InjectManager()
  async looksAt(
    householdId: string,
    reader: { id: string; division_code: string },
    limit: number,
    @MedusaContext() context: Context = {},
  ): Promise<HouseholdLook[]> {
    return await findLooksAt(sqlOf(context), householdId, reader, limit)
  }

  // The generated methods exist, and a register of facts must not have them.
  async updateHouseholdStatuses(): Promise<never> {
    throw appendOnly("updated")
  }
  async deleteHouseholdStatuses(): Promise<never> {
    throw appendOnly("deleted")
  }
  async softDeleteHouseholdStatuses(): Promise<never> {
    throw appendOnly("deleted")
  }
}

function appendOnly(verb: string): MedusaError {
  return new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    `Household statuses can't be ${verb}, because past attribution rests on them. Import a correcting row instead.`,
    "household_status_append_only",
  )
}

export default RegistryModuleService
