import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createUserAccountWorkflow } from "@medusajs/medusa/core-flows"
import { createMemberWorkflow } from "@shangxing/marketplace/workflows"

import { type Http, told } from "./buyer"
import { password } from "./scene"

type Actor = "member" | "user" | "official" | "customer"

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
