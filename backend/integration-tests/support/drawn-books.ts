import type { MedusaContainer } from "@medusajs/framework/types"
import { addDays } from "@shangxing/attribution/domain/asked-period"
import type { ReceiptFactKind } from "@shangxing/attribution/domain/receipt-state"
import { importDivisionsWorkflow, importHouseholdsWorkflow } from "@shangxing/provenance/workflows"

import { modules } from "../../src/gather/modules"
import type { Scene } from "./scene"

/** Dice that fall the same way each time: a failure can be looked at again. */
type Dice = { below: (count: number) => number; one: <T>(of: readonly T[]) => T }

export function dice(seed: number): Dice {
  let state = seed
  const below = (count: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * count)
  }
  return { below, one: (of) => of[below(of.length)]! }
}

/** Villages of four townships of Yanyuan beside the scene's own, with as many households each. */
export const VILLAGES = [
  ["513423111201", 9],
  ["513423112201", 6],
  ["513423113201", 3],
  ["513423114201", 2],
] as const

const HOUSEHOLDS = VILLAGES.flatMap(([village_code, count]) =>
  Array.from({ length: count }, (_, i) => ({ id: `hh_${village_code}_${i}`, village_code })),
)

export async function settleVillages(container: MedusaContainer): Promise<void> {
  await importDivisionsWorkflow(container).run({
    input: {
      counties: [],
      townships: VILLAGES.map(([code]) => ({
        code9: code.slice(0, 9),
        name_zh: `${code.slice(6, 9)}镇`,
        county6: code.slice(0, 6),
      })),
      villages: VILLAGES.map(([code12]) => ({
        code12,
        name_zh: `${code12.slice(6)}村`,
        township9: code12.slice(0, 9),
        county6: code12.slice(0, 6),
      })),
    },
  })
  await importHouseholdsWorkflow(container).run({
    input: {
      households: HOUSEHOLDS.map(({ id, village_code }) => ({
        ...{ id, village_code },
        registry_key: `DRAWN-${id}`,
        head_name: "阿木测试",
        head_count: 3,
        statuses: [
          {
            label_zh: "脱贫户",
            is_enrolled: true,
            valid_from: "2020-01-01",
            document_number: "演示-2",
          },
        ],
      })),
    },
  })
}

const dayOf = (draw: Dice) => addDays("2026-08-15", draw.below(95))

/** Agreements of both cooperatives: superseded, ended, not begun and in force. */
export async function drawAgreements(container: MedusaContainer, scene: Scene, draw: Dice) {
  const agreements = modules.agreements(container)
  for (const [i, grower] of [scene.apples, scene.pomegranates, scene.apples].entries()) {
    const terms = (starts_on: string, ends_on: string) => ({
      mode: "order" as const,
      product_kind: "apple",
      cooperative_name: "金山苹果专业合作社",
      responsible_person: "沙马站长",
      ...{ starts_on, ends_on },
      floors: [{ grade: "一级", fen_per_kg: 1000 }],
      rebate_kind: "none" as const,
      households: HOUSEHOLDS.filter(() => draw.below(3) > 0).map(({ id }) => ({
        household_id: id,
        promised_g: draw.one([null, 500_000, 90_000]),
      })),
    })
    const seller_id = grower.sellerId
    const id = await agreements.draftAgreement({
      ...{ seller_id, number: `DRAWN-${i}`, drafted_by: "mem_1" },
      terms: terms("2026-01-01", i === 1 ? "2026-10-20" : "2027-12-31"),
    })
    const publish = (effective_from: string) =>
      agreements.publishAgreement({ seller_id, agreement_id: id, effective_from })
    await publish("2026-01-01")
    await agreements.draftAgreement({
      ...{ seller_id, agreement_id: id, drafted_by: "mem_1" },
      terms: terms("2026-01-01", "2027-12-31"),
    })
    await publish("2026-11-10")
  }
}

const STORIES: readonly ReceiptFactKind[][] = [
  [],
  ["paid"],
  ["paid", "confirmed"],
  ["paid", "confirmed"],
  ["paid", "confirmed"],
  ["paid", "confirmed", "disputed"],
  ["paid", "disputed", "dispute_settled", "confirmed"],
  ["voided"],
]

/** Receipts with and without payment, confirmation, dispute; each fact on a day of its own. */
export async function drawReceipts(
  container: MedusaContainer,
  scene: Scene,
  draw: Dice,
  count: number,
): Promise<void> {
  const receipts = modules.receipts(container)
  const recorded = await receipts.recordReceipts(
    Array.from({ length: count }, () => {
      const { id, village_code } = draw.one(HOUSEHOLDS)
      const arose_on = dayOf(draw)
      return {
        ...{ household_id: id, village_code, arose_on },
        seller_id: draw.one([scene.apples, scene.pomegranates]).sellerId,
        channel: draw.one(["purchase", "dividend", "wage", "land_rent"] as const),
        amount_fen: 1 + draw.below(300_000),
        due_on: draw.one([null, addDays(arose_on, 14)]),
        cause_key: `drawn:${draw.below(2 ** 31)}`,
        recorded_by: "mem_1",
      }
    }),
  )
  const refused = await receipts.addFacts(
    recorded.flatMap(({ id }) => {
      let on = dayOf(draw)
      return draw.one(STORIES).map((kind) => {
        on = addDays(on, draw.below(6))
        return { receipt_id: id, kind, happened_on: on, recorded_by: "mem_1" }
      })
    }),
  )
  expect(refused).toEqual([])
}

let saleCount = 0

/** Sales of the scene's lots to both circles, some of them refunded, some of them edited. */
export async function drawSales(
  container: MedusaContainer,
  scene: Scene,
  draw: Dice,
  count: number,
): Promise<void> {
  const ledger = modules.ledger(container)
  for (let i = 0; i < count; i += 1) {
    saleCount += 1
    const grower = draw.one([scene.apples, scene.pomegranates])
    const line = { order_id: `order_drawn_${saleCount}`, line_item_id: `line_drawn_${saleCount}` }
    const at = (on: string) => `${on}T01:00:00.000Z`
    const soldOn = dayOf(draw)
    const shares = [...HOUSEHOLDS, ...grower.seed.households.map(({ id }) => homeOf(grower, id))]
      .filter(() => draw.below(3) === 0)
      .map(({ id, village_code }) => ({
        ...{ household_id: id, village_code },
        is_enrolled: draw.below(4) > 0,
        status_label_zh: null,
        parts: String(1 + draw.below(50)),
      }))
    await ledger.postLineEvents([
      {
        ...line,
        kind: "capture",
        source_id: `capt_drawn_${saleCount}`,
        effective_at: at(soldOn),
        goods_fen_total: 1000 + draw.below(90_000),
        basis: {
          product_id: grower.productId,
          seller_id: grower.sellerId,
          seller_county_code: grower.seed.countyCode,
          destination_county_code: draw.one([grower.seed.countyCode, "310104"]),
          lots: [
            {
              lot_id: grower.lotId,
              grams: 2500 * (1 + draw.below(3)),
              shares: [
                ...shares,
                {
                  household_id: null,
                  village_code: null,
                  is_enrolled: false,
                  status_label_zh: null,
                  parts: "9",
                },
              ],
            },
          ],
        },
      },
    ])
    if (draw.below(3) === 0) {
      await ledger.postLineEvents([
        {
          ...line,
          kind: "refund",
          source_id: `ref_drawn_${saleCount}`,
          effective_at: at(addDays(soldOn, draw.below(4))),
          goods_fen_total: 1 + draw.below(1000),
        },
      ])
    }
    if (draw.below(5) === 0) {
      await ledger.postCorrections([
        {
          ...line,
          source_id: `edit_drawn_${saleCount}`,
          effective_at: at(addDays(soldOn, 1)),
          reason: "order_edit",
          goods_change_fen: draw.below(400) - 200,
        },
      ])
    }
  }
}

function homeOf({ seed }: Scene["apples"], id: string) {
  return { id, village_code: seed.villageCode }
}
