import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { isWholeFen } from "@shangxing/marketplace/domain/whole-fen"
import { refuse } from "@shangxing/marketplace/lib/localize"

/**
 * Medusa takes any fraction of a yuan for a capture or refund and keeps it as it came; the bank and the
 * books know whole fen, and the order would never agree with them again. 400 `amount_not_whole`.
 */
export function requireWholeFen(
  req: MedusaRequest<{ amount?: unknown } | undefined>,
  _res: MedusaResponse,
  next: MedusaNextFunction,
): void {
  const amount = req.body?.amount
  if (typeof amount === "number" && !isWholeFen(amount)) {
    throw refuse("invalid_data", "amount_not_whole", {
      zh: "金额最小到分：请写成整分，例如 12.34。",
      en: "An amount goes down to the fen: write whole fen, such as 12.34.",
    })
  }
  next()
}
