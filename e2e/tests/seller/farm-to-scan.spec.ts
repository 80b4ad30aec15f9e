import { expect, test } from "../../fixtures.ts"
import { approve } from "../../operator.ts"

const clerk = "clerk.yanyuan@demo.local"
// Names of its own, so that the test can run again on the same stack.
const run = String(Date.now()).slice(-6)
const name = `试秤苹果${run}`
const code = `T${run}`
const expiresOn = new Date(Date.now() + 300 * 86_400_000).toISOString().slice(0, 10)

test("weigh in without a network, make and sell a lot, scan the pack - one way from farm to phone", async ({
  page,
  context,
  signIn,
  weighbridge,
  lotDesk,
  listing,
  cart,
  checkout,
}) => {
  await signIn.enter("/seller", clerk)
  await expect(page).toHaveURL(/\/seller$/)

  await weighbridge.open()
  await expect(weighbridge.connection).toContainText("有网")
  await context.setOffline(true)
  await weighbridge.weigh({ nth: 0, gross: "62.5", tare: "2.5", price: "99" })
  await weighbridge.agreeThroughStation("阿说站长", "户主当面点头")
  await weighbridge.save()
  await expect(weighbridge.queue).toHaveCount(1)
  await expect(weighbridge.queue).toContainText("未上传")
  await context.setOffline(false)
  await expect(weighbridge.queue).toContainText("已收")
  await weighbridge.queue.getByRole("link", { name: "收据" }).click()
  await expect(page.getByRole("article")).toContainText("¥5,940.00")
  await expect(page.getByRole("article")).toContainText("站上代为确认")

  await lotDesk.make({ code, expiresOn, deliveries: "试秤" })
  await expect(lotDesk.notice).toContainText("封好了")
  const lotPage = page.url().replace(/\?.*$/, "")
  await lotDesk.certify(`试-${run}`)
  await expect(lotDesk.notice).toContainText("合格证录入了")
  await lotDesk.list()
  await expect(lotDesk.notice).toContainText("上架了")

  await listing.open()
  await listing.fill({ name, size: "5 斤装", weight: "5", price: "39.90" })
  await listing.packFrom(code, "4")
  await listing.submit()
  await listing.confirm()
  await expect(page).not.toHaveURL(/\/new/)
  await approve(name)

  await page.goto(lotPage)
  expect((await lotDesk.printLabels("4")).subarray(0, 5).toString()).toBe("%PDF-")
  const traced = page.getByRole("link", { name: new RegExp(name) })
  const tracePath = await traced.getAttribute("href")

  await expect(async () => {
    await page.goto(`/search?q=${encodeURIComponent(name)}`)
    await page.getByRole("link", { name: new RegExp(name) }).click({ timeout: 2000 })
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(name, { timeout: 2000 })
  }).toPass({ timeout: 30_000 })
  await page.getByRole("button", { name: "加入购物篮" }).filter({ visible: true }).last().click()
  await cart.checkOut()
  await checkout.fillAddress()
  await checkout.pay()

  const scanned = await page.goto(`${tracePath}/21/000001`)
  expect(scanned?.status()).toBe(200)
  await expect(page.getByRole("main")).toContainText(code)
  await expect(page.getByRole("main")).toContainText(`试-${run}`)
  await page.goto(lotPage)
  await expect(page.getByRole("region", { name: "哪些订单里有这批货" })).toContainText("1 个订单")
})
