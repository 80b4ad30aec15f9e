import { householdsOf, tracedFen } from "../../books.ts"
import { expect, test } from "../../fixtures.ts"
import type { OverviewPage } from "../../pages/overview-page.ts"

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
  await signIn.enter("/official", yanyuan)
  await expect(overview.question).toContainText("多少钱到了谁手里")
  const before = await figuresOf(overview)
  const rowsBefore = await householdsOf(yanyuan)
  const tracedBefore = await tracedFen(yanyuan)

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

  await overview.open("513423")
  const after = await figuresOf(overview)
  const rows = await householdsOf(yanyuan)
  expect(after.sales - before.sales).toBe(applesFen)
  const grown = [...rows].map(([id, fen]) => fen - (rowsBefore.get(id) ?? 0))
  const grownFen = grown.reduce((sum, fen) => sum + fen, 0)
  expect(grownFen).toBe((await tracedFen(yanyuan)) - tracedBefore)
  const enrolledFen = after.attributed - before.attributed
  expect(enrolledFen).toBeGreaterThan(0)
  expect(enrolledFen).toBeLessThanOrEqual(grownFen)

  const [richest] = [...rows].sort(([, a], [, b]) => b - a)
  await overview.openHouseholds("513423")
  const row = overview.household(richest![0])
  await expect(row.filter({ hasText: yuan(richest![1]) })).toHaveCount(1)
})

/** What the official's page says this month, to the fen. */
async function figuresOf(overview: OverviewPage) {
  return { sales: await overview.fen("上行净额"), attributed: await overview.fen("带动销售额") }
}

function yuan(fen: number): string {
  return `¥${(fen / 100).toLocaleString("zh-CN", { minimumFractionDigits: 2 })}`
}
