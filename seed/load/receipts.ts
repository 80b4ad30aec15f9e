import type { MedusaContainer } from "@medusajs/framework/types"
import { RECEIPT_MODULE } from "@shangxing/attribution/modules/receipt"
import type ReceiptModuleService from "@shangxing/attribution/modules/receipt/service"
import {
  addReceiptFactsWorkflow,
  recordReceiptsWorkflow,
  resolvePatronageWorkflow,
} from "@shangxing/attribution/workflows"
import { LOT_MODULE } from "@shangxing/provenance/modules/lot"
import type LotModuleService from "@shangxing/provenance/modules/lot/service"

import { SELLERS } from "../data/sellers"
import { type Assembly, lastAssembly, toldOn } from "../generate/calendar"
import { createDice } from "../generate/dice"
import { CLERK_SELLER, type SeedPlan } from "../generate/plan"
import {
  type FactPlan,
  type Member,
  type MoneyPlan,
  planOtherMoney,
  planPurchases,
  planSeasonBefore,
  receivedBySheet,
  withOneDispute,
} from "../generate/receipts"
import { getOrThrow } from "./collections"
import type { Registry } from "./lots"

const CLERK = "出纳（演示）"
/** Rows at a time. */
const atATime = 2_000

/** What households were paid: the season's purchases, wages, rents, and the refund of the year before. */
export async function payHouseholds(
  container: MedusaContainer,
  plan: SeedPlan,
  registry: Registry,
): Promise<void> {
  const { today } = plan
  const assembly = lastAssembly(today)
  const members = membersOf(plan, registry)
  const deliveries = await container
    .resolve<LotModuleService>(LOT_MODULE)
    .listDeliveries({}, { take: null, order: { delivered_on: "ASC", net_g: "ASC", id: "ASC" } })
  const confirmed = deliveries.filter(
    ({ confirmed_at, voided_at }) => confirmed_at !== null && voided_at === null,
  )
  const clerkSeller = getOrThrow(registry.sellerIds, CLERK_SELLER, "seller")
  const purchases = planPurchases(createDice("receipts/purchases"), confirmed, today)
  const cooperatives = SELLERS.filter(({ kind }) => kind === "cooperative").map(({ handle }) =>
    getOrThrow(registry.sellerIds, handle, "seller"),
  )
  const ofCooperatives = members.filter(({ seller_id }) => cooperatives.includes(seller_id))
  await writeMoney(container, [
    ...withOneDispute(purchases, clerkSeller, today),
    ...planOtherMoney(createDice("receipts/other"), members, toldOn(today)),
    ...planSeasonBefore(createDice("receipts/before"), ofCooperatives, assembly.year),
  ])
  for (const { handle, county_code } of SELLERS) {
    const seller_id = getOrThrow(registry.sellerIds, handle, "seller")
    if (!cooperatives.includes(seller_id)) continue
    await refundMembers(container, { seller_id, county_code }, members, assembly)
  }
}

function membersOf(plan: SeedPlan, { sellerIds, householdIds }: Registry): Member[] {
  return plan.households.map(({ registry_key, village_code, seller }) => ({
    household_id: getOrThrow(householdIds, registry_key, "household"),
    village_code,
    seller_id: getOrThrow(sellerIds, seller, "seller"),
  }))
}

async function writeMoney(container: MedusaContainer, money: readonly MoneyPlan[]): Promise<void> {
  for (let start = 0; start < money.length; start += atATime) {
    const some = money.slice(start, start + atATime)
    const { result } = await recordReceiptsWorkflow(container).run({
      input: {
        receipts: some.map(({ facts: _facts, ...one }) => ({ ...one, recorded_by: CLERK })),
      },
    })
    const idOf = new Map(result.map(({ cause_key, id }) => [cause_key, id]))
    await writeFacts(
      container,
      some.flatMap(({ cause_key, facts }) =>
        facts.map((fact) => ({ receipt_id: getOrThrow(idOf, cause_key, "receipt"), ...fact })),
      ),
    )
  }
}

async function writeFacts(
  container: MedusaContainer,
  facts: readonly (FactPlan & { receipt_id: string })[],
): Promise<void> {
  if (facts.length === 0) return
  await addReceiptFactsWorkflow(container).run({
    input: { facts: facts.map((fact) => ({ ...fact, recorded_by: CLERK })) },
  })
}

/** The members' assembly of the year before: its resolution, and what each member was paid by it. */
async function refundMembers(
  container: MedusaContainer,
  seller: { seller_id: string; county_code: string },
  members: readonly Member[],
  { year, resolved_on, paid_on, due_on }: Assembly,
): Promise<void> {
  const own = members.filter(({ seller_id }) => seller_id === seller.seller_id)
  const service = container.resolve<ReceiptModuleService>(RECEIPT_MODULE)
  const volumes = await service.volumes(seller.seller_id, year)
  const volume = volumes.reduce((sum, { volume_fen }) => sum + volume_fen, 0)
  if (volume === 0) return
  await service.setMemberAccounts(
    seller.seller_id,
    year,
    own.map(({ household_id }, i) => ({
      household_id,
      contribution_fen: (500 + (i % 5) * 250) * 100,
      reserve_share_fen: (i % 4) * 60_00,
      grant_share_fen: 120_00,
    })),
  )
  await resolvePatronageWorkflow(container).run({
    input: {
      ...seller,
      year,
      // Seven in a hundred of the members' business, before what goes into the reserves.
      surplus_fen: Math.floor((volume * 7) / 100),
      losses_fen: 0,
      reserves_fen: Math.floor(volume / 100),
      by_volume_basis_points: 6_500,
      resolution_number: `成员大会〔${year + 1}〕1 号`,
      resolved_on,
      due_on,
      recorded_by: CLERK,
      village_of: Object.fromEntries(own.map((one) => [one.household_id, one.village_code])),
    },
  })
  const { receipts } = await service.standing({
    seller_id: seller.seller_id,
    channel: "patronage_refund",
    limit: own.length,
  })
  await writeFacts(
    container,
    receipts.flatMap(({ id: receipt_id }, i) =>
      receivedBySheet(paid_on, i).map((fact) => ({ receipt_id, ...fact })),
    ),
  )
}
