import { expect, test } from "../../fixtures.ts"

test.beforeEach(async ({ product, cart, checkout }) => {
  await product.open("yanyuan-bingtangxin")
  await product.addToCart()
  await cart.checkOut()
  await checkout.fillAddress()
})

test("decline at Alipay, then pay with WeChat - said beside the methods, nothing typed is lost", async ({
  page,
  checkout,
  bank,
  order,
}) => {
  await expect(page.getByText("模拟支付：走完整个流程，但不动真钱。")).toBeVisible()
  await checkout.goPay("支付宝")
  await expect(bank.notice).toContainText("模拟")
  await bank.decline()
  await expect(checkout.alert).toContainText("没有付成")
  await expect(checkout.methods).toHaveAccessibleDescription(/没有扣款/)
  await expect(checkout.field("收货人")).toHaveValue("周敏")
  await expect(checkout.field("街道、楼号门牌")).toHaveValue("望京街 8 号 2 单元 601")
  await checkout.goPay("微信支付")
  await page.goto(await bank.scan())
  await bank.approve()
  await bank.arrive()
  await expect(order.parcels).toHaveCount(1)
})

test("pay on another device by the WeChat code - the page goes on by itself", async ({
  page,
  browser,
  checkout,
  bank,
  order,
}) => {
  await checkout.goPay("微信支付")
  await expect(page.getByRole("img", { name: "微信支付的二维码" })).toBeVisible()
  const phone = await browser.newPage()
  await phone.goto(await bank.scan())
  await phone.getByRole("button", { name: "同意付款" }).click()
  await bank.arrive()
  await expect(order.parcels).toHaveCount(1)
  await phone.context().close()
})

test("leave Alipay by the back button and pay by card - one order, of the card", async ({
  page,
  checkout,
  bank,
  order,
}) => {
  await checkout.goPay("支付宝")
  await expect(bank.notice).toBeVisible()
  const alipay = page.url()
  await page.goBack()
  await expect(checkout.field("收货人")).toHaveValue("周敏")
  await checkout.goPay("银行卡")
  await bank.payCard("4242424242424242")
  await bank.arrive()
  await expect(order.parcels).toHaveCount(1)
  await expect(page.getByText("用银行卡付的")).toBeVisible()
  expect((await page.goto(alipay))?.status()).toBe(410)
})

test("come back without having paid - the payment can be gone on with, and reloading is safe", async ({
  page,
  checkout,
  bank,
}) => {
  await checkout.goPay("支付宝")
  await expect(bank.notice).toBeVisible()
  await page.goto("/checkout/return")
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("还没有收到付款")
  await page.reload()
  await page.getByRole("link", { name: "回支付宝接着付" }).click()
  await bank.approve()
  await bank.arrive()
})

test("press twice, and once more in another tab - one payment, one order", async ({
  page,
  context,
  checkout,
  bank,
}) => {
  await checkout.method("支付宝").check()
  await checkout.payButton.dblclick()
  await expect(bank.notice).toBeVisible()
  const other = await context.newPage()
  await other.goto("/checkout")
  await other.getByRole("button", { name: /^支付宝付款/ }).click()
  await expect(other.getByRole("note")).toBeVisible()
  expect(new URL(other.url()).pathname).toBe(new URL(page.url()).pathname)
  await bank.approve()
  const id = await bank.arrive()
  await other.reload()
  await expect(other.getByText("此页面已失效")).toBeVisible()
  await other.goto("/checkout")
  await expect(other).toHaveURL(/\/(cart|order\/)/)
  await page.goto("/account")
  await expect(page.locator(`a[href^="/order/${id}"]`)).toHaveCount(1)
})

test("pay, and never come back - the order is there when the basket is opened", async ({
  page,
  request,
  checkout,
  bank,
  order,
}) => {
  await checkout.goPay("支付宝")
  await expect(bank.notice).toBeVisible()
  await request.post(page.url(), { form: { decision: "approve" }, maxRedirects: 0 })
  await expect(async () => {
    await page.goto("/cart")
    await expect(page).toHaveURL(/\/order\//, { timeout: 1000 })
  }).toPass({ timeout: 30_000 })
  await expect(order.parcels).toHaveCount(1)
})

test("come back on a device that knows nothing of it - the order all the same; a forged key nothing", async ({
  page,
  browser,
  request,
  checkout,
  bank,
}) => {
  await checkout.goPay("支付宝")
  await expect(bank.notice).toBeVisible()
  const answer = await request.post(page.url(), { form: { decision: "approve" }, maxRedirects: 0 })
  const back = new URL(answer.headers().location!)
  const device = await browser.newPage()
  const forged = new URL(back)
  forged.searchParams.set("key", `${back.searchParams.get("key")}x`)
  expect((await device.goto(forged.href))?.status()).toBe(404)
  await device.goto(back.href)
  await device.waitForURL("**/order/*")
  await expect(device.getByRole("article")).toHaveCount(1)
  await device.context().close()
})
