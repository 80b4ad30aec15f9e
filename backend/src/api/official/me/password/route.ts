import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { answerOwnPassword, type OwnPasswordBody } from "../../../own-password"

/**
 * `POST /official/me/password`: an official changes their own password, which ends all their sessions. Refused
 * with `password_wrong`, `password_short`, `password_long`, `password_known` or `password_unchanged`.
 */
export async function POST(
  req: AuthenticatedMedusaRequest<OwnPasswordBody>,
  res: MedusaResponse<{ email: string }>,
): Promise<void> {
  await answerOwnPassword(req, res)
}
