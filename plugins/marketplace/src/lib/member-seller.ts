import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

import { SELLER_MODULE } from "../modules/seller"
import type SellerModuleService from "../modules/seller/service"
import type { MemberRow, SellerRow } from "../modules/seller/service"
import { localeOf, localize } from "./localize"

type Request = Pick<AuthenticatedMedusaRequest, "auth_context" | "scope" | "headers">

/** What a request acts for, looked up once per request. */
const lookedUp = new WeakMap<object, Promise<{ member: MemberRow; seller: SellerRow }>>()

/**
 * The member who makes this request and their seller. The route must be behind
 * `authenticate("member", ["bearer"])`.
 *
 * @throws MedusaError UNAUTHORIZED `member_unknown` when the member or seller is gone.
 */
export function memberOf(req: Request): Promise<{ member: MemberRow; seller: SellerRow }> {
  const known = lookedUp.get(req)
  if (known) return known
  const found = lookUp(req)
  lookedUp.set(req, found)
  return found
}

/** The id of the seller that this request acts for; everything a member sees is scoped by it. */
export async function sellerIdOf(req: Request): Promise<string> {
  return (await memberOf(req)).seller.id
}

async function lookUp(req: Request) {
  const sellers = req.scope.resolve<SellerModuleService>(SELLER_MODULE)
  const found = await sellers.retrieveByMember(req.auth_context.actor_id)
  if (found) return found
  throw new MedusaError(
    MedusaError.Types.UNAUTHORIZED,
    localize(
      {
        zh: "该账号不属于任何经营主体，请重新登录。",
        en: "This account belongs to no seller. Sign in again.",
      },
      localeOf(req.headers["accept-language"]),
    ),
    "member_unknown",
  )
}
