import AxeBuilder from "@axe-core/playwright"
import type { Page } from "@playwright/test"

import { expect, test } from "../../fixtures.ts"

/** Fits the screen and passes the accessibility rules. */
async function expectReadable(page: Page) {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow, page.url()).toBe(0)
  const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa"]).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
}

test("every page of a payment - fits the screen and passes the accessibility rules @desktop", async ({
  page,
  product,
  cart,
  checkout,
  bank,
}) => {
  test.setTimeout(120_000)
  await product.open("yanyuan-bingtangxin")
  await product.addToCart()
  await cart.checkOut()
  await expectReadable(page)
  await checkout.fillAddress()
  await checkout.goPay("微信支付")
  await page.waitForURL("**/checkout/wechat*")
  await expectReadable(page)
  await page.goto("/checkout/return")
  await expectReadable(page)
  await checkout.open()
  await checkout.goPay("银行卡")
  await expect(bank.field("卡号")).toBeVisible()
  await expectReadable(page)
  await checkout.open()
  await checkout.goPay("支付宝")
  await bank.decline()
  await expect(checkout.alert).toBeVisible()
  await expectReadable(page)
  for (const path of ["/checkout/return?cart=cart_of_nobody", "/order/find"]) {
    await page.goto(path)
    await expectReadable(page)
  }
})
