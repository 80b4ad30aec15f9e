import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createUserAccountWorkflow } from "@medusajs/medusa/core-flows"
import {
  createStationWorkerWorkflow,
  recordStationRowsWorkflow,
} from "@shangxing/attribution/workflows"
import { createMemberWorkflow } from "@shangxing/marketplace/workflows"

import { modules } from "../../src/gather/modules"
import { type Http, told } from "./buyer"
import { password } from "./scene"

type Actor = "member" | "station_worker" | "user" | "official" | "customer"

/** A clerk of a seller, who can sign in. */
export async function employ(container: MedusaContainer, sellerId: string, email: string) {
  const auth_identity_id = await register(container, email)
  await createMemberWorkflow(container).run({
    input: { seller_id: sellerId, email, name: "李秀英", role: "clerk", auth_identity_id },
  })
}

/** An operator of the platform, who can sign in to Medusa Admin. */
export async function appointOperator(container: MedusaContainer, email: string) {
  const authIdentityId = await register(container, email)
  await createUserAccountWorkflow(container).run({ input: { authIdentityId, userData: { email } } })
}

/** A worker of a service station that serves one village, who can sign in; answers the station's id. */
export async function employAtStation(
  container: MedusaContainer,
  email: string,
  village = "513423102201",
): Promise<string> {
  const code = `T-${village}`
  const station = {
    code,
    division_code: village.slice(0, 9),
    name_zh: "测试服务站",
    kind: "township",
    opened_on: "2024-01-01",
    closed_on: null,
    served_from: "2024-01-01",
    village_codes: [village],
  }
  await recordStationRowsWorkflow(container).run({
    input: { kind: "stations", rows: [station], recorded_by: "off_test" },
  })
  const [known] = await modules.stations(container).listStations({ code })
  const auth_identity_id = await register(container, email)
  await createStationWorkerWorkflow(container).run({
    input: { station_id: known!.id, email, name: "阿说", auth_identity_id },
  })
  return known!.id
}

async function register(container: MedusaContainer, email: string): Promise<string> {
  const { authIdentity } = await container
    .resolve(Modules.AUTH)
    .register("emailpass", { body: { email, password } })
  return authIdentity!.id
}

/** The calls of somebody who has signed in; each answers the body. */
export async function signIn(api: Http, actor: Actor, email: string) {
  const { data } = await api.post(`/auth/${actor}/emailpass`, { email, password })
  return bearer(api, data.token)
}

/** The scene's officials, signed in: of Yanyuan county, of its prefecture, and of a county elsewhere. */
export async function signInOfficials(api: Http) {
  const as = (name: string) => signIn(api, "official", `official.${name}@test.local`)
  return {
    county: await as("yanyuan"),
    prefecture: await as("liangshan"),
    elsewhere: await as("aksu"),
  }
}

export type Desk = ReturnType<typeof bearer>

function bearer(api: Http, token: string) {
  const headers = { authorization: `Bearer ${token}` }
  return {
    headers,
    get: async (path: string) => (await told(api.get(path, { headers }))).data,
    post: async (path: string, body: unknown = {}) =>
      (await told(api.post(path, body, { headers }))).data,
  }
}
