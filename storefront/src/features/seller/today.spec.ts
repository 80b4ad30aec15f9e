import type { SellerConsignment, SellerListing } from "@shangxing/marketplace/types/http"
import type { SellerLot } from "@shangxing/provenance/types/http"
import { describe, expect, it } from "vitest"

import { isLow, lotsOnSale, monthFigures, tasksOf } from "./today"

const today = "2026-11-21"

function lot(over: Partial<SellerLot>): SellerLot {
  return {
    id: "lot_1",
    code: "JS-1118",
    status: "listed",
    grade: "一级",
    product_kind: "苹果",
    harvested_from: "2026-11-01",
    harvested_to: "2026-11-03",
    expires_on: "2027-03-01",
    net_g: 3_600_000,
    packed_g: 3_600_000,
    unpacked_g: 0,
    unsold_g: 1_240_000,
    household_count: 41,
    certificate_number: "C-1",
    ...over,
  }
}

function consignment(over: Partial<SellerConsignment>): SellerConsignment {
  return {
    id: "cons_1",
    order_id: "order_1",
    display_id: 1,
    seller_id: "sel_1",
    status: "awaiting_shipment",
    created_at: "2026-11-20T02:00:00.000Z",
    shipped_at: null,
    delivered_at: null,
    carrier: null,
    tracking_number: null,
    shipping_option_name: "普通快递",
    goods_fen: 6800,
    shipping_fen: 800,
    total_fen: 7600,
    captured_fen: 7600,
    refunded_fen: 0,
    commission_basis_points: 500,
    commission_fen: 340,
    commission_tax_basis_points: 600,
    commission_tax_fen: 20,
    commission_returned_fen: 0,
    owed_fen: 7240,
    recipient: null,
    lines: [
      {
        line_item_id: "li_1",
        product_id: "prod_1",
        variant_id: "variant_1",
        title: "盐源苹果",
        variant_title: "5 斤装",
        thumbnail: null,
        quantity: 3,
        unit_weight_g: 2500,
        goods_fen: 6800,
        refunded_fen: 0,
      },
    ],
    ...over,
  }
}

function listing(status: SellerListing["status"], available = 5): SellerListing {
  return {
    id: `prod_${status}`,
    handle: status,
    title: status,
    subtitle: null,
    description: null,
    title_en: null,
    status,
    return_reason: status === "rejected" ? "照片看不清" : null,
    thumbnail: null,
    images: [],
    variants: [
      {
        id: "variant_1",
        title: "5 斤装",
        gtin: "09521234000018",
        weight_g: 2500,
        price_fen: 6800,
        stocked: available,
        available,
        lots: [],
      },
    ],
    updated_at: "2026-11-20T02:00:00.000Z",
  }
}

const nothing = { awaiting: [], awaitingCount: 0, listings: [], lots: [], canList: true }

describe("tasksOf", () => {
  it("has nothing to ask of a quiet day", () => {
    expect(
      tasksOf({ ...nothing, listings: [listing("published")], lots: [lot({})] }, today),
    ).toEqual([])
  })

  it("puts first what cannot wait", () => {
    const tasks = tasksOf(
      {
        awaiting: [consignment({})],
        awaitingCount: 1,
        listings: [
          listing("draft"),
          listing("rejected"),
          listing("proposed"),
          listing("published", 0),
        ],
        lots: [lot({ expires_on: "2026-11-24" }), lot({ unpacked_g: 5000 })],
        canList: true,
      },
      today,
    )
    expect(tasks.map(({ kind }) => kind)).toEqual([
      "expiring",
      "ship",
      "returned",
      "sold_out",
      "draft",
      "pack",
    ])
  })

  it("asks a suspended seller to ship what is sold, and nothing else", () => {
    const desk = {
      ...nothing,
      awaiting: [consignment({})],
      awaitingCount: 1,
      listings: [listing("draft")],
      canList: false,
    }
    expect(tasksOf(desk, today).map(({ kind }) => kind)).toEqual(["ship"])
  })

  it("names the oldest parcel only when it has seen all of them", () => {
    const awaiting = [
      consignment({}),
      consignment({ id: "cons_2", created_at: "2026-11-18T02:00:00.000Z" }),
    ]
    expect(tasksOf({ ...nothing, awaiting, awaitingCount: 2 }, today)).toEqual([
      { kind: "ship", count: 2, grams: 15_000, oldest: "2026-11-18T02:00:00.000Z" },
    ])
    expect(tasksOf({ ...nothing, awaiting, awaitingCount: 150 }, today)).toEqual([
      { kind: "ship", count: 150, grams: null, oldest: null },
    ])
  })

  it("does not ask to pack a lot past its day or without its certificate", () => {
    const lots = [
      lot({ unpacked_g: 5000, expires_on: "2026-11-20" }),
      lot({ unpacked_g: 5000, certificate_number: null }),
    ]
    expect(tasksOf({ ...nothing, lots }, today)).toEqual([])
  })
})

it("lists lots on sale, the first to expire first", () => {
  const lots = [
    lot({ code: "A" }),
    lot({ code: "B", expires_on: "2026-12-01" }),
    lot({ code: "C", unsold_g: 0 }),
    lot({ code: "D", status: "sealed" }),
  ]
  expect(lotsOnSale(lots, today).map(({ code }) => code)).toEqual(["B", "A"])
})

it("calls a lot low with a tenth or a week left", () => {
  expect(isLow(lot({}), today)).toBe(false)
  expect(isLow(lot({ unsold_g: 350_000 }), today)).toBe(true)
  expect(isLow(lot({ expires_on: "2026-11-28" }), today)).toBe(true)
})

it("sums a month with commission and tax, without those of what nobody paid or refunds gave back", () => {
  expect(
    monthFigures([
      consignment({}),
      consignment({ captured_fen: 0 }),
      consignment({ status: "cancelled", refunded_fen: 7600, commission_returned_fen: 360 }),
    ]),
  ).toEqual({
    consignments: 2,
    unpaid: 1,
    capturedFen: 15_200,
    refundedFen: 7600,
    commissionAndTaxFen: 360,
    restFen: 7240,
  })
})
