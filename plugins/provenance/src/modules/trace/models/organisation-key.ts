import { model } from "@medusajs/framework/utils"

/**
 * An organisation's Ed25519 key. `key_id` is made of the public key; the private one is encrypted
 * (AES-256-GCM) and bound to its row; `registry_key_id` names the registry's key that sealed it. By
 * trigger append-only but for being sealed anew.
 */
export const OrganisationKey = model.define("organisation_key", {
  id: model.id({ prefix: "oky" }).primaryKey(),
  seller_id: model.text().index(),
  key_id: model.text().unique(),
  public_key: model.text(),
  private_key_cipher: model.text(),
  registry_key_id: model.text().nullable(),
})
