import {
  type AuthenticatedMedusaRequest,
  type MedusaResponse,
  type MiddlewareRoute,
  validateAndTransformBody,
} from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { speakTheirLanguage } from "@shangxing/marketplace/lib/localize"

import { changePassword } from "../workflows/change-password"

/** The length of a new password is the rule's to refuse, in the reader's words. */
export const OwnPasswordBody = z.strictObject({
  current_password: z.string().max(1_000),
  password: z.string().max(1_000),
})
export type OwnPasswordBody = z.infer<typeof OwnPasswordBody>

/** Shape of what is sent by who chooses a password of their own. */
export const ownPasswordRoutes = ["official", "seller", "station"].map((area): MiddlewareRoute => ({
  matcher: `/${area}/me/password`,
  methods: ["POST"],
  middlewares: [speakTheirLanguage, validateAndTransformBody(OwnPasswordBody)],
}))

/**
 * Changes the password of who asks, whatever they work as. Their sessions have ended with it: `email` is
 * what they sign in with again.
 */
export async function answerOwnPassword(
  req: AuthenticatedMedusaRequest<OwnPasswordBody>,
  res: MedusaResponse<{ email: string }>,
): Promise<void> {
  const { current_password: current, password: next } = req.validatedBody
  const { auth_identity_id: identityId } = req.auth_context
  res.json({ email: await changePassword(req.scope, { identityId, current, next }) })
}
