import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http"
import { MedusaError, Modules } from "@medusajs/framework/utils"

import { localize } from "../gather/localize"
import { passwordStampOf } from "../workflows/change-password"

/**
 * Refuses a token from before its owner last changed the password: whoever knew the old one is out at
 * once, and not when the token runs out. A token carries its identity's stamp of that moment.
 * @throws MedusaError UNAUTHORIZED `session_ended`.
 */
async function refuseEndedSession(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction,
): Promise<void> {
  const { auth_context: token } = req as AuthenticatedMedusaRequest
  const auth = req.scope.resolve(Modules.AUTH)
  const [identity] = await auth.listAuthIdentities(
    { id: [token.auth_identity_id] },
    { select: ["id", "app_metadata"] },
  )
  if (identity && passwordStampOf(identity) === passwordStampOf(token)) return next()
  throw new MedusaError(
    MedusaError.Types.UNAUTHORIZED,
    localize(req, {
      zh: "密码已经改过，请用新密码重新登录。",
      en: "The password has been changed. Sign in with the new one.",
    }),
    "session_ended",
  )
}

/**
 * Every route of people at work, after the plugins' `authenticate`; and Medusa's own way of trading an
 * old token for a new one, which would carry the new stamp.
 */
export const endedSessionRoutes: MiddlewareRoute[] = [
  { matcher: "/official*", middlewares: [refuseEndedSession] },
  { matcher: "/seller*", middlewares: [refuseEndedSession] },
  { matcher: "/station*", middlewares: [refuseEndedSession] },
  { matcher: "/auth/token/refresh", methods: ["POST"], middlewares: [refuseEndedSession] },
]
