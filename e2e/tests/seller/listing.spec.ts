import { expect, test } from "../../fixtures.ts"
import { approve } from "../../operator.ts"

const clerk = "clerk.yanyuan@demo.local"
// Names of its own, so that the test can run again on the same stack.
const run = String(Date.now()).slice(-6)
const name = `金山村试卖小果${run}`
const buyer = `买家${run}`

test("list goods from a lot, have them approved, sell and ship them - on a cheap phone", async ({
  page,
  signIn,
  listing,
  cart,
  checkout,
  parcel,
}) => {
  await signIn.enter("/seller", clerk)
  await expect(page).toHaveURL(/\/seller$/)
  await listing.open()
  await listing.fill({ name, size: "3 斤装", weight: "3", price: "29.90" })
  await listing.packFrom("JS-1118-A", "4")
  await listing.submit()
  await expect(listing.alert).toContainText("3 斤装 × 4 包，从 JS-1118-A 用 6 kg")
  await listing.confirm()
  await expect(page).not.toHaveURL(/\/new/)

  await approve(name)
  await expect(async () => {
    await page.goto(`/search?q=${encodeURIComponent(name)}`)
    await page.getByRole("link", { name: new RegExp(name) }).click({ timeout: 2000 })
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(name, { timeout: 2000 })
  }).toPass({ timeout: 30_000 })
  await expect(page.getByRole("main")).toContainText("¥29.90")
  await page.getByRole("button", { name: "加入购物篮" }).filter({ visible: true }).last().click()
  await expect(cart.parcels).toHaveCount(1)
  await cart.checkOut()
  await checkout.fillAddress({ 收货人: buyer })
  await checkout.pay()

  await page.goto("/seller/consignments")
  await page.getByRole("link", { name: new RegExp(buyer) }).click()
  await parcel.send("SF1234567890123")
  await expect(page.getByRole("main")).toContainText("SF12 3456 7890 123")
  await expect(page.getByRole("main")).toContainText("已发")
})

test("a price that is no number - said beside the field, and the rest stays typed", async ({
  signIn,
  listing,
}) => {
  await signIn.enter("/seller", clerk)
  await listing.open()
  await listing.fill({ name: "打错价的果", size: "5 斤装", weight: "5", price: "29.9x" })
  await listing.submit()
  await expect(listing.alert).toContainText("看不懂这个数")
  await expect(listing.field("名称")).toHaveValue("打错价的果")
  await expect(listing.field("一包卖价（元）")).toHaveValue("29.9x")
})

test("another seller's parcel - 404", async ({ page, signIn }) => {
  await signIn.enter("/seller", clerk)
  expect((await page.goto("/seller/consignments/cons_not_ours"))?.status()).toBe(404)
  expect((await page.goto("/seller/products/prod_not_ours"))?.status()).toBe(404)
})
