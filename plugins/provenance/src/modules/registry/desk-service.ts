import type { Context } from "@medusajs/framework/types"
import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"

import { businessDay } from "../../domain/business-day"
import type { ConsentPurpose } from "../../domain/household-consent"
import { copyOf } from "../../lib/copy"
import { newId } from "../../lib/ids"
import { personalDataCipher, type PersonalDataCipher } from "../../lib/personal-data-cipher"
import { sqlOf, type Sql } from "../../lib/sql"
import { findConsenting, insertConsent } from "./consents"
import { beginCommit, releaseCommit } from "./imports/begin-commit"
import { commitStaged } from "./imports/commit-file"
import {
  dropEarlier,
  findImport,
  findImportErrors,
  findImports,
  insertImport,
} from "./imports/records"
import { stageFile } from "./imports/stage-file"
import { findCorrections, findRestated } from "./imports/status-changes"
import { findLooks, type LookRequest, takeLook } from "./looks"
import { CooperativeMember } from "./models/cooperative-member"
import { Household } from "./models/household"
import { HouseholdIdentity } from "./models/household-identity"
import { HouseholdStatus } from "./models/household-status"
import { countUnrotated, resealIdentities } from "./rotate-keys"
import type {
  HouseholdLook,
  ImportError,
  ImportRecord,
  ImportRequest,
  NewConsentAct,
  StatusChange,
} from "./types"

type RegistryOptions = {
  registryKey?: string
  /** The key of before a change, until everything is sealed anew. */
  registryKeyPrevious?: string
  /** Status labels of officials' files and whether they mean an enrolled household. */
  statusLabels?: Record<string, boolean>
}

const STATUS_LABELS = {
  脱贫户: true,
  监测对象: true,
  防止返贫致贫对象: true,
  建档立卡贫困户: true,
  一般农户: false,
}

/** The officials' side of the registry: imports, looks at personal fields, consents, keys. */
export class RegistryDeskService extends MedusaService({
  Household,
  HouseholdIdentity,
  HouseholdStatus,
  CooperativeMember,
}) {
  private readonly options_: RegistryOptions
  private readonly labels_: ReadonlyMap<string, boolean>

  constructor(_container: object, options?: RegistryOptions) {
    super(...arguments)
    this.options_ = options ?? {}
    this.labels_ = new Map(Object.entries(options?.statusLabels ?? STATUS_LABELS))
  }

  /** One personal field in clear, and the row that says who looked and why: both or neither. */
  @InjectManager()
  async takeLook(look: LookRequest, @MedusaContext() context: Context = {}): Promise<string> {
    const cipher = this.cipher_()
    return await this.inTransaction_((sql) => takeLook(sql, cipher, look), context)
  }

  /** Looks that an official may read: the own ones and those of officials below. Newest first. */
  @InjectManager()
  async looksFor(
    reader: { id: string; division_code: string },
    page: { offset: number; limit: number },
    @MedusaContext() context: Context = {},
  ): Promise<{ looks: HouseholdLook[]; count: number }> {
    return await findLooks(sqlOf(context), reader, page)
  }

  /** Records a consent given or withdrawn. */
  @InjectManager()
  async recordConsent(
    consent: NewConsentAct,
    @MedusaContext() context: Context = {},
  ): Promise<{ id: string }> {
    return await this.inTransaction_((sql) => insertConsent(sql, consent), context)
  }

  /** Those of the households whose consent to `purpose` stands at this moment. */
  @InjectManager()
  async consenting(
    householdIds: string[],
    purpose: ConsentPurpose,
    @MedusaContext() context: Context = {},
  ): Promise<string[]> {
    return await findConsenting(sqlOf(context), householdIds, purpose)
  }

  /**
   * The dry run of an official's file, streamed: what is wrong with it, or what it would add.
   * Nothing of the registry changes. Running it again with the same file answers the same.
   */
  @InjectManager()
  async stageImport(
    request: ImportRequest,
    bytes: AsyncIterable<Buffer>,
    @MedusaContext() context: Context = {},
  ): Promise<ImportRecord> {
    const sql = sqlOf(context)
    const cipher = this.cipher_()
    const importId = newId("imp")
    await insertImport(sql, { id: importId, keyId: cipher.keyId }, request)
    await dropEarlier(sql, request.official_id, importId)
    const stage = { sql, copy: copyOf(context), cipher, importId, labels: this.labels_ }
    await stageFile({ ...stage, today: today() }, request, bytes)
    const { official_id: id, division_code } = request
    return await findImport(sql, importId, { id, division_code })
  }

  /** An official's own import. @throws MedusaError `import_unknown` for anything else. */
  @InjectManager()
  async importOf(
    id: string,
    official: { id: string; division_code: string },
    @MedusaContext() context: Context = {},
  ): Promise<ImportRecord> {
    return await findImport(sqlOf(context), id, official)
  }

  /** An official's own imports, newest first. */
  @InjectManager()
  async importsOf(
    official: { id: string; division_code: string },
    limit: number,
    @MedusaContext() context: Context = {},
  ): Promise<ImportRecord[]> {
    return await findImports(sqlOf(context), official, limit)
  }

  /** What is wrong with an import's file, in the order of its rows. */
  @InjectManager()
  async importErrors(
    id: string,
    page: { limit: number; offset: number },
    @MedusaContext() context: Context = {},
  ): Promise<ImportError[]> {
    return await findImportErrors(sqlOf(context), id, page)
  }

  /** Says that a commit has begun. @throws MedusaError unless the very file's dry run is ready. */
  @InjectManager()
  async beginCommit(
    id: string,
    official: { id: string; division_code: string },
    fileDigest: string,
    @MedusaContext() context: Context = {},
  ): Promise<ImportRecord> {
    return await beginCommit(sqlOf(context), { id, official, fileDigest }, this.cipher_().keyId)
  }

  /** Moves the staged file into the registry, all of it or nothing. A second time is refused. */
  @InjectManager()
  async commitImport(
    record: ImportRecord,
    @MedusaContext() context: Context = {},
  ): Promise<{ corrections: StatusChange[]; recorded_at: string }> {
    try {
      return await this.inTransaction_((sql) => commitStaged(sql, record, today()), context)
    } catch (error) {
      await releaseCommit(sqlOf(context), record.id, error)
      throw error
    }
  }

  /**
   * Late corrections recorded at `since` (a timestamp) or later, by household: go on with
   * `after: next_after` while there is one. Rows of a long transaction carry its beginning, so ask
   * from somewhat earlier than last time; what was seen before comes again and says the same.
   */
  @InjectManager()
  async statusChangesSince(
    since: string,
    { after, limit = 500 }: { after?: string; limit?: number } = {},
    @MedusaContext() context: Context = {},
  ): Promise<{ changes: StatusChange[]; next_after: string | null }> {
    const sql = sqlOf(context)
    const ids = await findRestated(sql, since, { after, limit })
    const changes = await findCorrections(sql, ids, { since, today: today() })
    return { changes, next_after: ids.length === limit ? (ids.at(-1) ?? null) : null }
  }

  /** Seals up to `limit` identities with the current key; answers how many, 0 when all are. */
  @InjectManager()
  async resealIdentities(limit: number, @MedusaContext() context: Context = {}): Promise<number> {
    const cipher = this.cipher_()
    return await this.inTransaction_((sql) => resealIdentities(sql, cipher, limit), context)
  }

  /** How many identities the current key has not sealed yet. */
  @InjectManager()
  async countUnrotated(@MedusaContext() context: Context = {}): Promise<number> {
    return await countUnrotated(sqlOf(context), this.cipher_())
  }

  /** The labels that a file may use, and whether each means an enrolled household. */
  async statusLabels(): Promise<Record<string, boolean>> {
    return Object.fromEntries(this.labels_)
  }

  @InjectTransactionManager()
  protected async inTransaction_<T>(
    work: (sql: Sql) => Promise<T>,
    @MedusaContext() context: Context = {},
  ): Promise<T> {
    return await work(sqlOf(context))
  }

  /** Made at first use: migrations and builds load this service without a key. */
  protected cipher_(): PersonalDataCipher {
    const { registryKey, registryKeyPrevious } = this.options_
    return personalDataCipher(
      registryKey ?? process.env.REGISTRY_KEY,
      registryKeyPrevious ?? process.env.REGISTRY_KEY_PREVIOUS,
    )
  }
}

function today(): string {
  return businessDay(new Date())
}
