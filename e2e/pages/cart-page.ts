import type { Page } from "@playwright/test"

/** The basket: one parcel per seller. */
export class CartPage {
  constructor(private readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.goto("/cart")
  }

  get parcels() {
    return this.page.getByRole("article")
  }

  get alert() {
    return this.page.getByRole("alert")
  }

  quantityOf(product: string) {
    return this.page.getByRole("textbox", { name: `${product}的件数` })
  }

  async changeQuantity(product: string, quantity: string): Promise<void> {
    await this.quantityOf(product).fill(quantity)
    await this.quantityOf(product).press("Enter")
  }

  async checkOut(): Promise<void> {
    await this.page.getByRole("link", { name: "去结账" }).click()
  }
}
