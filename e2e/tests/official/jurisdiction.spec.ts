import { expect, test } from "../../fixtures.ts"

test("wrong password - refused in words, and nobody is let in", async ({ page, signIn }) => {
  await signIn.enter("/official", "official.yanyuan@demo.local", "not-the-password")
  await expect(signIn.alert).toBeVisible()
  await page.goto("/official/513423")
  await expect(page).toHaveURL(/\/official\/sign-in/)
})

test("another county's households - the official gets 404", async ({ page, signIn, overview }) => {
  await signIn.enter("/official", "official.yanyuan@demo.local")
  await expect(overview.question).toContainText("追到了哪些农户")
  for (const path of ["/official/513402", "/official/5134", "/official/652901/households"]) {
    expect((await page.goto(path))?.status(), path).toBe(404)
  }
})

test("prefecture official - drills from the map of counties to a household's entries @desktop", async ({
  page,
  signIn,
  overview,
}) => {
  await signIn.enter("/official", "official.liangshan@demo.local")
  await expect(page).toHaveURL(/\/official\/5134\b/)
  await page
    .getByRole("table")
    .getByRole("link", { name: /盐源县/ })
    .click()
  await expect(page).toHaveURL(/\/official\/513423/)
  await overview.openHouseholds("513423")
  await page.locator('main a[href^="/official/household/"]').nth(0).click()
  await expect(page).toHaveURL(/\/official\/household\/hh_/)
  await expect(page.getByRole("table").nth(0)).toContainText("盐源")
})
