import type { MedusaContainer } from "@medusajs/framework/types"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { ownRoutes } from "../support/routes"
import { password, type Scene, setScene } from "../support/scene"
import { appointOperator, employ, employAtStation, signIn } from "../support/staff"

jest.setTimeout(180_000)

type Actor = "nobody" | "customer" | "member" | "station_worker" | "official" | "user"

/** Who may knock at which door at all; what is behind it is each route's own scope. */
const doors: Record<string, Actor> = {
  seller: "member",
  station: "station_worker",
  official: "official",
  admin: "user",
}

/** Anybody may ask these, or their own secret lets them in. */
const open = ["store", "hooks", "openapi.json"]

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api, getContainer }) => {
    let scene: Scene
    let container: MedusaContainer
    let headersOf: Record<Actor, Record<string, string>>

    beforeAll(async () => {
      container = getContainer()
      scene = await setScene(container)
      await employ(container, scene.apples.sellerId, "clerk@test.local")
      await employAtStation(container, "station@test.local")
      await appointOperator(container, "operator@test.local")
    })

    beforeEach(async () => {
      headersOf = {
        nobody: {},
        customer: await customerHeaders(),
        member: (await signIn(api, "member", "clerk@test.local")).headers,
        station_worker: (await signIn(api, "station_worker", "station@test.local")).headers,
        official: (await signIn(api, "official", "official.yanyuan@test.local")).headers,
        user: (await signIn(api, "user", "operator@test.local")).headers,
      }
    })

    async function customerHeaders() {
      const email = "consumer@test.local"
      const registered = await api.post("/auth/customer/emailpass/register", { email, password })
      const headers = { "x-publishable-api-key": scene.shop.publishableKey }
      await api.post(
        "/store/customers",
        { email },
        { headers: { ...headers, authorization: `Bearer ${registered.data.token}` } },
      )
      return (await signIn(api, "customer", email)).headers
    }

    const statusOf = async (method: string, path: string, actor: Actor): Promise<number> => {
      const config = { headers: headersOf[actor], validateStatus: () => true }
      return (await api.request({ method, url: path, data: {}, ...config })).status
    }

    it("knows a door for every route", () => {
      const known = [...Object.keys(doors), ...open]
      // As many as there are today: a wrong folder would find none, and nothing would be tried.
      expect(ownRoutes().length).toBeGreaterThan(100)
      const strays = ownRoutes().filter(({ path }) => !known.includes(path.split("/")[1]!))
      expect(strays).toEqual([])
    })

    it("opens no door of sellers, stations, officials or operators to anybody else", async () => {
      const letIn: string[] = []
      const shutOut: string[] = []
      for (const { method, path } of ownRoutes()) {
        const owner = doors[path.split("/")[1]!]
        if (!owner) continue
        for (const actor of Object.keys(headersOf) as Actor[]) {
          const status = await statusOf(method, path, actor)
          if (actor === owner && status === 401) shutOut.push(`${actor} ${method} ${path}`)
          if (actor !== owner && status !== 401) letIn.push(`${actor} ${method} ${path}: ${status}`)
        }
      }
      expect(letIn).toEqual([])
      expect(shutOut).toEqual([])
    })
  },
})
