import type { Browser, Page } from "@playwright/test"

import { expect, test } from "../../fixtures.ts"
import { changePrice, type Goods, putOnSale } from "../../goods.ts"
import { CartPage } from "../../pages/cart-page.ts"
import { CheckoutPage } from "../../pages/checkout-page.ts"
import { PayPage } from "../../pages/pay-page.ts"
import { ProductPage } from "../../pages/product-page.ts"

test.setTimeout(180_000)

/** A buyer with a browser of their own, on Alipay's page with these goods. */
async function atAlipay(browser: Browser, goods: Goods): Promise<Page> {
  const page = await browser.newPage()
  const product = new ProductPage(page)
  const checkout = new CheckoutPage(page, new PayPage(page))
  await product.open(goods.handle)
  await product.addToCart()
  await new CartPage(page).checkOut()
  await checkout.fillAddress()
  await checkout.goPay("支付宝")
  await expect(page.getByRole("note")).toBeVisible()
  return page
}

test("two buyers pay for the last one - one gets it, the other the money, and the basket stays", async ({
  browser,
}) => {
  const goods = await putOnSale("只剩一包的果", 1, 2990)
  const quick = await atAlipay(browser, goods)
  const late = await atAlipay(browser, goods)
  await new PayPage(quick).approve()
  await new PayPage(quick).arrive()
  await new PayPage(late).approve()
  const title = late.getByRole("heading", { level: 1 })
  await expect(title).toHaveText("没有买成，钱已经退回", { timeout: 40_000 })
  const main = late.getByRole("main")
  await expect(main).toContainText("已退回支付宝")
  await expect(main).toContainText(goods.title)
  await late.reload()
  await expect(title).toHaveText("没有买成，钱已经退回")
  await late.getByRole("link", { name: "回购物篮看看" }).click()
  await expect(late.getByRole("article")).toContainText(goods.title)
  await quick.context().close()
  await late.context().close()
})

test("the price changes while one pays - the money goes back, and the new price can be paid", async ({
  browser,
}) => {
  const goods = await putOnSale("正在改价的果", 3, 2990)
  const page = await atAlipay(browser, goods)
  await changePrice(goods, 3590)
  const bank = new PayPage(page)
  await bank.approve()
  const title = page.getByRole("heading", { level: 1 })
  await expect(title).toHaveText("没有买成，钱已经退回", { timeout: 40_000 })
  await expect(page.getByRole("main")).toContainText(/价钱(变了|有了变化)/)
  await page.getByRole("link", { name: "看一遍再付" }).click()
  const checkout = new CheckoutPage(page, bank)
  await checkout.payButton.click()
  await expect(checkout.alert).toContainText(/应付|价钱/)
  await checkout.pay()
  await expect(page.getByRole("article")).toContainText("¥35.90")
  await page.context().close()
})
