import type { MedusaContainer } from "@medusajs/framework/types"

import { serialText } from "../print/label-sheet"
import { modules } from "./modules"

/** More digits than any run of labels has, and still a number that the database takes. */
const MOST_DIGITS = 9

/**
 * Whether the seller ever printed a pack's own code, just as it stands on labels: what only looks
 * like one (another number of digits, letters) was not. Answers `false` for an unknown lot too.
 */
export async function isPrinted(
  container: MedusaContainer,
  { gtin, code, serial }: { gtin: string; code: string; serial: string },
): Promise<boolean> {
  const number = Number(serial)
  if (!/^\d+$/.test(serial) || serial.length > MOST_DIGITS || serialText(number) !== serial) {
    return false
  }
  return await modules.lots(container).isSerialPrinted(gtin, code, number)
}
