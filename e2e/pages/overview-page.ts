import type { Page } from "@playwright/test"

/** An official's overview of the own division, and its households. */
export class OverviewPage {
  constructor(private readonly page: Page) {}

  async open(division: string): Promise<void> {
    await this.page.goto(`/official/${division}`)
  }

  async openHouseholds(division: string): Promise<void> {
    await this.page.goto(`/official/${division}/households`)
  }

  get question() {
    return this.page.getByRole("heading", { level: 1 })
  }

  household(id: string) {
    return this.page.locator(`main a[href^="/official/household/${id}"]`)
  }
}
