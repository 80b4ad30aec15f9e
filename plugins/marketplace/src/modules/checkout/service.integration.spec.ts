import { moduleIntegrationTestRunner } from "@medusajs/test-utils"

import { CHECKOUT_MODULE } from "."
import type CheckoutModuleService from "./service"

jest.setTimeout(60_000)

const REQUEST = { cart_id: "cart_1", amount_fen: 8000, lease_seconds: 60 }
const DEAD = { ...REQUEST, lease_seconds: -1 }
const REFUSED = { type: "not_allowed", code: "stock_short", message: "库存不足" }

moduleIntegrationTestRunner<CheckoutModuleService>({
  moduleName: CHECKOUT_MODULE,
  resolve: __dirname,
  pathToMigrations: `${__dirname}/migrations`,
  testSuite: ({ service }) => {
    it("gives a cart to one of many callers at a time", async () => {
      const answers = await Promise.all(Array.from({ length: 20 }, () => service.claim(REQUEST)))
      expect(answers.filter(({ outcome }) => outcome === "fresh")).toHaveLength(1)
      expect(answers.filter(({ outcome }) => outcome === "held")).toHaveLength(19)
      expect(await service.listCheckoutClaims({})).toHaveLength(1)
    })

    it("lets one of many take over what a dead process left", async () => {
      await service.claim(DEAD)
      const answers = await Promise.all(Array.from({ length: 10 }, () => service.claim(REQUEST)))
      const taken = answers.filter(({ outcome }) => outcome === "taken_over")
      expect(taken).toHaveLength(1)
      expect(taken[0]!.claim).toMatchObject({ attempt: 2, recoveries: 1 })
    })

    it("lets the sweeper and a buyer not both have it", async () => {
      const { claim } = await service.claim(DEAD)
      const [swept, called] = await Promise.all([
        service.takeOver(claim, 60),
        service.claim(REQUEST),
      ])
      expect([swept !== null, called.outcome === "taken_over"].filter(Boolean)).toHaveLength(1)
    })

    it("starts afresh after a refusal", async () => {
      const { claim } = await service.claim(REQUEST)
      await service.progress(claim, { state: "undone", last_error: REFUSED, lease_seconds: 0 })
      expect((await service.claimOf("cart_1")).last_error).toEqual(REFUSED)

      const { outcome, claim: next } = await service.claim({ ...REQUEST, amount_fen: 9000 })
      expect(outcome).toBe("fresh")
      expect(next).toMatchObject({ attempt: 2, recoveries: 0, amount_fen: 9000, last_error: null })
    })

    it("keeps what was completed", async () => {
      const { claim } = await service.claim(REQUEST)
      const order = { state: "ordered" as const, order_id: "order_1", lease_seconds: -1 }
      await service.progress(claim, order)
      const again = await service.claim(REQUEST)
      expect(again).toMatchObject({ outcome: "held", claim: { order_id: "order_1" } })
    })

    it("lets a holder that lost its lease write nothing", async () => {
      const { claim } = await service.claim(DEAD)
      await service.takeOver(claim, 60)
      const late = { state: "ordered" as const, order_id: "order_late", lease_seconds: 0 }
      expect(await service.progress(claim, late)).toBe(false)
      expect(await service.renew(claim, 60)).toBe(false)
      expect(await service.claimOf("cart_1")).toMatchObject({ state: "claimed", order_id: null })
    })

    it("lists the abandoned ones only", async () => {
      await service.claim(REQUEST)
      await service.claim({ ...DEAD, cart_id: "cart_2" })
      const { claim } = await service.claim({ ...DEAD, cart_id: "cart_3" })
      await service.progress(claim, { state: "undone", lease_seconds: -1 })
      const abandoned = await service.listAbandoned(10)
      expect(abandoned.map(({ cart_id }) => cart_id)).toEqual(["cart_2"])
    })

    it("says that nobody has tried a cart", async () => {
      await expect(service.claimOf("cart_9")).rejects.toMatchObject({ code: "claim_unknown" })
    })
  },
})
