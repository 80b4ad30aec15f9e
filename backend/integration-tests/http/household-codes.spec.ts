import type { MedusaContainer } from "@medusajs/framework/types"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { refusalOf } from "../support/buyer"
import { type Scene, setScene } from "../support/scene"
import { type Desk, employ, signIn } from "../support/staff"
import { chooseCode, weighbridge } from "../support/weighbridge"

jest.setTimeout(240_000)

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api, getContainer }) => {
    let scene: Scene
    let container: MedusaContainer
    let clerk: Desk

    beforeAll(async () => {
      container = getContainer()
      scene = await setScene(container)
      await employ(container, scene.apples.sellerId, "clerk.yanyuan@test.local")
    })

    beforeEach(async () => {
      container = getContainer()
      clerk = await signIn(api, "member", "clerk.yanyuan@test.local")
      await chooseCode(container, "hh_yy1")
    })

    const { row, byCode, byStation, sync, weigh, read } = weighbridge(() => clerk)

    describe("the household's yes", () => {
      it("stays out while its code is wrong or unset, and the row is kept", async () => {
        const verdicts = await sync([
          row({ confirmation: byCode("9999") }),
          row({ household_id: "hh_yy2", confirmation: byCode() }),
        ])
        expect(verdicts).toMatchObject([
          { state: "recorded", is_confirmed: false, code: "household_code_wrong" },
          { state: "recorded", is_confirmed: false, code: "household_code_unset" },
        ])
        const id = verdicts[0]!.delivery_id!
        expect(
          (await clerk.post(`/seller/deliveries/${id}/confirm`, byCode())).delivery,
        ).toMatchObject({
          state: "ready",
        })
      })

      it("closes after five wrong codes, and the station may still say yes", async () => {
        const id = await weigh()
        const confirm = (by: object) => clerk.post(`/seller/deliveries/${id}/confirm`, by)
        for (let i = 0; i < 4; i++) {
          expect((await refusalOf(confirm(byCode("0001")))).data.code).toBe("household_code_wrong")
        }
        expect((await refusalOf(confirm(byCode("0001")))).data.code).toBe("household_code_closed")
        expect((await refusalOf(confirm(byCode()))).data).toMatchObject({
          code: "household_code_closed",
          message: expect.stringMatching(/请站上代为确认。$/),
        })
        for (const [change, code] of [
          [{ worker: "李秀英" }, "station_worker_is_clerk"],
          [{ worker: " " }, "station_worker_missing"],
          [{ consent: " " }, "station_consent_missing"],
        ] as const) {
          expect((await refusalOf(confirm(byStation(change)))).data.code).toBe(code)
        }
        await confirm(byStation())
        expect(await read(id)).toMatchObject({
          confirmed_via: "station",
          confirmed_by: "阿说站长",
          consent: "户主在电话里说同意",
        })
      })

      it("needs a code that nobody would guess, chosen before a witness", async () => {
        const set = (household: string, body: object) =>
          refusalOf(clerk.post(`/seller/households/${household}/code`, body))
        const witness = "阿说站长"
        expect((await set("hh_yy2", { code: "12", witness })).data.code).toBe(
          "household_code_invalid",
        )
        expect((await set("hh_yy2", { code: "1234", witness })).data.code).toBe(
          "household_code_weak",
        )
        expect((await set("hh_yy2", { code: "4092", witness: "李秀英" })).data.code).toBe(
          "household_code_witness_missing",
        )
        expect((await set("hh_hl1", { code: "4092", witness })).data.code).toBe(
          "household_not_party",
        )
        await clerk.post("/seller/households/hh_yy2/code", { code: "7310", witness })
        const { households } = await clerk.get("/seller/households")
        expect(households.find(({ id }: { id: string }) => id === "hh_yy2")).toMatchObject({
          has_code: true,
          is_member: true,
          masked_name: "阿木 **",
        })
      })
    })

    it("speaks English to who asks for it", async () => {
      const id = await weigh()
      const headers = { ...clerk.headers, "accept-language": "en" }
      const said = await refusalOf(
        api.post(`/seller/deliveries/${id}/confirm`, byStation({ worker: "" }), { headers }),
      )
      expect(said.data.message).toMatch(/^Name the station worker/)
    })
  },
})
