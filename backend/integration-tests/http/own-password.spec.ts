import type { MedusaContainer } from "@medusajs/framework/types"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { codeOf } from "../support/buyer"
import { password, type Scene, setScene } from "../support/scene"
import { employ, employAtStation, signIn } from "../support/staff"

jest.setTimeout(180_000)

const people = [
  ["official", "official.yanyuan@test.local", "/official/me/password"],
  ["member", "clerk.yanyuan@test.local", "/seller/me/password"],
  ["station_worker", "station@test.local", "/station/me/password"],
] as const

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api, getContainer }) => {
    let scene: Scene
    let container: MedusaContainer

    beforeAll(async () => {
      container = getContainer()
      scene = await setScene(container)
      await employ(container, scene.apples.sellerId, "clerk.yanyuan@test.local")
      await employAtStation(container, "station@test.local")
    })

    describe.each(people)("the own password of a %s", (actor, email, path) => {
      const own = "山里的苹果 2026"

      it("is theirs from then on, and the old one nobody's, nor what was opened with it", async () => {
        const [desk, elsewhere] = [await signIn(api, actor, email), await signIn(api, actor, email)]
        const wish = { current_password: password, password: own }
        expect(await desk.post(path, wish)).toEqual({ email })
        for (const open of [desk, elsewhere]) {
          const me = path.replace("/password", "")
          expect(await codeOf(open.get(me))).toEqual([401, "session_ended"])
          expect(await codeOf(open.post("/auth/token/refresh", {}))).toEqual([401, "session_ended"])
        }
        await expect(signIn(api, actor, email)).rejects.toMatchObject({
          response: { status: 401 },
        })
        const { data } = await api.post(`/auth/${actor}/emailpass`, { email, password: own })
        const headers = { authorization: `Bearer ${data.token}` }
        expect((await api.get(path.replace("/password", ""), { headers })).status).toBe(200)
      })

      it.each([
        [{ current_password: "wrong", password: own }, "password_wrong"],
        [{ current_password: password, password: "short" }, "password_short"],
        [{ current_password: password, password: "a".repeat(201) }, "password_long"],
        [{ current_password: password, password: email }, "password_known"],
        [{ current_password: password, password }, "password_unchanged"],
      ])("stays as it was: %#", async (body, code) => {
        const desk = await signIn(api, actor, email)
        expect(await codeOf(desk.post(path, body))).toEqual([400, code])
        await signIn(api, actor, email)
      })
    })
  },
})
