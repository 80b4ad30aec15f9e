import { expect, test } from "../../fixtures.ts"

const MONTH_MS = 30 * 86_400_000

test("wrong password - refused in words, and nobody is let in", async ({ page, signIn }) => {
  await signIn.enter("/official", "official.yanyuan@demo.local", "not-the-password")
  await expect(signIn.alert).toBeVisible()
  await page.goto("/official/513423")
  await expect(page).toHaveURL(/\/official\/sign-in/)
})

test("another county's households - the official gets 404", async ({ page, signIn, overview }) => {
  await signIn.enter("/official", "official.yanyuan@demo.local")
  await expect(overview.question).toContainText("多少钱到了谁手里")
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
  await overview.divisions.getByRole("link", { name: /盐源县/ }).click()
  await expect(page).toHaveURL(/\/official\/513423/)
  await expect(page.getByRole("navigation", { name: "行政区划" })).toContainText("盐源县")
  // The year of the demonstration's sales: on the first of a month nothing may have been sold yet.
  await overview.openHouseholds("513423", String(new Date(Date.now() - MONTH_MS).getFullYear()))
  await page.locator('main a[href^="/official/household/"]').nth(0).click()
  await expect(page).toHaveURL(/\/official\/household\/hh_/)
  await expect(page.getByRole("navigation", { name: "行政区划" })).toContainText("盐源县")
})

test("days of one's own - refused beside the field, then kept in the address", async ({
  page,
  signIn,
  overview,
}) => {
  await signIn.enter("/official", "official.yanyuan@demo.local")
  await page.goto("/official/513423?from=2026-05-01&to=2026-03-01")
  await expect(page.getByRole("textbox", { name: /^到/ })).toHaveAttribute("aria-invalid", "true")
  await expect(page.getByRole("alert")).toBeVisible()
  await page.getByRole("textbox", { name: /^从/ }).fill("2026-03-01")
  await page.getByRole("textbox", { name: /^到/ }).fill("2026-05-31")
  await page.getByRole("button", { name: "看这一段" }).click()
  await expect(page).toHaveURL(/period=2026-03-01\.\.2026-05-31/)
  await expect(overview.question).toContainText("这些天")
})
