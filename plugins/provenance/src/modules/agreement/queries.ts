import { floorFor, versionInForce } from "../../domain/agreement-terms"
import { isoTime, type Sql } from "../../lib/sql"
import type {
  AgreementRecord,
  AgreementVersionRecord,
  ArchiveEntryRecord,
  FloorAnswer,
  FloorQuestion,
  PartyRow,
} from "./types"

const VERSION = `v.id, v.agreement_id, v.version, v.status, v.effective_from, v.published_at, v.mode,
  v.product_kind, v.enterprise_name, v.cooperative_name, v.credit_union_name,
  v.responsible_person, v.starts_on, v.ends_on, v.floors, v.rebate_kind, v.rebate_value,
  v.document_url, v.note, v.drafted_by`

/** Agreements with all versions, newest number first; `on` says which version holds. */
export async function findAgreements(
  sql: Sql,
  filter: { sellerIds?: readonly string[]; ids?: readonly string[]; on: string },
): Promise<AgreementRecord[]> {
  const agreements = await sql<Pick<AgreementRecord, "id" | "seller_id" | "number">>(
    `select id, seller_id, number from agreement where deleted_at is null
        and (cast(? as text[]) is null or seller_id = any(cast(? as text[])))
        and (cast(? as text[]) is null or id = any(cast(? as text[])))
      order by created_at desc, id desc`,
    [filter.sellerIds ?? null, filter.sellerIds ?? null, filter.ids ?? null, filter.ids ?? null],
  )
  const versions = await findVersions(
    sql,
    agreements.map(({ id }) => id),
  )
  return agreements.map((agreement) => {
    const own = versions.filter(({ agreement_id }) => agreement_id === agreement.id)
    return { ...agreement, versions: own, in_force: inForce(own, filter.on) }
  })
}

async function findVersions(
  sql: Sql,
  agreementIds: readonly string[],
): Promise<AgreementVersionRecord[]> {
  const rows = await sql<AgreementVersionRecord>(
    `select ${VERSION}, coalesce((select jsonb_agg(jsonb_build_object('household_id', h.household_id,
          'promised_g', h.promised_g) order by h.household_id)
        from agreement_household h where h.version_id = v.id and h.deleted_at is null), '[]') as households
      from agreement_version v where v.agreement_id = any(?) and v.deleted_at is null
      order by v.agreement_id, v.version`,
    [agreementIds],
  )
  return rows.map((row) => ({ ...row, published_at: isoTime(row.published_at) }))
}

function inForce(versions: AgreementVersionRecord[], on: string): AgreementVersionRecord | null {
  const published = versions.flatMap((record) =>
    record.status === "published" && record.effective_from !== null
      ? [
          {
            record,
            version: record.version,
            effectiveFrom: record.effective_from,
            startsOn: record.starts_on,
            endsOn: record.ends_on,
          },
        ]
      : [],
  )
  return versionInForce(published, on)?.record ?? null
}

/** The floor that binds each delivery, in the order asked; `null` where no agreement says any. */
export async function findFloors(
  sql: Sql,
  asked: readonly FloorQuestion[],
): Promise<(FloorAnswer | null)[]> {
  const sellerIds = [...new Set(asked.map(({ seller_id }) => seller_id))]
  const agreements = await findAgreements(sql, { sellerIds, on: "" })
  const memo = new Map<string, InForce[]>()
  return asked.map((question) => {
    const key = `${question.seller_id}/${question.on}`
    const held = memo.get(key) ?? heldOn(agreements, question.seller_id, question.on)
    memo.set(key, held)
    return highestFloor(held, question)
  })
}

type InForce = { number: string; terms: AgreementVersionRecord; parties: Set<string> }

function heldOn(agreements: AgreementRecord[], sellerId: string, on: string): InForce[] {
  return agreements.flatMap(({ seller_id, number, versions }) => {
    const terms = seller_id === sellerId ? inForce(versions, on) : null
    return terms
      ? [{ number, terms, parties: new Set(terms.households.map((party) => party.household_id)) }]
      : []
  })
}

function highestFloor(
  held: readonly InForce[],
  { household_id, product_kind, grade }: FloorQuestion,
): FloorAnswer | null {
  let best: FloorAnswer | null = null
  for (const { number, terms, parties } of held) {
    if (terms.product_kind !== product_kind || !parties.has(household_id)) continue
    const fen_per_kg = floorFor(
      terms.floors.map((floor) => ({ grade: floor.grade, fenPerKg: floor.fen_per_kg })),
      grade,
    )
    if (fen_per_kg === null || (best && best.fen_per_kg >= fen_per_kg)) continue
    best = { fen_per_kg, version_id: terms.id, number, version: terms.version }
  }
  return best
}

/** Households that an agreement in force on `on` names, per seller. */
export async function findParties(
  sql: Sql,
  sellerIds: readonly string[],
  on: string,
): Promise<(PartyRow & { seller_id: string; agreement_id: string; version_id: string })[]> {
  const agreements = await findAgreements(sql, { sellerIds, on })
  return agreements.flatMap(({ id, seller_id, in_force }) =>
    (in_force?.households ?? []).map((party) => ({
      ...party,
      seller_id,
      agreement_id: id,
      version_id: in_force!.id,
    })),
  )
}

/** A page of the archive, last happened first. */
export async function findArchive(
  sql: Sql,
  filter: { seller_id: string; agreement_id?: string; household_id?: string },
  { limit, offset }: { limit: number; offset: number },
): Promise<{ entries: ArchiveEntryRecord[]; count: number }> {
  const rows = await sql<ArchiveEntryRecord & { total: number }>(
    `select id, seller_id, agreement_id, household_id, kind, happened_on, text, photos, recorded_by,
        created_at, (count(*) over ())::int as total
      from archive_entry where seller_id = ? and deleted_at is null
        and (cast(? as text) is null or agreement_id = cast(? as text))
        and (cast(? as text) is null or household_id = cast(? as text))
      order by happened_on desc, id desc limit ? offset ?`,
    [
      filter.seller_id,
      filter.agreement_id ?? null,
      filter.agreement_id ?? null,
      filter.household_id ?? null,
      filter.household_id ?? null,
      limit,
      offset,
    ],
  )
  return {
    entries: rows.map(({ total: _total, ...entry }) => ({
      ...entry,
      created_at: isoTime(entry.created_at) ?? "",
    })),
    count: rows[0]?.total ?? 0,
  }
}
