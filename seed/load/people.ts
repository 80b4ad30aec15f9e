import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  createCustomerAccountWorkflow,
  createUserAccountWorkflow,
} from "@medusajs/medusa/core-flows"
import { createOfficialWorkflow } from "@shangxing/attribution/workflows"
import { createMemberWorkflow } from "@shangxing/marketplace/workflows"

import { CLERK_SELLER, DEMO_CUSTOMER_EMAIL } from "../generate/plan"
import { getOrThrow } from "./collections"

/** Printed in the README: it guards a demonstration and nothing else. */
const PASSWORD = "shangxing-demo"

const OFFICIALS = [
  { email: "official.liangshan@demo.local", name: "沙马（州）", division_code: "5134" },
  { email: "official.yanyuan@demo.local", name: "曲木（县）", division_code: "513423" },
  { email: "official.meiyu@demo.local", name: "罗（镇）", division_code: "513423102" },
  { email: "official.jinshan@demo.local", name: "吉木（村）", division_code: "513423102209" },
  { email: "official.aksu@demo.local", name: "艾山（地区）", division_code: "6529" },
]

const MEMBERS = [
  {
    email: "clerk.yanyuan@demo.local",
    name: "王秀英",
    role: "clerk" as const,
    seller: CLERK_SELLER,
  },
  {
    email: "owner.hongguo@demo.local",
    name: "陈立",
    role: "owner" as const,
    seller: "yanyuan-hongguo",
  },
]

/** The operator and the demonstration customer; answers the customer's id. */
export async function registerPeople(container: MedusaContainer): Promise<string> {
  await createUserAccountWorkflow(container).run({
    input: {
      authIdentityId: await identityOf(container, "operator@demo.local"),
      userData: { email: "operator@demo.local", first_name: "运营", last_name: "平台" },
    },
  })
  const { result: customer } = await createCustomerAccountWorkflow(container).run({
    input: {
      authIdentityId: await identityOf(container, DEMO_CUSTOMER_EMAIL),
      customerData: {
        email: DEMO_CUSTOMER_EMAIL,
        first_name: "敏",
        last_name: "周",
        phone: "13800000000",
      },
    },
  })
  return customer.id
}

/** Officials from prefecture to village: each sees its own subtree. */
export async function registerOfficials(container: MedusaContainer): Promise<void> {
  for (const official of OFFICIALS) {
    await createOfficialWorkflow(container).run({
      input: { ...official, auth_identity_id: await identityOf(container, official.email) },
    })
  }
}

export async function registerMembers(
  container: MedusaContainer,
  sellerIds: ReadonlyMap<string, string>,
): Promise<void> {
  for (const { seller, ...member } of MEMBERS) {
    await createMemberWorkflow(container).run({
      input: {
        ...member,
        seller_id: getOrThrow(sellerIds, seller, "seller"),
        auth_identity_id: await identityOf(container, member.email),
      },
    })
  }
}

/** Registers an e-mail with the demo's password. @throws RangeError with the provider's reason when it refuses to register. */
export async function identityOf(container: MedusaContainer, email: string): Promise<string> {
  const { authIdentity, error } = await container
    .resolve(Modules.AUTH)
    .register("emailpass", { body: { email, password: PASSWORD } })
  if (!authIdentity) throw new RangeError(`${email} can't sign in: ${error ?? "no identity"}`)
  return authIdentity.id
}
