import { MathBN, MedusaError } from "@medusajs/framework/utils"
import type { BigNumberInput } from "@medusajs/framework/types"

import type { Money } from "../../domain/amount-guard"
import { toMinorUnits } from "../../domain/minor-units"
import type { LivingReferences } from "../../modules/provider-call/claim"
import type ProviderCallModuleService from "../../modules/provider-call/service"

/** A service inside Medusa's payment module, as far as the provider reads it. */
type Rows<Row> = { list(filters: { id: string | string[] }, config: object): Promise<Row[]> }

type Priced = { id: string; amount: BigNumberInput; raw_amount?: BigNumberInput }

/** What the provider finds in the payment module's container. */
export type ProviderCradle = {
  provider_call?: ProviderCallModuleService
  paymentSessionService?: Rows<Priced & { currency_code: string }>
  captureService?: Rows<Priced>
  refundService?: Rows<{ id: string; metadata?: Record<string, unknown> | null }>
}

/** Medusa's refund ids; other references are names given by workflows of ours. */
const REFUND_ID = /^ref_/

export function minorOf(amount: BigNumberInput, currency: string): number {
  return toMinorUnits(MathBN.convert(amount).toFixed(), currency)
}

/**
 * The records that the provider compares Stripe with: Medusa's own rows, not the copies that travel
 * through a session's `data`.
 */
export class ProviderRecords {
  constructor(private readonly cradle: ProviderCradle) {}

  /** Our book of calls; the payment module must be given it as a dependency. */
  get calls(): ProviderCallModuleService {
    return this.resolve("provider_call")
  }

  /** What the payment session asks for; null when there is no such session. */
  async sessionMoney(sessionId: string): Promise<Money | null> {
    const [row] = await this.resolve("paymentSessionService").list({ id: sessionId }, { take: 1 })
    if (!row) {
      return null
    }
    const { currency_code: currency } = row
    return { amountMinor: minorOf(row.raw_amount ?? row.amount, currency), currency }
  }

  /** What a capture of Medusa's is for; null when it names no row. */
  async captureMinor(captureId: string | undefined, currency: string): Promise<number | null> {
    if (!captureId) {
      return null
    }
    const [row] = await this.resolve("captureService").list({ id: captureId }, { take: 1 })
    return row ? minorOf(row.raw_amount ?? row.amount, currency) : null
  }

  /** The name of a refund that stays the same over retries, where its maker gave it one. */
  async refundReference(refundId: string): Promise<string> {
    const [row] = await this.resolve("refundService").list({ id: refundId }, { take: 1 })
    const key = row?.metadata?.intent_key
    return typeof key === "string" ? key : refundId
  }

  /** Refunds that Medusa still has: a refund that failed is deleted, and retried under a new id. */
  readonly livingRefunds: LivingReferences = async (references) => {
    const ids = references.filter((reference) => REFUND_ID.test(reference))
    const rows = ids.length ? await this.resolve("refundService").list({ id: ids }, {}) : []
    const named = references.filter((reference) => !REFUND_ID.test(reference))
    return new Set([...named, ...rows.map(({ id }) => id)])
  }

  private resolve<Key extends keyof ProviderCradle>(key: Key): NonNullable<ProviderCradle[Key]> {
    let service: ProviderCradle[Key] | undefined = undefined
    try {
      service = this.cradle[key]
    } catch {
      // Awilix throws for what isn't registered; the message below says how to mend it.
    }
    if (!service) {
      throw new MedusaError(
        MedusaError.Types.UNEXPECTED_STATE,
        `The Stripe provider can't reach "${key}". Register the payment module with dependencies: ["provider_call"].`,
      )
    }
    return service
  }
}
