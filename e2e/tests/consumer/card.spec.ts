import { expect, test } from "../../fixtures.ts"

/** The good number or the wrong one, spaced or not; "4242" alone may stand in any random id. */
const typedNumber = /(?:4242(?:%20|[\s+-])*){3}424[12]/

test.beforeEach(async ({ product, cart, checkout }) => {
  await product.open("huili-qingpi")
  await product.addToCart()
  await cart.checkOut()
  await checkout.fillAddress()
  await checkout.goPay("银行卡")
})

test("declined card, wrong number, then a good one - each said on the page, one order", async ({
  page,
  bank,
  order,
}) => {
  const sent: string[] = []
  page.on("request", (request) => {
    if (typedNumber.test(request.postData() ?? "")) sent.push(new URL(request.url()).port)
  })
  await bank.payCard("4242424242424241")
  await expect(bank.cardError).toContainText("卡号不正确")
  await bank.payCard("4000000000009995")
  await expect(bank.cardError).toContainText("余额不足")
  await bank.payCard("4242424242424242")
  await bank.arrive()
  await expect(order.parcels).toHaveCount(1)
  expect(sent, "only the payment service hears the number").toEqual([
    new URL(process.env.STRIPE_SANDBOX_URL ?? "http://localhost:12111").port,
  ])
})

test("3-D Secure, failed and then passed - back on the card's page, then the order", async ({
  page,
  bank,
}) => {
  await bank.payCard("4000000000003220")
  await expect(bank.notice).toContainText("模拟")
  await bank.decline()
  await expect(page).toHaveURL(/\/checkout\/card/)
  await expect(bank.cardError).toContainText("银行验证没有通过")
  await bank.payCard("4000000000003220")
  await bank.approve()
  await bank.arrive()
})

test("the payment service's script cannot be reached - said so, with another way to pay", async ({
  page,
  checkout,
}) => {
  await page.route("**/stripe.js", (route) => route.abort())
  await page.reload()
  await expect(page.getByRole("alert")).toContainText("付款没有发生")
  await page.getByRole("link", { name: "换一种付法" }).click()
  await expect(checkout.field("收货人")).toHaveValue("周敏")
})
