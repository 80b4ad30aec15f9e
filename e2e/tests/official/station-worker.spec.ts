import { expect, test } from "../../fixtures.ts"

test("a new station worker - signs in with the password that was read out, and chooses one, which ends what was open elsewhere", async ({
  page,
  signIn,
}) => {
  const email = `station.${Date.now()}@demo.local`
  await signIn.enter("/official", "official.yanyuan@demo.local")
  await page.goto("/official/513423/stations")
  await page.locator("main table.ledger tbody a").nth(0).click()
  await page.getByRole("textbox", { name: "姓名" }).fill("阿支")
  await page.getByRole("textbox", { name: /邮箱/ }).fill(email)
  await page.getByRole("button", { name: "登记人员" }).click()
  const first = await page.locator("code.once").innerText()

  await signIn.enter("/station", email, first)
  await expect(page).toHaveURL(/\/station$/)
  const elsewhere = await page.context().cookies()
  await page.locator("main").getByRole("link", { name: "改密码" }).click()
  await page.getByLabel("现在的密码").fill("不是这一个")
  await page.getByLabel("新密码", { exact: true }).fill("山里的苹果 2026")
  await page.getByLabel("新密码再输一遍").fill("山里的苹果 2026")
  await page.getByRole("button", { name: "改密码" }).click()
  await expect(page.getByLabel("现在的密码")).toHaveAccessibleDescription(/密码不对/)
  await page.getByLabel("现在的密码").fill(first)
  await page.getByLabel("新密码", { exact: true }).fill("山里的苹果 2026")
  await page.getByLabel("新密码再输一遍").fill("山里的苹果 2026")
  await page.getByRole("button", { name: "改密码" }).click()
  await expect(page.getByRole("status")).toContainText("密码改好了")

  await page.goto("/station")
  await expect(page).toHaveURL(/\/station$/)
  await page.context().addCookies(elsewhere)
  await page.goto("/station")
  await expect(page).toHaveURL(/\/station\/sign-in/)
  await signIn.enter("/station", email, first)
  await expect(signIn.alert).toBeVisible()
  await signIn.enter("/station", email, "山里的苹果 2026")
  await expect(page).toHaveURL(/\/station$/)
})
