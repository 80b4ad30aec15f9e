/** The published tables as rows. Fields may be quoted; no field holds a line break. */

export type CountyRow = {
  code6: string
  name_zh: string
  name_en: string
  prefecture_code: string
  prefecture_zh: string
  prefecture_en: string
  seat_lng: string
  seat_lat: string
  poor_county_832: string
}
export type TownshipRow = { code9: string; name_zh: string; county6: string }
export type VillageRow = { code12: string; name_zh: string; township9: string; county6: string }

export type DivisionTables = {
  counties: CountyRow[]
  townships: TownshipRow[]
  villages: VillageRow[]
}

/** @throws RangeError for a row that has fewer fields than the heading. */
export function parseRows<T extends Record<string, string>>(text: string): T[] {
  const [heading = "", ...lines] = text
    .replace(/^\uFEFF/, "")
    .trim()
    .split(/\r?\n/)
  const columns = fieldsOf(heading)
  return lines.map((line) => {
    const fields = fieldsOf(line)
    if (fields.length !== columns.length) {
      throw new RangeError(
        `parseRows: "${line}" has ${fields.length} fields, not ${columns.length}`,
      )
    }
    // The heading names the columns of T; the length check above makes each of them present.
    return Object.fromEntries(columns.map((column, i) => [column, fields[i]])) as T
  })
}

function fieldsOf(line: string): string[] {
  return [...line.matchAll(/("([^"]*)"|[^,]*)(,|$)/g)]
    .slice(0, line.endsWith(",") ? undefined : -1)
    .map(([, whole = "", quoted]) => quoted ?? whole)
}
