import { expect, test } from "../../fixtures.ts"

test("wrong telephone number - said beside the field, nothing typed is lost, nothing is paid", async ({
  page,
  product,
  cart,
  checkout,
}) => {
  await product.open("yanyuan-bingtangxin")
  await product.addToCart()
  await cart.checkOut()
  await checkout.fillAddress({ 手机号: "1380013800" })
  await checkout.payButton.click()
  await expect(checkout.alert).toContainText("付款还没有发生")
  await expect(page.getByText("只有 10 位")).toBeVisible()
  await expect(checkout.field("收货人")).toHaveValue("周敏")
  await expect(checkout.field("街道、楼号门牌")).toHaveValue("望京街 8 号 2 单元 601")
})

test("more than is in stock - refused beside the line, and what was typed stays", async ({
  product,
  cart,
}) => {
  await product.open("yanyuan-bingtangxin")
  await product.addToCart()
  await cart.changeQuantity("盐源冰糖心苹果", "9000")
  await expect(cart.alert).toBeVisible()
  await expect(cart.quantityOf("盐源冰糖心苹果")).toHaveValue("9000")
})

test("unknown county, product and lot - 404 with a way on", async ({ page }) => {
  for (const path of ["/county/999999", "/product/no-such-thing", "/01/09521234000013/10/NOPE"]) {
    const response = await page.goto(path)
    expect(response?.status(), path).toBe(404)
    await expect(page.getByRole("main").getByRole("link").nth(0)).toBeVisible()
  }
})

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false })

  test("buy - the order is placed all the same", async ({ product, cart, checkout, order }) => {
    await product.open("huili-qingpi")
    await product.addToCart()
    await cart.checkOut()
    await checkout.fillAddress()
    await checkout.pay()
    await expect(order.parcels).toHaveCount(1)
  })
})
