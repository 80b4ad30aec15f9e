import AxeBuilder from "@axe-core/playwright"
import type { Page, Response } from "@playwright/test"

import { expect, test } from "../../fixtures.ts"

const pages = [
  { path: "/", heading: "一县一样" },
  { path: "/counties", heading: /县/ },
  { path: "/county/513423", heading: "盐源苹果" },
  { path: "/product/yanyuan-bingtangxin", heading: "盐源冰糖心苹果" },
  { path: "/search?q=yypg", heading: /yypg/ },
  { path: "/cart", heading: "购物篮" },
  { path: "/sign-in", heading: /登录/ },
]

for (const { path, heading } of pages) {
  test(`${path} - reads well, fits the screen, passes the accessibility rules @desktop`, async ({
    page,
  }) => {
    await page.goto(path)
    await expect(page.getByRole("heading", { level: 1 })).toContainText(heading)
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow).toBe(0)
    const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa"]).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  })
}

test("English - the same page in English, with no Chinese name in its headings", async ({
  page,
}) => {
  await page.goto("/en/county/513423")
  await expect(page.locator("html")).toHaveAttribute("lang", "en")
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Yanyuan")
})

test("trace code - found by its Digital Link, without JavaScript, under 30 kB", async ({
  page,
}) => {
  await page.goto("/county/513423")
  const link = page.locator('a[href^="/01/"]').nth(0)
  const path = await link.getAttribute("href")
  // The county's page may still be loading pictures.
  await page.goto("about:blank")
  const sent = responsesOf(page)
  const response = await page.goto(path!)
  expect(response?.status()).toBe(200)
  await page.waitForLoadState("load")
  const sizes = await Promise.all(sent.map((one) => one.request().sizes()))
  const bytes = sizes.map((size) => size.responseBodySize + size.responseHeadersSize)
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(30_000)
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible()
})

test("pack code - one that nobody printed is told plainly, under 30 kB", async ({ page }) => {
  await page.goto("/county/513423")
  const path = await page.locator('a[href^="/01/"]').nth(0).getAttribute("href")
  const response = await page.goto(`${path}/21/999999`)
  expect(response?.status()).toBe(200)
  expect((await response!.body()).length).toBeLessThan(30_000)
  await expect(page.getByRole("alert")).toContainText("999999 没有印过")
  await expect(page.getByRole("link", { name: "English" })).toHaveAttribute(
    "href",
    `/en${path}/21/999999`,
  )
})

for (const path of ["/", "/county/513423", "/product/yanyuan-bingtangxin"]) {
  test(`${path} - sends at most 15 kB of JavaScript before anyone touches it`, async ({ page }) => {
    const sent = responsesOf(page)
    await page.goto(path)
    await page.waitForLoadState("load")
    const scripts = sent.filter((one) => one.request().resourceType() === "script")
    const sizes = await Promise.all(scripts.map((one) => one.request().sizes()))
    const bytes = sizes.map((size) => size.responseBodySize)
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(15_000)
  })
}

/** What comes from now on. It is measured later: a size asked for as the page closes is an error. */
function responsesOf(page: Page): Response[] {
  const responses: Response[] = []
  page.on("response", (response) => responses.push(response))
  return responses
}
