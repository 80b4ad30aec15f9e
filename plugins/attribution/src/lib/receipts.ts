import { shanghaiDay } from "../domain/period"
import { householdsOf, type Part } from "../modules/receipt/sources"
import type { ReceiptScope } from "../modules/receipt/types"

/** Parts of statements that compare receipts with tables of other modules, with the values of their `?`. */

export { receiptsAt } from "../modules/receipt/sources"

/** What each household of a scope received: rows `household_id`, `village_code`, `fen` above zero. */
export function receivedByHousehold(scope: ReceiptScope, now: Date): Part {
  return householdsOf(scope, "received", shanghaiDay(now))
}
