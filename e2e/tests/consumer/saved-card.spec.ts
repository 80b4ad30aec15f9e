import { expect, test } from "../../fixtures.ts"

test("keep a card, pay with it next time, remove it - nothing typed twice, one order each", async ({
  page,
  product,
  cart,
  checkout,
  bank,
  order,
}) => {
  test.slow()
  const putInCart = async () => {
    await product.open("huili-qingpi")
    await product.addToCart()
    await cart.checkOut()
    await checkout.fillAddress()
  }

  await test.step("a new customer pays by card and ticks that it is kept", async () => {
    await page.goto("/register")
    await page.getByLabel("怎么称呼您").fill("周敏")
    await page.getByLabel("电子邮箱").fill(`saved.${Date.now()}@example.cn`)
    await page.getByLabel("密码").fill("pomegranate-8")
    await page.getByRole("button", { name: "注册", exact: true }).click()
    await expect(page.getByRole("heading", { name: "我的订单" })).toBeVisible()
    await putInCart()
    await checkout.method("银行卡").check()
    await page.getByLabel("存下这张卡").check()
    await checkout.payButton.click()
    await bank.payCard("4242424242424242")
    await bank.arrive()
  })

  const card = "Visa ···· 4242"
  const first = page.url()
  await test.step("the next time it is offered, and pays without a number", async () => {
    await putInCart()
    await checkout.methods.getByRole("radio", { name: card }).check()
    await checkout.payButton.click()
    await bank.arrive()
    expect(page.url()).not.toBe(first)
    await expect(order.parcels).toHaveCount(1)
  })

  await test.step("removed in the account, it is offered no more", async () => {
    await page.goto("/account")
    await page.getByRole("button", { name: `删掉 ${card}` }).click()
    await expect(page.getByRole("status")).toContainText("删掉了")
    await putInCart()
    await expect(checkout.method("支付宝")).toBeVisible()
    await expect(checkout.methods.getByRole("radio", { name: card })).toHaveCount(0)
  })
})
