import type { Page } from "@playwright/test"

/** An official's overview of the own division, and its households. */
export class OverviewPage {
  constructor(private readonly page: Page) {}

  async open(division: string): Promise<void> {
    await this.page.goto(`/official/${division}`)
  }

  /** The households that sales of the period (this month) traced to, most first. */
  async openHouseholds(division: string, period?: string): Promise<void> {
    const asked = `benefit=attributed&sort=attributed${period ? `&period=${period}` : ""}`
    await this.page.goto(`/official/${division}/households?${asked}`)
  }

  get question() {
    return this.page.getByRole("heading", { level: 1 })
  }

  /** The ranked table of the divisions below. */
  get divisions() {
    return this.page.getByRole("table", { name: /^各(州市|县市|乡镇|村)/ })
  }

  /** The figure of the strip by its label; its title says the sum to the fen. */
  figure(label: string) {
    return this.page.locator(".strip .tile", { hasText: label }).getByRole("link")
  }

  /** The exact sum of a figure of the strip, in fen. */
  async fen(label: string): Promise<number> {
    const title = await this.figure(label).getAttribute("title")
    return Math.round(Number(title?.replace("\u2212", "-").replace(/[¥,]/g, "")) * 100)
  }

  household(id: string) {
    return this.page.locator(`main a[href^="/official/household/${id}"]`)
  }
}
