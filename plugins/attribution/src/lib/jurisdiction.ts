/**
 * Who is asking, and for which division: the one door through which routes learn an official's scope.
 * The scope comes from the database at every request, never from the token, so that an official who
 * is moved or removed loses the old sight at once. Rule: docs/domain.md §9, §10.
 */
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

import { isWithin } from "../domain/jurisdiction"
import { OVERSIGHT_MODULE } from "../modules/oversight"
import type OversightModuleService from "../modules/oversight/service"
import { localize } from "./localize"

export type OfficialIdentity = { id: string; email: string; name: string; division_code: string }

/** What these functions need of a request that `authenticateOfficial` let through. */
export type OfficialRequest = Pick<AuthenticatedMedusaRequest, "auth_context" | "headers" | "scope">

/**
 * The official who is asking.
 * @throws MedusaError UNAUTHORIZED `official_unknown` when the official is no longer on the list.
 */
export async function officialOf(req: OfficialRequest): Promise<OfficialIdentity> {
  const oversight = req.scope.resolve<OversightModuleService>(OVERSIGHT_MODULE)
  const [official] = await oversight.listOfficials({ id: req.auth_context.actor_id }, { take: 1 })
  if (!official) {
    throw new MedusaError(
      MedusaError.Types.UNAUTHORIZED,
      localize(req.headers["accept-language"], {
        zh: "该干部账号已不在名单中。请联系平台运营方重新登记。",
        en: "This official is no longer on the list. Ask the platform operator to register you again.",
      }),
      "official_unknown",
    )
  }
  const { id, email, name, division_code } = official
  return { id, email, name, division_code }
}

/** The division whose subtree the official may see. */
export async function jurisdictionOf(req: OfficialRequest): Promise<string> {
  return (await officialOf(req)).division_code
}

/**
 * The division a request asks for, or the official's own when it asks for none.
 * @throws MedusaError NOT_FOUND `division_unknown` for anything outside the official's subtree: what
 * is not yours to see does not exist.
 */
export async function divisionAskedFor(
  req: OfficialRequest,
  asked: string | undefined,
): Promise<{ official: OfficialIdentity; division_code: string }> {
  const official = await officialOf(req)
  const code = asked ?? official.division_code
  if (!isWithin(code, official.division_code)) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      localize(req.headers["accept-language"], {
        zh: `在您的辖区内没有区划 ${code}。请从您的辖区 ${official.division_code} 开始查看。`,
        en: `There is no division ${code} in your jurisdiction. Start from your own, ${official.division_code}.`,
      }),
      "division_unknown",
    )
  }
  return { official, division_code: code }
}
