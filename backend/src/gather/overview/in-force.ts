import type { Asked } from "./asked"

/**
 * Agreement versions in force on a day, as a common table `in_force`: of each agreement the latest
 * version published from that day or earlier, within its term. The rule is `versionInForce` of
 * provenance; a test holds the two together.
 */
export function inForce(
  day: string,
  { past, filter }: Pick<Asked, "past" | "filter">,
): { statement: string; values: (string | null)[] } {
  const seller = filter.seller_id ?? null
  return {
    statement: `in_force as (
      select * from (
        select distinct on (v.agreement_id) v.id, v.product_kind, v.starts_on, v.ends_on, a.seller_id
          from agreement_version v
          join agreement a on a.id = v.agreement_id and a.deleted_at is null
         where v.status = 'published' and v.deleted_at is null and v.effective_from <= ?
           and v.published_at <= cast(? as timestamptz)
           and (cast(? as text) is null or a.seller_id = cast(? as text))
         order by v.agreement_id, v.version desc
      ) as latest where starts_on <= ? and ends_on >= ?)`,
    values: [day, past ?? "infinity", seller, seller, day, day],
  }
}
