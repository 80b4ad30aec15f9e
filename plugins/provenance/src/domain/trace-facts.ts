/** What the tables of lots say happened to a lot: what its trace events are made from. */

export type LotFacts = {
  id: string
  sellerId: string
  code: string
  productKind: string
  grade: string
  countyCode: string
  townshipCode: string | null
  villageCode: string | null
  harvestedFrom: string
  harvestedTo: string
  expiresOn: string
  netG: number
  unattributedG: number
  certificate: { number: string; issuedOn: string; tests: string | null } | null
  /** ISO 8601. */
  sealedAt: string
  listedAt: string | null
  recalledAt: string | null
  /** Households with a share, also through blends. */
  householdCount: number
  /** What went in from deliveries of its own, per household. */
  deliveries: { householdId: string; grams: number }[]
  inputLots: { sellerId: string; productKind: string; code: string; grams: number }[]
  packs: PackFacts[]
  allocations: AllocationFacts[]
}

export type PackFacts = {
  id: string
  gtin: string
  unitG: number
  packedUnits: number
  packedAt: string
}

export type AllocationFacts = {
  id: string
  orderId: string
  gtin: string
  units: number
  state: "allocated" | "shipped"
  allocatedAt: string
  shippedAt: string | null
}

/** Below this a lot tells no village and no date before it was sealed (docs/domain.md §10). */
const SMALLEST_PUBLIC_GROUP = 10

export function isSmallLot({ householdCount }: Pick<LotFacts, "householdCount">): boolean {
  return householdCount < SMALLEST_PUBLIC_GROUP
}
