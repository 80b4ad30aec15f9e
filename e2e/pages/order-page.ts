import type { Page } from "@playwright/test"

/** What was bought, and what it did for how many households. */
export class OrderPage {
  constructor(private readonly page: Page) {}

  get parcels() {
    return this.page.getByRole("article")
  }

  get effect() {
    return this.page.getByRole("region", { name: "这一单做成了什么" })
  }
}
