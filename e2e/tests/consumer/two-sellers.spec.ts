import { booksOf } from "../../books.ts"
import { expect, test } from "../../fixtures.ts"

const applesFen = 6800
const yanyuan = "official.yanyuan@demo.local"

test("buy from two sellers on a phone - the official of one county sees exactly its fen", async ({
  product,
  cart,
  checkout,
  order,
  signIn,
  overview,
}) => {
  const before = await booksOf(yanyuan)

  await product.open("yanyuan-bingtangxin")
  await expect(product.title).toHaveText("盐源冰糖心苹果")
  await product.addToCart()
  await product.open("huili-qingpi")
  await product.addToCart()
  await expect(cart.parcels).toHaveCount(2)
  await cart.checkOut()
  await checkout.fillAddress()
  await checkout.pay()
  await expect(order.parcels).toHaveCount(2)
  await expect(order.effect).toContainText("¥127.00")
  await expect(order.effect).toContainText("盐源县")

  const after = await booksOf(yanyuan)
  expect(after.total.sales_fen - before.total.sales_fen).toBe(applesFen)
  const grown = [...after.rows].map(([id, fen]) => ({ id, fen: fen - (before.rows.get(id) ?? 0) }))
  const grownFen = grown.reduce((sum, { fen }) => sum + fen, 0)
  expect(grownFen).toBe(after.total.enrolled_fen - before.total.enrolled_fen)
  expect(grownFen).toBeGreaterThan(0)

  const [richest] = [...after.rows].sort(([, a], [, b]) => b - a)
  await signIn.enter("/official", yanyuan)
  await overview.openHouseholds("513423")
  const row = overview.household(richest![0])
  await expect(row.filter({ hasText: yuan(richest![1]) })).toHaveCount(1)
})

function yuan(fen: number): string {
  return `¥${(fen / 100).toLocaleString("zh-CN", { minimumFractionDigits: 2 })}`
}
