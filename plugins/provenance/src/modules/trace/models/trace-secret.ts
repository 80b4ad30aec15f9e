import { model } from "@medusajs/framework/utils"

/**
 * The one secret that salts every household's commitment. Drawn once and kept for ever, so that a
 * commitment in a signed event can always be made again; only its encryption changes with the
 * registry's key, and `registry_key_id` says which one sealed it.
 */
export const TraceSecret = model.define("trace_secret", {
  id: model.text().primaryKey(),
  secret_cipher: model.text(),
  registry_key_id: model.text(),
})
