import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  PASSWORD_LEAST,
  PASSWORD_MOST,
  type PasswordRefusal,
  passwordRefusal,
} from "@shangxing/marketplace/domain/new-password"
import { type Localized, refuse } from "@shangxing/marketplace/lib/localize"

export type PasswordWish = { identityId: string; current: string; next: string }

const WORDS: Record<PasswordRefusal | "password_wrong", Localized> = {
  password_wrong: {
    zh: "现在的密码不对，请再输一遍。",
    en: "This is not your present password. Please type it again.",
  },
  password_short: {
    zh: `新密码至少要 ${PASSWORD_LEAST} 个字符。`,
    en: `The new password takes ${PASSWORD_LEAST} characters or more.`,
  },
  password_long: {
    zh: `新密码最多 ${PASSWORD_MOST} 个字符。`,
    en: `The new password takes ${PASSWORD_MOST} characters at most.`,
  },
  password_known: {
    zh: "这个密码太好猜：不要用邮箱，也不要只用一个字符。",
    en: "This is too easy to guess: not your e-mail, and not one character over and over.",
  },
  password_unchanged: {
    zh: "新密码和现在的一样，请换一个。",
    en: "This is the password you have. Choose another one.",
  },
}

const STAMP = "password_changed_at"

/** When a password was last changed, as an identity keeps it and its tokens carry it; nothing before that. */
export function passwordStampOf({ app_metadata }: { app_metadata?: Metadata | null }): unknown {
  return app_metadata?.[STAMP]
}

type Metadata = Record<string, unknown>

/**
 * Gives somebody who is signed in the password of their choice, and ends every session that was opened
 * with the old one, this one too. The present one is asked once more: an unlocked phone must not be
 * enough. Cut off at any moment, either the old or the new one holds.
 *
 * @returns the e-mail to sign in with.
 * @throws MedusaError NOT_ALLOWED `password_wrong` and the codes of `passwordRefusal`.
 */
export async function changePassword(
  container: MedusaContainer,
  { identityId, current, next }: PasswordWish,
): Promise<string> {
  const auth = container.resolve(Modules.AUTH)
  const [known] = await auth.listProviderIdentities({
    auth_identity_id: identityId,
    provider: "emailpass",
  })
  const email = known?.entity_id ?? ""
  const { success } = await auth.authenticate("emailpass", { body: { email, password: current } })
  if (!success) throw refused("password_wrong")
  const refusal = passwordRefusal({ email, current, next })
  if (refusal) throw refused(refusal)
  await auth.updateProvider("emailpass", { entity_id: email, password: next })
  const { app_metadata } = await auth.retrieveAuthIdentity(identityId)
  await auth.updateAuthIdentities({
    id: identityId,
    app_metadata: { ...app_metadata, [STAMP]: new Date().toISOString() },
  })
  return email
}

function refused(code: keyof typeof WORDS) {
  return refuse("not_allowed", code, WORDS[code])
}
