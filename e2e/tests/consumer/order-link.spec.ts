import { expect, test } from "../../fixtures.ts"

test("a guest's order - opens by its link on another device, not by a forged or foreign one, and is found by number", async ({
  page,
  browser,
  product,
  cart,
  checkout,
}) => {
  test.setTimeout(120_000)
  await product.open("huili-qingpi")
  await product.addToCart()
  await cart.checkOut()
  await checkout.fillAddress()
  const id = await checkout.pay()
  await expect(page).toHaveURL(/\?key=/)
  const link = await page.getByLabel("订单链接").inputValue()
  const title = (await page.title()).match(/订单 (\d+)/)!

  const device = await browser.newPage()
  expect((await device.goto(`/order/${id}`))?.status()).toBe(404)
  expect((await device.goto(`${link}x`))?.status()).toBe(404)
  const foreignId = id.replace(/.$/, (last) => (last === "0" ? "1" : "0"))
  const foreign = link.replace(id, foreignId)
  expect((await device.goto(foreign))?.status()).toBe(404)
  expect((await device.goto(link))?.status()).toBe(200)
  await expect(device.getByRole("article")).toHaveCount(1)

  await device.goto("/order/find")
  await device.getByLabel("订单号").fill(title[1]!)
  await device.getByLabel("下单时的邮箱").fill("zhoumin@example.cn")
  await device.getByLabel("收货手机后四位").fill("9999")
  await device.getByRole("button", { name: "查这一单" }).click()
  await expect(device.getByRole("alert")).toContainText("没有对得上的订单")
  await expect(device.getByLabel("下单时的邮箱")).toHaveValue("zhoumin@example.cn")
  await device.getByLabel("收货手机后四位").fill("8000")
  await device.getByRole("button", { name: "查这一单" }).click()
  await expect(device).toHaveURL(new RegExp(`/order/${id}\\?key=`))
  await device.context().close()
})
