import { moduleIntegrationTestRunner } from "@medusajs/test-utils"

import { SELLER_MODULE } from "."
import type SellerModuleService from "./service"

jest.setTimeout(60_000)

const COOPERATIVE = {
  handle: "yanyuan-apple",
  kind: "cooperative" as const,
  name_zh: "盐源苹果专业合作社",
  name_en: "Yanyuan Apple Cooperative",
  county_code: "513423",
}

moduleIntegrationTestRunner<SellerModuleService>({
  moduleName: SELLER_MODULE,
  resolve: __dirname,
  pathToMigrations: `${__dirname}/migrations`,
  testSuite: ({ service }) => {
    describe("sellers", () => {
      it("start as applied, at five percent", async () => {
        expect(await service.createSellers(COOPERATIVE)).toMatchObject({
          status: "applied",
          commission_basis_points: 500,
        })
      })

      it("are found by their handle, which is theirs alone", async () => {
        const { id } = await service.createSellers(COOPERATIVE)

        expect(await service.retrieveByHandle("yanyuan-apple")).toMatchObject({ id })
        expect(await service.retrieveByHandle("meigu-chicken")).toBeNull()
        await expect(service.createSellers(COOPERATIVE)).rejects.toThrow(/already exists/)
      })
    })

    describe("members", () => {
      it("act for exactly one seller", async () => {
        const seller = await service.createSellers(COOPERATIVE)
        const clerk = { seller_id: seller.id, email: "clerk@demo.local", name: "李秀英" }
        const member = await service.createMembers(clerk)

        expect(await service.retrieveByMember(member.id)).toMatchObject({
          member: { id: member.id, role: "clerk" },
          seller: { id: seller.id },
        })
        expect(await service.retrieveByMember("mem_nobody")).toBeNull()
        await expect(service.createMembers(clerk)).rejects.toThrow(/already exists/)
      })
    })
  },
})
