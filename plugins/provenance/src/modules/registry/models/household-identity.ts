import { model } from "@medusajs/framework/utils"

/**
 * A household's personal data, in its own table and encrypted field by field (AES-256-GCM). The
 * digest (HMAC) finds a registry key again at the next import without decrypting any.
 */
export const HouseholdIdentity = model.define("household_identity", {
  id: model.id({ prefix: "hid" }).primaryKey(),
  household_id: model.text().unique(),
  registry_key_cipher: model.text(),
  head_name_cipher: model.text(),
  head_count_cipher: model.text(),
  registry_key_digest: model.text().unique(),
  /** Which key sealed the row; `null` for rows from before key ids were kept. */
  key_id: model.text().nullable(),
})
