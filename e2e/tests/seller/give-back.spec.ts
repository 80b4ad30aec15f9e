import { expect, test } from "../../fixtures.ts"
import { putOnSale } from "../../goods.ts"

const clerk = "clerk.yanyuan@demo.local"

test.describe("giving money back without JavaScript", () => {
  test.use({ javaScriptEnabled: false })

  test("refund spoilt fruit, then cancel - amount told first, parcel not to be sent", async ({
    page,
    product,
    cart,
    checkout,
    signIn,
    parcel,
  }) => {
    const { handle, title } = await putOnSale("退款试果", 3, 4000)
    await product.open(handle)
    await product.addToCart()
    await cart.checkOut()
    await checkout.fillAddress()
    await checkout.pay()
    await signIn.enter("/seller", clerk)
    await page.goto("/seller/consignments?status=awaiting_shipment")
    await page.getByRole("link", { name: new RegExp(title) }).click()

    await parcel.openRefund()
    await parcel.askRefund()
    await expect(parcel.refund).toContainText("请至少填一件，或选全退")
    await expect(parcel.refund).toContainText("请选一个原因")
    await parcel.claim(title, "3", "斤", "坏果")
    await parcel.askRefund()
    await expect(parcel.refund).toContainText("比卖出的还多")
    await parcel.claim(title, "0.5", "斤", "坏果")
    await parcel.askRefund()
    await expect(parcel.refund).toContainText("佣金退还给您")
    await page.getByRole("button", { name: "对，退 ¥10.00" }).click()
    await expect(page.getByRole("status")).toContainText("到现在一共退了 ¥10.00")

    await parcel.cancel("没有货了")
    await expect(page.getByRole("status")).toContainText("已取消")
    await expect(page.getByRole("main")).toContainText("这个子订单取消了，不要发")
    await expect(page.getByRole("main")).toContainText("买家付的钱已经全部退回")
  })
})
