import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createOfficialWorkflow } from "@shangxing/attribution/workflows"

import { type Grower, importPlaces, settleGrower } from "./grower"
import { openShop, type Shop } from "./shop"

export const password = "a long enough password"

export type Scene = { shop: Shop; apples: Grower; pomegranates: Grower }

/** Two cooperatives in two counties, seven households, officials of both and of the prefecture. */
export async function setScene(container: MedusaContainer): Promise<Scene> {
  const shop = await openShop(container)
  await importPlaces(container)
  const apples = await settleGrower(container, shop.salesChannelId, {
    handle: "yanyuan-apples",
    nameZh: "盐源苹果合作社",
    countyCode: "513423",
    villageCode: "513423102201",
    gtin: "09521234000013",
    priceFen: 6800,
    freightFen: 1200,
    units: 20,
    households: [
      { id: "hh_yy1", isEnrolled: true, grams: 100_000 },
      { id: "hh_yy2", isEnrolled: true, grams: 33_333 },
      { id: "hh_yy3", isEnrolled: true, grams: 7_001 },
      { id: "hh_yy4", isEnrolled: false, grams: 59_666 },
    ],
  })
  const pomegranates = await settleGrower(container, shop.salesChannelId, {
    handle: "huili-pomegranates",
    nameZh: "会理石榴合作社",
    countyCode: "513402",
    villageCode: "513402101201",
    gtin: "09521234000020",
    priceFen: 5900,
    freightFen: 800,
    units: 20,
    households: [
      { id: "hh_hl1", isEnrolled: true, grams: 70_000 },
      { id: "hh_hl2", isEnrolled: true, grams: 30_001 },
      { id: "hh_hl3", isEnrolled: false, grams: 44_444 },
    ],
  })
  await appointOfficial(container, "official.yanyuan@test.local", "513423")
  await appointOfficial(container, "official.aksu@test.local", "652901")
  await appointOfficial(container, "official.liangshan@test.local", "5134")
  return { shop, apples, pomegranates }
}

/** An official of a division, who can sign in. */
export async function appointOfficial(
  container: MedusaContainer,
  email: string,
  divisionCode: string,
): Promise<void> {
  const { authIdentity } = await container.resolve(Modules.AUTH).register("emailpass", {
    body: { email, password },
  })
  await createOfficialWorkflow(container).run({
    input: {
      email,
      name: "测试干部",
      division_code: divisionCode,
      auth_identity_id: authIdentity!.id,
    },
  })
}
