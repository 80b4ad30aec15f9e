import type { Page } from "@playwright/test"

/** A product: where it comes from, what it costs, into the basket with it. */
export class ProductPage {
  constructor(private readonly page: Page) {}

  async open(handle: string): Promise<void> {
    await this.page.goto(`/product/${handle}`)
  }

  get title() {
    return this.page.getByRole("heading", { level: 1 })
  }

  /** On a phone the button stands in the bar at the foot, on a desktop beside the picture. */
  async addToCart(): Promise<void> {
    const buttons = this.page.getByRole("button", { name: "加入购物篮" })
    await buttons.filter({ visible: true }).last().click()
    await this.page.waitForURL("**/cart")
  }
}
