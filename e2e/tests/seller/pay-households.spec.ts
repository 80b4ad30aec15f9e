import { expect, test } from "../../fixtures.ts"
import { amountOfItsOwn, codedHousehold } from "../../households.ts"

const clerk = "clerk.yanyuan@demo.local"

test("owe a wage, pay it, have the household confirm by its code, print its sheet - the clerk's evening", async ({
  page,
  signIn,
  receipts,
}) => {
  const household = await codedHousehold(clerk)
  const yuan = await amountOfItsOwn(clerk, household.id)
  const amount = `¥${yuan}`
  await signIn.enter("/seller", clerk)
  await expect(page).toHaveURL(/\/seller$/)

  await receipts.owe({ household: household.id, yuan, note: "分拣一天" })
  await expect(receipts.notice).toContainText("记下了")

  await receipts.open("due", household.id)
  await receipts.pay("回单 1122")
  await expect(page.getByRole("alert")).toContainText("一笔也没勾选")
  await expect(receipts.field("回单号或签收表号")).toHaveValue("回单 1122")
  await receipts.choose(amount)
  await receipts.pay("回单 1122")
  await expect(receipts.notice).toContainText("等农户确认")

  await receipts.open("paid", household.id)
  await receipts.choose(amount)
  await receipts.confirmByCode("7777")
  await expect(page.locator("#code-error")).not.toBeEmpty()
  await receipts.confirmByCode(household.code)
  await expect(receipts.notice).toContainText("农户确认收到")

  await receipts.printSheet(household.id, "0834-000 0017")
  await expect(receipts.sheet).toContainText("工钱")
  await expect(receipts.sheet).toContainText(amount)
  await expect(receipts.sheet).toContainText("0834-000 0017")
})
