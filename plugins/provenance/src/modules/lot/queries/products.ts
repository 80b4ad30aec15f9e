import type { Sql } from "../../../lib/sql"
import type {
  LotOnSale,
  OriginRecord,
  ProductDescription,
  Supplier,
  VariantLot,
  VariantStock,
} from "../types"

/** What a lot shows on a product or trace page, one row per lot and variant. */
export const LOT_FACE = `l.id, l.seller_id, p.product_id, p.variant_id, p.gtin, l.code,
  '/01/' || p.gtin || '/10/' || l.code as trace_path, l.product_kind, l.harvested_from,
  l.harvested_to, l.expires_on, l.net_g, p.unit_g, l.grade, l.county_code, l.township_code,
  l.village_code, l.purchase_fen_per_kg, l.floor_fen_per_kg,
  case when l.certificate_number is null then null else jsonb_build_object(
    'number', l.certificate_number, 'issued_on', l.certificate_issued_on,
    'tests', coalesce(l.certificate_tests, '')) end as certificate,
  (select count(distinct s.household_id) from lot_share s
    where s.lot_id = l.id and s.deleted_at is null)::int as household_count,
  (select count(distinct s.household_id) from lot_share s
    where s.lot_id = l.id and s.is_enrolled and s.deleted_at is null)::int as enrolled_household_count`

/** Packed units that are lost. */
export const DAMAGED_UNITS = `coalesce((select sum(x.units) from lot_damage x
  where x.lot_pack_id = p.id), 0)`

/** Units of a pack that some order line holds, shipped or not, or that are lost. */
export const TAKEN_UNITS = `(coalesce((select sum(a.units) from lot_allocation a
  where a.lot_pack_id = p.id and a.state <> 'released' and a.deleted_at is null), 0)
  + ${DAMAGED_UNITS})`

const REMAINING_G = `((p.packed_units - ${TAKEN_UNITS}) * p.unit_g)::float8`

/** Lots on sale on `on`: listed, not expired, not sold out; first expiring first. */
export async function findLotsOnSale(
  sql: Sql,
  filter: { productIds?: readonly string[]; countyCode?: string; on: string; limit?: number },
): Promise<LotOnSale[]> {
  return await sql<LotOnSale>(
    `select * from (
        select ${LOT_FACE}, ${REMAINING_G} as remaining_g
          from lot_pack p join lot l on l.id = p.lot_id
          where l.status = 'listed' and l.expires_on >= ? and p.deleted_at is null
            and (cast(? as text[]) is null or p.product_id = any(cast(? as text[])))
            and (cast(? as text) is null or l.county_code = cast(? as text))
      ) face
      where remaining_g > 0 order by expires_on, id, variant_id limit ?`,
    [
      filter.on,
      filter.productIds ?? null,
      filter.productIds ?? null,
      filter.countyCode ?? null,
      filter.countyCode ?? null,
      filter.limit ?? null,
    ],
  )
}

/** Origin, lots on sale and suppliers of each product, in the order asked. */
export async function describeProducts(
  sql: Sql,
  productIds: readonly string[],
  on: string,
): Promise<ProductDescription[]> {
  const origins = new Map((await findOrigins(sql, productIds)).map((row) => [row.product_id, row]))
  const lots = await findLotsOnSale(sql, { productIds, on })
  const suppliers = await findSuppliers(sql, [...new Set(lots.map(({ id }) => id))])
  return productIds.map((productId) => {
    const own = lots.filter(({ product_id }) => product_id === productId)
    const lotIds = new Set(own.map(({ id }) => id))
    return {
      product_id: productId,
      origin: origins.get(productId) ?? null,
      lots: own,
      suppliers: mergedSuppliers(suppliers.filter(({ lot_id }) => lotIds.has(lot_id))),
    }
  })
}

export async function findOrigins(
  sql: Sql,
  productIds: readonly string[],
): Promise<OriginRecord[]> {
  return await sql<OriginRecord>(
    `select product_id, county_code, township_code, packing_fen_per_kg, freight_fen_per_kg
      from product_origin where product_id = any(?) and deleted_at is null`,
    [productIds],
  )
}

/** Products by the county that their sellers declared, for counties whose code has `prefix`. */
export async function findProductsByCounty(
  sql: Sql,
  prefix: string,
): Promise<{ county_code: string; product_id: string }[]> {
  return await sql(
    `select county_code, product_id from product_origin
      where county_code like ? and deleted_at is null order by county_code, product_id`,
    [`${prefix}%`],
  )
}

/**
 * What a variant may sell: packs of its listed lots that have not shipped and are not lost. Of an expired lot only
 * what an order holds already still counts, until it ships. Zero for a variant without lots.
 */
export async function findVariantStock(
  sql: Sql,
  variantIds: readonly string[],
  on: string,
): Promise<VariantStock[]> {
  const rows = await sql<VariantStock>(
    `select p.variant_id, sum(case when l.expires_on >= ? then p.packed_units
          - coalesce(t.shipped, 0) - ${DAMAGED_UNITS} else coalesce(t.allocated, 0) end)::int as stocked_units
      from lot_pack p join lot l on l.id = p.lot_id
      left join lateral (
        select sum(a.units) filter (where a.state = 'shipped') as shipped,
            sum(a.units) filter (where a.state = 'allocated') as allocated
          from lot_allocation a where a.lot_pack_id = p.id and a.deleted_at is null
      ) t on true
      where p.variant_id = any(?) and l.status = 'listed' and p.deleted_at is null
      group by p.variant_id`,
    [on, variantIds],
  )
  const stock = new Map(rows.map((row) => [row.variant_id, row.stocked_units]))
  return variantIds.map((variant_id) => ({
    variant_id,
    stocked_units: stock.get(variant_id) ?? 0,
  }))
}

/** The lots that each variant was packed from, newest first. */
export async function findLotsOfVariants(
  sql: Sql,
  variantIds: readonly string[],
): Promise<VariantLot[]> {
  return await sql<VariantLot>(
    `select p.variant_id, l.id as lot_id, l.code as lot_code, l.status,
        p.packed_units as packed, (p.packed_units - ${TAKEN_UNITS})::int as unsold
      from lot_pack p join lot l on l.id = p.lot_id
      where p.variant_id = any(?) and p.deleted_at is null order by l.harvested_to desc, l.id`,
    [variantIds],
  )
}

/** How many lots are on sale per county; counties without any are absent. */
export async function countListedLots(sql: Sql, on: string): Promise<Record<string, number>> {
  const rows = await sql<{ county_code: string; lots: number }>(
    `select county_code, count(*)::int as lots from lot
      where status = 'listed' and expires_on >= ? group by county_code`,
    [on],
  )
  return Object.fromEntries(rows.map(({ county_code, lots }) => [county_code, lots]))
}

type SupplierRow = {
  lot_id: string
  seller_id: string
  township_code: string | null
  household_id: string
  is_enrolled: boolean
}

/** Deliveries behind lots, through however many blends; status as in the lot's own composition. */
async function findSuppliers(sql: Sql, lotIds: readonly string[]): Promise<SupplierRow[]> {
  return await sql<SupplierRow>(
    `with recursive made (root, id) as (
        select id, id from lot where id = any(?)
        union select m.root, i.input_lot_id from made m
          join lot_input i on i.lot_id = m.id where i.input_lot_id is not null and i.deleted_at is null
      )
      select distinct m.root as lot_id, d.seller_id, left(d.village_code, 9) as township_code,
          d.household_id, coalesce((select bool_or(s.is_enrolled) from lot_share s
            where s.lot_id = m.root and s.household_id = d.household_id and s.deleted_at is null), false) as is_enrolled
        from made m join lot_input i on i.lot_id = m.id and i.deleted_at is null
        join delivery d on d.id = i.delivery_id`,
    [lotIds],
  )
}

function mergedSuppliers(rows: readonly SupplierRow[]): Supplier[] {
  const sellerIds = [...new Set(rows.map(({ seller_id }) => seller_id))]
  return sellerIds.map((seller_id) => {
    const own = rows.filter((row) => row.seller_id === seller_id)
    const townships = new Set(own.map(({ township_code }) => township_code))
    return {
      seller_id,
      township_code: townships.size === 1 ? ([...townships][0] ?? null) : null,
      household_count: new Set(own.map(({ household_id }) => household_id)).size,
      enrolled_household_count: new Set(
        own.filter(({ is_enrolled }) => is_enrolled).map(({ household_id }) => household_id),
      ).size,
    }
  })
}
