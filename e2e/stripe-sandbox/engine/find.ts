/** Looks objects up as the API does: by id, within the caller's account, or "No such …". */
import { noSuch } from "../errors.ts"
import type { Kind, Row } from "../state/tables.ts"
import type { World } from "./world.ts"

/** The noun of Stripe's message and the parameter that it names. */
const words: Record<Kind, [noun: string, param: string]> = {
  account: ["account", "account"],
  balance_transaction: ["balance transaction", "id"],
  charge: ["charge", "id"],
  customer: ["customer", "id"],
  dispute: ["dispute", "dispute"],
  event: ["notification", "id"],
  payment_intent: ["payment_intent", "intent"],
  payment_method: ["PaymentMethod", "payment_method"],
  payout: ["payout", "payout"],
  refund: ["refund", "refund"],
  transfer: ["transfer", "transfer"],
  transfer_reversal: ["transfer reversal", "id"],
}

/** The row with this id. `param` is given when the id was a parameter (400), not a path (404). */
export function find<K extends Kind>(world: World, kind: K, id: string, param?: string): Row<K> {
  // A table's value is its Kind's row; TypeScript can't follow the union.
  const row = world.store.get(kind, id) as unknown as Row<K> | undefined
  const isOurs = row !== undefined && (kind === "account" || row.account === world.account)
  if (isOurs) return row
  const [noun, ownParam] = words[kind]
  throw noSuch(noun, id, param ?? ownParam, param === undefined ? 404 : 400)
}

/** The id of a field that may be expanded. */
export function idOf(value: string | { id: string } | null | undefined): string | null {
  return (typeof value === "object" ? value?.id : value) ?? null
}
