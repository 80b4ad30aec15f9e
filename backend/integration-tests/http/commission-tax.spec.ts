import type { MedusaContainer } from "@medusajs/framework/types"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { env } from "../../src/env"
import { modules } from "../../src/gather/modules"
import { eventually } from "../support/eventually"
import { consignmentsBySeller, expectSound, fundsBook, paidOrder } from "../support/money"
import { useSandbox } from "../support/sandbox"
import { type Scene, setScene } from "../support/scene"
import { type Desk, employ, signIn } from "../support/staff"

jest.setTimeout(180_000)

/** A pack of apples with its freight; 5 % of the goods, and 6 % of that, to the nearest fen. */
const applesFen = 6800 + 1200
const commissionFen = 340
const taxFen = 20
const sellerFen = applesFen - commissionFen - taxFen

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api, getContainer, utils }) => {
    const bank = useSandbox(api, utils)
    let scene: Scene
    let container: MedusaContainer
    let clerk: Desk
    let sellerId: string
    let heldBefore: number

    beforeAll(async () => {
      container = getContainer()
      scene = await setScene(container)
      sellerId = scene.apples.sellerId
      await employ(container, sellerId, "clerk.apples@test.local")
    })
    beforeEach(async () => {
      container = getContainer()
      clerk = await signIn(api, "member", "clerk.apples@test.local")
      heldBefore = await modules.connect(container).heldByPlatform("cny")
    })

    async function sale() {
      const stage = { api, shop: scene.shop, bank, utils, container }
      const wanted = [{ variantId: scene.apples.variantId, quantity: 1 }]
      const { orderId, intentId } = await paidOrder(stage, wanted)
      const { id } = (await consignmentsBySeller(container, orderId)).get(sellerId)!
      return { id, intentId }
    }
    const refund = (id: string, amount_fen: number) =>
      clerk.post(`/seller/consignments/${id}/refund`, { amount_fen, reason: "坏果" })
    const parcel = async (id: string) => (await clerk.get(`/seller/consignments/${id}`)).consignment
    const statement = async () => {
      const month = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7)
      return await clerk.get(`/seller/statements?month=${month}`)
    }
    /** What the platform keeps of its commission and for the tax, and what it owes the seller. */
    async function kept() {
      const book = await fundsBook(container)
      await expectSound(container, heldBefore)
      return [
        0 - book.of("commission_income"),
        0 - book.of("commission_tax"),
        0 - book.of("seller_payable", sellerId),
      ]
    }

    it("is taken of a sale on top of the commission, and kept on an account of its own", async () => {
      const { id } = await sale()
      expect(await parcel(id)).toMatchObject({
        commission_basis_points: 500,
        commission_fen: commissionFen,
        commission_tax_basis_points: 600,
        commission_tax_fen: taxFen,
      })
      expect(await kept()).toEqual([commissionFen, taxFen, sellerFen])
      const { upcoming } = await clerk.get("/seller/payouts")
      expect(upcoming).toMatchObject([{ consignment_id: id, due_fen: sellerFen }])
    })

    it("comes back with refunds in proportion, and whole with the last one", async () => {
      const { id } = await sale()
      const path = `/seller/consignments/${id}/refund/preview`
      // 1234 of 8000 fen: 52.445 of the commission, 3.085 of the tax.
      await refund(id, 1234)
      expect(await kept()).toEqual([340 - 52, 20 - 3, sellerFen - (1234 - 52 - 3)])
      const told = { commission_returned_fen: 52 + 3, owed_fen: sellerFen - (1234 - 52 - 3) }
      expect(await parcel(id)).toMatchObject(told)
      // 3234 of 8000 fen in all: 137.445 and 8.085.
      await refund(id, 2000)
      expect(await kept()).toEqual([340 - 137, 20 - 8, sellerFen - (3234 - 137 - 8)])
      const { preview } = await clerk.post(path, { whole: true })
      expect(preview).toEqual({
        amount_fen: 8000 - 3234,
        lines: [],
        commission_back_fen: 340 - 137,
        commission_tax_back_fen: 20 - 8,
        seller_fen: 8000 - 3234 - (340 - 137) - (20 - 8),
        left_fen: 0,
      })
      await refund(id, 8000 - 3234)
      expect(await kept()).toEqual([0, 0, 0])
      const { rows, closing_fen } = await statement()
      expect(closing_fen).toBe(0)
      expect(rows).toMatchObject([
        { row: "goods", amount_fen: 6800 },
        { row: "freight", amount_fen: 1200 },
        { row: "commission", amount_fen: -commissionFen, rate_basis_points: 500 },
        { row: "commission_tax", amount_fen: -taxFen, rate_basis_points: 600 },
        { row: "refunds", count: 3, amount_fen: -applesFen },
        { row: "refunded_commission", count: 3, amount_fen: commissionFen },
        { row: "refunded_commission_tax", count: 3, amount_fen: taxFen },
      ])
    })

    it("is taken again when a refund fails at the bank", async () => {
      const { id, intentId } = await sale()
      await refund(id, 4000)
      expect(await kept()).toEqual([170, 10, sellerFen - (4000 - 170 - 10)])
      const { refunds } = await modules.connect(container).movementsOf(intentId)
      await bank.ask("POST", `refunds/${refunds[0]!.id}/fail`)
      await eventually(
        utils,
        async () => (await fundsBook(container)).of("commission_tax") === -taxFen,
      )
      expect(await kept()).toEqual([commissionFen, taxFen, sellerFen])
    })

    it("stays what it was for an old order when the rate changes", async () => {
      const old = await sale()
      env.COMMISSION_TAX_BASIS_POINTS = 300
      const later = await sale().finally(() => {
        env.COMMISSION_TAX_BASIS_POINTS = 600
      })
      expect(await parcel(old.id)).toMatchObject({
        commission_tax_basis_points: 600,
        commission_tax_fen: taxFen,
      })
      expect(await parcel(later.id)).toMatchObject({
        commission_tax_basis_points: 300,
        commission_tax_fen: 10,
      })
      expect(await kept()).toEqual([2 * commissionFen, taxFen + 10, 2 * sellerFen + taxFen - 10])
      await refund(old.id, applesFen)
      expect(await kept()).toEqual([commissionFen, 10, sellerFen + taxFen - 10])
      const { rows } = await statement()
      expect(rows).toContainEqual({
        row: "commission_tax",
        count: 2,
        amount_fen: -30,
        rate_basis_points: null,
      })
    })
  },
})
