import type { MedusaContainer } from "@medusajs/framework/types"
import type { DivisionName } from "@shangxing/attribution/types/http"
import type { Bilingual } from "@shangxing/provenance/types/http"
import { modules } from "./modules"

type Division = Omit<DivisionName, "name_zh"> & { name_zh: string }

/** A division as the officials' pages name it. */
export function divisionName({ code, name_zh, name_en, level }: Division): DivisionName {
  return { code, name_zh, name_en, level }
}

/**
 * Names of divisions by code, in one read. An unknown code is named by itself, so that a figure is
 * never lost for the want of a name.
 */
export async function nameDivisions(
  container: MedusaContainer,
  codes: (string | null | undefined)[],
): Promise<{ of: (code: string) => Bilingual; division: (code: string) => DivisionName }> {
  const known = codes.filter((code): code is string => Boolean(code))
  const records = await modules.divisions(container).divisionsOf([...new Set(known)])
  const byCode = new Map(records.map((record) => [record.code, record]))
  return {
    of: (code) => {
      const record = byCode.get(code)
      return { zh: record?.name_zh ?? code, en: record?.name_en ?? record?.name_zh ?? code }
    },
    division: (code) =>
      divisionName(byCode.get(code) ?? { code, name_zh: code, name_en: null, level: "village" }),
  }
}
